namespace Stances.Tests.Reading;

public class A_subject
{
    [Theory]
    [InlineData("Iran's Hossein Amir-Abdollahian met his colleague, Jalil Abbas Jilani. The end of the Iran nuclear deal, he said, would be unacceptable.", "IRN Hossein Amir-Abdollahian iran-nuclear-deal Opposes")]
    [InlineData("In a call with his Japanese colleague, Yoko Kamikawa, Iran's foreign minister Hossein Amir-Abdollahian called for sanctions over the nuclear deal to be lifted.", "IRN Hossein Amir-Abdollahian iran-nuclear-deal Demands")]
    [InlineData("Before the vote Russia's Vasily Nebenzya urged delegations to oppose sanctions on Russia.", "RUS Vasily Nebenzya russia-sanctions Demands")]
    [InlineData("Speaking in Kampala, Uganda, on Sunday, Foreign Minister Sergei Lavrov condemned the sanctions on Russia.", "RUS Sergei Lavrov russia-sanctions Concerned")]
    [InlineData("A spokesman for Chancellor Olaf Scholz's government condemned the coup in Niger.", "DEU - coup Concerned")]
    [InlineData("The Erdogan government condemned the coup in Niger, and Turkey recalled nobody.", "TUR - coup Concerned")]
    [InlineData("Nigeria and the African Union condemned the coup in Niger.", "NGA - coup Concerned")]
    [InlineData("We're told little in Canberra. Australia's Penny Wong said they'd talk, but we're alarmed by the coup in Niger, she added.", "AUS Penny Wong coup Concerned")]
    [InlineData("Egypt called on Italy to deliver the aid promised to the people of Gaza in the war.", "EGY - gaza-war Demands")]
    [InlineData("The government supports the ceasefire in Gaza and Egypt demands the release of all hostages held in Gaza.", "EGY - gaza-war Demands")]
    public void Is_found_past_what_stands_between_it_and_its_verb(string text, string stance) => Assert.Contains(stance, Reader.Stances(text, "2024-02-20"));

    [Theory]
    [InlineData("Ukraine's European partners condemned the coup in Niger.")]
    [InlineData("A spokesperson condemned the coup in Niger.")]
    [InlineData("Sweden reversed its policy by requesting to join NATO.")]
    [InlineData("Egypt closed a road in Gaza after it confirmed the news.")]
    [InlineData("The plan that pushes for sanctions on Russia was lost in Kyiv.")]
    public void Is_none_where_no_state_speaks(string text) => Assert.Empty(Reader.Stances(text, "2024-02-20"));

    [Fact]
    public void Does_once_what_several_verbs_tell_of_one_object() =>
        Assert.Equal(["SOM - ethiopia-somaliland Rejects"], Reader.Stances("Somalia condemns and rejects the memorandum of Ethiopia with Somaliland.", "2024-02-20"));

    [Fact]
    public void Is_whoever_spoke_last_where_he_says_more() =>
        Assert.Equal("RUS Dmitry Peskov ukraine-war Opposes", Reader.Stances("Kremlin spokesman Dmitry Peskov said President Volodymyr Zelensky had presented a plan for the war in Ukraine. The plan for the war in Ukraine is unacceptable, he said.", "2024-10-18")[^1]);

    [Theory]
    [InlineData("Sudan, Foreign Minister Sergei Lavrov said on Monday, must end the war in Sudan.", "RUS Sergei Lavrov sudan-war Demands")]
    [InlineData("Canada, said Melanie Joly, deplores the coup in Niger.", "CAN Melanie Joly coup Concerned")]
    public void Of_what_is_said_stands_before_who_says_it(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2024-02-20"));
}
