namespace Stances.Extraction.Text;

/// <summary>Tells whether a mark opens or closes a quote, by its shape or by what stands beside it.</summary>
internal static class QuoteMarks
{
    /// <summary>Open or close: a straight mark opens where a word follows it and none stands before it.</summary>
    public static TokenKind Kind(string text, int i, int start, int end)
    {
        switch (text[i])
        {
            case '\u201c' or '\u201e' or '\u00ab' or '\u201f' or '\u300c': return TokenKind.QuoteOpen;
            case '\u201d' or '\u00bb' or '\u300d': return TokenKind.QuoteClose;
        }

        var before = i > start ? text[i - 1] : ' ';
        var after = i + 1 < end ? text[i + 1] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '\u2014' or '-' or '\'') && !char.IsWhiteSpace(after)
            ? TokenKind.QuoteOpen
            : TokenKind.QuoteClose;
    }

    /// <summary>A single mark opens a quote where a later one closes it behind a comma or stop: 'We agree,' he said.</summary>
    public static bool OpensSingle(string text, int i, int start, int end)
    {
        if (i > start && !char.IsWhiteSpace(text[i - 1]) || i + 1 >= end || !char.IsUpper(text[i + 1]))
            return false;
        var limit = Math.Min(end, i + 700);
        for (var k = i + 2; k < limit; k++)
        {
            if (text[k] is '\'' or '\u2019' && text[k - 1] is ',' or '.' or '?' or '!' && (k + 1 >= end || char.IsWhiteSpace(text[k + 1])))
                return true;
        }

        return false;
    }
}
