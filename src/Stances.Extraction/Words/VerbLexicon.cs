using Stances.Domain.Catalogue;
using Stances.Extraction.Text;

namespace Stances.Extraction.Words;

/// <summary>The catalogue's verbs, found at a verb form by the longest phrase that fits behind it.</summary>
internal sealed class VerbLexicon
{
    private readonly Dictionary<string, List<(Pattern Pattern, Verb Verb)>> byForm = new(StringComparer.Ordinal);

    public VerbLexicon(IReadOnlyList<Verb> verbs, Inflector inflector)
    {
        foreach (var verb in verbs)
        {
            foreach (var phrase in verb.Words)
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

        foreach (var list in byForm.Values)
            list.Sort((a, b) => b.Pattern.Weight.CompareTo(a.Pattern.Weight));
    }

    /// <summary>The verb whose phrase begins at a token; the one that asks for most words wins.</summary>
    public VerbMatch? At(IReadOnlyList<Token> tokens, Tag[] tags, int at, int end)
    {
        if (!byForm.TryGetValue(tokens[at].Lower, out var list))
            return null;
        foreach (var (pattern, verb) in list)
        {
            if (pattern.Match(tokens, tags, at, end, out var negated) is { } stop)
                return new VerbMatch(verb, at, stop, negated);
        }

        return null;
    }
}

/// <summary>A verb of the catalogue where it stands in the text.</summary>
internal sealed record VerbMatch(Verb Verb, int First, int End, bool Negated);
