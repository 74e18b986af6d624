using Stances.Domain;
using Stances.Extraction.Naming;
using Stances.Extraction.Words;
using static Stances.Domain.ArticleEvent;

namespace Stances.Extraction.Finding;

/// <summary>What an article tells, each of it once: of two tellings of one point in much the same words the fuller one is kept.</summary>
internal sealed class ToldOnce(Scene scene)
{
    private readonly List<(ArticleEvent Event, HashSet<string> Words, int Sentence)> kept = [];

    /// <summary>In the order in which each was told first.</summary>
    public IEnumerable<ArticleEvent> All => kept.Select(x => x.Event);

    /// <summary>Takes in what a statement tells.</summary>
    public void Add(ArticleEvent e, Statement s)
    {
        if (Again(e, s))
            return;
        var words = ContentWords(s.ContentFirst, s.ContentEnd);
        for (var k = 0; k < kept.Count; k++)
        {
            // "condemned the strike and called it a breach": one point, told in one breath.
            if (e is StanceStated { Reasons: var why }
                && !why.Any(x => x is "topic:content" or "words:quoted" || x.StartsWith("verb:", StringComparison.Ordinal))
                && kept[k].Sentence == s.Sentence && SamePoint(kept[k].Event, e))
            {
                kept[k] = (Whole((StanceStated)kept[k].Event, (StanceStated)e), [.. kept[k].Words, .. words], s.Sentence);
                return;
            }

            if (!SamePoint(kept[k].Event, e) || !Alike(kept[k].Words, words))
                continue;
            // The fuller telling counts.
            if (words.Count > kept[k].Words.Count)
                kept[k] = (e, words, s.Sentence);
            return;
        }

        kept.Add((e, words, s.Sentence));
    }

    /// <summary>"They had reached an understanding on the dam": of what was told before in full, it tells only that it was agreed.</summary>
    private bool Again(ArticleEvent e, Statement s) =>
        e is AgreementReached && s.Verb.Verb.Id == "agree" && s.Verb.End - s.Verb.First > 1
            && scene.Tokens[s.Verb.First].Lower is "reached" or "reach" or "struck" or "made" or "found" && Brief(s)
            && kept.Exists(x => x.Event is AgreementReached && SamePoint(x.Event, e) && x.Words.Count > 2);

    private bool Brief(Statement s)
    {
        var end = s.Verb.End;
        while (end < s.ContentEnd && scene.Tokens[end].Kind is not Text.TokenKind.Comma)
            end++;
        return end - s.Verb.End < 6;
    }

    private StanceStated Whole(StanceStated a, StanceStated b)
    {
        var (first, second) = a.Grounds!.Start <= b.Grounds!.Start ? (a, b) : (b, a);
        return first with { Evidence = Evidence.In(scene.Document.Text, first.Grounds!.Start, Math.Max(first.Grounds!.End, second.Grounds!.End)) };
    }

    private static bool SamePoint(ArticleEvent a, ArticleEvent b) => (a, b) switch
    {
        (StanceStated x, StanceStated y) => x.Country == y.Country && x.Topic == y.Topic && x.Position == y.Position,
        (AgreementReached x, AgreementReached y) => x.Parties.SequenceEqual(y.Parties) && x.Topic == y.Topic,
        _ => false,
    };

    private static bool Alike(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return a.Count > 0 && b.Count > 0 && shared * 10 >= Math.Min(a.Count, b.Count) * 7 && shared * 10 >= Math.Max(a.Count, b.Count) * 4
            && shared >= 2
            || a.Count == 0 && b.Count == 0;
    }

    private HashSet<string> ContentWords(int first, int end)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].IsWord && scene.Tags[i] is not (Tag.Det or Tag.Prep or Tag.Conj or Tag.Be or Tag.To or Tag.That or Tag.Poss or Tag.Time))
                words.Add(scene.Tokens[i].Lower.Length > 5 ? scene.Tokens[i].Lower[..5] : scene.Tokens[i].Lower);
        }

        return words;
    }
}
