using Stances.Domain.Catalogue;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>The catalogue's content rules, found by the first word of their phrases.</summary>
internal sealed class ContentRules
{
    private readonly Dictionary<string, List<(Pattern Pattern, int Order, ContentRule Rule)>> byWord = new(StringComparer.Ordinal);

    public ContentRules(IReadOnlyList<ContentRule> rules)
    {
        for (var k = 0; k < rules.Count; k++)
        {
            foreach (var phrase in rules[k].Phrases)
            {
                var inflected = phrase.StartsWith('~');
                var pattern = Pattern.Parse(inflected ? phrase[1..] : phrase);
                foreach (var word in pattern.First.SelectMany(x => inflected ? Inflector.AllForms(x) : [x]).Distinct())
                {
                    if (!byWord.TryGetValue(word, out var list))
                        byWord[word] = list = [];
                    list.Add((pattern, k, rules[k]));
                }
            }
        }
    }

    /// <summary>The first rule of the catalogue that fits anywhere in the stretch.</summary>
    public (ContentRule Rule, int First, int End)? First(Document document, int first, int end, Func<int, ContentSubject> whose)
    {
        (ContentRule Rule, int First, int End)? best = null;
        var order = int.MaxValue;
        for (var i = first; i < end; i++)
        {
            if (!byWord.TryGetValue(document.Tokens[i].Lower, out var list))
                continue;
            foreach (var (pattern, k, rule) in list)
            {
                // What is said first of all decides: "the need to stop the aggression" is a demand.
                var opening = rule.Position == Stances.Domain.Position.Demands && i <= first + 2 && (best is null || best.Value.First > first + 2);
                if (k >= order && !opening || order < 0 || pattern.Match(document.Tokens, document.Tags, i, end, out var negated) is not { } stop || negated)
                    continue;
                if (rule.Subject != ContentSubject.Any && whose(i) != rule.Subject)
                    continue;
                (best, order) = ((rule, i, stop), opening ? -1 : k);
            }
        }

        return best;
    }
}
