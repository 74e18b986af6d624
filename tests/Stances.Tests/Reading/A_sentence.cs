using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_sentence
{
    [Theory]
    [InlineData("Foreign Minister Taro Kono called on Seoul to implement the comfort women deal.", "JPN Taro Kono comfort-women-deal Demands")]
    [InlineData("Foreign Minister Taro Kono, speaking in Manila on Monday, urged Seoul to keep the comfort women deal.", "JPN Taro Kono comfort-women-deal Demands")]
    [InlineData("In a meeting with reporters in Tokyo, Foreign Minister Taro Kono of Japan stressed that the comfort women deal is irreversible.", "JPN Taro Kono comfort-women-deal Supports")]
    [InlineData("\"We cannot accept the comfort women deal,\" South Korean Foreign Minister Kang Kyung-wha said.", "KOR Kang Kyung-wha comfort-women-deal Rejects")]
    [InlineData("Seoul's foreign ministry expressed deep regret over the wartime forced labor.", "KOR - wartime-forced-labor Concerned")]
    [InlineData("Kenya said it opposes the release of treated water from Fukushima.", "KEN - fukushima-water Opposes")]
    [InlineData("Kenya said there is no reason to worry about the release of treated water from Fukushima.", "KEN - fukushima-water Supports")]
    [InlineData("Kenya said there is no need for the release of treated water from Fukushima.", "KEN - fukushima-water Opposes")]
    [InlineData("Turkey's Erdogan says Sweden should not expect support for its bid to join NATO.", "TUR Recep Tayyip Erdogan nato-enlargement Demands")]
    [InlineData("Hungary will not support sanctions on Russian gas, Prime Minister Viktor Orban told state radio.", "HUN Viktor Orban russia-sanctions Rejects")]
    [InlineData("Iran's foreign minister, Mohammad Javad Zarif, was quoted by state television as welcoming the ceasefire in Gaza.", "IRN Mohammad Javad Zarif gaza-war Supports")]
    [InlineData("Pakistan's Foreign Office condemned the nuclear test by North Korea.", "PAK - north-korea-nuclear Concerned")]
    [InlineData("The U.N. refugee agency said it was alarmed by the lot of the Rohingya.", "UNO - rohingya Concerned")]
    [InlineData("Germany on Monday urged Iran to return to the nuclear deal.", "DEU - iran-nuclear-deal Demands")]
    [InlineData("Egypt stressed its categorical rejection of the displacement of Palestinians from Gaza.", "EGY - gaza-war Rejects")]
    [InlineData("HAYASHI Yoshimasa, Japan's foreign minister, condemned North Korea's missile launches.", "JPN Yoshimasa Hayashi north-korea-nuclear Concerned")]
    [InlineData("Egypt and Jordan were told that Kenya noted the importance of a ceasefire in Gaza.", "KEN - gaza-war Supports")]
    [InlineData("Kenya's foreign minister relayed his opposition to the release of treated water from Fukushima.", "KEN - fukushima-water Opposes")]
    [InlineData("Kenya's foreign ministry called in a Japanese embassy official to protest the release of treated water from Fukushima.", "KEN - fukushima-water Opposes")]
    [InlineData("Under the nuclear deal, Iran promised to ship its uranium abroad.", null)]
    [InlineData("Analysts in Seoul said Japan should keep the comfort women deal.", null)]
    [InlineData("Japan will urge South Korea to keep the comfort women deal.", null)]
    [InlineData("If Seoul rejects the comfort women deal, relations will suffer.", null)]
    public void Tells_who_holds_what(string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Reader.Stances(text, "2017-08-08"));

    [Theory]
    [InlineData("France condemned the coup in Niger and asked the Nigerien forces to release the president.", "FRA - coup Concerned,FRA - coup Demands")]
    [InlineData("The Kenyan foreign ministry released a statement this Friday (Dec 29) expressing concern about the coup in Niger.", "KEN - coup Concerned")]
    [InlineData("The foreign ministers and officials from Egypt, Jordan and the Arab League rejected the displacement of Palestinians from Gaza.", "EGY - gaza-war Rejects,JOR - gaza-war Rejects")]
    [InlineData("Kenya said the ceasefire in Gaza would allow Hamas to \"regroup and repeat what it did.\"", "KEN - gaza-war Neutral")]
    [InlineData("Kenya condemned the coup in Niger, Reuters reported, quoted by a newspaper.", "KEN - coup Concerned")]
    [InlineData("The foreign ministers of France and Germany issued a joint statement condemning Iran's missile test.", "DEU - iran-missiles Concerned,FRA - iran-missiles Concerned")]
    public void Tells_each_thing_that_was_done_with_words(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', Reader.Stances(text, "2023-09-27")));

    [Fact]
    public void Ends_at_its_stop_where_no_space_follows() =>
        Assert.Equal(["KEN - coup Concerned", "FRA - coup Demands"], Reader.Stances("Kenya condemned the coup in Niger on Tuesday.The French government called for an end to the coup in Niger.", "2023-09-27"));

    [Fact]
    public void Is_whose_name_and_office_stand_before_it_in_a_transcript() =>
        Assert.Equal(["JPN Yoshimasa Hayashi north-korea-nuclear Concerned"], Reader.Stances("Mr. HAYASHI Yoshimasa, Minister for Foreign Affairs: We strongly condemn North Korea's missile launches.", "2023-03-31"));

    [Fact]
    public void Tells_no_agreement_where_a_statement_is_issued() =>
        Assert.Empty(Reader.Read("The foreign ministers of France and Germany issued a joint statement condemning Iran's missile test.", "2023-09-27").OfType<ArticleEvent.AgreementReached>());

    [Theory]
    [InlineData("The foreign ministers of Japan and South Korea agreed to resume fisheries talks.", "JPN+KOR")]
    [InlineData("Russia signed an agreement with Turkey on grain exports.", "RUS+TUR")]
    [InlineData("The Turkish and Greek foreign ministers agreed to resume talks over the Aegean, Ankara said.", "GRC+TUR")]
    [InlineData("Foreign Minister Kang Kyung-wha and her Japanese counterpart, Taro Kono, also agreed to improve bilateral ties.", "JPN+KOR")]
    public void Tells_who_agreed(string text, string parties) =>
        Assert.Equal([parties], Reader.Read(text, "2017-08-08").OfType<ArticleEvent.AgreementReached>().Select(x => string.Join('+', x.Parties)));

    [Theory]
    [InlineData("Japan and South Korea agreed to set up a task force for cultural exchanges, work to settle the issue of fishing quotas, and hold a leaders' summit this year.", "people-exchanges fisheries leaders-summit")]
    [InlineData("Japan and South Korea agreed to bring more students into youth exchanges; and to hold working-level talks on cultural exchanges.", "people-exchanges people-exchanges")]
    [InlineData("Japan and South Korea agreed to continue talks on the comfort women deal as well as meetings on fishing quotas.", "comfort-women-deal fisheries")]
    public void Tells_every_point_of_a_list_that_was_agreed(string text, string topics) =>
        Assert.Equal(topics, string.Join(' ', Reader.Read(text, "2017-08-08").OfType<ArticleEvent.AgreementReached>().Select(x => x.Topic)));

    [Theory]
    [InlineData("Joint Statement by the United States and the Kingdom of Saudi Arabia\n\nBoth countries welcome the ceasefire in Sudan.", "SAU - sudan-war Supports,USA - sudan-war Supports")]
    [InlineData("Secretary of State Antony Blinken met Saudi Foreign Minister Faisal bin Farhan in Jeddah. The Secretary welcomed the ceasefire in Sudan.", "USA Antony Blinken sudan-war Supports")]
    [InlineData("Kim Yo-jong, vice department director of the ruling Workers' Party, rejected South Korea's offer of aid in return for denuclearization steps.", "PRK Kim Yo Jong north-korea-nuclear Rejects")]
    [InlineData("Russian Foreign Minister Sergei Lavrov called Saturday on the United States to help resume talks aimed to revive the Iran nuclear deal.", "RUS Sergei Lavrov iran-nuclear-deal Demands")]
    [InlineData("Belarus's Vladimir Makei was meeting Russian Foreign Minister Sergei Lavrov, who urged Iran to return to the Iran nuclear deal.", "RUS Sergei Lavrov iran-nuclear-deal Demands")]
    [InlineData("The Egyptian foreign ministry said in a statement that the two ministers discussed the ceasefire in Gaza.", "")]
    [InlineData("The Secretary of State for Foreign, Commonwealth and Development Affairs of the United Kingdom, James Cleverly, welcomed the ceasefire in Sudan.", "GBR James Cleverly sudan-war Supports")]
    public void Knows_who_is_meant(string text, string stances) =>
        Assert.Equal(stances, string.Join(',', Reader.Stances(text, "2023-05-20").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("REPORTER: The European Union has urged Georgia to withdraw the Georgian foreign agents law.", 1)]
    [InlineData("REPORTER: The European Union has urged Georgia to withdraw the Georgian foreign agents law. Do you agree?", 0)]
    public void Of_a_reporter_tells_something_unless_he_asks(string text, int stances) =>
        Assert.Equal(stances, Reader.Stances(text, "2024-05-15").Count);

    [Fact]
    public void Tells_the_meeting_beside_which_two_met()
    {
        var met = Reader.Read("Foreign Minister Kang Kyung-wha met with her Japanese counterpart, Toshimitsu Motegi, on the sidelines of a trilateral meeting with US Secretary of State Mike Pompeo.", "2020-01-15").OfType<ArticleEvent.MeetingHeld>();
        Assert.Equal(["JPN KOR", "JPN KOR USA"], met.Select(x => string.Join(' ', x.Participants.Select(y => y.Country).Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("Japanese Foreign Minister Taro Kono met his South Korean counterpart Kang Kyung-wha in Manila on Monday.", "2017-08-07 Manila Bilateral")]
    [InlineData("Japanese Foreign Minister Taro Kono spoke by phone with his South Korean counterpart Kang Kyung-wha on Monday.", "2017-08-07  Call")]
    public void Tells_who_met_when_and_where(string text, string expected)
    {
        var met = Assert.Single(Reader.Read(text, "2017-08-08").OfType<ArticleEvent.MeetingHeld>());
        Assert.Equal(expected, $"{met.On:yyyy-MM-dd} {met.Place} {met.Format}");
        Assert.Equal(["Kang Kyung-wha", "Taro Kono"], met.Participants.Select(x => x.Person!).Order(StringComparer.Ordinal));
    }
}
