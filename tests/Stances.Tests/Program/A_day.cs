namespace Stances.Tests.Program;

public class A_day
{
    [Theory]
    [InlineData("2017-02-30")]
    [InlineData("03/04/2017")]
    [InlineData("2017-8-7")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void That_does_not_exist_or_could_be_misread_is_refused(string text) => Assert.False(Days.TryParse(text, out _));

    [Fact]
    public void As_a_state_of_knowledge_lasts_to_its_end()
    {
        Assert.True(Days.TryParseKnown("2017-09-01", out var known));
        Assert.Equal(new DateTimeOffset(2017, 9, 1, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_990), known);
    }

    [Theory]
    [InlineData("2017-09-01T12:00:00Z", 12)]
    [InlineData("2017-09-01T12:00:00+09:00", 3)]
    [InlineData("2017-09-01T12:00:00 09:00", 3)]
    [InlineData("2017-09-01T12:00", 12)]
    public void May_be_an_instant_where_knowledge_is_asked_for(string text, int hour)
    {
        Assert.True(Days.TryParseKnown(text, out var known));
        Assert.Equal(new DateTimeOffset(2017, 9, 1, hour, 0, 0, TimeSpan.Zero), known);
    }
}
