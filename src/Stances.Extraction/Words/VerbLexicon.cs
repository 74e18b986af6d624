using Stances.Domain.Catalogue;
using Stances.Extraction.Text;

namespace Stances.Extraction.Words;

/// <summary>The catalogue's verbs, found at a verb form by the longest phrase that fits behind it.</summary>
internal sealed class VerbLexicon
{
    /// <summary>What one does with a word for what is said: its noun, not the verb, tells the position.</summary>
    private const string Uttering =
        "express|voice|convey|state|reiterate|repeat|restate|reaffirm|affirm|renew|declare|underline|underscore|stress|emphasise|emphasize|register|signal|announce|confirm|echo|raise|issue|make|show";

    private readonly Dictionary<string, List<(Pattern Pattern, Verb Verb)>> byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Verb> byNoun = new(StringComparer.Ordinal);

    public VerbLexicon(IReadOnlyList<Verb> verbs, Inflector inflector)
    {
        foreach (var verb in verbs)
        {
            foreach (var noun in verb.Nouns)
                byNoun[noun] = byNoun[Inflector.Third(noun)] = verb;
            foreach (var phrase in verb.Nouns.Count == 0 || verb.Kind == VerbKind.Say
                ? verb.Words
                : [.. verb.Words, $"{Uttering} .. {string.Join('|', verb.Nouns)}"])
            {
                var pattern = Pattern.Parse(phrase);
                foreach (var lemma in pattern.First)
                {
                    inflector.Add(lemma);
                    foreach (var (form, _) in Inflector.Forms(lemma))
                    {
                        if (!byForm.TryGetValue(form, out var list))
                            byForm[form] = list = [];
                        if (!list.Contains((pattern, verb)))
                            list.Add((pattern, verb));
                    }
                }
            }
        }

        foreach (var form in byForm.Keys.ToList())
            byForm[form] = [.. byForm[form].OrderByDescending(x => x.Pattern.Weight)];
    }

    /// <summary>The verb that tells the same as a noun: "demand", "objection", "position".</summary>
    public Verb? Noun(string lower) => byNoun.GetValueOrDefault(lower);

    /// <summary>The verb whose phrase begins at a token; the one that asks for most words wins, of those alike the one that ends first.</summary>
    public VerbMatch? At(IReadOnlyList<Token> tokens, Tag[] tags, int at, int end)
    {
        if (!byForm.TryGetValue(tokens[at].Lower, out var list))
            return null;
        VerbMatch? best = null;
        var weight = 0;
        foreach (var (pattern, verb) in list)
        {
            if (best is not null && pattern.Weight < weight)
                break;
            if (pattern.Match(tokens, tags, at, end, out var negated) is { } stop && (best is null || stop < best.End))
                (best, weight) = (new VerbMatch(verb, at, stop, negated), pattern.Weight);
        }

        return best;
    }
}

/// <summary>A verb of the catalogue where it stands in the text.</summary>
internal sealed record VerbMatch(Verb Verb, int First, int End, bool Negated);
