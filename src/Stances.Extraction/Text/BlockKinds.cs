using System.Globalization;

namespace Stances.Extraction.Text;

/// <summary>Tells what a paragraph is to the article: running text, a heading, a caption, or none of it.</summary>
internal static class BlockKinds
{
    private static readonly string[] MetaStarts =
        ["published", "updated", "date:", "by ", "photo", "share", "copyright", "all rights reserved", "read more", "related", "subscribe", "print",
         "tags:", "source:", "editor:", "reporter:", "last updated", "posted", "also read", "see also", "follow us", "click here", "*", "©", "advertisement",
         "contact:", "tel:", "e-mail", "email", "reporting by", "writing by", "editing by", "additional reporting", "attachment", "sign up",
             "watch:", "listen:"];

    /// <summary>What opens a list of keywords.</summary>
    private static readonly string[] Lists =
        ["subjects:", "subject:", "topics:", "topic:", "tags:", "keywords:", "categories:", "category:", "filed under", "in this story:"];

    public static BlockKind Of(string text, int start, int end, bool bullet, bool bodySeen, bool titleSeen, IReadOnlyList<string> boilerplate)
    {
        var span = text.AsSpan(start, end - start);
        var lower = span.Length > 600 ? "" : span.ToString().ToLowerInvariant();
        var words = Words(span, out var latin, out var letters);
        if (letters == 0 || latin * 10 < letters * 6 || IsMenu(span) || Lists.Any(x => lower.StartsWith(x, StringComparison.Ordinal)))
            return BlockKind.Meta;
        foreach (var line in boilerplate)
        {
            if (span.Length <= line.Length + 24 && span.Contains(line, StringComparison.OrdinalIgnoreCase))
                return BlockKind.Meta;
        }

        if (lower.Length > 0 && Captions.Is(lower))
            return BlockKind.Caption;
        var finished = Finished(span);
        if (lower.Length is > 0 and < 120 && words < 14 && MetaStarts.Any(x => lower.StartsWith(x, StringComparison.Ordinal)) && !(finished && words > 7))
            return BlockKind.Meta;
        if (finished && words >= 5 && !(words < 16 && !bodySeen && !titleSeen && span[^1] is '"' or '\u201d' or '?' or ')'))
            return BlockKind.Body;
        // "The ministers:", whose points follow
        if (finished && words is 2 or 3 or 4 && span[^1] == ':'
            && (lower.StartsWith("the ", StringComparison.Ordinal) || lower.StartsWith("both ", StringComparison.Ordinal)
                || lower.StartsWith("they ", StringComparison.Ordinal) || lower.StartsWith("hereby", StringComparison.Ordinal)))
            return BlockKind.Body;
        if (finished && words >= 3 && bodySeen)
            return BlockKind.Body;
        if (words >= 22 || (bullet && words >= 6 && (bodySeen || words >= 10)) || (words >= 5 && span[0] is '"' or '\u201c'))
            return BlockKind.Body;
        return words >= 4 && !LooksLikeDate(lower) ? BlockKind.Title : BlockKind.Meta;
    }

    /// <summary>"Home | Press | Briefings", "HOME &gt; Press &gt; Briefings": words to click on.</summary>
    private static bool IsMenu(ReadOnlySpan<char> line) =>
        line.Length < 300 && (line.Count('|') > 1 || line.Count('>') > 1 || line.Count('\u00bb') > line.Count('\u00ab') + 1 || line.Count('\u203a') > 1);

    private static bool LooksLikeDate(string lower) =>
        lower.Length < 60 && lower.Count(char.IsDigit) >= 4 && DateTime.TryParse(lower, CultureInfo.InvariantCulture, out _);

    private static bool Finished(ReadOnlySpan<char> span)
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            if (span[i] is '.' or '!' or '?' or '"' or '\u201d' or '\u2019' or '\u00bb' or ':' or ';' or '\u2026' or '\u3002')
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
}
