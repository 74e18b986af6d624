using Stances.Extraction.Text;

namespace Stances.Tests.Reading;

public class A_layout
{
    [Theory]
    [InlineData("Home | The Prime Minister | News | Speeches | Contact", "Meta")]
    [InlineData("HOME > Press > Press Briefings", "Meta")]
    [InlineData("Subjects: China; Australian barley; Taiwan; FIFA Women's World Cup.", "Meta")]
    [InlineData("PHOTO RELEASE: President Ferdinand Marcos and President Vo Van Thuong review the honor guard in Hanoi.", "Caption")]
    [InlineData("Sailing boats fish for shrimp in Notsuke Bay off Betsukai in northern Japan on June 30. (Xinhua/Li Xin)", "Caption")]
    [InlineData("Joint Declaration of the Trilateral Summit", "Title")]
    [InlineData("The ministers:", "Body")]
    [InlineData("Kenya called on Uganda (and not for the first time) to talk.", "Body")]
    public void Tells_running_text_from_what_stands_around_it(string line, string kind) =>
        Assert.Equal(kind, Assert.Single(Layout.Read(line, [])).Kind.ToString());

    [Theory]
    [InlineData("3. The Ministers called on Syria to talk.")]
    [InlineData("6- The Ministers called on Syria to talk.")]
    [InlineData("IV. The Ministers called on Syria to talk.")]
    [InlineData("(b) The Ministers called on Syria to talk.")]
    [InlineData("• The Ministers called on Syria to talk.")]
    [InlineData("5.1 The Ministers called on Syria to talk.")]
    [InlineData("-- The Ministers called on Syria to talk.")]
    [InlineData("12.4. The Ministers called on Syria to talk.")]
    [InlineData("(iii) The Ministers called on Syria to talk.")]
    [InlineData("ii) The Ministers called on Syria to talk.")]
    [InlineData("c) The Ministers called on Syria to talk.")]
    public void Leaves_the_mark_of_a_list_aside(string line)
    {
        var block = Assert.Single(Layout.Read(line, []));
        Assert.Equal((true, "The Ministers called on Syria to talk."), (block.Bullet, line[block.Start..block.End]));
    }

    [Theory]
    [InlineData("5.1 million people called on Syria to talk.")]
    [InlineData("I met the minister in Damascus and we talked.")]
    [InlineData("--- they called on Syria to talk.")]
    public void Begins_with_its_words_where_no_list_is(string line) => Assert.Equal((false, 0), (Layout.Read(line, [])[0].Bullet, Layout.Read(line, [])[0].Start));

    [Theory]
    [InlineData("Sarah Ferguson, host: How imminent is the danger, we would like to know.", "Sarah Ferguson, host")]
    [InlineData("Kyodo News, TAKAO: I would like to ask about the launch.", "Kyodo News, TAKAO")]
    [InlineData("Penny Wong, Foreign Minister: Good to be with you.", "Penny Wong, Foreign Minister")]
    [InlineData("V. Putin, who was there: he said so.", null)]
    public void Cuts_the_voice_from_a_paragraph_of_a_transcript(string line, string? label) =>
        Assert.Equal(label, Assert.Single(Layout.Read(line, [])).Label);

    [Theory]
    [InlineData("NAIROBI, Aug. 7 (Reuters) -- Kenya called on Syria to talk.", "NAIROBI")]
    [InlineData("Nairobi, Kenya- Kenya called on Syria to talk.", "Nairobi")]
    [InlineData("Pro- and anti-war parties called on Syria to talk.", null)]
    public void Cuts_the_place_a_report_was_filed_from(string line, string? place) =>
        Assert.Equal(place, Assert.Single(Layout.Read(line, [])).Dateline?.Place);
}
