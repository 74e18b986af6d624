using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_statement_of_several_points
{
    [Theory]
    [InlineData("Kenya's spokesman Isaac Mwaura said that Kenya welcomed the talks on the war in Sudan and rejected the coup in Niger.", "said that Kenya welcomed", "rejected the coup in Niger")]
    [InlineData("Kenya backs the ceasefire in Sudan, President William Ruto stressed, but all militias must end the war in Sudan.", "Kenya backs the ceasefire in Sudan, President William Ruto stressed", "all militias must end the war in Sudan")]
    [InlineData("Kenya regretted the war in Sudan, President William Ruto told reporters in Nairobi, and would urge both to keep the ceasefire in Sudan.", "Kenya regretted", "would urge both to keep")]
    [InlineData("Kenya backs the ceasefire in Sudan and wants the war in Sudan to end, President William Ruto said.", "Kenya backs the ceasefire in Sudan", "wants the war in Sudan to end, President William Ruto said")]
    [InlineData("President William Ruto said that Sudan could hope for the aid of Kenya only if it kept the ceasefire in Sudan, and that Ethiopia should sign the agreement on the Nile dam.", "President William Ruto said", "that Ethiopia should sign")]
    public void Is_cut_where_the_next_begins(string text, string first, string second) =>
        Assert.Collection(Words(text), x => Assert.Contains(first, x, StringComparison.Ordinal), x => Assert.StartsWith(second, x, StringComparison.Ordinal));

    [Theory]
    [InlineData("President William Ruto said that Kenya welcomed and backed the ceasefire in Sudan.")]
    [InlineData("President William Ruto said that Sudan broke the ceasefire in Sudan and must end the war in Sudan.")]
    [InlineData("Kenya backs the ceasefire in Sudan, President William Ruto said, and it hopes for an end of the war.")]
    public void Is_one_where_the_point_is(string text) => Assert.Single(Words(text));

    private static IEnumerable<string> Words(string text) => Reader.Read(text, "2024-02-20").OfType<ArticleEvent.StanceStated>().Select(x => x.Evidence.Exact);
}
