using System.Globalization;
using System.Text;

namespace Stances.Extraction.Text;

/// <summary>Cuts text into words and marks by hand, in one pass, without changing it.</summary>
internal static class Tokenizer
{
    public static List<Token> Read(string text) => Read(text, 0, text.Length);

    public static List<Token> Read(string text, int start, int end)
    {
        var tokens = new List<Token>((end - start) / 5 + 8);
        for (var i = start; i < end;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' || char.IsControl(c))
                i++;
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                i = Word(text, i, end, tokens);
            else
                i = Mark(text, i, start, end, tokens);
        }

        return tokens;
    }

    private static int Word(string text, int at, int end, List<Token> tokens)
    {
        var i = at;
        while (i < end)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                i++;
                continue;
            }

            var next = i + 1 < end ? text[i + 1] : ' ';
            var inWord = char.IsLetterOrDigit(next) && c switch
            {
                // "Korea-Japan" are two names, "Kyung-wha" and "Japan-hosted" one word.
                '-' or '\u2010' or '\u2011' => !(char.IsUpper(text[at]) && char.IsUpper(next)) && !(text[i - 1] == '.'),
                '\'' or '\u2019' => !Possessive(text, i, end) && !(char.IsUpper(next) && i - at > 2),
                '.' => Abbreviation(text, at, i) || (char.IsDigit(text[i - 1]) && char.IsDigit(next)),
                ',' => char.IsDigit(text[i - 1]) && char.IsDigit(next) && i + 3 < end && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3]),
                '&' => i - at == 1,
                _ => false,
            };
            if (!inWord)
                break;
            i += 2;
        }

        // The point of "U.S." belongs to it, and that of a lone initial.
        if (i < end && text[i] == '.' && Abbreviation(text, at, i))
            i++;
        var raw = text[at..i];
        var name = Fold(raw);
        tokens.Add(new Token(at, i, char.IsDigit(text[at]) ? TokenKind.Number : TokenKind.Word, name, name.ToLowerInvariant(), char.IsUpper(text[at])));
        return i;
    }

    private static bool Abbreviation(string text, int at, int dot)
    {
        if (dot - at == 1)
            return char.IsUpper(text[at]) || (dot + 2 < text.Length && text[dot + 2] == '.' && char.IsLetter(text[at]));
        for (var i = at; i < dot; i++)
        {
            if ((i - at) % 2 == 0 ? !char.IsLetter(text[i]) : text[i] != '.')
                return false;
        }

        return (dot - at) % 2 == 1;
    }

    private static bool Possessive(string text, int apostrophe, int end) =>
        apostrophe + 1 < end && text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= end || !char.IsLetterOrDigit(text[apostrophe + 2]));

    private static int Mark(string text, int i, int start, int end, List<Token> tokens)
    {
        var c = text[i];
        var length = 1;
        TokenKind kind;
        switch (c)
        {
            case '\'' or '\u2019' when Possessive(text, i, end) && tokens.Count > 0 && tokens[^1].End == i:
                kind = TokenKind.Possessive;
                length = 2;
                break;
            case '\'' or '\u2019' when tokens.Count > 0 && tokens[^1].End == i && tokens[^1].Lower.EndsWith('s') && i + 1 < end && text[i + 1] == ' ':
                kind = TokenKind.Possessive;
                break;
            case '"' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' or '\u201f' or '\u300c' or '\u300d':
                kind = Quote(text, i, start, end);
                break;
            case '\'' or '\u2018' when OpensSingle(text, i, start, end):
                kind = TokenKind.QuoteOpen;
                break;
            case '\'' or '\u2019' when i > start && text[i - 1] is ',' or '.' or '?' or '!' && (i + 1 >= end || char.IsWhiteSpace(text[i + 1])):
                kind = TokenKind.QuoteClose;
                break;
            case '\'' when i + 1 < end && text[i + 1] == '\'':
                kind = Quote(text, i + 1, start, end);
                length = 2;
                break;
            case '`' when i + 1 < end && text[i + 1] == '`':
                kind = TokenKind.QuoteOpen;
                length = 2;
                break;
            case ',':
                // ",..." is how broadcast scripts mark a pause.
                length = Run(text, i + 1, end, '.') + 1;
                kind = TokenKind.Comma;
                break;
            case '.' when Run(text, i, end, '.') > 1:
                length = Run(text, i, end, '.');
                kind = TokenKind.Ellipsis;
                break;
            case '\u2026': kind = TokenKind.Ellipsis; break;
            case '.' or '!' or '?' or '\u3002': kind = TokenKind.Stop; break;
            case ';': kind = TokenKind.Semicolon; break;
            case ':': kind = TokenKind.Colon; break;
            case '\u2014' or '\u2013' or '\u2015': kind = TokenKind.Dash; break;
            case '-' when Run(text, i, end, '-') > 1:
                length = Run(text, i, end, '-');
                kind = TokenKind.Dash;
                break;
            case '-' when i > start && char.IsWhiteSpace(text[i - 1]): kind = TokenKind.Dash; break;
            case '-' or '\u2010' or '\u2011' or '/': kind = TokenKind.Hyphen; break;
            case '(' or '[' or '{': kind = TokenKind.Open; break;
            case ')' or ']' or '}': kind = TokenKind.Close; break;
            default: kind = TokenKind.Other; break;
        }

        var word = text.Substring(i, length);
        tokens.Add(new Token(i, i + length, kind, kind == TokenKind.Possessive ? "'s" : word, kind == TokenKind.Possessive ? "'s" : word, false));
        return i + length;
    }

    /// <summary>A straight mark opens where a word follows it and none stands before it.</summary>
    private static TokenKind Quote(string text, int i, int start, int end)
    {
        switch (text[i])
        {
            case '\u201c' or '\u201e' or '\u00ab' or '\u201f' or '\u300c': return TokenKind.QuoteOpen;
            case '\u201d' or '\u00bb' or '\u300d': return TokenKind.QuoteClose;
        }

        var before = i > start ? text[i - 1] : ' ';
        var after = i + 1 < end ? text[i + 1] : ' ';
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '\u2014' or '-' or '\'') && !char.IsWhiteSpace(after) ? TokenKind.QuoteOpen : TokenKind.QuoteClose;
    }

    /// <summary>A single mark opens a quote where a later one closes it behind a comma or stop: 'We agree,' he said.</summary>
    private static bool OpensSingle(string text, int i, int start, int end)
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

    private static int Run(string text, int at, int end, char c)
    {
        var i = at;
        while (i < end && text[i] == c)
            i++;
        return i - at;
    }

    /// <summary>The word as names are compared: plain letters without accents, straight apostrophes and hyphens, no points of abbreviation.</summary>
    internal static string Fold(string raw)
    {
        var plain = true;
        foreach (var c in raw)
        {
            if (c > 127 || c == '.')
            {
                plain = false;
                break;
            }
        }

        if (plain)
            return raw;
        var letters = new StringBuilder(raw.Length);
        foreach (var c in Normal(raw))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || (c == '.' && !char.IsDigit(raw[0])))
                continue;
            letters.Append(c switch
            {
                '\u2019' or '\u02bc' => '\'',
                '\u2010' or '\u2011' => '-',
                '\u0131' => 'i',
                '\u0142' => 'l',
                '\u0141' => 'L',
                '\u00f8' => 'o',
                '\u00d8' => 'O',
                '\u0111' => 'd',
                '\u0110' => 'D',
                '\u0259' => 'a',
                _ => c,
            });
        }

        return letters.ToString();
    }

    private static string Normal(string raw)
    {
        try
        {
            return raw.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no normal form; it is compared as it is.
            return raw;
        }
    }
}
