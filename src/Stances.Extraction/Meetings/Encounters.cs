using System.Collections.Frozen;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>
/// Reads meetings from what is done to somebody, where of a thing it would be words: "welcomed King Abdullah to Cairo", "called Cohen on
/// Sunday", "told visiting Prime Minister Sudani".
/// </summary>
internal sealed class Encounters(Scene scene, PartyReader parties)
{
    private static readonly FrozenSet<string> Beside = English.Set("beside alongside");

    private static readonly FrozenSet<string> Meals = English.Set("dinner banquet lunch luncheon breakfast reception iftar ceremony");

    private readonly MeetingBounds bounds = new(scene);

    public Seated? Read(Predicate p, Sentence sentence)
    {
        var word = scene.Tokens[p.Verb].Lower;
        if (p.Negated)
            return null;
        if (p.Use == VerbUse.Passive)
            return word == "welcomed" ? Received(p, sentence) : null;
        if (word is "standing" or "speaking" or "appearing" && p.Subject is null && p.First > sentence.First
            && scene.Tokens[p.First - 1].Kind == TokenKind.Comma)
            return parties.Subject(sentence.First, p.First - 1) is { } before ? Stood(p, before, sentence) : null;
        if (p.Use is not (VerbUse.Finite or VerbUse.Adjunct) || p.Subject is not { } subject)
            return null;
        return word switch
        {
            "welcomed" or "welcomes" => Welcomed(p, subject, sentence),
            "visited" or "visits" => Visited(p, subject, sentence),
            "called" or "calls" => Called(p, subject, sentence),
            "told" or "tells" or "assured" or "urged" => Told(p, subject, sentence),
            "gave" or "gives" or "hosted" or "hosts" or "held" or "threw" or "offered" when Fed(p, subject, sentence) is { } fed => fed,
            "standing" or "stood" or "speaking" or "spoke" or "appeared" or "appearing" => Stood(p, subject, sentence),
            _ => null,
        };
    }

    /// <summary>"landed in Tehran and was welcomed by his counterpart": who was, if somebody was and not something.</summary>
    private Seated? Received(Predicate p, Sentence sentence)
    {
        if (p.Subject is not { Actors: [{ Kind: ActorKind.Person or ActorKind.Office } host] } by
            || parties.Subject(sentence.First, p.First) is not { Actors: [{ Kind: ActorKind.Person or ActorKind.Office } guest] } who
            || guest.Country == host.Country)
            return null;
        p.Match = null;
        var end = bounds.ClauseEnd(p.Verb + 1, sentence, false);
        return new Seated([guest, host], who.First, end, end, by.Penalty + 0.1, true) { Host = host.Country };
    }

    /// <summary>To welcome somebody is to receive him; to welcome what he did is a stance.</summary>
    private Seated? Welcomed(Predicate p, Party subject, Sentence sentence)
    {
        if (Object(p, subject) is not { } guest)
            return null;
        p.Match = null;
        var end = bounds.ClauseEnd(guest.End, sentence, false);
        return new Seated([subject.Head, guest.Head], p.Start, end, end, subject.Penalty + 0.08, true) { Host = subject.Head.Country };
    }

    /// <summary>"visited his Turkish counterpart"</summary>
    private Seated? Visited(Predicate p, Party subject, Sentence sentence)
    {
        if (Object(p, subject) is not { } host)
            return null;
        var end = bounds.ClauseEnd(host.End, sentence, false);
        return new Seated([subject.Head, host.Head], p.Start, end, end, subject.Penalty + 0.08, true) { Host = host.Head.Country };
    }

    /// <summary>"called Israeli Foreign Minister Eli Cohen on Sunday to discuss": nothing that he would be called stands behind him.</summary>
    private Seated? Called(Predicate p, Party subject, Sentence sentence)
    {
        if (Object(p, subject) is not { } other
            || other.End < sentence.End && scene.Tokens[other.End].IsWord
                && scene.Tags[other.End] is not (Tag.Time or Tag.Prep or Tag.To or Tag.Conj or Tag.Adv)
            || other.End < sentence.End && scene.Tokens[other.End].Kind is TokenKind.QuoteOpen)
            return null;
        p.Match = null;
        var end = bounds.ClauseEnd(other.End, sentence, false);
        return new Seated([subject.Head, other.Head], p.Start, end, end, subject.Penalty + 0.08, true) { Remote = true };
    }

