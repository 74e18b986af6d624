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

    /// <summary>Words that reports use for one another, by their stems.</summary>
    private static readonly string[][] Alike = [.. ((string[])
    [
        "attack strike raid assault bombing shelling bombardment", "withdraw lift drop scrap remove rescind", "withdrawal exit pullout departure", "stop halt cease end", "begin start launch",
        "apology apologise", "flawed defective", "reject refuse",
    ]).Select(x => x.Split(' ').Select(Stem).ToArray())];

    /// <summary>
    /// Whether a text holds a word or another form of it: "apologised" holds "apologise"; or one that reports use for it. With "not" before it
    /// the text must deny it, and without must not.
    /// </summary>
    public static bool HoldsWord(string text, string word)
    {
        var denied = word.StartsWith(Denial, StringComparison.Ordinal);
        var stem = Stem(denied ? word[Denial.Length..] : word);
        var alike = Alike.FirstOrDefault(x => x.Contains(stem)) ?? [stem];
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length).Any(i => alike.Contains(Stem(words[i])) && denied == words[Math.Max(0, i - 3)..i].Any(x => x is "not" or "never"));
    }

    /// <summary>What stands before a word that is denied: "not withdraw".</summary>
    private const string Denial = "not ";

    public static bool HoldsAny(string text, Matter matter) =>
        matter.Spellings.Any(x => Holds(text, x) || (!x.Contains(' ', StringComparison.Ordinal) && HoldsWord(text, x)));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 2).Append(' ');
        // "North Korea's" holds "North Korea".
        foreach (var c in text.Replace('\u2019', '\'').Replace("'s ", " ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (!char.IsControl(c) && System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark && c is not '\'' && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain[^1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }

    private static string Stem(string word)
    {
        // "neighbour" and "neighbor" are one word.
        var w = word.ToLowerInvariant().Replace("our", "or", StringComparison.Ordinal).Replace("isation", "ization", StringComparison.Ordinal);
        foreach (var end in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y"])
        {
            if (w.Length - end.Length >= 4 && w.EndsWith(end, StringComparison.Ordinal))
                return w[..^end.Length];
        }

        return w;
    }
}
