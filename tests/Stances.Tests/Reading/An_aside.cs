using static Stances.Domain.ArticleEvent;

namespace Stances.Tests.Reading;

public class An_aside
{
    [Theory]
    [InlineData("Ghana, President John Mahama said, had even proposed a vote on Western Sahara.", "GHA John Mahama western-sahara Demands: Ghana, President John Mahama said, had even proposed a vote on Western Sahara")]
    [InlineData("Ghana would spare no effort, President John Mahama promised, to end the war in Gaza.", "GHA John Mahama gaza-war Commits: Ghana would spare no effort, President John Mahama promised, to end the war in Gaza")]
    [InlineData("Ghana's John Mahama told reporters. Peru, he says, has promised to end the war in Gaza.", "PER - gaza-war Commits: Peru, he says, has promised to end the war in Gaza")]
    [InlineData("Ghana will help Gaza in the war, President John Mahama assured him.", "GHA John Mahama gaza-war Commits: Ghana will help Gaza in the war, President John Mahama assured him")]
    [InlineData("President John Mahama told the envoy that he opposed the coup in Niger, a spokesperson for Ghana said.", "GHA John Mahama coup Opposes: President John Mahama told the envoy that he opposed the coup in Niger")]
    public void Parts_no_clause(string text, string stance) =>
        Assert.Equal([stance], Reader.Read(text, "2025-02-20").OfType<StanceStated>().Select(x => $"{x.Country} {x.Speaker?.Name ?? "-"} {x.Topic} {x.Position}: {x.Evidence.Exact}"));
}
