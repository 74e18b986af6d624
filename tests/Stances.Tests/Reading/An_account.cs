namespace Stances.Tests.Reading;

public class An_account
{
    [Theory]
    [InlineData("According to the Egyptian foreign ministry, the Nile dam is a threat to the region.", "EGY - nile-dam Concerned")]
    [InlineData("The sanctions on Russia are unacceptable, according to Foreign Minister Sergei Lavrov.", "RUS Sergei Lavrov russia-sanctions Opposes")]
    [InlineData("In Japan's view, the sanctions on Russia should be tightened.", "JPN - russia-sanctions Demands")]
    [InlineData("Sergei Lavrov met journalists in Moscow. The sanctions on Russia are, in his view, illegal.", "RUS Sergei Lavrov russia-sanctions Opposes")]
    public void Is_a_stance_of_whoever_gives_it(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2022-06-30"));

    [Theory]
    [InlineData("According to Reuters, the sanctions on Russia should be tightened.")]
    [InlineData("In the view of analysts, the sanctions on Russia should be tightened.")]
    [InlineData("According to the ministry's calendar, sanctions on Russia end in July.")]
    public void Is_no_stance_where_no_state_gives_it(string text) => Assert.Empty(Reader.Stances(text, "2022-06-30"));

    [Fact]
    public void Yields_to_what_it_tells_that_somebody_did() =>
        Assert.Equal(["CHN - senkaku Opposes"], Reader.Stances("According to the foreign ministry in Beijing, China lodged a protest with Japan over the Senkaku islands.", "2022-06-30"));
}
