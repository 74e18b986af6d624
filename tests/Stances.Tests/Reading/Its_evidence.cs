using Stances.Domain;

namespace Stances.Tests.Reading;

public class Its_evidence
{
    [Theory]
    [InlineData("Kenya's William Ruto rang Sudan's Abdel Fattah al-Burhan and backed the ceasefire in Sudan.", "Kenya's William Ruto rang Sudan's Abdel Fattah al-Burhan and backed the ceasefire in Sudan")]
    [InlineData("Chad closed its borders on Monday and rejected the ceasefire in Sudan.", "Chad closed its borders on Monday and rejected the ceasefire in Sudan")]
    [InlineData("Chad, Foreign Minister Sergei Lavrov said, backs the ceasefire in Sudan.", "Chad, Foreign Minister Sergei Lavrov said, backs the ceasefire in Sudan")]
    public void Begins_with_who_speaks(string text, string words) => Assert.Equal([words], Words(text));

    [Fact]
    public void Is_the_second_clause_alone_where_the_first_tells_something_too() =>
        Assert.Equal(["Chad condemned the coup in Niger", "demanded a ceasefire in Sudan"], Words("Chad condemned the coup in Niger and demanded a ceasefire in Sudan."));

    [Fact]
    public void Begins_with_how_the_second_clause_is_done() =>
        Assert.Equal(["Chad condemned the coup in Niger", "once more demanded a ceasefire in Sudan"],
            Words("Chad condemned the coup in Niger and once more demanded a ceasefire in Sudan."));

    private static IEnumerable<string> Words(string text) => Reader.Read(text, "2024-02-20").OfType<ArticleEvent.StanceStated>().Select(x => x.Evidence.Exact);
}
