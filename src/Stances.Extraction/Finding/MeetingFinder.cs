using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>A meeting as one sentence tells it.</summary>
internal sealed record MeetingTold(IReadOnlyList<Actor> Actors, DateOnly? Day, bool Background, string? Place, bool Call, bool Summit, int First, int End, double Penalty, bool Certain)
{
    public string Key { get; } = string.Join('+', Actors.Select(x => x.Country).Distinct().Order(StringComparer.Ordinal));
}

/// <summary>Finds who met whom: from verbs of meeting, and from "during their talks", "in a meeting with", "talks between".</summary>
internal sealed class MeetingFinder(Scene scene, PartyReader parties, Focus focus, DayFinder days)
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Nouns = English.Set("meeting talks summit consultations call conversation dialogue discussions negotiations teleconference");
    private static readonly System.Collections.Frozen.FrozenSet<string> Planned = English.Set("planned upcoming proposed possible next future scheduled expected another further regular inaugural potential prospective forthcoming follow-up would-be resumption resuming resume propose proposing any early possible new annual stalled");
    private static readonly System.Collections.Frozen.FrozenSet<string> Frames = English.Set("during at in after following before on over throughout amid since");

    public List<MeetingTold> Read(Sentence sentence, List<Predicate> predicates)
    {
        var found = new List<MeetingTold>();
        foreach (var p in predicates)
        {
            if (p.Match is { Verb.Kind: VerbKind.Meet } && p.Use is VerbUse.Finite or VerbUse.Adjunct && !p.Negated && p.Subject is not null && FromVerb(p, sentence) is { } met)
                found.Add(met);
        }

        for (var i = sentence.First + 1; i < sentence.End; i++)
        {
            if (scene.Document.QuoteOf[i] < 0 && Nouns.Contains(scene.Tokens[i].Lower) && scene.Tags[i] == Tag.Noun && !predicates.Any(x => x.Match is { Verb.Kind: VerbKind.Meet } m && m.First <= i && i < m.End) && FromNoun(i, sentence, predicates, found) is { } told)
                found.Add(told);
        }

        return found;
    }

    private MeetingTold? FromVerb(Predicate p, Sentence sentence)
    {
        // "agreed to set up a group and hold meetings": a bare form behind another verb is what they agreed to do.
        if (p.Inherited && scene.Tokens[p.Verb].Lower is "hold" or "meet" or "discuss" or "convene" or "have" or "host" or "receive" or "gather" or "attend" or "exchange" or "conduct" or "open")
            return null;
        var end = ClauseEnd(p.End, sentence);
        for (var i = p.End; i < end; i++)
        {
            // Another meeting told beside this one brings its own people.
            if (scene.Tokens[i].Lower is "sidelines" or "margins" || i > p.End && Nouns.Contains(scene.Tokens[i].Lower) && i + 1 < end && scene.Tokens[i + 1].Lower == "with" && scene.Tokens[i - 1].Lower is not "of")
            {
                if (scene.Tokens[i].Lower is "sidelines" or "margins")
                    end = Math.Max(p.End, i - 2);
                break;
            }
        }

        var actors = p.Subject!.Actors.ToList();
        if (scene.Tokens[p.Verb].Lower is "host" or "hosted" or "hosts")
            actors.RemoveAll(x => x.Kind is ActorKind.Country);
        foreach (var actor in parties.With(p.Verb + 1, end))
            Add(actors, actor);
        var who = p is { Inherited: true, Use: VerbUse.Adjunct } && p.Subject.First >= sentence.First && p.Subject.First < p.First ? p.Subject.First : p.First;
        return Make(actors, p.Inherited ? who : p.Start, end, sentence, true, p.Subject.Ground.StartsWith("person", StringComparison.Ordinal) ? p.Subject.Penalty : p.Subject.Penalty + 0.06);
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

    private MeetingTold? FromNoun(int noun, Sentence sentence, List<Predicate> predicates, List<MeetingTold> beside)
    {
        if (Intended(noun, sentence.First))
            return null;
        var start = scene.PhraseStart(noun, sentence.First);
        for (var i = Math.Max(sentence.First, start - 2); i < noun; i++)
        {
            if (Planned.Contains(scene.Tokens[i].Lower))
                return null;
        }

        var actors = new List<Actor>();
        var at = noun + 1;
        var end = ClauseEnd(at, sentence);
        var aside = start > sentence.First + 1 && scene.Tokens[start - 1].Lower == "of" && scene.Tokens[start - 2].Lower is "sidelines" or "margins";
        var framed = start > sentence.First && (aside || Frames.Contains(scene.Tokens[start - 1].Lower) || scene.Tokens[start - 1].Lower == "of" && scene.Tags[start] == Tag.Poss);
        var word = at < sentence.End ? scene.Tokens[at].Lower : "";
        var possessive = scene.Tokens[start].Lower;
        if (word is "between" or "among" or "involving" || (word == "of" && scene.Tokens[noun].Lower is "meeting" or "summit"))
        {
            actors.AddRange(parties.Between(at, end));
            if (actors.Count < 2 && Paired(at, Math.Min(end, at + 8)) is { Count: > 1 } named && Takes(noun, sentence))
                (actors, framed) = (named, false);
            if (word == "involving" && focus.Both(null, null) is { } pair)
                pair.ToList().ForEach(x => Add(actors, x));
        }
        else if (Paired(start, noun) is { Count: > 1 } paired && (framed || Takes(noun, sentence)))
        {
            actors.AddRange(paired);
        }
        else if (framed && word != "with" && possessive is "a" or "an" && scene.Tokens[start - 1].Lower is "in" or "during")
        {
            // "raised it with Muttaqi in a telephone conversation"
            if (predicates.LastOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && x.Verb < start) is { } done)
            {
                actors.AddRange(done.Subject!.Actors);
                parties.With(done.Verb + 1, start).ForEach(x => Add(actors, x));
            }
        }
        else if (framed && (word == "with" || possessive is "their" or "his" or "her" or "its"))
        {
            var main = predicates.FirstOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && !x.Relative);
            if (possessive == "their" && focus.Both(null, null) is { } both && main?.Subject is not { IsGroup: true })
                actors.AddRange(both);
            else if (main is not null)
                actors.AddRange(main.Subject!.Actors);
            if (word == "with")
                parties.With(at, end).ForEach(x => Add(actors, x));
            for (var i = start; i < noun; i++)
            {
                // "Kang met Motegi on the sidelines of a trilateral meeting with Pompeo": the two who met beside it are two of the three.
                if (scene.Tokens[i].Lower is "trilateral" or "three-way" or "tripartite" && ((aside ? beside.LastOrDefault()?.Actors : null) ?? focus.Both(2, null)) is { } pair)
                    pair.ToList().ForEach(x => Add(actors, x));
            }
        }

        if (actors.Count == 0 || scene.Tokens[Math.Max(sentence.First, start - 1)].Lower == "before")
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
        return Make(actors, first, end, sentence, framed, 0.12);
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

    private MeetingTold? Make(List<Actor> actors, int first, int end, Sentence sentence, bool certain, double penalty)
    {
        actors.RemoveAll(x => x.Person is null && actors.Any(y => y != x && y.Country == x.Country && y.Person is not null));
        if (actors.Select(x => x.Country).Distinct().Count() < 2)
            return null;
        while (end > first + 1 && scene.Tokens[end - 1].Kind is TokenKind.Comma or TokenKind.Stop)
            end--;
        var told = days.In(sentence.First, Math.Min(sentence.End, end + 8));
        if (told.Count > 0 && told[0].Future)
            return null;
        var (call, summit) = (false, actors.All(x => x.Person?.Rank == "leader"));
        for (var i = Math.Max(sentence.First, first); i < end; i++)
        {
            call |= scene.Tokens[i].Lower is "phone" or "telephone" or "telephoned" or "phoned" or "video" or "videoconference" or "virtual" or "virtually" or "online" or "call" or "teleconference" or "by-phone";
        }

        var background = Background(sentence.First, end);
        return new MeetingTold(actors, told.FirstOrDefault(x => x is { Day: not null })?.Day, background, call ? null : Place(first, sentence.End), call, summit, first, end, penalty + (background ? 0.2 : 0), certain);
    }

    /// <summary>"last month's summit", "in September": told of an earlier time.</summary>
    private bool Background(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var word = scene.Tokens[i].Lower;
            if (word is "last" or "previous" or "earlier" && i + 1 < scene.Tokens.Count && scene.Tokens[i + 1].Lower is "month" or "year" or "week" or "september" or "meeting" or "summit" or "talks" or "this" or "october" or "november" or "december" or "june" or "july" or "august" or "may" or "april" or "march" or "february" or "january")
                return true;
            if (word is "ago" or "since")
                return true;
        }

        return false;
    }

    /// <summary>"the situation in Gaza": the place belongs to what they spoke of.</summary>
    private bool Elsewhere(int before) =>
        before >= 0 && scene.Tags[before] == Tag.Noun && scene.Roles[before] is null && scene.Mentions[before] is null && !Nouns.Contains(scene.Tokens[before].Lower)
        && scene.Tokens[before].Lower is "situation" or "war" or "conflict" or "ceasefire" or "crisis" or "escalation" or "peace" or "violence" or "developments" or "tensions" or "stability" or "security" or "operation" or "operations" or "fighting" or "hostilities" or "coup" or "rights" or "reforms" or "process" or "events" or "settlement";

    private string? Place(int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Lower is not ("in" or "at" or "near") || Elsewhere(i - 1))
                continue;
            var at = i + 1;
            if (scene.Tokens[at].Lower == "the" && at + 1 < end && scene.Tokens[at + 1].Capital)
                at++;
            if (!scene.Tokens[at].Capital || scene.Tags[at] is not Tag.Name || scene.Mentions[at] is { Kind: MentionKind.Adjective } || at + 1 < end && scene.Mentions[at + 1] is { Kind: MentionKind.Adjective })
                continue;
            var stop = at + 1;
            while (stop < end && (scene.Tags[stop] == Tag.Name || scene.Tokens[stop].Kind == TokenKind.Hyphen))
                stop++;
            var name = scene.Document.Text[scene.Tokens[at].Start..scene.Tokens[stop - 1].End];
            return scene.Tokens[i].Lower == "near" ? "near " + name : name;
        }

        return null;
    }

    private int ClauseEnd(int at, Sentence sentence)
    {
        for (var i = at; i < sentence.End; i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Rel or Tag.Sub or Tag.Be or Tag.That || scene.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Stop || scene.Document.QuoteOf[i] >= 0)
                return scene.Tags[i - 1] == Tag.Conj ? i - 1 : i;
            if (scene.Tags[i] == Tag.Ing && i > at + 1 && scene.Tokens[i - 1].Kind == TokenKind.Comma)
                return i - 1;
        }

        return sentence.End;
    }

    private static void Add(List<Actor> actors, Actor actor)
    {
        if (!actors.Any(x => x == actor || x.Country == actor.Country && (x.Person == actor.Person || actor.Person is null)))
            actors.Add(actor);
    }
}
