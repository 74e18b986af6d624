using System.Collections.Frozen;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>An interview printed without labels: paragraphs that only ask, and between them the answers of whoever its head names most.</summary>
internal sealed class Interview
{
    /// <summary>So many questions make an interview of an article that says it is one.</summary>
    private const int Least = 3;

    private static readonly FrozenSet<string> Signs = English.Set("interview interviewed spoke talked conversation asked q&a answers sat met tells told");

    private readonly HashSet<int> questions = [];

    public Interview(Scene scene)
    {
        var blocks = scene.Document.Blocks;
        if (blocks.Any(x => x.Kind == BlockKind.Body && x.Label is not null))
            return;
        for (var b = 0; b < blocks.Count; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            if (blocks[b].Kind != BlockKind.Caption && end > first + 2 && end - first < 80 && scene.Tokens[end - 1].Name == "?"
                && !scene.Document.Tokens[first].Kind.Equals(TokenKind.QuoteOpen))
                questions.Add(b);
        }

        if (questions.Count < Least)
            return;
        Opening = questions.Min();
        var head = scene.Document.Ranges[Opening].First;
        if (!Enumerable.Range(0, head).Any(i => Signs.Contains(scene.Tokens[i].Lower)))
            return;
        Interviewee = Enumerable.Range(0, head).Select(i => scene.Mentions[i]).OfType<Mention>().Distinct()
            .Where(x => x.Person is { Country: not null, Private: false }).GroupBy(x => x.Person!).OrderByDescending(x => x.Count()).FirstOrDefault()?.Key;
    }

    /// <summary>Who answers; null where it is no interview.</summary>
    public CastMember? Interviewee { get; }

    /// <summary>The paragraph of the first question.</summary>
    public int Opening { get; }

    /// <summary>Whether the paragraph only asks.</summary>
    public bool Asks(int block) => questions.Contains(block);
}
