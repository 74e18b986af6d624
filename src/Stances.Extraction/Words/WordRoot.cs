namespace Stances.Extraction.Words;

/// <summary>One form for all the spellings and endings of a word, so that a phrase is known again in each of them.</summary>
internal static class WordRoot
{
    private static readonly Inflector Verbs = new();

    /// <summary>"defences", "Defense": spelling and plural made one; other words are left alone.</summary>
    public static string Noun(string lower) => Singular(Spelling(lower));

    /// <summary>"lifted", "lifting", "lifts": as <see cref="Noun"/>, and every form of a verb made one.</summary>
    public static string Any(string lower) => Verbs.Verb(lower) is { } verb && lower != "found" ? Noun(verb.Lemma) : Noun(lower);

    /// <summary>British as American: "labour", "defence", "normalisation".</summary>
    private static string Spelling(string word)
    {
        if (word.Length < 5)
            return word;
        if (word.EndsWith("ence", StringComparison.Ordinal) && word is "defence" or "offence" or "licence" or "pretence")
            return word[..^2] + "se";
        if (word.StartsWith("defence", StringComparison.Ordinal) || word.StartsWith("licence", StringComparison.Ordinal))
            return word.Replace("ence", "ense", StringComparison.Ordinal);
        if (word.StartsWith("programme", StringComparison.Ordinal))
            return "program" + word[9..];
        if (word.StartsWith("centre", StringComparison.Ordinal))
            return "center" + word[6..];
        if (word.StartsWith("alumini", StringComparison.Ordinal))
            return "aluminum";
        foreach (var (british, american) in ((string, string)[])[("isation", "ization"), ("ise", "ize"), ("ised", "ized"), ("ises", "izes"),
            ("ising", "izing"), ("isations", "izations"), ("ilisers", "ilizers"), ("iliser", "ilizer")])
        {
            if (word.EndsWith(british, StringComparison.Ordinal) && word.Length > british.Length + 2)
                return word[..^british.Length] + american;
        }

        var at = word.IndexOf("our", StringComparison.Ordinal);
        return at > 1 && word is not ("course" or "court" or "source" or "journal" or "journalist" or "tourism")
            && word.AsSpan(at + 3) is "" or "s" or "ed" or "ing" or "able" or "er" or "ers" or "hood" or "ly"
            ? word[..at] + "or" + word[(at + 3)..]
            : word;
    }

    private static string Singular(string word)
    {
        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i')
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        return word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            ? word[..^2]
            : word[..^1];
    }
}
