using Stances.Extraction.Text;

namespace Stances.Extraction.Topics;

/// <summary>
/// A stretch around a statement that may tell its topic, how much it says of it, what it is, and whether it belongs to the same paragraph,
/// answer or section.
/// </summary>
internal sealed record Place(int First, int End, double Factor, string Ground, bool Near);

/// <summary>What stands around a sentence, the nearest first: its paragraph, the question it answers, the heading over it, the paragraph before.</summary>
internal sealed class Surroundings(Document document)
{
    private const int Reach = 6;

    /// <summary>What was told so many sentences ago has faded to nothing.</summary>
    private const int Memory = 40;

    public IEnumerable<Place> Of(int sentence)
    {
        var block = document.Sentences[sentence].Block;
        var at = sentence - 1;
        for (; at >= 0 && sentence - at <= Memory && document.Sentences[at].Block == block; at--)
            yield return new Place(document.Sentences[at].First, document.Sentences[at].End, 0.4, "topic:before", true);
        if (Question(block) is { } asked)
            yield return new Place(document.Ranges[asked].First, document.Ranges[asked].End, 0.6, "topic:question", true);
        else if (Heading(block) is { } heading)
            yield return new Place(document.Ranges[heading].First, document.Ranges[heading].End, 0.6, "topic:heading", true);
        // A point of a list has nothing to do with the one before it.
        if (document.Blocks[block].Bullet)
            yield break;
        for (; at >= 0 && sentence - at <= Reach; at--)
            yield return new Place(document.Sentences[at].First, document.Sentences[at].End, 0.4, "topic:before", false);
    }

    /// <summary>The sentence behind it in the same paragraph, which often says what the scheme, the plan or the step is.</summary>
    public Sentence? After(int sentence) =>
        sentence + 1 < document.Sentences.Count && document.Sentences[sentence + 1].Block == document.Sentences[sentence].Block
            ? document.Sentences[sentence + 1]
            : null;

    /// <summary>In a transcript the words of another that this one answers.</summary>
    private int? Question(int block)
    {
        var own = document.Blocks[block].Label;
        for (var b = block - 1; b >= 0; b--)
        {
            if (document.Blocks[b].Kind == BlockKind.Title)
                return null;
            if (document.Blocks[b].Label is not { } label || label == own)
                continue;
            if (Labels.Asks(label) || own is not null && Asked(b))
                return b;
            if (own is not null)
                return null;
            own = label;
        }

        return null;
    }

    private bool Asked(int block)
    {
        var (first, end) = document.Ranges[block];
        return Enumerable.Range(first, end - first).Any(i => document.Tokens[i].Name == "?");
    }

    /// <summary>The heading within the article that the paragraph stands under.</summary>
    private int? Heading(int block)
    {
        for (var b = block - 1; b > 0; b--)
        {
            if (document.Blocks[b].Kind == BlockKind.Title)
                return document.Blocks.Take(b).Any(x => x.Kind == BlockKind.Body) ? b : null;
        }

        return null;
    }
}
