using System.Text;
using Stances.Extraction.Questions;

namespace Stances.Answers;

/// <summary>Whether words hold other words, whatever their case, marks and endings.</summary>
internal static class Wording
{
    /// <summary>Whether a text holds a phrase as whole words, in any case and with any marks between.</summary>
    public static bool Holds(string text, string phrase)
    {
        var (hay, needle) = (Plain(text), Plain(phrase));
        return needle.Trim().Length > 0 && hay.Contains(needle, StringComparison.Ordinal);
    }

    /// <summary>Whether a text holds a word or another form of it: "apologised" holds "apologise".</summary>
    public static bool HoldsWord(string text, string word)
    {
        var stem = Stem(word);
        return Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(x => Stem(x) == stem);
    }

    public static bool HoldsAny(string text, Matter matter) =>
        matter.Spellings.Any(x => Holds(text, x) || (!x.Contains(' ', StringComparison.Ordinal) && HoldsWord(text, x)));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (!char.IsControl(c) && System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && c is not ('\'' or '\u2019') && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain[^1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }

    private static string Stem(string word)
    {
        var w = word.ToLowerInvariant();
        foreach (var end in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y"])
        {
            if (w.Length - end.Length >= 4 && w.EndsWith(end, StringComparison.Ordinal))
                return w[..^end.Length];
        }

        return w;
    }
}
