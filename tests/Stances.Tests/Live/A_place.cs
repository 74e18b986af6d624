using Stances.Live;

namespace Stances.Tests.Live;

public sealed class A_place
{
    [Theory]
    [InlineData("0"), InlineData("17"), InlineData("17.1"), InlineData("9223372036854775807")]
    public void Is_read_as_it_is_written(string text) => Assert.Equal(text, Place.Parse(text).ToString());

    [Theory]
    [InlineData(""), InlineData(null), InlineData("x"), InlineData("-1"), InlineData("1.0"), InlineData("1.-1"), InlineData("1.2.3"), InlineData("9223372036854775808"), InlineData("+1"), InlineData(" 1")]
    public void Is_nothing_else(string? text) => Assert.Null(Place.Parse(text));

    [Fact]
    public void Has_the_parts_of_an_event_before_its_end_and_behind_the_event_before() =>
        Assert.Equal(["16", "17.1", "17.2", "17", "18"], new[] { "17", "18", "17.2", "16", "17.1" }.Order(Comparer<string>.Create((a, b) => Place.Parse(a)!.Value.CompareTo(Place.Parse(b)!.Value))));
}
