namespace Stances.Extraction.Text;

/// <summary>Finds the marks that open the points of a list.</summary>
internal static class ListMarkers
{
    private const string Signs =
        "-*\u2022\u00b0\u25cb\u25cf\u25aa\u25ab\u25a0\u25a1\u2013\u2014\u00b7\u30fb\u25e6\u2605\u25b6\u25ba\u25c6\u27a2\u27a4\u2756\u2713\u2714\u2023\u2043\u2219\uf0b7\uf0a7\uf0d8\uf0fc";

    private static readonly string[] Units = ["million", "billion", "trillion", "percent", "per", "points", "times", "km", "degrees"];

    /// <summary>Behind "3.", "6-", "5.1", "(a)", "(ii)", "b)", "IV.", "-", a bullet or a ring, where the line begins with one.</summary>
    public static int Skip(string text, int start, int end)
    {
        if (Mark(text, start, end) is not { } i)
            return start;
        var blank = i;
        while (i < end && char.IsWhiteSpace(text[i]))
            i++;
        return i > blank && i < end ? i : start;
    }

    /// <summary>Where the mark ends; null where the line begins with none.</summary>
    private static int? Mark(string text, int at, int end)
    {
        if (at >= end)
            return null;
        if (Signs.Contains(text[at], StringComparison.Ordinal))
            return at + 1 < end && text[at + 1] == text[at] ? (at + 2 < end && text[at] == '-' && char.IsWhiteSpace(text[at + 2]) ? at + 2 : null) : at + 1;
        if (text[at] == '(')
            return (Count(text, at + 1, end, "0123456789", 3) ?? Count(text, at + 1, end, "ivx", 5)
                ?? Letter(text, at + 1, end)) is { } close
                && close < end && text[close] is ')' or '.' or '-'
                ? close + 1
                : null;
        if (Count(text, at, end, "0123456789", 3) is { } digits)
            return Numbered(text, digits, end);
        // "III.", but not "V.", which opens a name as well.
        var roman = Count(text, at, end, "IVX", 5) ?? Count(text, at, end, "ivx", 5);
        if (roman - at > 1 && roman < end && text[roman.Value] is '.' or ')')
            return roman + 1;
        return Letter(text, at, end) is { } letter && letter < end && text[letter] == ')' ? letter + 1 : null;
    }

    /// <summary>"3.", "3)", "5.1", "5.1.2.", but not "5.1 million".</summary>
    private static int? Numbered(string text, int at, int end)
    {
        var parts = 1;
        while (at + 1 < end && text[at] == '.' && Count(text, at + 1, end, "0123456789", 2) is { } next)
            (at, parts) = (next, parts + 1);
        if (at < end && text[at] is '.' or ')' or '-')
            return at + 1;
        if (parts == 1 || at + 1 >= end || text[at] != ' ' || !char.IsLetter(text[at + 1]))
            return null;
        var word = text.AsSpan(at + 1, Math.Min(9, end - at - 1));
        foreach (var unit in Units)
        {
            if (word.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
                return null;
        }

        return at;
    }

    private static int? Letter(string text, int at, int end) => at < end && char.IsAsciiLetterLower(text[at]) ? at + 1 : null;

    /// <summary>Behind the characters of a kind that stand here, where there are some and not too many.</summary>
    private static int? Count(string text, int at, int end, string kind, int most)
    {
        var i = at;
        while (i < end && i - at <= most && kind.Contains(text[i], StringComparison.Ordinal))
            i++;
        return i > at && i - at <= most ? i : null;
    }
}
