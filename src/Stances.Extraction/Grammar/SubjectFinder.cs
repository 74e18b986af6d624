using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Finds who does each verb of a sentence: leftwards past adverbs, adjuncts and relative clauses, through coordination, or behind an inverted verb.</summary>
internal sealed class SubjectFinder(Scene scene, PartyReader parties, Focus focus)
{
    private readonly ClauseBounds bounds = new(scene);

    private static readonly System.Collections.Frozen.FrozenSet<string> TakesClause = English.Set(
        "said say says told tell added add adds announced announce confirmed confirm insisted warned stressed noted believed believe thinks think thought hoped hope hopes know knows knew claimed claim claims reported reports indicated explained declared stated suggested argued maintained acknowledged admitted reiterated agreed means mean emphasized underlined revealed saying adding noting suggest");

    private static readonly System.Collections.Frozen.FrozenSet<string> Control = English.Set(
        "used uses took went continued continues proceeded began started moved joined chose opted held issued made met visited spoke traveled travelled came intervened rushed called wrote broke tweeted returned seized released summoned appeared stopped");

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
                    break;
                case VerbUse.Passive when scene.Tokens[p.Verb].Lower is "quoted" or "cited" or "reported" && p.Match is not null:
                    Finite(predicates, k, first, end);
                    break;
                case VerbUse.Adjunct:
                    Adjunct(predicates, k, first);
                    break;
                case VerbUse.Infinitive:
                    Infinitive(predicates, k, first);
                    break;
            }
        }

        // "Speaking in Manila and calling the move illegal, Kono ...": an adjunct before its clause.
        for (var k = 0; k < predicates.Count; k++)
        {
            var p = predicates[k];
            if (p.Use != VerbUse.Adjunct || p.Subject is not null || !Fronted(p, first))
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
            if (predicates[j].Use is VerbUse.Finite or VerbUse.Modal || predicates[j].Use == VerbUse.Passive && predicates[j].First < predicates[j].Verb || (predicates[j].Use == VerbUse.Adjunct && TakesClause.Contains(scene.Tokens[predicates[j].Verb].Lower)))
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
                Take(p, parties.Subject(Math.Max(bounds.ZoneStart(antecedent, first, p), before?.End ?? first), antecedent), first);
            return;
        }

        // "the militants it backs": a pronoun right behind a noun begins a clause about that noun.
        if (p.First - 2 > zone && scene.Tags[p.First - 1] == Tag.Pron && scene.Tags[p.First - 2] is Tag.Noun or Tag.Name && scene.Document.QuoteOf[p.First - 1] == scene.Document.QuoteOf[p.First - 2] && !bounds.Fronting(p.First - 2))
        {
            p.Relative = true;
            return;
        }

        // "with Seoul having said that ..."
        if (scene.Tokens[p.First].Lower == "having" && p.First > first)
        {
            var start = scene.PhraseStart(p.First - 1, first);
            if (start > first && scene.Tokens[start - 1].Lower == "with")
                Take(p, parties.Subject(start, p.First), start);
            return;
        }

        // "The ministers:" and then, line by line, "- Agreed that ..."
        if (before is null && p.First == first && p.Match is not null && scene.Tokens[first].Lower is not "asked" && scene.Tokens[first].Lower.EndsWith("ed", StringComparison.Ordinal) && focus.Last is { } lead)
        {
            (p.Subject, p.Inherited) = (lead, true);
            return;
        }

        if (before is null && zone > first && scene.Tokens[zone - 1].Kind == TokenKind.Semicolon && !Noun(zone, p.First))
        {
            Inherit(p, predicates, k);
            return;
        }

        if (before is null || before.Relative && bounds.ClosedBy(before, p))
            Take(p, parties.Subject(zone, p.First), zone);
        else
            AfterAnother(predicates, k, before, zone);
        if (p.Subject is null && p.Match?.Verb.Kind is Domain.Catalogue.VerbKind.Say or Domain.Catalogue.VerbKind.Stance && Inverted(p, zone, end) is { } behind)
        {
            (p.Subject, p.Postposed) = (behind, true);
        }
    }

    private void AfterAnother(List<Predicate> predicates, int k, Predicate before, int zone)
    {
        var p = predicates[k];
        var left = p.First - 1;
        while (left > before.Verb && (scene.Tags[left] is Tag.Adv or Tag.Time || scene.Tokens[left].Lower is "on" or "in" or "then"))
            left--;
        // "to regroup and repeat it": a bare form goes on with the infinitive before it.
        if (left > before.Verb && scene.Tags[left] == Tag.Conj && bounds.Bare(p.Verb) && bounds.AfterInfinitive(left, before.Verb))
            return;
        if (left > before.Verb && (scene.Tags[left] == Tag.Conj || scene.Tokens[left].Kind == TokenKind.Comma && Series(predicates, k)))
        {
            Inherit(p, predicates, k);
            return;
        }

        // "..., the two ministers of Japan and South Korea agreed": what follows the last comma, where it is whole.
        for (var c = p.First - 1; c > before.Verb; c--)
        {
            if (scene.Tokens[c].Kind != TokenKind.Comma)
                continue;
            if (parties.Subject(c + 1, p.First) is { } whole)
            {
                Take(p, whole, c + 1);
                return;
            }

            break;
        }

        // "..., and Kono urged": the clause begins behind the joining word.
        for (var c = p.First - 1; c > before.Verb; c--)
        {
            var joins = scene.Tags[c] == Tag.Conj || scene.Tokens[c].Kind is TokenKind.Comma or TokenKind.Dash;
            if (!joins || scene.Tags[c] == Tag.Conj && scene.Tokens[c - 1].Kind != TokenKind.Comma && scene.Tokens[c].Lower == "and" && TakesClause.Contains(scene.Tokens[before.Verb].Lower) && bounds.Plain(before.End, c))
                continue;
            if (parties.Subject(c + 1, p.First) is { } party)
            {
                // A list, "Kang, Kono and Pompeo", goes on leftwards.
                Take(p, party, c + 1);
                return;
            }
        }

        if (TakesClause.Contains(scene.Tokens[before.Verb].Lower))
        {
            Take(p, parties.Subject(before.End, p.First), before.End);
            p.Within = before;
            return;
        }

        // "..., Reuters reported": whoever it is, it is not who did the verb before.
        if (p.First - 1 > before.Verb && scene.Tags[p.First - 1] is Tag.Name or Tag.Noun && bounds.Parted(before.Verb, p.First))
            return;
        Take(p, parties.Subject(zone, before.First), zone);
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

    private static bool Series(List<Predicate> predicates, int k) =>
        predicates.Take(k).Any(x => x.Use == VerbUse.Finite && x.Subject is not null && !x.Relative && x.Match is not null) && predicates[k].Match is not null;

    private static void Inherit(Predicate p, List<Predicate> predicates, int k)
    {
        // Words of saying go together: "said Japan should act and urged ..." joins urged to said.
        var earlier = predicates.Take(k).Where(x => x.Use is VerbUse.Finite or VerbUse.Modal && x.Subject is not null && (!x.Relative || p.Match is null)).ToList();
        var main = p.Match is null ? earlier.LastOrDefault() : earlier.LastOrDefault(x => x.Match is not null && x.Within is null && x.Use == p.Use) ?? earlier.LastOrDefault(x => x.Use == p.Use && x.Within is null) ?? earlier.LastOrDefault();
        if (main is null)
            return;
        (p.Subject, p.Inherited, p.Within, p.Postposed) = (main.Subject, true, main.Match is not null && main.Use == p.Use ? main.Within : main.Within, false);
    }

    private void Adjunct(List<Predicate> predicates, int k, int first)
    {
        var p = predicates[k];
        if (Fronted(p, first))
            return;
        var left = p.First - 1;
        while (left > first && scene.Tags[left] is Tag.Adv)
            left--;
        // "was quoted by state television as welcoming the offer"
        if (scene.Tokens[left].Lower == "as" && predicates.Take(k).LastOrDefault(x => x.Use == VerbUse.Passive && scene.Tokens[x.Verb].Lower is "quoted" or "cited" or "reported") is { } quoted)
        {
            var zone = bounds.ZoneStart(quoted.First, first, quoted);
            Take(p, parties.Subject(zone, quoted.First), zone);
            return;
        }

        var joined = scene.Tokens[left].Kind is TokenKind.Comma or TokenKind.Dash or TokenKind.QuoteClose || scene.Tags[left] is Tag.Conj || scene.Tokens[left].Lower is "while" or "by" or "in" or "before" or "after" or "without" or "following" or "upon";
        // "issued a statement condemning the coup"
        var paper = left;
        while (paper > first && (scene.Tags[paper] is Tag.Time or Tag.Number or Tag.Adv || scene.Tokens[paper].Lower is "on" or "this" or "late" || scene.Tokens[paper].Kind is TokenKind.Open or TokenKind.Close or TokenKind.Comma))
            paper--;
        joined |= Naming.OrganWords.Papers.Contains(scene.Tokens[paper].Lower) && p.Match is { Verb.Kind: Domain.Catalogue.VerbKind.Stance } && predicates.Take(k).Any(x => scene.Tokens[x.Verb].Lower is "issued" or "released" or "published" or "adopted" or "signed" or "made" or "posted");
        if (!joined || scene.Tokens[left].Lower is "without" or "before" || p.Match?.Verb.Kind != Domain.Catalogue.VerbKind.Meet && scene.Tokens[left].Lower is "after" or "following")
            return;
        var main = predicates.Take(k).LastOrDefault(x => x.Use is VerbUse.Finite or VerbUse.Adjunct && x.Subject is not null && !x.Relative && x.Match is not null)
            ?? predicates.Take(k).LastOrDefault(x => x.Use == VerbUse.Finite && x.Subject is not null && !x.Relative);
        if (main is not null)
            (p.Subject, p.Inherited, p.Within) = (main.Subject, true, main.Within);
        else if (scene.Tokens[left].Kind == TokenKind.Comma && p.Match is not null)
            Take(p, parties.Subject(bounds.ZoneStart(left, first, p), left), bounds.ZoneStart(left, first, p));
    }

    private bool Fronted(Predicate p, int first)
    {
        for (var i = p.First - 1; i >= first; i--)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect or Tag.Noun or Tag.Name or Tag.Pron)
                return false;
        }

        return true;
    }

    private void Infinitive(List<Predicate> predicates, int k, int first)
    {
        var p = predicates[k];
        if (p.Match is null || k == 0)
            return;
        var main = predicates[k - 1];
        if (main.Use == VerbUse.Finite && main.Subject is not null && !main.Negated && Control.Contains(scene.Tokens[main.Verb].Lower) && main.Match is null or { Verb.Kind: Domain.Catalogue.VerbKind.Say or Domain.Catalogue.VerbKind.Meet })
            (p.Subject, p.Start, p.Within) = (main.Subject, main.Start, main.Within);
    }

    private Party? Inverted(Predicate p, int zone, int end)
    {
        for (var i = zone; i < p.First; i++)
        {
            if (scene.Tokens[i].IsWord && scene.Tags[i] is not (Tag.Adv or Tag.Time))
                return null;
        }

        var stop = p.Verb + 1;
        while (stop < end && scene.Tokens[stop].Kind is not (TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.QuoteOpen) && scene.Tags[stop] is not (Tag.Finite or Tag.That or Tag.Sub or Tag.Ing or Tag.Rel))
            stop++;
        return parties.Subject(p.Verb + 1, stop);
    }

    /// <summary>"the plan it called unfair": a pronoun right behind a noun begins a clause about that noun.</summary>
    private bool Contact(Party party) =>
        party.Ground == "pronoun" && party.First > 0 && scene.Tags[party.First - 1] is Tag.Noun or Tag.Name && scene.Tokens[party.First - 1].End < scene.Tokens[party.First].Start
        && scene.Document.QuoteOf[party.First] == scene.Document.QuoteOf[party.First - 1] && !bounds.Fronting(party.First - 1);

    private void Take(Predicate p, Party? party, int zone)
    {
        if (party is null || Contact(party) || party.First > 0 && scene.Tags[party.First - 1] == Tag.Rel && party.First - 1 >= zone - 1 && scene.Tokens[party.First - 1].Lower is "which" or "what" or "whom")
            return;
        p.Subject = party;
        focus.Note(party);
        if (p.Match is { Verb.Kind: not Domain.Catalogue.VerbKind.Meet } || focus.Speaker is null)
            focus.Speak(party);
        p.Start = party.First >= zone ? party.First : zone;
    }
}