    /// <summary>"told visiting Iraqi Prime Minister Sudani": he has come.</summary>
    private Seated? Told(Predicate p, Party subject, Sentence sentence)
    {
        if (p.Verb + 2 >= sentence.End || scene.Tokens[p.Verb + 1].Lower != "visiting" && scene.Tokens[p.Verb + 2].Lower != "visiting"
            || Object(p, subject) is not { } guest)
            return null;
        return new Seated([subject.Head, guest.Head], p.Start, guest.End, guest.End + 8, subject.Penalty + 0.1, true) { Host = subject.Head.Country };
    }

    /// <summary>"hosted a dinner for President Ruto", "gave a banquet in honour of the visiting king"</summary>
    private Seated? Fed(Predicate p, Party subject, Sentence sentence)
    {
        if (subject.IsGroup || subject.Head.Kind is not (ActorKind.Person or ActorKind.Office))
            return null;
        var meal = Enumerable.Range(p.Verb + 1, Math.Max(0, Math.Min(sentence.End - 2, p.Verb + 7) - p.Verb - 1))
            .FirstOrDefault(i => Meals.Contains(scene.Tokens[i].Lower));
        if (meal == 0)
            return null;
        var at = scene.Tokens[meal + 1].Lower == "for" ? meal + 2
            : scene.Tokens[meal + 1].Lower == "in" && scene.Tokens[meal + 2].Lower is "honor" or "honour" && meal + 4 < sentence.End ? meal + 4 : meal;
        if (at == meal || at >= sentence.End || parties.Phrase(at) is not { Actors: [{ Kind: ActorKind.Person or ActorKind.Office } guest] } party
            || guest.Country == subject.Head.Country)
            return null;
        p.Match = null;
        var end = bounds.ClauseEnd(party.End, sentence, false);
        return new Seated([subject.Head, guest], p.Start, end, end, subject.Penalty + 0.1, true) { Host = subject.Head.Country };
    }

    /// <summary>"standing next to Garibashvili", "speaking alongside Garibashvili"</summary>
    private Seated? Stood(Predicate p, Party subject, Sentence sentence)
    {
        var at = p.Verb + 1;
        if (subject.IsGroup || subject.Head.Kind is not (ActorKind.Person or ActorKind.Office))
            return null;
        while (at < sentence.End
            && (scene.Tags[at] is Tag.Adv or Tag.Time || scene.Tokens[at].Lower is "in" or "at" or "on"
                || scene.Mentions[at] is { Kind: MentionKind.Capital or MentionKind.City }))
            at++;
        if (at + 2 >= sentence.End || !Beside.Contains(scene.Tokens[at].Lower) && !(scene.Tokens[at].Lower == "next" && scene.Tokens[at + 1].Lower == "to"))
            return null;
        var end = bounds.ClauseEnd(at + 1, sentence, false);
        var guests =
            parties.With(scene.Tokens[at].Lower == "next" ? at + 2 : at, end)
                .Where(x => x.Kind is ActorKind.Person or ActorKind.Office && x.Country != subject.Head.Country).ToList();
        return guests.Count == 0
            ? null
            : new Seated([subject.Head, .. guests], subject.First < p.First ? subject.First : p.First, end, end, subject.Penalty + 0.12,
                true);
    }

    /// <summary>The person of another country that is the verb's object; null where it is anything else.</summary>
    private Party? Object(Predicate p, Party subject)
    {
        var first = p.Verb + 1;
        if (subject.IsGroup || subject.Head.Kind is not (ActorKind.Person or ActorKind.Office) || first >= scene.Tokens.Count
            || scene.Document.QuoteOf[first] >= 0
            || parties.Phrase(first) is not { Actors: [{ Kind: ActorKind.Person or ActorKind.Office } other] } party
            || other.Country == subject.Head.Country)
            return null;
        return party;
    }
}
