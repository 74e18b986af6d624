using System.Globalization;
using System.Text;

namespace Stances.Extraction.Questions;

/// <summary>A word or mark of a question: as written, as it is looked up, and whether it begins with a capital.</summary>
/// <param name="Key">Lower case, without accents, plural -s or British spelling, so that what sounds alike is alike.</param>
internal sealed record Word(string Text, string Lower, string Key, bool Capital, bool Owner)
{
    public bool IsMark => !char.IsLetterOrDigit(Text[0]);

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    /// <summary>The same word spelled otherwise.</summary>
    public Word As(string lower) => this with { Lower = lower, Key = KeyOf(lower) };

    /// <summary>The words and marks of a text. Hyphens part words, but not the numbers of a date.</summary>
    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                var start = i;
                while (i < text.Length && Goes(text, start, i))
                    i++;
                var raw = text[start..i].TrimEnd('.');
                var owner = Owns(text, ref i, raw);
                var lower = Fold(raw).ToLowerInvariant();
                words.Add(new Word(raw, lower, KeyOf(lower), char.IsUpper(raw[0]), owner));
                continue;
            }

            if (c is ',' or ':' or ';' or '?' or '!' or '(' or ')' || (c == '.' && words.Count > 0))
                words.Add(new Word(c.ToString(), c.ToString(), c.ToString(), false, false));
            i++;
        }

        return words;
    }

    /// <summary>The keys a name is found by.</summary>
    public static List<string> Keys(string name) => [.. Split(name).Where(x => !x.IsMark).Select(x => x.Key)];

    private static bool Goes(string text, int start, int i)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            return true;
        var next = i + 1 < text.Length ? text[i + 1] : ' ';
        return c switch
        {
            '-' => char.IsAsciiDigit(text[start]) && char.IsAsciiDigit(next) && i - start >= 4,
            '.' => i - start == 1 || text[i - 1] != '.' && text[start..i].Contains('.', StringComparison.Ordinal) && i >= 2 && text[i - 2] == '.',
            '\'' or '\u2019' => char.IsLetter(next) && !(next is 's' or 'S' && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2]))),
            '+' => i > start,
            _ => false,
        };
    }

    /// <summary>Takes a possessive ending, and that of "what's".</summary>
    private static bool Owns(string text, ref int i, string raw)
    {
        if (i < text.Length && text[i] is '\'' or '\u2019')
        {
            var s = i + 1 < text.Length && text[i + 1] is 's' or 'S';
            if (s || raw.EndsWith('s'))
            {
                i += s ? 2 : 1;
                return true;
            }
        }

        return false;
    }

    internal static string KeyOf(string lower)
    {
        if (lower.Length > 4 && lower.EndsWith("our", StringComparison.Ordinal))
            lower = lower[..^2] + "r";
        lower = lower.Replace("isation", "ization", StringComparison.Ordinal).Replace("labour", "labor", StringComparison.Ordinal)
            .Replace("defence", "defense", StringComparison.Ordinal).Replace("programme", "program", StringComparison.Ordinal);
        if (lower.Length > 4 && lower.EndsWith("ies", StringComparison.Ordinal))
            return lower[..^3] + "y";
        return lower.Length > 3 && lower[^1] == 's' && lower[^2] is not ('s' or 'u' or 'i') ? lower[..^1] : lower;
    }

    internal static string Fold(string raw)
    {
        var letters = new StringBuilder(raw.Length);
        foreach (var c in raw.IsNormalized() ? raw.Normalize(NormalizationForm.FormD) : raw)
        {
            if (c != '.' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                letters.Append(c == '\u2019' ? '\'' : c);
        }

        return letters.Length > 0 ? letters.ToString() : raw;
    }
}
