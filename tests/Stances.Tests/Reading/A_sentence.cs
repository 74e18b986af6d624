using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_sentence
{
    [Theory]
    [InlineData("Foreign Minister Taro Kono called on Seoul to implement the comfort women deal.", "JPN Taro Kono comfort-women-deal Demands")]
    [InlineData("Foreign Minister Taro Kono, speaking in Manila on Monday, urged Seoul to keep the comfort women deal.", "JPN Taro Kono comfort-women-deal Demands")]
    [InlineData("In a meeting with reporters in Tokyo, Foreign Minister Taro Kono of Japan stressed that the comfort women deal is irreversible.", "JPN Taro Kono comfort-women-deal Supports")]
    [InlineData("\"We cannot accept the comfort women deal,\" South Korean Foreign Minister Kang Kyung-wha said.", "KOR Kang Kyung-wha comfort-women-deal Rejects")]
    [InlineData("Seoul's foreign ministry expressed deep regret over the export controls.", "KOR - export-controls Concerned")]
    [InlineData("Kenya said it opposes the release of treated water from Fukushima.", "KEN - fukushima-water Opposes")]
    [InlineData("Analysts in Seoul said Japan should keep the comfort women deal.", null)]
    [InlineData("Japan will urge South Korea to keep the comfort women deal.", null)]
    [InlineData("If Seoul rejects the comfort women deal, relations will suffer.", null)]
    public void Tells_who_holds_what(string text, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Reader.Stances(text, "2017-08-08"));

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
