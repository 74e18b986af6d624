namespace Stances.Extraction.Text;

/// <summary>Cuts "MANILA, Aug. 7 (Yonhap) --" from the front of a paragraph.</summary>
internal static class Datelines
{
    public static (Dateline? Dateline, int Start) Cut(string text, int start, int end)
    {
        var window = Math.Min(end, start + 90);
        for (var i = start + 2; i < window; i++)
        {
            var c = text[i];
            if (c is '\u201c' or '"' or '!' or '?' or ';')
                return (null, start);
            var colon = c == ':' && i + 1 < end && text[i + 1] == ' ';
            var dash = c is '\u2014' or '\u2013' or '-' or '\u2015' && (char.IsWhiteSpace(text[i - 1]) || text[i - 1] == ')' || c is '\u2014' or '\u2015');
            if (c == ')' && i + 2 < end && text[i + 1] == ' ' && char.IsUpper(text[i + 2])
                && text[start..i].Contains(',', StringComparison.Ordinal) && IsDateline(text[start..(i + 1)]))
                return (Parse(text[start..(i + 1)]), i + 2);
            // "Tokyo- The government said", as some papers print it.
            if (c == '-' && i + 2 < end && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && i - start > 3 && IsPlace(text[start..i]))
                return (Parse(text[start..i]), i + 2);
            if (!dash && !colon)
                continue;
            var prefix = text[start..i].Trim();
            if (!IsDateline(prefix) || (colon && !prefix.EndsWith(')')))
                return (null, start);
            while (i < end && (text[i] is '-' or '\u2014' or '\u2013' or '\u2015' or ':' || char.IsWhiteSpace(text[i])))
                i++;
            return (Parse(prefix), i);
        }

        return (null, start);
    }

    private static Dateline Parse(string prefix)
    {
        var open = prefix.LastIndexOf('(');
        var close = prefix.LastIndexOf(')');
        var agency = open >= 0 && close > open ? prefix[(open + 1)..close] : null;
        var head = open > 0 ? prefix[..open].Trim() : prefix;
        var comma = head.IndexOf(',', StringComparison.Ordinal);
        return new Dateline((comma > 0 ? head[..comma] : head).Trim(), head, agency);
    }

    /// <summary>"Vancouver, Canada": a name or two, and nothing else.</summary>
    private static bool IsPlace(string prefix) =>
        prefix.Split(' ') is { Length: < 5 } words
            && words.All(x => x.Length > 1 && char.IsUpper(x[0]) && x.All(y => char.IsLetter(y) || y is ',' or '\'' or '.'));

    private static bool IsDateline(string prefix)
    {
        if (prefix.Length < 3 || prefix.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 9)
            return false;
        var head = prefix.Split([' ', ',', '/', '('], 2)[0];
        if (head.Length == 0 || !char.IsUpper(head[0]))
            return false;
        var caps = head.Length >= 3 && head.All(x => char.IsUpper(x) || x is '.' or '-' or '\'');
        if (!caps && !(prefix.EndsWith(')') && prefix.Contains('(', StringComparison.Ordinal)) && !prefix.Any(char.IsAsciiDigit))
            return false;
        // Every word of it is a name, a month, a number or an agency.
        return prefix.Split([' ', ',', '/', '(', ')', '.', ':'], StringSplitOptions.RemoveEmptyEntries)
            .All(x => char.IsUpper(x[0]) || char.IsAsciiDigit(x[0]) || x is "de" or "al" or "of" or "and" or "el");
    }
}
