using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>
/// Finds who does each verb of a sentence: leftwards past adverbs, adjuncts and relative clauses, through coordination, or behind an
/// inverted verb.
/// </summary>
internal sealed class SubjectFinder(Scene scene, PartyReader parties, Focus focus)
{
    /// <summary>Participles that tell how things stand rather than what somebody says of them: "a militia backed by Tehran".</summary>
    private static readonly FrozenSet<string> Lasting = English.Set(
        "backed supported recognised recognized respected threatened challenged invited valued defended upheld wanted sought contested disputed");

    private readonly ClauseBounds bounds = new(scene);
    private readonly SubjectSeat seat = new(scene, focus);
    private readonly Coordination coordination = new(scene, parties, focus);
    private readonly Adjuncts adjuncts = new(scene, parties, focus);
    private readonly Asides asides = new(scene);
    private readonly Facing facing = new(scene, focus);

    /// <summary>Fills in the subjects, first verb first.</summary>
    public void Find(List<Predicate> predicates, int first, int end)
    {
        for (var k = 0; k < predicates.Count; k++)
        {
            var p = predicates[k];
            switch (p.Use)
            {
                case VerbUse.Finite or VerbUse.Modal:
                    Finite(predicates, k, first, end);
                    facing.Note(p, k + 1 < predicates.Count ? predicates[k + 1].First : end);
                    break;
                case VerbUse.Passive when scene.Tokens[p.Verb].Lower is "quoted" or "cited" or "reported" && p.Match is not null:
                    Finite(predicates, k, first, end);
                    break;
                case VerbUse.Passive when p.Match is { Verb.Kind: Domain.Catalogue.VerbKind.Stance } match && p.First < p.Verb
                    && match.End == p.Verb + 1 && !Lasting.Contains(scene.Tokens[p.Verb].Lower) && Agent(p, end) is { } agent:
                    (p.Subject, p.Postposed, p.Start) = (agent, true, bounds.ZoneStart(p.First, first, p));
                    focus.Note(agent);
                    break;
                case VerbUse.Adjunct:
                    adjuncts.Participle(predicates, k, first);
                    break;
                case VerbUse.Infinitive:
                    adjuncts.Infinitive(predicates, k);
                    break;
            }
        }

        // "Speaking in Manila and calling the move illegal, Kono ...": an adjunct before its clause.
        for (var k = 0; k < predicates.Count; k++)
        {
            var p = predicates[k];
            if (p.Use != VerbUse.Adjunct || p.Subject is not null || !adjuncts.Fronted(p, first))
                continue;
            var main = predicates.Skip(k + 1).FirstOrDefault(x => x.Use == VerbUse.Finite && x.Subject is not null && !x.Inherited && x.Start > p.Verb);
            if (main is not null)
                (p.Subject, p.Inherited) = (main.Subject, true);
        }
    }

