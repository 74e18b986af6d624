using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells where a verb of meeting tells of no meeting that was held: "if they meet", "denied that Wang had met", "meet regularly".</summary>
internal sealed class UnheldVerbs(Scene scene)
{
    private static readonly FrozenSet<string> Bare =
        English.Set("hold meet discuss convene have host receive gather attend exchange conduct open resume begin start talk speak");

    private static readonly FrozenSet<string> Denied = English.Set("denied denies deny dismissed refuted rejected ruled doubted");

    public bool Is(Predicate p, List<Predicate> predicates, Sentence sentence) =>
        p.Negated || Hoped(p) || Supposed(p, predicates, sentence)
            // "agreed to set up a group and hold meetings": a bare form behind another verb is what they agreed to do.
            || p.Use is not (VerbUse.Finite or VerbUse.Adjunct or VerbUse.Infinitive)
            || p.Inherited && p.Use == VerbUse.Finite && Bare.Contains(scene.Tokens[p.Verb].Lower);

    /// <summary>"holds high hopes for negotiations": what is held is not the talks.</summary>
    private bool Hoped(Predicate p)
    {
        for (var i = p.Verb + 1; i < p.End - 1; i++)
        {
            if (scene.Tokens[i].Lower is "for" or "about" or "that"
                || scene.Tokens[i].Lower == "on" && scene.Tags[i + 1] is not (Tag.Time or Tag.Number or Tag.Noun)
                    && !(i + 2 < p.End && scene.Tokens[i + 2].Lower is "phone" or "telephone"))
                return true;
        }

        return false;
    }

    /// <summary>"if they meet", "denied that Wang had met ...": nobody has met by this.</summary>
    private bool Supposed(Predicate p, List<Predicate> predicates, Sentence sentence)
    {
        var before = Math.Min(p.Start, p.First) - 1;
        if (before >= sentence.First && scene.Tokens[before].Lower is "if" or "unless" or "until" or "whether" or "once" or "could" or "should")
            return true;
        // "opened the session before sitting down with Kariuki", but "said before meeting Kariuki"
        if (before >= sentence.First && scene.Tokens[before].Lower == "before"
            && !(p.Use == VerbUse.Finite && scene.Tokens[p.Verb].Lower is "held" or "met" or "sat" or "spoke" or "had")
            && !(p.Use == VerbUse.Adjunct
                && predicates.Exists(x => x.Verb < p.First && x is { Use: VerbUse.Finite, Match: null or { Verb.Kind: VerbKind.Meet } })))
            return true;
        // "proposed that the two governments resume talks"
        if (predicates.Any(x => x.Verb < p.First && x.Match is { Verb.Kind: VerbKind.Stance } && scene.Tags[Math.Max(x.Verb, p.Start - 1)] == Tag.That))
            return true;
        // "was to have met": it came to nothing.
        if (p.First > sentence.First && scene.Tags[p.First - 1] == Tag.To && scene.Tokens[p.First].Lower == "have")
            return true;
        // "meet regularly", "have held talks for years"
        for (var i = p.Verb; i < Math.Min(sentence.End - 1, p.End + 5); i++)
        {
            if (scene.Tokens[i].Lower is "regularly" or "often" or "frequently" or "annually"
                || scene.Tokens[i].Lower is "every" or "each" && OrganWords.Times.Contains(scene.Tokens[i + 1].Lower)
                || scene.Tokens[i].Lower == "for" && scene.Tokens[i + 1].Lower is "years" or "decades" or "months" or "weeks")
                return true;
        }

        // "have exchanged views through mediators": each with somebody else.
        for (var i = p.Verb + 1; i < Math.Min(sentence.End - 1, p.End + 6); i++)
        {
            if (scene.Tokens[i].Lower is "through" or "via"
                && Enumerable.Range(i + 1, Math.Min(4, sentence.End - i - 1))
                    .Any(k => scene.Tokens[k].Lower is "mediators" or "mediator" or "intermediaries" or "intermediary" or "mediation" or "third"))
                return true;
        }

        // "have been holding talks more often": no one meeting.
        if (scene.Tokens[p.First].Lower is "have" or "has" && p.First + 1 < p.Verb && scene.Tokens[p.Verb - 1].Lower == "been")
            return true;
        return predicates.Any(x => x.Verb < p.First
            && (p.Use == VerbUse.Finite && Denied.Contains(scene.Tokens[x.Verb].Lower)
                || x.Use == VerbUse.Modal && x.Match is null && p.Use == VerbUse.Infinitive));
    }
}
