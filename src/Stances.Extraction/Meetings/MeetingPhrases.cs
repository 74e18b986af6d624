using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads meetings from verbs that tell of none by themselves: "called on", "brought together", "was discussed by".</summary>
internal sealed class MeetingPhrases(Scene scene, PartyReader parties)
{
    private readonly MeetingBounds bounds = new(scene);

    /// <summary>"called on President Wickremesinghe", with nothing asked of him, is a visit; the verb then tells no demand.</summary>
    public IEnumerable<Seated> Courtesy(Predicate p, Sentence sentence)
    {
        if (p.Match is not { } match || p.Use != VerbUse.Finite || p.Negated || p.Subject is not { } caller || scene.Tokens[p.Verb].Lower is not ("called" or "calls" or "calling" or "paid" or "call") || scene.Tokens[match.End - 1].Lower is not ("on" or "upon"))
            return [];
        var end = bounds.ClauseEnd(match.End, sentence, false);
        var asked = end + 1 < sentence.End && scene.Tags[end] == Tag.To && scene.Tags[end + 1] == Tag.Infinitive;
        for (var i = match.End; i < end; i++)
            asked |= scene.Tokens[i].Lower == "for";
        var host = asked ? [] : parties.With(match.End, bounds.UpToTopic(match.End, end));
        if (host.Count != 1 || host[0].Kind is not (ActorKind.Person or ActorKind.Office) || host[0].Country == caller.Head.Country || caller.Head.Kind is not (ActorKind.Person or ActorKind.Office) && scene.Tokens[p.Verb].Lower != "paid")
            return [];
        p.Match = null;
        return [new Seated([.. caller.Actors, .. host], p.Start, end, end, caller.Penalty + 0.05, true)];
    }

    /// <summary>"Blinken brought the two ministers, Mirzoyan and Bayramov, together": he and they.</summary>
    public Seated? Convened(Predicate p, Sentence sentence)
    {
        if (p.Match is not null || p.Negated || p.Use != VerbUse.Finite || p.Subject is not { IsGroup: false, Head.Kind: ActorKind.Person or ActorKind.Office } host || scene.Tokens[p.Verb].Lower is not ("brought" or "brings"))
            return null;
        for (var i = p.Verb + 2; i < Math.Min(sentence.End, p.Verb + 20); i++)
        {
            if (scene.Tokens[i].Lower != "together")
                continue;
            var brought = parties.Subject(p.Verb + 1, i)?.Actors ?? [];
            return brought.Select(x => x.Country).Distinct().Count() < 2 ? null : new Seated([.. host.Actors, .. brought], p.Start, i + 1, Math.Min(sentence.End, i + 9), host.Penalty + 0.05, true);
        }

        return null;
    }

    /// <summary>"Energy was discussed by the foreign ministers of France and Germany": they have met.</summary>
    public Seated? Discussed(Predicate p, Sentence sentence)
    {
        if (p.Use != VerbUse.Passive || p.Negated || p.Subject is not null || scene.Tokens[p.Verb].Lower != "discussed" || p.Verb + 2 >= sentence.End || scene.Tokens[p.Verb + 1].Lower != "by")
            return null;
        var end = bounds.ClauseEnd(p.Verb + 2, sentence, false);
        return parties.Subject(p.Verb + 2, end) is { IsGroup: true } by && by.Ground != "group:foremost" ? new Seated([.. by.Actors], sentence.First, end, end, by.Penalty + 0.05, true) : null;
    }
}
