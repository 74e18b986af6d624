using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads meetings from nouns: "during their talks", "in a call with", "the meeting between A and B lasted two hours".</summary>
internal sealed class MeetingNouns(Scene scene, PartyReader parties, Focus focus)
{
    private readonly MeetingDoubts doubts = new(scene);
    private readonly PhoneTalks phone = new(scene, parties);

    public bool Is(int i) => scene.Document.QuoteOf[i] < 0 && (MeetingWords.Nouns.Contains(scene.Tokens[i].Lower) && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Finite && !(scene.Tags[i] == Tag.Name && scene.Tokens[Math.Max(0, i - 1)].Capital) || Press(i) || phone.Is(i));

    /// <summary>"a joint news conference": those who give it have met.</summary>
    private bool Press(int i) => scene.Tokens[i].Lower == "conference" && i > 0 && scene.Tokens[i - 1].Lower is "news" or "press";

    public Seated? Read(int noun, Sentence sentence, List<Predicate> predicates, List<MeetingTold> beside)
    {
        if (phone.Is(noun))
            return phone.Read(noun, predicates);
        var start = scene.PhraseStart(noun, sentence.First);
        if (Press(noun) && scene.Tokens[Math.Min(noun + 1, sentence.End - 1)].Lower != "with" || doubts.Intended(noun, sentence.First) || doubts.Unsure(start, noun, sentence))
            return null;
        var actors = new List<Actor>();
        var at = noun + 1;
        var end = ClauseEnd(at, sentence);
        var lead = start > sentence.First ? scene.Tokens[start - 1].Lower : "";
        var aside = start > sentence.First + 1 && lead == "of" && scene.Tokens[start - 2].Lower is "sidelines" or "margins";
        var main = predicates.FirstOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && !x.Relative);
        var framed = start > sentence.First && (aside || MeetingWords.Frames.Contains(lead) || lead == "of" && scene.Tags[start] == Tag.Poss || Press(noun) || lead == "for" && main is not null && main.Verb < start && MeetingWords.Travel.Contains(scene.Tokens[main.Verb].Lower));
        var word = at < sentence.End ? scene.Tokens[at].Lower : "";
        var possessive = scene.Tokens[start].Lower;
        if (word is "between" or "among" or "involving" || (word == "of" && scene.Tokens[noun].Lower is "meeting" or "summit"))
        {
            actors.AddRange(parties.Between(at, end));
            if (!framed && !doubts.Held(end, sentence, predicates))
                return null;
            if (actors.Count < 2 && Paired(at, Math.Min(end, at + 8)) is { Count: > 1 } named && doubts.Takes(noun, sentence))
                (actors, framed) = (named, false);
            if (word == "involving" && focus.Both(null, null) is { } pair)
                pair.ToList().ForEach(x => Seated.Add(actors, x));
        }
        else if (Paired(start, noun) is { Count: > 1 } paired && (framed || doubts.Takes(noun, sentence)))
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
        if (first + 3 >= sentence.End || scene.Tokens[first].Lower is not ("the" or "their" or "these") || !MeetingWords.Nouns.Contains(scene.Tokens[first + 1].Lower))
            return [];
        for (var i = first + 2; i < sentence.End; i++)
        {
            if (!MeetingWords.Brings.Contains(scene.Tokens[i].Lower) || scene.Document.QuoteOf[i] >= 0)
                continue;
            var who = i + 1 < sentence.End && scene.Tokens[i + 1].Lower == "by" ? parties.With(i + 2, ClauseEnd(i + 2, sentence))
                : scene.Tokens[first + 2].Kind == TokenKind.Comma && parties.Subject(first + 4, i) is { } party ? [.. party.Actors] : [];
            return [.. who.Where(x => x.Kind is ActorKind.Person or ActorKind.Office)];
        }

        return [];
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