    private void Finite(List<Predicate> predicates, int k, int first, int end)
    {
        var p = predicates[k];
        var zone = bounds.ZoneStart(p.First, first, p);
        Predicate? before = null;
        for (var j = k - 1; j >= 0; j--)
        {
            if (predicates[j].Verb < zone)
                break;
            if (predicates[j].Use is VerbUse.Finite or VerbUse.Modal
                || predicates[j].Use == VerbUse.Passive && predicates[j].First < predicates[j].Verb
                || predicates[j].Use == VerbUse.Adjunct && Coordination.TakesClause(scene.Tokens[predicates[j].Verb].Lower)
                    && !SetOff(predicates, j, p, zone))
            {
                before = predicates[j];
                break;
            }
        }

        if (bounds.Antecedent(p, zone) is { } antecedent)
        {
            p.Relative = true;
            // "Makei was meeting Lavrov, who suggested": whoever is named last before it, not who does the verb before.
            if (scene.Tags[antecedent] != Tag.That)
                seat.Take(p, parties.Subject(Math.Max(bounds.ZoneStart(antecedent, first, p), before?.End ?? first), antecedent), first);
            return;
        }

        // "Merkel, with whom he met, thanked": whole as the clause is, it only tells of a noun.
        p.Relative = zone > first + 1 && scene.Tokens[zone - 1].Lower is "which" or "whom" && scene.Tags[zone - 2] == Tag.Prep;

        // "the militants it backs": a pronoun right behind a noun begins a clause about that noun.
        if (p.First - 2 > zone && scene.Tags[p.First - 1] == Tag.Pron && scene.Tags[p.First - 2] is Tag.Noun or Tag.Name
            && !OrganWords.Times.Contains(scene.Tokens[p.First - 2].Lower)
            && scene.Document.QuoteOf[p.First - 1] == scene.Document.QuoteOf[p.First - 2] && !bounds.Fronting(p.First - 2))
        {
            p.Relative = true;
            return;
        }

        // "Nepal, he said, had put forward dates": what stands before the attribution does it.
        if (k > 0 && predicates[k - 1] is { } aside && asides.Close(aside, end) is { } close && asides.GoesOn(close, p.First))
        {
            seat.Take(p, parties.Subject(zone, (aside.Postposed ? aside.First : aside.Start) - 1), zone);
            p.Within = aside;
            return;
        }

        // "with Seoul having said that ..."
        if (scene.Tokens[p.First].Lower == "having" && p.First > first)
        {
            var start = scene.PhraseStart(p.First - 1, first);
            if (start > first && scene.Tokens[start - 1].Lower == "with")
                seat.Take(p, parties.Subject(start, p.First), start);
            return;
        }

        // "The ministers:" and then, line by line, "- Agreed that ..."
        if (before is null && focus.Lead is { } head && Enumerable.Range(first, p.First - first).All(i => scene.Tags[i] == Tag.Adv))
        {
            (p.Subject, p.Inherited) = (head, true);
            return;
        }

        if (before is null && p.First == first && p.Match is not null && scene.Tokens[first].Lower is not "asked"
            && scene.Tokens[first].Lower.EndsWith("ed", StringComparison.Ordinal) && focus.Last is { } lead)
        {
            (p.Subject, p.Inherited) = (lead, true);
            return;
        }

        if (before is null && zone > first && scene.Tokens[zone - 1].Kind == TokenKind.Semicolon && !Noun(zone, p.First))
        {
            Coordination.Inherit(p, predicates, k);
            return;
        }

        if (before is null && asides.Opening(p, zone, end) is { } opening)
            zone = opening;
        if (before is null && zone == p.First)
            p.Start = zone;
        else if (before is null || before.Relative && bounds.ClosedBy(before, p))
            seat.Take(p, parties.Subject(zone, p.First), zone);
        else
            coordination.Join(predicates, k, before, zone);
        if (p.Subject is null && p.Match?.Verb.Kind is Domain.Catalogue.VerbKind.Say or Domain.Catalogue.VerbKind.Stance
            && Inverted(p, zone, end) is { } behind)
        {
            (p.Subject, p.Postposed) = (behind, true);
            focus.Note(behind);
            focus.Speak(behind);
        }
    }

    /// <summary>"Both ministers, noting the threats, agreed": what stands between the commas parts a verb from no subject.</summary>
    private bool SetOff(List<Predicate> predicates, int aside, Predicate p, int zone)
    {
        var at = p.First - 1;
        while (at > predicates[aside].Verb && scene.Tags[at] is Tag.Adv or Tag.Time)
            at--;
        return scene.Tokens[at].Kind == TokenKind.Comma && predicates[aside].First > zone
            && scene.Tokens[predicates[aside].First - 1].Kind == TokenKind.Comma
            && !predicates.Take(aside).Any(x => x.Verb >= zone && x.Use is VerbUse.Finite or VerbUse.Modal or VerbUse.Passive);
    }

    /// <summary>The head of the noun phrase right before a verb whose subject speaks for no state; null where none stands there.</summary>
    public int? Stranger(Predicate p, int first)
    {
        var at = p.First - 1;
        while (at > first && (scene.Tags[at] is Tag.Adv or Tag.Time or Tag.Rel || scene.Tokens[at].Kind is TokenKind.Comma or TokenKind.QuoteClose))
            at--;
        return scene.Tags[at] is Tag.Noun or Tag.Name ? at : null;
    }

    private bool Noun(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Pron)
                return true;
        }

        return false;
    }

    /// <summary>"was condemned on Monday by Tokyo": who is told behind "by".</summary>
    private Party? Agent(Predicate p, int end)
    {
        var by = p.Verb + 1;
        while (by < end && by < p.Verb + 5 && (scene.Tags[by] is Tag.Adv or Tag.Time or Tag.Number || scene.Tokens[by].Lower == "on"))
            by++;
        if (by >= end || scene.Tokens[by].Lower != "by")
            return null;
        var stop = by + 1;
        while (stop < end && scene.Tokens[stop].Kind is not (TokenKind.Stop or TokenKind.Semicolon or TokenKind.QuoteOpen)
            && scene.Tags[stop] is not (Tag.Finite or Tag.That or Tag.Sub or Tag.Ing or Tag.Rel or Tag.Modal or Tag.Be or Tag.Have))
            stop++;
        return parties.Subject(by + 1, stop);
    }

    private Party? Inverted(Predicate p, int zone, int end)
    {
        for (var i = zone; i < p.First; i++)
        {
            if (scene.Tokens[i].IsWord && scene.Tags[i] is not (Tag.Adv or Tag.Time))
                return null;
        }

        var stop = p.Verb + 1;
        while (stop < end
            && scene.Tokens[stop].Kind is not (TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.QuoteOpen)
            && scene.Tags[stop] is not (Tag.Finite or Tag.That or Tag.Sub or Tag.Ing or Tag.Rel))
            stop++;
        return parties.Subject(p.Verb + 1, stop);
    }
}
