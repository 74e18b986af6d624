namespace Stances.Tests.Reading;

public class A_standpoint
{
    [Theory]
    [InlineData("Turkey's position is that Sweden must do more before it can join NATO.", "TUR - nato-enlargement Demands")]
    [InlineData("The position of Japan is that the comfort women deal is irreversible.", "JPN - comfort-women-deal Supports")]
    [InlineData("Iran's demand is still that the nuclear deal be restored.", "IRN - iran-nuclear-deal Demands")]
    [InlineData("Norway's aim is to end the production of landmines.", "NOR - landmines Commits")]
    [InlineData("Foreign Minister Sergei Lavrov's answer was that sanctions on Russia were unacceptable.", "RUS Sergei Lavrov russia-sanctions Opposes")]
    public void Is_held_by_whose_word_it_is(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2022-06-30"));

    [Theory]
    [InlineData("The position is that Sweden must do more before it can join NATO.")]
    [InlineData("An analyst's view is that Sweden must do more before it can join NATO.")]
    [InlineData("Turkey's position is well known at NATO.")]
    [InlineData("Turkey's problem is that Sweden will join NATO.")]
    public void Is_nobodys_where_no_state_holds_it(string text) => Assert.Empty(Reader.Stances(text, "2022-06-30"));

    [Fact]
    public void Is_told_by_a_noun_behind_a_verb_of_uttering() =>
        Assert.Equal(["HUN - russia-sanctions Opposes"], Reader.Stances("Hungary restated its long-standing objection to sanctions on Russian gas.", "2022-06-30"));
}
