using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads meetings from verbs that tell of none by themselves: "called on", "brought together", "was the guest of", "with Ruto he went over".</summary>
internal sealed class MeetingPhrases(Scene scene, PartyReader parties)
{
    private readonly MeetingBounds bounds = new(scene);
    private readonly Company company = new(scene, parties);

    /// <summary>What two do with a matter who sit together.</summary>
    private static readonly FrozenSet<string> Weighed = English.Set(
            "compared reviewed examined considered raised explored addressed surveyed touched looked went exchanged assessed weighed "
            + "covered spoke talked agreed consulted discussed");

    public IEnumerable<Seated> Read(Predicate p, Sentence sentence) =>
        new[] { Courtesy(p, sentence), Convened(p, sentence), Discussed(p, sentence), Guest(p, sentence), Fronted(p, sentence) }.OfType<Seated>();

    /// <summary>"called on President Wickremesinghe", with nothing asked of him, is a visit; the verb then tells no demand.</summary>
    private Seated? Courtesy(Predicate p, Sentence sentence)
    {
        if (p.Use != VerbUse.Finite || p.Negated || p.Subject is not { } caller
            || scene.Tokens[p.Verb].Lower is not ("called" or "calls" or "calling" or "paid" or "call") || Upon(p, sentence) is not { } on)
            return null;
        var end = bounds.ClauseEnd(on, sentence, false);
        var asked = end + 1 < sentence.End && scene.Tags[end] == Tag.To && scene.Tags[end + 1] == Tag.Infinitive;
        // "for some 50 minutes", "for the first time": how long, and no demand.
        for (var i = on; i < end; i++)
            asked |= scene.Tokens[i].Lower == "for"
                && !Enumerable.Range(i + 1, Math.Min(4, end - i - 1))
                    .Any(k => scene.Tags[k] == Tag.Number || OrganWords.Times.Contains(scene.Tokens[k].Lower)
                        || scene.Tokens[k].Lower is "talks" or "consultations");
        var host = asked ? [] : parties.With(on, bounds.UpToTopic(on, end));
        if (host.Count != 1 || host[0].Kind is not (ActorKind.Person or ActorKind.Office) || caller.Countries.Contains(host[0].Country)
            || caller.Head.Kind is not (ActorKind.Person or ActorKind.Office) && scene.Tokens[p.Verb].Lower != "paid")
            return null;
        p.Match = null;
        return new Seated([.. caller.Actors, .. host], p.Start, end, end, caller.Penalty + 0.05, true) { Host = host[0].Country };
    }

    /// <summary>Where whoever is called on begins: "called on", "called earlier in the day on", "paid a courtesy call on".</summary>
    private int? Upon(Predicate p, Sentence sentence)
    {
        if (p.Match is { } match && scene.Tokens[match.End - 1].Lower is "on" or "upon")
            return match.End;
        for (var i = p.Verb + 1; i < Math.Min(sentence.End, p.Verb + 8) && scene.Tokens[p.Verb].Lower != "paid"; i++)
        {
            if (scene.Tokens[i].Lower is "on" or "upon" && i + 1 < sentence.End && scene.Tags[i + 1] is not Tag.Time)
                return i + 1;
            if (scene.Tags[i] is not (Tag.Adv or Tag.Time or Tag.Det) && scene.Tokens[i].Lower is not ("in" or "on")
                && !OrganWords.Times.Contains(scene.Tokens[i].Lower))
                return null;
        }

        return null;
    }

