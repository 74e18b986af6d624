using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Which of the verbs of a sentence state something: not those of a condition, of a courtesy, or of what only goes on.</summary>
internal sealed class Triggers(Scene scene)
{
    /// <summary>Nouns for what somebody said, behind which "that" tells what it was: "the irony in his statement that he did not wish".</summary>
    private static readonly FrozenSet<string> Told = English.Set(
            "statement remark remarks comment comments claim claims assertion allegation allegations accusation accusations suggestion "
            + "suggestions insistence contention argument report reports rumours rumors speculation narrative notion idea");

    private readonly Nesting nesting = new(scene);

    private Document Document => scene.Document;

    /// <summary>Those among the verbs of a sentence, each knowing which it stands within.</summary>
    public List<Predicate> Of(List<Predicate> predicates, Sentence sentence)
    {
        var triggers = predicates.Where(Usable).ToList();
        nesting.Settle(triggers, sentence);
        for (var k = triggers.Count - 1; k > 0; k--)
        {
            if (Elaborates(triggers, k))
                triggers.RemoveAt(k);
        }

        return triggers;
    }

    /// <summary>"condemns, rejects and resists the pact": what the last of them tells, all do.</summary>
    public bool SharesObject(List<Predicate> triggers, int k)
    {
        if (k + 1 >= triggers.Count || triggers[k + 1] is not { Inherited: true } next || next.Subject != triggers[k].Subject
            || triggers[k].Match!.Verb.Kind == VerbKind.Say)
            return false;
        for (var i = triggers[k].End; i < next.First; i++)
        {
            if (scene.Tags[i] is not (Tag.Conj or Tag.Adv) && scene.Tokens[i].Kind != TokenKind.Comma)
                return false;
        }

        return true;
    }

    /// <summary>"denounced the strike, calling it a breach of the law": says of the same thing why, and is the same point.</summary>
    private bool Elaborates(List<Predicate> triggers, int k) =>
        k > 0 && triggers[k] is { Use: VerbUse.Adjunct, Inherited: true, Match: { Verb.Kind: VerbKind.Say } match } p
            && triggers[k - 1].Match!.Verb.Position is not null && triggers[k - 1].Subject == p.Subject
        && match.End < scene.Tokens.Count
            && Enumerable.Range(match.First + 1, match.End - match.First).Any(i => scene.Tokens[i].Lower is "it" or "them" or "this")
            && scene.Tokens[p.Verb].Lower is "calling" or "describing" or "branding" or "labelling" or "labeling" or "terming" or "dubbing";

    /// <summary>"if the leaders agree", "unless Seoul objects": nothing has been said yet.</summary>
    private bool Conditional(Predicate p)
    {
        var i = Math.Min(p.Start, p.First) - 1;
        return i >= 0
            && (scene.Tokens[i].Lower is "if" or "unless" or "whether" or "until" or "once" or "lest" or "before"
                || scene.Tokens[i].Lower == "when"
                    && (i == 0 || !scene.Tokens[i - 1].IsWord && scene.Tokens[i - 1].Kind is TokenKind.Stop or TokenKind.QuoteClose)
            || i > 0 && scene.Tags[i] == Tag.That && Told.Contains(scene.Tokens[i - 1].Lower));
    }

    /// <summary>"I thank you all", "we welcome you to this briefing": said to the room.</summary>
    private bool Courtesy(Predicate p) =>
        p.Match!.Verb.Kind == VerbKind.Stance && scene.Tokens[p.Verb].Lower is "thank" or "welcome" or "appreciate" or "congratulate"
            && p.Verb + 1 < scene.Tokens.Count && scene.Tokens[p.Verb + 1].Lower is "you" or "everyone" or "everybody";

    /// <summary>"continue to disagree", "continued its blockade": only with a quote is it said.</summary>
    private bool GoesOn(Predicate p) =>
        p.Match!.Verb.Kind == VerbKind.Say && scene.Tokens[p.Verb].Lower.StartsWith("continu", StringComparison.Ordinal)
        && Document.QuoteOf[Math.Max(0, p.First - 2)] < 0 && Document.QuoteOf[Math.Max(0, p.Start - 2)] < 0
            && !Enumerable.Range(p.Verb, Math.Min(4, scene.Tokens.Count - p.Verb)).Any(i => scene.Tokens[i].Kind == TokenKind.QuoteOpen);

    private bool Usable(Predicate p)
    {
        if (p.Match is not { } match || match.Verb.Kind == VerbKind.Meet || p.Subject is null || Conditional(p)
            || p.Within is { } outer && Conditional(outer) || GoesOn(p) || Courtesy(p))
            return false;
        // "a memorandum in which Turkey and Libya agreed": what a paper holds that is spoken of.
        if (p is { Relative: true, Match.Verb.Kind: VerbKind.Agree, Start: > 1 } && scene.Tags[p.Start - 1] == Tag.Rel
            && scene.Tokens[p.Start - 2].Lower is "in" or "under" or "where")
            return false;
        return p.Use switch
        {
            VerbUse.Finite =>
                !p.Negated || scene.Tokens[p.Verb].Lower is "intend" or "plan" or "want" or "wish" or "seek"
                    || match.Verb.Position is Position.Supports or Position.Rejects or Position.Neutral
                        && match.Verb.Kind == VerbKind.Stance,
            // "will not accept" refuses now; what somebody may say some day is nothing yet.
            VerbUse.Modal => p.Negated && match.Verb.Position is Position.Supports or Position.Commits or Position.Neutral || !p.Negated && Wished(p),
            // "Recognising the importance of trade, both sides agreed": why they did, and no agreement of its own.
            VerbUse.Adjunct when p.Subject.IsGroup
                && scene.Tokens[p.Verb].Lower is "recognising" or "recognizing" or "recalling" or "noting" or "considering" => false,
            VerbUse.Adjunct or VerbUse.Infinitive => !p.Negated,
            VerbUse.Passive => !p.Negated && !Enumerable.Range(p.First, p.Verb - p.First).Any(i => scene.Tags[i] == Tag.Modal),
            _ => false,
        };
    }

    /// <summary>"would prefer", "would welcome": a wish held now.</summary>
    private bool Wished(Predicate p) =>
        !(p.Verb + 2 < scene.Tokens.Count && scene.Tags[p.Verb + 1] == Tag.To && English.Saying.Contains(scene.Tokens[p.Verb + 2].Lower))
            && scene.Tokens[p.First].Lower is "would" or "'d"
            && scene.Tokens[p.Verb].Lower is "like" or "prefer" or "welcome" or "oppose" or "support" or "reject" or "favour" or "favor"
                or "appreciate";
}
