using System.Globalization;

namespace Stances.Extraction.Text;

/// <summary>Finds the paragraphs of an article and what each is, by offsets; nothing is rewritten.</summary>
internal static class Layout
{
    private static readonly string[] PhotoWords =
        ["file photo", "photo not for sale", "in this photo", "photo by", "photo:", "photo courtesy", "photo provided", "(photo", "[photo", "pool photo",
         "ap photo", "afp photo", "reuters/", "getty images", "pictured", "image credit", "screengrab", "photograph:"];

    private static readonly string[] PoseWords = ["poses for", "pose for", "shakes hands", "shake hands", "posing for", "arrives for", "arrive for", "looks on", "speaks during", "attends a", "attend a"];

    private static readonly string[] SideWords = ["(l)", "(r)", "(c)", "(left)", "(right)", "(center)", "(centre)", "(2nd", ", left,", ", right,", ", center,", " left)", " right)", "from left", "from right"];

    private static readonly string[] MetaStarts =
        ["published", "updated", "date:", "by ", "photo", "share", "copyright", "all rights reserved", "read more", "related", "subscribe", "print",
         "tags:", "source:", "editor:", "reporter:", "last updated", "posted", "also read", "see also", "follow us", "click here", "*", "©", "advertisement",
         "contact:", "tel:", "e-mail", "email", "reporting by", "writing by", "editing by", "additional reporting", "attachment", "sign up", "watch:", "listen:"];

    public static List<Block> Read(string text, IReadOnlyList<string> boilerplate)
    {
        var paragraphs = Paragraphs(text);
        var blocks = new List<Block>(paragraphs.Count);
        var bodySeen = false;
        var titleSeen = false;
        foreach (var (from, to) in paragraphs)
        {
            var (start, end) = Trim(text, from, to);
            if (start >= end)
                continue;
            var bullet = false;
            var afterMarker = SkipMarker(text, start, end);
            if (afterMarker > start)
                (start, bullet) = (afterMarker, true);
            var kind = Kind(text, start, end, bullet, bodySeen, titleSeen, boilerplate);
            Dateline? dateline = null;
            string? label = null;
            if (kind == BlockKind.Body)
            {
                (dateline, start) = Datelines.Cut(text, start, end);
                (label, start) = Labels.Cut(text, start, end);
                if (start >= end)
                    continue;
                bodySeen = true;
            }

            titleSeen |= kind == BlockKind.Title;
            blocks.Add(new Block(start, end, kind, dateline, label, bullet));
        }

        return blocks;
    }

    /// <summary>Lines, joined where they are one paragraph wrapped at a fixed width.</summary>
    private static List<(int Start, int End)> Paragraphs(string text)
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

            if (open && SkipMarker(text, from, to) == from)
                paragraphs[^1] = (paragraphs[^1].Start, end);
            else
                paragraphs.Add((start, end));
            open = wrapped && end - start > full * 0.6;
        }

        return paragraphs;
    }

    private static BlockKind Kind(string text, int start, int end, bool bullet, bool bodySeen, bool titleSeen, IReadOnlyList<string> boilerplate)
    {
        var span = text.AsSpan(start, end - start);
        var lower = span.Length > 600 ? "" : span.ToString().ToLowerInvariant();
        var words = Words(span, out var latin, out var letters);
        if (letters == 0 || latin * 10 < letters * 6)
            return BlockKind.Meta;
        foreach (var line in boilerplate)
        {
            if (span.Length <= line.Length + 24 && span.Contains(line, StringComparison.OrdinalIgnoreCase))
                return BlockKind.Meta;
        }

        if (lower.Length > 0 && IsCaption(lower))
            return BlockKind.Caption;
        var finished = Finished(span);
        if (lower.Length is > 0 and < 120 && words < 14 && MetaStarts.Any(x => lower.StartsWith(x, StringComparison.Ordinal)) && !(finished && words > 7))
            return BlockKind.Meta;
        if (finished && words >= 5 && !(words < 16 && !bodySeen && !titleSeen && span[^1] is '"' or '\u201d' or '?' or ')'))
            return BlockKind.Body;
        if (finished && words >= 3 && bodySeen)
            return BlockKind.Body;
        if (words >= 22 || (bullet && words >= 6 && (bodySeen || words >= 10)) || (words >= 5 && span[0] is '"' or '\u201c'))
            return BlockKind.Body;
        return words >= 4 && !LooksLikeDate(lower) ? BlockKind.Title : BlockKind.Meta;
    }

    private static bool IsCaption(string lower)
    {
        if (PhotoWords.Any(x => lower.Contains(x, StringComparison.Ordinal)) && lower.Length < 500)
            return true;
        var sides = SideWords.Count(x => lower.Contains(x, StringComparison.Ordinal));
        return sides >= 2 || (sides == 1 && PoseWords.Any(x => lower.Contains(x, StringComparison.Ordinal)));
    }

    private static bool LooksLikeDate(string lower) =>
        lower.Length < 60 && lower.Count(char.IsDigit) >= 4 && DateTime.TryParse(lower, CultureInfo.InvariantCulture, out _);

    private static bool Finished(ReadOnlySpan<char> span)
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            if (span[i] is '.' or '!' or '?' or '"' or '\u201d' or '\u2019' or ':' or ';' or '\u2026' or '\u3002')
                return true;
            if (span[i] is ')' or ']')
            {
                var open = span[..i].LastIndexOfAny('(', '[');
                if (open <= 0)
                    return false;
                i = open;
                continue;
            }

            if (!char.IsWhiteSpace(span[i]) && span[i] != '#')
                return false;
        }

        return false;
    }

    private static int Words(ReadOnlySpan<char> span, out int latin, out int letters)
    {
        var words = 0;
        (latin, letters) = (0, 0);
        var inWord = false;
        foreach (var c in span)
        {
            var letter = char.IsLetterOrDigit(c);
            if (letter && !inWord)
                words++;
            inWord = letter || c is '\'' or '\u2019' or '-' or '.';
            if (char.IsLetter(c))
            {
                letters++;
                if (c < 0x250)
                    latin++;
            }
        }

        return words;
    }

    /// <summary>Behind "3.", "(a)", "-", a bullet or a ring, where the line begins with one.</summary>
    private static int SkipMarker(string text, int start, int end)
    {
        var i = start;
        var digits = 0;
        if (i < end && text[i] is '-' or '*' or '\u2022' or '\u00b0' or '\u25cb' or '\u25cf' or '\u25aa' or '\u25a0' or '\u2013' or '\u00b7' or '\u30fb' or '\u25e6' or '\u2605' or '\u25b6' or '\u25a1' or '\uf0b7')
        {
            i++;
            if (i < end && text[i] == text[i - 1])
                return start;
        }
        else
        {
            var paren = i < end && text[i] == '(';
            if (paren)
                i++;
            while (i < end && char.IsAsciiDigit(text[i]) && digits < 3)
                (i, digits) = (i + 1, digits + 1);
            if (digits == 0 && paren && i + 1 < end && char.IsAsciiLetterLower(text[i]) && text[i + 1] == ')')
                (i, digits) = (i + 1, 1);
            if (digits == 0 || i >= end || text[i] is not ('.' or ')'))
                return start;
            i++;
        }

        var blank = i;
        while (i < end && char.IsWhiteSpace(text[i]))
            i++;
        return i > blank && i < end ? i : start;
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '\ufeff' or '\u200b' or '\0'))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '\u200b' or '\0'))
            end--;
        return (start, end);
    }
}
