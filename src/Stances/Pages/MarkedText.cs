using Stances.Domain;

namespace Stances.Pages;

/// <summary>A stretch of text that rests under the same pieces of evidence throughout.</summary>
/// <param name="Marks">The versions of the events it is evidence of.</param>
/// <param name="Begins">Those of them whose evidence starts here; <paramref name="Ends"/> those that end here.</param>
public sealed record TextRun(string Text, IReadOnlyList<long> Marks, IReadOnlyList<long> Begins, IReadOnlyList<long> Ends);

/// <summary>A text cut into paragraphs of runs. It stays text: whatever it holds is written encoded, and marks are put around it.</summary>
public static class MarkedText
{
    private sealed record Placed(long Version, int Start, int End);

    /// <summary>The paragraphs of a text with these pieces of evidence, and the versions of those whose words it does not hold.</summary>
    public static (IReadOnlyList<IReadOnlyList<TextRun>> Paragraphs, IReadOnlySet<long> Missing) Cut(string text, IReadOnlyList<(long Version, Evidence Evidence)> marks)
    {
        var found = marks.Select(x => (x.Version, Place: Find(text, x.Evidence))).ToList();
        var placed = found.Where(x => x.Place is not null).Select(x => x.Place! with { Version = x.Version }).ToList();
        var cuts = placed.SelectMany(x => new[] { x.Start, x.End }).Concat([0, text.Length]).Concat(Lines(text)).Distinct().Order().ToArray();

        var paragraphs = new List<IReadOnlyList<TextRun>>();
        var paragraph = new List<TextRun>();
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var (start, end) = (cuts[i], cuts[i + 1]);
            var run = text[start..end];
            if (run is "\n" or "\r\n" or "\r")
            {
                Close();
                continue;
            }

            var under = placed.Where(x => x.Start <= start && end <= x.End).ToList();
            paragraph.Add(new TextRun(
                run, [.. under.Select(x => x.Version)], [.. under.Where(x => x.Start == start).Select(x => x.Version)], [.. under.Where(x => x.End == end).Select(x => x.Version)]));
        }

        Close();
        return (paragraphs, found.Where(x => x.Place is null).Select(x => x.Version).ToHashSet());

        void Close()
        {
            if (paragraph.Any(x => !string.IsNullOrWhiteSpace(x.Text)))
                paragraphs.Add([.. paragraph]);
            paragraph.Clear();
        }
    }

    // A finding may be of an earlier text of the article and stand elsewhere in this one.
    private static Placed? Find(string text, Evidence evidence)
    {
        if (evidence.StandsIn(text))
            return new Placed(0, evidence.Start, evidence.End);
        var at = evidence.Exact.Length == 0 ? -1 : text.IndexOf(evidence.Exact, StringComparison.Ordinal);
        return at < 0 ? null : new Placed(0, at, at + evidence.Exact.Length);
    }

    /// <summary>Before and after every line break.</summary>
    private static IEnumerable<int> Lines(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                continue;
            yield return i;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            yield return i + 1;
        }
    }
}
