namespace Stances.Extraction.Text;

/// <summary>Finds where the paragraphs of a text begin and end.</summary>
internal static class Paragraphs
{
    /// <summary>Lines, joined where they are one paragraph wrapped at a fixed width.</summary>
    public static List<(int Start, int End)> Of(string text)
    {
        var lines = new List<(int Start, int End)>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2028');
            var stop = end < 0 ? text.Length : at + end;
            lines.Add((at, stop));
            at = stop + 1;
            if (stop + 1 < text.Length && text[stop] == '\r' && text[stop + 1] == '\n')
                at++;
        }

        // One long line among many, an address or a heading, does not hide the width of the rest.
        var lengths = lines.Select(x => x.End - x.Start).Where(x => x > 0).Order().ToList();
        var full = lengths.Count == 0 ? 0 : lengths[(lengths.Count - 1) * 19 / 20];
        var wrapped = full is >= 40 and <= 130 && lines.Count(x => x.End - x.Start > full * 0.7) >= 3;
        var paragraphs = new List<(int Start, int End)>();
        var open = false;
        foreach (var (start, end) in lines)
        {
            var (from, to) = Trim(text, start, end);
            if (from >= to)
            {
                open = false;
                continue;
            }

            if (open && ListMarkers.Skip(text, from, to) == from)
                paragraphs[^1] = (paragraphs[^1].Start, end);
            else
                paragraphs.Add((start, end));
            open = wrapped && end - start > full * 0.6;
        }

        return paragraphs;
    }

    /// <summary>The range without the blanks at its ends.</summary>
    public static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '\ufeff' or '\u200b' or '\0'))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '\u200b' or '\0'))
            end--;
        return (start, end);
    }
}
