using System.Collections.Frozen;

namespace Stances.Extraction.Words;

/// <summary>Which forms of which verbs a word can be.</summary>
[Flags]
internal enum VerbForm : byte
{
    None = 0, Base = 1, Third = 2, Past = 4, Participle = 8, Ing = 16,
}

/// <summary>Builds the forms of verbs by table and rule, and knows them again.</summary>
internal sealed class Inflector
{
    private static readonly FrozenDictionary<string, (string Past, string Participle)> Irregular = EnglishVerbs.Irregular
        .Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(x => x.Split(' '))
        .ToFrozenDictionary(x => x[0], x => (x[1], x[2]));

    private static readonly FrozenSet<string> Doubling =
        EnglishVerbs.Doubling.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>Past forms that no rule makes: "undertook".</summary>
    public static readonly FrozenSet<string> Pasts = Irregular.Where(x => x.Value.Past != x.Key).Select(x => x.Value.Past).ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, (string Lemma, VerbForm Form)> forms = new(StringComparer.Ordinal);

    public Inflector()
    {
        foreach (var lemma in Irregular.Keys)
            Add(lemma);
        foreach (var lemma in EnglishVerbs.Regular.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
            Add(lemma);
    }

    /// <summary>The verb a word is a form of, and which form or forms it can be; null where it is of no known verb.</summary>
    public (string Lemma, VerbForm Form)? Verb(string lower) => forms.TryGetValue(lower, out var found) ? found : null;

    public void Add(string lemma)
    {
        foreach (var (form, kind) in Forms(lemma))
        {
            if (!forms.TryGetValue(form, out var known))
                forms[form] = (lemma, kind);
            else if (known.Lemma == lemma)
                forms[form] = (lemma, known.Form | kind);
            else if (kind == VerbForm.Base)
                // "found" as a base form yields to "find".
                forms[form] = known;
        }
    }

    public static IEnumerable<(string Form, VerbForm Kind)> Forms(string lemma)
    {
        yield return (lemma, VerbForm.Base);
        if (lemma == "be")
        {
            foreach (var form in (string[])["is", "'s", "am", "are", "'re", "'m"])
                yield return (form, VerbForm.Third);
            yield return ("was", VerbForm.Past);
            yield return ("were", VerbForm.Past);
            yield return ("been", VerbForm.Participle);
            yield return ("being", VerbForm.Ing);
            yield break;
        }

        yield return (Third(lemma), VerbForm.Third);
        if (Irregular.TryGetValue(lemma, out var irregular))
        {
            yield return (irregular.Past, VerbForm.Past);
            yield return (irregular.Participle, VerbForm.Participle);
        }
        else
        {
            foreach (var past in Past(lemma))
                yield return (past, VerbForm.Past | VerbForm.Participle);
        }

        foreach (var ing in Ing(lemma))
            yield return (ing, VerbForm.Ing);
    }

    public static string Third(string lemma) => lemma switch
    {
        "have" => "has",
        "do" => "does",
        "go" => "goes",
        _ when EndsInSibilant(lemma) || lemma.EndsWith('o') => lemma + "es",
        _ when ConsonantY(lemma) => lemma[..^1] + "ies",
        _ => lemma + "s",
    };

    private static IEnumerable<string> Past(string lemma)
    {
        if (lemma.EndsWith('e'))
            return [lemma + "d"];
        if (ConsonantY(lemma))
            return [lemma[..^1] + "ied"];
        return Doubling.Contains(lemma) ? [lemma + lemma[^1] + "ed", lemma + "ed"] : [lemma + "ed"];
    }

    private static IEnumerable<string> Ing(string lemma)
    {
        if (lemma.EndsWith("ie", StringComparison.Ordinal))
            return [lemma[..^2] + "ying"];
        if (lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) && lemma.Length > 2)
            return [lemma[..^1] + "ing"];
        return Doubling.Contains(lemma) ? [lemma + lemma[^1] + "ing", lemma + "ing"] : [lemma + "ing"];
    }

    private static bool ConsonantY(string lemma) => lemma.Length > 1 && lemma[^1] == 'y' && !"aeiou".Contains(lemma[^2], StringComparison.Ordinal);

    private static bool EndsInSibilant(string lemma) =>
        lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z') || lemma.EndsWith("ch", StringComparison.Ordinal)
            || lemma.EndsWith("sh", StringComparison.Ordinal);

    /// <summary>The forms a word of a phrase can take as a noun or verb: itself, its plural, and its verb forms.</summary>
    public static IEnumerable<string> AllForms(string word) => Forms(word).Select(x => x.Form);
}
