using System.Collections.Frozen;
using System.Globalization;

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
                '\'' or '\u2019' => !Possessive(text, i, end) && !Clitic(text, i, end, out _) && !(char.IsUpper(next) && i - at > 2),
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
        var name = PlainName.Of(raw);
        // So does that of "Jr." where the sentence goes on.
        if (i + 2 < end && text[i] == '.' && raw is "Jr" or "Sr" && !char.IsUpper(text[i + 2]))
            i++;
        tokens.Add(new Token(at, i, char.IsDigit(text[at]) ? TokenKind.Number : TokenKind.Word, name, name.ToLowerInvariant(), char.IsUpper(text[at])));
        return i;
    }

    private static bool Abbreviation(string text, int at, int dot)
    {
        // "a post on X. He said": the network, not a letter of a name.
        if (dot - at == 1 && text[at] == 'X' && at >= 3 && text.AsSpan(at - 3, 3).Equals("on ", StringComparison.OrdinalIgnoreCase))
            return false;
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

    /// <summary>Words behind which "'s" is a verb: "it's", "that's".</summary>
    private static readonly FrozenSet<string> Contracts = Words.English.Set("it he she that there what who here where how");

    /// <summary>"we're", "they've", "I'll", "we'd": a verb that leans on the word before it.</summary>
    private static bool Clitic(string text, int apostrophe, int end, out int length)
    {
        length = 1;
        foreach (var verb in (ReadOnlySpan<string>)["re", "ve", "ll", "d", "m"])
        {
            var stop = apostrophe + 1 + verb.Length;
            if (stop > end || stop < end && char.IsLetterOrDigit(text[stop])
                || !text.AsSpan(apostrophe + 1, verb.Length).Equals(verb, StringComparison.OrdinalIgnoreCase))
                continue;
            length = verb.Length + 1;
            return true;
        }

        return false;
    }

    private static int Mark(string text, int i, int start, int end, List<Token> tokens)
    {
        var c = text[i];
        var length = 1;
        TokenKind kind;
        switch (c)
        {
            case '\'' or '\u2019' when tokens.Count > 0 && tokens[^1].End == i
                && (Clitic(text, i, end, out length) || Possessive(text, i, end) && Contracts.Contains(tokens[^1].Lower)):
                length = Math.Max(length, 2);
                var verb = "'" + text.Substring(i + 1, length - 1).ToLowerInvariant();
                tokens.Add(new Token(i, i + length, TokenKind.Word, verb, verb, false));
                return i + length;
            case '\'' or '\u2019' when Possessive(text, i, end) && tokens.Count > 0 && tokens[^1].End == i:
                kind = TokenKind.Possessive;
                length = 2;
                break;
            case '\'' or '\u2019' when tokens.Count > 0 && tokens[^1].End == i && tokens[^1].Lower.EndsWith('s') && i + 1 < end && text[i + 1] == ' ':
                kind = TokenKind.Possessive;
                break;
            case '"' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' or '\u201f' or '\u300c' or '\u300d':
                kind = QuoteMarks.Kind(text, i, start, end);
                break;
            case '\'' or '\u2018' when QuoteMarks.OpensSingle(text, i, start, end):
                kind = TokenKind.QuoteOpen;
                break;
            case '\'' or '\u2019' when i > start && text[i - 1] is ',' or '.' or '?' or '!' && (i + 1 >= end || char.IsWhiteSpace(text[i + 1])):
                kind = TokenKind.QuoteClose;
                break;
            case '\'' when i + 1 < end && text[i + 1] == '\'':
                kind = QuoteMarks.Kind(text, i + 1, start, end);
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

    private static int Run(string text, int at, int end, char c)
    {
        var i = at;
        while (i < end && text[i] == c)
            i++;
        return i - at;
    }
}