    /// <summary>"Blinken brought the two ministers, Mirzoyan and Bayramov, together", "got the two to sit down": he and they.</summary>
    private Seated? Convened(Predicate p, Sentence sentence)
    {
        var word = scene.Tokens[p.Verb].Lower;
        if (p.Negated || p.Use != VerbUse.Finite || p.Subject is not { Head.Kind: ActorKind.Person or ActorKind.Office } host
            || word is not ("brought" or "brings" or "got" or "put" or "seated"))
            return null;
        // "had brought together Congo's Tshisekedi, Burundi's Ndayishimiye, who ..., and Rwanda's Biruta"
        if (word != "got" && p.Verb + 2 < sentence.End && scene.Tokens[p.Verb + 1].Lower == "together")
        {
            var (guests, end) = company.Listed(p.Verb + 2, sentence);
            return guests.Select(x => x.Country).Distinct().Count() < 2
                ? null
                : new Seated([.. host.Actors, .. guests], p.Start, end, Math.Min(sentence.End, end + 8), host.Penalty + 0.05, true);
        }

        for (var i = p.Verb + 2; i < Math.Min(sentence.End, p.Verb + 20); i++)
        {
            if (!(word == "got"
                ? scene.Tags[i] == Tag.To && i + 1 < sentence.End && scene.Tokens[i + 1].Lower is "sit" or "meet" or "talk"
                : scene.Tokens[i].Lower == "together")
                && !OneRoom(i, sentence))
                continue;
            var brought = parties.Subject(p.Verb + 1, i)?.Actors ?? company.Pair(p.Verb + 1, i) ?? [];
            return brought.Select(x => x.Country).Distinct().Count() < 2
                ? null
                : new Seated([.. host.Actors, .. brought], p.Start, i + 1, Math.Min(sentence.End, i + 9), host.Penalty + 0.05, true);
        }

        return null;
    }

    /// <summary>"into one room", "around the same table"</summary>
    private bool OneRoom(int i, Sentence sentence) =>
        scene.Tokens[i].Lower is "into" or "in" or "at" or "around" or "round" or "to"
            && Enumerable.Range(i + 1, Math.Min(4, sentence.End - i - 1))
                .Any(k => scene.Tokens[k].Lower is "room" or "table"
                    && scene.Tokens[k - 1].Lower is "one" or "same" or "a" or "the" or "negotiating" or "single");

    /// <summary>"Energy was discussed by the foreign ministers of France and Germany": they have met.</summary>
    private Seated? Discussed(Predicate p, Sentence sentence)
    {
        if (p.Use != VerbUse.Passive || p.Negated || p.Subject is not null || scene.Tokens[p.Verb].Lower != "discussed"
            || p.Verb + 2 >= sentence.End || scene.Tokens[p.Verb + 1].Lower != "by")
            return null;
        var end = bounds.ClauseEnd(p.Verb + 2, sentence, false);
        return parties.Subject(p.Verb + 2, end) is { IsGroup: true } by && by.Ground != "group:foremost"
            ? new Seated([.. by.Actors], sentence.First, end, end, by.Penalty + 0.05, true)
            : null;
    }

    /// <summary>"was the guest of President Ruto", "was Ruto's guest", "had President Ruto as his guest"</summary>
    private Seated? Guest(Predicate p, Sentence sentence)
    {
        if (p.Negated || p.Use != VerbUse.Finite
            || p.Subject is not { IsGroup: false, Head.Kind: ActorKind.Person or ActorKind.Office } subject
            || scene.Tokens[p.Verb].Lower is not ("was" or "is" or "had" or "has"))
            return null;
        for (var i = p.Verb + 1; i < Math.Min(sentence.End, p.Verb + 14); i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Rel or Tag.Sub && scene.Tokens[i].Lower != "as"
                || scene.Tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon && !scene.Title(i))
                return null;
            if (scene.Tokens[i].Lower != "guest")
                continue;
            var of = i + 1 < sentence.End && scene.Tokens[i + 1].Lower == "of";
            var end = bounds.ClauseEnd(i + 1, sentence, false);
            var other =
                of ? parties.With(i + 2, end).Take(1) : scene.Tags[p.Verb] == Tag.Have
                    ? parties.With(p.Verb + 1, i).Take(1)
                    : parties.Owner(p.Verb + 1, i);
            return new Seated([.. subject.Actors, .. other.Where(x => x.Kind is ActorKind.Person or ActorKind.Office)], p.Start,
                of ? end : i + 1, end, subject.Penalty + 0.08, true);
        }

        return null;
    }

    /// <summary>"With Kenya's Ruto he went over the accord": those who weigh a matter together have met.</summary>
    private Seated? Fronted(Predicate p, Sentence sentence)
    {
        if (p.Negated || p.Use != VerbUse.Finite || p.Match is { Verb.Kind: VerbKind.Meet }
            || p.Subject is not { Head.Kind: ActorKind.Person or ActorKind.Office } subject
            || !Weighed.Contains(scene.Tokens[p.Verb].Lower))
            return null;
        var end = bounds.ClauseEnd(p.End, sentence, false);
        return company.Fronted(p, sentence) is { Count: > 0 } with
            ? new Seated([.. subject.Actors, .. with], sentence.First, p.End, end, subject.Penalty + 0.1, true)
            : null;
    }
}
