using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Finds the subject of a verb that stands behind another one: joined to it, within what it tells, or in a clause of its own.</summary>
internal sealed class Coordination(Scene scene, PartyReader parties, Focus focus)
{
    private static readonly FrozenSet<string> Telling = English.Set(
            "said say says told tell added add adds announced announce confirmed confirm insisted warned stressed noted believed believe "
            + "thinks think thought hoped hope hopes know knows knew claimed claim claims reported reports indicated explained declared "
            + "stated suggested argued maintained acknowledged admitted reiterated agreed means mean emphasized underlined revealed saying "
            + "adding noting suggest");

    private readonly ClauseBounds bounds = new(scene);
    private readonly SubjectSeat seat = new(scene, focus);

    /// <summary>Whether a clause follows the verb: "said Japan should act".</summary>
    public static bool TakesClause(string verb) => Telling.Contains(verb);

    private bool TakesClause(Predicate p) => Telling.Contains(scene.Tokens[p.Verb].Lower) || p.Match?.Verb.Kind == Domain.Catalogue.VerbKind.Say;

    /// <summary>Gives verb <paramref name="k"/> its subject, where <paramref name="before"/> stands before it in its clause.</summary>
    public void Join(List<Predicate> predicates, int k, Predicate before, int zone)
    {
        var p = predicates[k];
        var left = p.First - 1;
        while (left > before.Verb && (scene.Tags[left] is Tag.Adv or Tag.Time || scene.Tokens[left].Lower is "on" or "in" or "then"))
            left--;
        // "..., but at the same time underlined"
        if (left - 3 > before.Verb && scene.Tokens[left].Lower is "time" or "breath" && scene.Tokens[left - 1].Lower == "same")
            left -= scene.Tokens[left - 3].Lower is "at" or "in" ? 4 : 3;
        // "to regroup and repeat it": a bare form goes on with the infinitive before it.
        if (left > before.Verb && scene.Tags[left] == Tag.Conj && bounds.Bare(p.Verb)
            && (bounds.AfterInfinitive(left, before.Verb) || before.Subject is null && bounds.Bare(before.Verb)))
            return;
        // "to discard it, exercise restraint, strictly uphold the regime": so does one in a series.
        if (left > before.Verb && scene.Tokens[left].Kind == TokenKind.Comma && bounds.Bare(p.Verb)
            && Enumerable.Range(left + 1, p.First - left - 1).All(i => scene.Tags[i] == Tag.Adv)
            && bounds.AfterInfinitive(left, before.Verb)
            && scene.Tags[p.First + 1 < scene.Tags.Length ? p.First + 1 : p.First] is not Tag.That)
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
                seat.Take(p, whole, c + 1);
                return;
            }

            break;
        }

        // "..., and Kono urged": the clause begins behind the joining word.
        for (var c = p.First - 1; c > before.Verb; c--)
        {
            var joins = scene.Tags[c] == Tag.Conj || scene.Tokens[c].Kind is TokenKind.Comma or TokenKind.Dash;
            if (!joins
                || scene.Tags[c] == Tag.Conj && scene.Tokens[c - 1].Kind != TokenKind.Comma && scene.Tokens[c].Lower == "and"
                    && TakesClause(before) && bounds.Plain(before.End, c))
                continue;
            if (parties.Subject(c + 1, p.First) is { } party)
            {
                // A list, "Kang, Kono and Pompeo", goes on leftwards.
                seat.Take(p, party, c + 1);
                return;
            }
        }

        if (TakesClause(before))
        {
            seat.Take(p, parties.Subject(before.End, p.First), before.End);
            p.Within = before;
            return;
        }

        // "after it announced": whoever "it" is, it is not who did the verb before.
        if (p.First - 1 > before.Verb && scene.Tags[p.First - 1] == Tag.Pron)
            return;
        // "to deliver the finance promised to the islands": what was promised, and nobody's promise.
        if (p.Use == VerbUse.Finite && p.First == p.Verb && before.Match is not null && before.Use == VerbUse.Finite
            && scene.Tokens[p.Verb].Lower.EndsWith("ed", StringComparison.Ordinal) && scene.Tags[p.First - 1] == Tag.Noun
            && bounds.AfterInfinitive(p.First - 1, before.Verb))
            return;
        // "..., Reuters reported": whoever it is, it is not who did the verb before.
        if (p.First - 1 > before.Verb && scene.Tags[p.First - 1] is Tag.Name or Tag.Noun && bounds.Parted(before.Verb, p.First))
            return;
        seat.Take(p, parties.Subject(zone, before.First), zone);
    }

    private static bool Series(List<Predicate> predicates, int k) =>
        predicates.Take(k).Any(x => x.Use == VerbUse.Finite && x.Subject is not null && !x.Relative && x.Match is not null) && predicates[k].Match is not null;

    /// <summary>Takes the subject over from the verb it is joined to.</summary>
    public static void Inherit(Predicate p, List<Predicate> predicates, int k)
    {
        // Words of saying go together: "said Japan should act and urged ..." joins urged to said.
        var earlier =
            predicates.Take(k)
                .Where(x => x.Use is VerbUse.Finite or VerbUse.Modal && x.Subject is not null && (!x.Relative || p.Match is null)).ToList();
        var main =
            p.Match is null
                ? earlier.LastOrDefault()
                : earlier.LastOrDefault(x => x.Match is not null && x.Within is null && x.Use == p.Use)
                    ?? earlier.LastOrDefault(x => x.Use == p.Use && x.Within is null) ?? earlier.LastOrDefault();
        if (main is null)
            return;
        (p.Subject, p.Inherited, p.Within, p.Postposed) = (main.Subject, true, main.Match is not null && main.Use == p.Use ? main.Within : main.Within, false);
    }
}
