using System.Collections.Frozen;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Finds the verbs of a stretch of tokens in their order, with their auxiliaries and what the catalogue knows of them.</summary>
internal static class PredicateFinder
{
    private static readonly FrozenSet<string> Arranged =
        English.Set(
            "held hosted chaired organised organized convened issued signed released published made reached adopted concluded attended "
            + "headed led");

    private static readonly FrozenSet<string> Things =
        English.Set(
            "meeting meetings talks summit conference session call conversation statement communique declaration agreement deal accord "
            + "document letter interview press-conference briefing remarks comments dialogue negotiations");

    /// <summary>The verbs between two tokens that stand in the same quote, or outside any.</summary>
    public static List<Predicate> Read(Document document, VerbLexicon lexicon, int first, int end, int quote)
    {
        var found = new List<Predicate>();
        for (var i = first; i < end; i++)
        {
            if (document.QuoteOf[i] != quote || Use(document, i, first, end) is not { } use)
                continue;
            var (start, modal, negated) = Group(document, i, first);
            var limit = i + 1;
            while (limit < end && document.QuoteOf[limit] == quote)
                limit++;
            var match = lexicon.At(document.Tokens, document.Tags, i, limit);
            if (use == VerbUse.Finite && modal)
                use = VerbUse.Modal;
            if (document.Tags[i] == Tag.Be && match is null && NextIsVerb(document, i, end))
                continue;
            found.Add(new Predicate(start, i, use, negated || match?.Negated == true) { Match = match });
            if (match is not null && document.Tags[i] is Tag.Be or Tag.Have)
                i = match.End - 1;
        }

        return found;
    }

    private static VerbUse? Use(Document document, int i, int first, int end) => document.Tags[i] switch
    {
        Tag.Finite => ReducedPassive(document, i, end) ? VerbUse.Passive : VerbUse.Finite,
        Tag.Perfect => VerbUse.Finite,
        Tag.Passive => VerbUse.Passive,
        Tag.Infinitive => i > first && Governed(document, i, first) ? VerbUse.Finite : VerbUse.Infinitive,
        Tag.Ing => Progressive(document, i, first) ? VerbUse.Finite : VerbUse.Adjunct,
        Tag.Be => document.Tokens[i].Lower is "be" or "being" or "been" ? Auxiliary(document, i, first) : VerbUse.Finite,
        Tag.Have when document.Tokens[i].Lower is "have" or "has" or "had" && !NextIsVerb(document, i, end) => VerbUse.Finite,
        // "must do more": a verb of its own where no other follows.
        Tag.Do when i > first && document.Tags[i - 1] is Tag.Modal && !(i + 1 < end && document.Tags[i + 1] is Tag.Infinitive or Tag.Not) => VerbUse.Finite,
        _ => null,
    };

    /// <summary>"will be ready", "has been clear"</summary>
    private static VerbUse? Auxiliary(Document document, int i, int first)
    {
        var at = i - 1;
        while (at >= first && document.Tags[at] is Tag.Adv or Tag.Not)
            at--;
        return at >= first && document.Tags[at] is Tag.Modal or Tag.Have ? VerbUse.Finite : null;
    }

    /// <summary>Behind a modal or "did" the bare form is the clause's verb.</summary>
    private static bool Governed(Document document, int i, int first)
    {
        var at = i - 1;
        while (at >= first && document.Tags[at] is Tag.Adv or Tag.Not)
            at--;
        return at >= first && document.Tags[at] is Tag.Modal or Tag.Do;
    }

    private static bool Progressive(Document document, int i, int first)
    {
        var at = i - 1;
        while (at >= first && document.Tags[at] is Tag.Adv or Tag.Not)
            at--;
        return at >= first && document.Tags[at] == Tag.Be;
    }

    /// <summary>"a plan proposed by Seoul": a past form with "by" close behind and no subject of its own clause.</summary>
    private static bool ReducedPassive(Document document, int i, int end)
    {
        if (document.Tokens[i].Lower is "said" or "met" || document.Tokens[i].Lower.EndsWith('s') || document.Tags[i] != Tag.Finite)
            return false;
        // "a meeting held in Amman", "a statement issued after the talks"
        if (i > 0 && i + 1 < end && document.Tags[i - 1] == Tag.Noun && Arranged.Contains(document.Tokens[i].Lower)
            && Things.Contains(document.Tokens[i - 1].Lower) && document.Tags[i + 1] is Tag.Prep or Tag.Time)
            return true;
        for (var k = i + 1; k < Math.Min(end, i + 4); k++)
        {
            if (document.Tokens[k].Lower == "by")
                return k + 1 < end && document.Tags[k + 1] is not (Tag.Ing or Tag.Noun) && !document.Tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal);
            if (document.Tags[k] is not (Tag.Adv or Tag.Time or Tag.Noun) || document.Tags[k] == Tag.Noun && !document.Tokens[k].Lower.EndsWith('y'))
                return false;
        }

        return false;
    }

    private static bool NextIsVerb(Document document, int i, int end)
    {
        for (var k = i + 1; k < end; k++)
        {
            if (document.Tags[k] is Tag.Adv or Tag.Not)
                continue;
            return document.Tags[k] is Tag.Passive or Tag.Perfect or Tag.Ing
                || (document.Tags[k] == Tag.Be && document.Tokens[k].Lower is "been" or "being" or "be");
        }

        return false;
    }

    private static (int First, bool Modal, bool Negated) Group(Document document, int verb, int first)
    {
        var (at, modal, negated) = (verb, false, false);
        for (var i = verb - 1; i >= first; i--)
        {
            switch (document.Tags[i])
            {
                case Tag.Modal:
                    modal |= English.Future.Contains(document.Tokens[i].Lower);
                    negated |= English.Negatives.Contains(document.Tokens[i].Lower);
                    at = i;
                    break;
                case Tag.Be or Tag.Have or Tag.Do:
                    negated |= English.Negatives.Contains(document.Tokens[i].Lower);
                    at = i;
                    break;
                case Tag.Not:
                    negated = true;
                    at = i;
                    break;
                case Tag.To when document.Tags[verb] == Tag.Infinitive && i == verb - 1:
                    at = i;
                    break;
                case Tag.Adv:
                    break;
                default:
                    return (at, modal, negated);
            }
        }

        return (at, modal, negated);
    }
}
