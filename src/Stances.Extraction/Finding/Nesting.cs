using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Tells which verbs of a sentence stand within what another one reports.</summary>
internal sealed class Nesting(Scene scene)
{
    private readonly Attributions attributions = new(scene);
    private readonly Asides asides = new(scene);

    /// <summary>
    /// Decides between a verb of saying and a verb within what is said: a ministry that reports what its minister urged yields to the
    /// minister.
    /// </summary>
    public void Settle(List<Predicate> triggers, Sentence sentence)
    {
        for (var k = 0; k < triggers.Count; k++)
        {
            var outer = triggers[k];
            if (outer.Within is not null && triggers.Contains(outer.Within))
                continue;
            var inner = triggers.Where(x => x != outer && !x.Inherited && IsWithin(outer, x, sentence)).ToList();
            inner.AddRange(triggers.Where(x => x.Inherited && attributions.Trailing(outer, sentence) && x.Verb < outer.Start && x.Subject != outer.Subject));
            if (inner.Count == 0)
                continue;
            var readout = StatementFinder.IsReadout(outer.Subject!.Head) && outer.Match!.Verb.Kind == VerbKind.Say;
            // So does whoever tells that several agreed, one of them or a third.
            readout |= (outer.Match!.Verb.Kind == VerbKind.Say || outer is { Match.Verb.Id: "confirm", Subject.IsGroup: false })
                && inner.Any(x => x is { Use: VerbUse.Finite, Subject.IsGroup: true, Match.Verb: { Kind: VerbKind.Agree } verb }
                    && (verb.Id is "agree" or "sign" or "tentatively-agree" || x.Subject.Countries.Contains(outer.Subject!.Head.Country)));
            // "Russian officials had assured him that they had no part in it, Akar said": theirs, though another tells it.
            readout |= attributions.Trailing(outer, sentence)
                && inner.Any(x => x.Subject!.Head is { Kind: ActorKind.Organ } head && head.Country != outer.Subject!.Head.Country
                    && x.Match!.Verb.Kind is VerbKind.Say or VerbKind.Agree && Clause(x.End));
            // "Serbia, he says, has promised ...": Serbia's promise, though another tells it.
            readout |= asides.Close(outer, sentence.End) is not null && inner.Exists(x => Other(outer, x));
            var told = inner.Where(x => x.Subject!.Head.Kind is ActorKind.Person or ActorKind.Office || x.Subject.IsGroup
                || x.Within == outer && Other(outer, x) && asides.Close(outer, sentence.End) is not null
                // "Saudi Arabia hopes ..., a foreign ministry statement said": whose ministry it is, what it tells says.
                || x.Subject.Head.Kind is ActorKind.Country && outer.Subject!.Ground is "paper:focus" or "organ:focus"
                    && attributions.Trailing(outer, sentence)
                    || attributions.Trailing(outer, sentence) && x.Subject.Head is { Kind: ActorKind.Organ } organ
                        && organ.Country != outer.Subject!.Head.Country && Clause(x.End)).ToList();
            if (readout && told.Count > 0)
            {
                foreach (var x in told.Where(x => x.Within is null || !told.Contains(x.Within)))
                    x.Within = null;
                outer.Within = told[0];
                foreach (var x in triggers.Where(x => x.Inherited && x.Within == outer))
                    x.Within = null;
                foreach (var x in inner.Except(told))
                    x.Within = outer;
            }
            else
            {
                foreach (var x in inner)
                    x.Within = outer;
                foreach (var x in triggers.Where(x => x.Inherited && inner.Any(y => y.Subject == x.Subject && y.Subject != outer.Subject)))
                    x.Within = outer;
            }
        }
    }

    private static bool Other(Predicate outer, Predicate inner) =>
        inner.Match!.Verb.Kind is VerbKind.Stance or VerbKind.Agree && inner.Subject!.Head.Kind == ActorKind.Country
            && !inner.Subject.Countries.Contains(outer.Subject!.Head.Country);

    private bool IsWithin(Predicate outer, Predicate inner, Sentence sentence)
    {
        if (attributions.Trailing(outer, sentence))
            return inner.Verb < outer.First;
        if (attributions.Trailing(inner, sentence) && inner.Match!.Verb.Kind == VerbKind.Say)
            return false;
        if (inner.Start < outer.End || inner.Within == outer)
            return inner.Within == outer;
        for (var i = outer.End; i < inner.Start; i++)
        {
            var token = scene.Tokens[i];
            if (token.Kind == TokenKind.Semicolon
                || (scene.Tags[i] == Tag.Sub && scene.Tags[i - 1] != Tag.That
                    && token.Lower is "while" or "whereas" or "although" or "though"))
                return false;
            if (token.Kind is TokenKind.Comma or TokenKind.Ellipsis && i + 1 < inner.Start && scene.Tags[i + 1] == Tag.Conj
                && scene.Tokens[Math.Min(i + 2, inner.Start)].Lower != "that")
                return false;
            // "Kang said A and Kono said B": the same kind of verb with a voice of its own beside it.
            if (scene.Tags[i] == Tag.That && i == inner.Start - 1 && outer.Start > sentence.First && scene.Tags[outer.Start - 1] == Tag.That)
                return false;
            if (scene.Tags[i] == Tag.Conj && i + 1 >= inner.Start - 1 && inner.Use == VerbUse.Finite
                && scene.Tokens[outer.End].Lower != "that" && inner.Subject!.Head.Country != outer.Subject!.Head.Country)
                return false;
        }

        return outer.Match!.Verb.Kind == VerbKind.Say
            || inner.Use is VerbUse.Finite or VerbUse.Modal
                && (ThatBetween(outer, inner) || scene.Tags[outer.End] == Tag.To && !Joined(outer.End, inner.First));
    }

    /// <summary>Whether a that-clause follows at once, or behind whom it is told.</summary>
    private bool Clause(int at)
    {
        for (var i = at - 1; i < Math.Min(at + 2, scene.Tags.Length); i++)
        {
            if (scene.Tags[i] == Tag.That)
                return true;
        }

        return false;
    }

    private bool Joined(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] == Tag.Conj || scene.Tokens[i].Kind == TokenKind.Comma)
                return true;
        }

        return false;
    }

    private bool ThatBetween(Predicate outer, Predicate inner)
    {
        for (var i = outer.End - 1; i < inner.Start; i++)
        {
            if (scene.Tags[i] == Tag.That)
                return true;
        }

        return false;
    }
}
