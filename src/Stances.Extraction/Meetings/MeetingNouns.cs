using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads meetings from nouns: "during their talks", "in a call with", "the meeting between A and B lasted two hours".</summary>
internal sealed class MeetingNouns(Scene scene, PartyReader parties, Focus focus)
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Nouns = English.Set("meeting meetings talks summit consultations call conversation dialogue discussions negotiations teleconference");
    private static readonly System.Collections.Frozen.FrozenSet<string> Planned = English.Set("planned upcoming proposed possible next future scheduled expected another further regular inaugural potential prospective forthcoming follow-up would-be resumption resuming resume propose proposing any early possible annual stalled no without");
    private static readonly System.Collections.Frozen.FrozenSet<string> Frames = English.Set("during at in after following on over throughout amid since");

    /// <summary>Behind these a meeting is still wished for.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Wished = English.Set(
        "proposed proposes proposing propose arrange arranging arranged plan planning plans planned seek seeking sought seeks prepare preparing prepared preparations suggested suggests suggesting offered offers offer request requested requests rejected refused cancelled canceled postponed organise organize organizing organising hopes hope urged demand demanded demands mediate possibility prospect prospects idea chance proposal date venue need calls readiness resumption conditions road way ahead push pushing toward towards broker facilitate invite invited invitation");

    /// <summary>What a meeting that has not been held "is" or "was".</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Unheld = English.Set(
        "cancelled canceled postponed scheduled planned expected arranged set slated proposed due called discussed raised mentioned possible likely unlikely needed necessary important essential premature pointless impossible inevitable agreed announced ruled delayed suspended");

    /// <summary>What is done by whoever brings others to the table, or sits down with them.</summary>
    public static readonly System.Collections.Frozen.FrozenSet<string> Brings = English.Set("hosted chaired co-chaired moderated joined attended");

    private static readonly System.Collections.Frozen.FrozenSet<string> Travel = English.Set("was is were are arrived travelled traveled flew came visited went landed gathered joined");

    public bool Is(int i) => scene.Document.QuoteOf[i] < 0 && (Nouns.Contains(scene.Tokens[i].Lower) && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Finite && !(scene.Tags[i] == Tag.Name && scene.Tokens[Math.Max(0, i - 1)].Capital) || Press(i) || Phoned(i));

    /// <summary>"a joint news conference": those who give it have met.</summary>
    private bool Press(int i) => scene.Tokens[i].Lower == "conference" && i > 0 && scene.Tokens[i - 1].Lower is "news" or "press";

    public Seated? Read(int noun, Sentence sentence, List<Predicate> predicates, List<MeetingTold> beside)
    {
        if (Phoned(noun))
            return OnPhone(noun, predicates);
        var start = scene.PhraseStart(noun, sentence.First);
        if (Press(noun) && scene.Tokens[Math.Min(noun + 1, sentence.End - 1)].Lower != "with" || Intended(noun, sentence.First) || Unsure(start, noun, sentence))
            return null;
        var actors = new List<Actor>();
        var at = noun + 1;
        var end = ClauseEnd(at, sentence);
        var lead = start > sentence.First ? scene.Tokens[start - 1].Lower : "";
        var aside = start > sentence.First + 1 && lead == "of" && scene.Tokens[start - 2].Lower is "sidelines" or "margins";
        var main = predicates.FirstOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && !x.Relative);
        var framed = start > sentence.First && (aside || Frames.Contains(lead) || lead == "of" && scene.Tags[start] == Tag.Poss || Press(noun) || lead == "for" && main is not null && main.Verb < start && Travel.Contains(scene.Tokens[main.Verb].Lower));
        var word = at < sentence.End ? scene.Tokens[at].Lower : "";
        var possessive = scene.Tokens[start].Lower;
        if (word is "between" or "among" or "involving" || (word == "of" && scene.Tokens[noun].Lower is "meeting" or "summit"))
        {
            actors.AddRange(parties.Between(at, end));
            if (!framed && !Held(end, sentence, predicates))
                return null;
            if (actors.Count < 2 && Paired(at, Math.Min(end, at + 8)) is { Count: > 1 } named && Takes(noun, sentence))
                (actors, framed) = (named, false);
            if (word == "involving" && focus.Both(null, null) is { } pair)
                pair.ToList().ForEach(x => Seated.Add(actors, x));
        }
        else if (Paired(start, noun) is { Count: > 1 } paired && (framed || Takes(noun, sentence)))
        {
            actors.AddRange(paired);
        }
        else if (framed && word != "with" && possessive is "a" or "an" && lead is "in" or "during" or "at")
        {
            // "raised it with Muttaqi in a telephone conversation", "In a phone call on Monday, Sunak told Zelenskiy ..."
            if ((predicates.LastOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && x.Verb < start) ?? (start <= sentence.First + 1 ? main : null)) is { } done)
            {
                actors.AddRange(done.Subject!.Actors);
                Addressed(done, start, sentence).ForEach(x => Seated.Add(actors, x));
            }
            else if (main is null && focus.Both(null, null) is { } before)
            {
                // "This came during a meeting in New York."
                actors.AddRange(before);
            }
        }
        else if (framed && (word == "with" || possessive is "their" or "his" or "her" or "its"))
        {
            if (possessive == "their" && focus.Both(null, null) is { } both && main?.Subject is not { IsGroup: true })
                actors.AddRange(both);
            else if (main is not null)
                actors.AddRange(main.Subject!.Actors);
            else if (parties.Subject(sentence.First, start - 1) is { } beforeIt)
                actors.AddRange(beforeIt.Actors);
            if (word == "with")
                parties.With(at, end).ForEach(x => Seated.Add(actors, x));
            for (var i = start; i < noun; i++)
            {
                // "Kang met Motegi on the sidelines of a trilateral meeting with Pompeo": the two who met beside it are two of the three.
                if (scene.Tokens[i].Lower is "trilateral" or "three-way" or "tripartite" && ((aside ? beside.LastOrDefault()?.Actors : null) ?? focus.Both(2, null)) is { } pair)
                    pair.ToList().ForEach(x => Seated.Add(actors, x));
            }
        }

        if (actors.Count == 0)
            return null;
        var first = start;
        for (var i = at; i < end; i++)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma && !(i + 1 < end && (scene.Roles[i + 1] is not null || scene.Mentions[i + 1] is { Kind: MentionKind.Person })))
                end = i;
        }

        var subject = predicates.FirstOrDefault(x => x.Use == VerbUse.Finite && x.Subject is not null && x.Start < start);
        if (subject is not null && framed)
            first = subject.Start;
        return new Seated(actors, first, end, Math.Min(sentence.End, end + 8), framed ? 0.14 : 0.2, framed);
    }

    /// <summary>"The talks, which the Turkish minister joined, ...", "The meeting was chaired by ...": who else sat at the meeting told before.</summary>
    public List<Actor> Others(Sentence sentence, List<Predicate> predicates)
    {
        var first = sentence.First;
        if (first + 3 >= sentence.End || scene.Tokens[first].Lower is not ("the" or "their" or "these") || !Nouns.Contains(scene.Tokens[first + 1].Lower))
            return [];
        for (var i = first + 2; i < sentence.End; i++)
        {
            if (!Brings.Contains(scene.Tokens[i].Lower) || scene.Document.QuoteOf[i] >= 0)
                continue;
            var who = i + 1 < sentence.End && scene.Tokens[i + 1].Lower == "by" ? parties.With(i + 2, ClauseEnd(i + 2, sentence))
                : scene.Tokens[first + 2].Kind == TokenKind.Comma && parties.Subject(first + 4, i) is { } party ? [.. party.Actors] : [];
            return [.. who.Where(x => x.Kind is ActorKind.Person or ActorKind.Office)];
        }

        return [];
    }

    /// <summary>"settled the last points by telephone"</summary>
    private bool Phoned(int i) => scene.Tokens[i].Lower is "telephone" or "phone" && i > 0 && (scene.Tokens[i - 1].Lower == "by" || scene.Tokens[i - 1].Lower == "the" && i > 1 && scene.Tokens[i - 2].Lower is "over" or "on");

    private Seated? OnPhone(int phone, List<Predicate> predicates)
    {
        if (predicates.LastOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && x.Verb < phone) is not { Negated: false, Match: null or { Verb.Kind: not Domain.Catalogue.VerbKind.Meet } } done)
            return null;
        var actors = done.Subject!.Actors.ToList();
        if (!done.Subject.IsGroup)
            parties.With(done.Verb + 1, phone).Where(x => x.Kind is ActorKind.Person or ActorKind.Office).ToList().ForEach(x => Seated.Add(actors, x));
        return new Seated(actors, done.Start, phone + 1, phone + 6, 0.16, true);
    }

    /// <summary>To whom it was told, or with whom it was raised.</summary>
    private List<Actor> Addressed(Predicate done, int start, Sentence sentence)
    {
        if (done.Verb < start)
            return parties.With(done.Verb + 1, start);
        var stop = done.Verb + 1;
        while (stop < sentence.End && scene.Tags[stop] is not (Tag.That or Tag.Finite or Tag.Modal or Tag.Infinitive or Tag.Rel or Tag.Prep or Tag.Be))
            stop++;
        return scene.Tokens[done.Verb].Lower is "told" or "urged" or "assured" or "warned" or "thanked" or "briefed" or "informed" or "asked" ? parties.With(done.Verb + 1, stop) : [];
    }

    /// <summary>"to hold a summit": the verb before it only intends.</summary>
    private bool Intended(int noun, int first)
    {
        for (var i = noun - 1; i >= first; i--)
        {
            if (scene.Tags[i] is Tag.Infinitive or Tag.Modal)
                return true;
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect or Tag.Passive or Tag.Be or Tag.Ing || scene.Tokens[i].Lower is "during" or "at" or "after" or "following" or "in")
                return false;
        }

        return false;
    }

    private bool Unsure(int start, int noun, Sentence sentence)
    {
        for (var i = Math.Max(sentence.First, start - 2); i < noun; i++)
        {
            if (Planned.Contains(scene.Tokens[i].Lower))
                return true;
        }

        for (var i = start - 1; i >= Math.Max(sentence.First, start - 5) && scene.Tokens[i].IsWord; i--)
        {
            if (Wished.Contains(scene.Tokens[i].Lower) || scene.Tokens[i].Lower == "before" && i == start - 1)
                return true;
            if (Frames.Contains(scene.Tokens[i].Lower))
                return false;
        }

        return false;
    }

    /// <summary>Whether what follows the phrase tells of it as held: "lasted", "was held", or nothing at all.</summary>
    private bool Held(int end, Sentence sentence, List<Predicate> predicates)
    {
        for (var i = end; i < Math.Min(sentence.End, end + 8); i++)
        {
            if (scene.Tags[i] == Tag.Modal || Unheld.Contains(scene.Tokens[i].Lower))
                return false;
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect)
                return true;
        }

        return end >= sentence.End - 1 || !predicates.Any(x => x.Use == VerbUse.Modal);
    }

    /// <summary>"the India-Bangladesh commission's meeting": the countries named within the phrase.</summary>
    private List<Actor> Paired(int start, int noun)
    {
        var countries = new List<string>();
        for (var i = start; i < noun; i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: MentionKind.Country or MentionKind.Adjective } && !countries.Contains(country))
                countries.Add(country);
        }

        return [.. countries.Select(x => new Actor(x, null, null, ActorKind.Country))];
    }

    /// <summary>"... was held", "took place", "opened"</summary>
    private bool Takes(int noun, Sentence sentence)
    {
        for (var i = noun + 1; i < Math.Min(sentence.End, noun + 14); i++)
        {
            if (scene.Tokens[i].Lower is "held" or "took" or "opened" or "convened" or "began" or "ended" or "concluded")
                return scene.Tokens[i].Lower != "held" || scene.Tags[i - 1] == Tag.Be && scene.Tokens[i - 1].Lower is "was" or "were" or "been";
            if (scene.Tags[i] is Tag.Modal)
                return false;
        }

        return false;
    }

    private int ClauseEnd(int at, Sentence sentence)
    {
        for (var i = at; i < sentence.End; i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Rel or Tag.Sub or Tag.Be or Tag.That || scene.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Stop || scene.Document.QuoteOf[i] >= 0)
                return scene.Tags[i - 1] == Tag.Conj ? i - 1 : i;
            if (scene.Tags[i] == Tag.Infinitive && i > at && scene.Tags[i - 1] == Tag.To)
                return i - 1;
            if (scene.Tags[i] == Tag.Ing && i > at + 1 && scene.Tokens[i - 1].Kind == TokenKind.Comma)
                return i - 1;
        }

        return sentence.End;
    }
}
