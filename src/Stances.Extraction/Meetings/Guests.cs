using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells who was met, by a verb of meeting and what stands behind it.</summary>
internal sealed class Guests(Scene scene, PartyReader parties)
{
    /// <summary>Verbs whose object is who was met; behind the others an object is what was spoken of.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> TakesGuest = English.Set("meet receive host telephone phone call ring welcome visit greet see");

    private static readonly System.Collections.Frozen.FrozenSet<string> Speaks = English.Set("speak speaks spoke spoken speaking talk talks talked talking");

    public List<Actor> Of(Predicate p, string verb, int from, int end)
    {
        var guests = parties.With(p.Verb + 1, from);
        end = UpToTopic(from, end);
        // "Speaking to a channel, the minister ..."
        for (var i = from; i < end && verb is "speaking" or "talking"; i++)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                end = i;
        }

        var direct = TakesGuest.Contains(verb) || scene.Tokens[from - 1].Lower is "with" or "to" or "by" or "between" or "among" or "and";
        // "Speaking after meetings with Kang": only who stands right behind is spoken with.
        if (!direct && Speaks.Contains(verb))
        {
            while (from < end && scene.Tags[from] is Tag.Adv or Tag.Time or Tag.Number)
                from++;
            if (from >= end || scene.Tokens[from].Lower is not ("with" or "to" or "by" or "on" or "over" or "via" or "in"))
                return guests;
        }

        if (!direct)
        {
            // "discussed the ties between Russia and Turkey": what was spoken of.
            while (from < end && scene.Tokens[from].Lower is not ("with" or "alongside" or "involving" or "including"))
                from++;
        }

        if (from < end)
            parties.With(from, end).ForEach(x => Seated.Add(guests, x));
        // "met China's demands": a country alone is no guest, behind "with" it is.
        return verb is "meet" or "receive" && guests is [{ Kind: ActorKind.Country }] && scene.Tokens[from].Lower != "with" && scene.Tokens[from - 1].Lower != "with" ? [] : guests;
    }

    /// <summary>"saw his colleague, Israel Katz, in Paris": one sees somebody, not somebody do or be something.</summary>
    public bool Seen(int from, int end)
    {
        var named = false;
        for (var i = from; i < end; i++)
        {
            if (scene.Tags[i] is Tag.Ing or Tag.Infinitive or Tag.Passive || scene.Tokens[i].Lower is "as" || !named && scene.Tags[i] is Tag.Prep or Tag.Conj)
                return named && scene.Tags[i] is Tag.Ing && scene.Tokens[i - 1].Kind == TokenKind.Comma;
            named |= scene.Mentions[i] is { Kind: MentionKind.Person } || scene.Roles[i] is not null || scene.Tags[i] == Tag.ObjPron;
        }

        return named;
    }

    /// <summary>Behind those who met, "on", "about" and "over" tell of what they spoke.</summary>
    public int UpToTopic(int from, int end)
    {
        var named = false;
        for (var i = from; i < end; i++)
        {
            if (named && scene.Tokens[i].Lower is "about" or "over" or "regarding" or "concerning" or "amid" or "ahead" or "as" or "after" or "before" or "following"
                || named && scene.Tokens[i].Lower == "on" && i + 1 < end && scene.Tags[i + 1] is not (Tag.Time or Tag.Number))
                return i;
            named |= scene.Mentions[i] is { Kind: not (MentionKind.City or MentionKind.Capital) } || scene.Roles[i] is not null;
        }

        return end;
    }

    /// <summary>"met King Salman and then the ministers of ...", "met Netanyahu in Tel Aviv on Monday and the crown prince in Riyadh": a second meeting.</summary>
    public (int And, List<Actor> Guests)? Second(Predicate p, int end)
    {
        var (named, apart) = (false, false);
        for (var i = p.End; i < end - 1; i++)
        {
            named |= scene.Mentions[i] is { Kind: MentionKind.Person } || scene.Roles[i] is not null;
            apart |= named && scene.Tags[i] == Tag.Time;
            if (!named || scene.Tags[i] != Tag.Conj || scene.Tokens[i].Lower != "and")
                continue;
            var next = i + 1;
            while (next < end && (scene.Tokens[next].Lower is "then" or "later" or "afterwards" or "separately" || Aside(next, end)))
                next++;
            if (next == i + 1 && !apart)
                continue;
            if (parties.With(next, UpToTopic(next, end)) is { Count: > 0 } guests && (guests.Count > 1 || guests[0].Kind is ActorKind.Person or ActorKind.Office))
                return (i, guests);
        }

        return null;
    }

    /// <summary>", an hour later," before "with": what is set in between.</summary>
    private bool Aside(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 7); i++)
        {
            if (scene.Tokens[i].Lower == "with")
                return true;
            if (scene.Tags[i] is not (Tag.Det or Tag.Number or Tag.Time or Tag.Adv) && scene.Tokens[i].Kind != TokenKind.Comma && !Naming.OrganWords.Times.Contains(scene.Tokens[i].Lower) && scene.Tokens[i].Lower is not ("on" or "in"))
                return false;
        }

        return false;
    }

    /// <summary>"several delegates on the sidelines, including A, B and C", "eleven bilaterals with counterparts that included A and B": those named of many.</summary>
    public List<Actor> Among(int verb, int from, Sentence sentence)
    {
        var many = false;
        for (var i = Math.Max(sentence.First + 1, verb + 1); i < Math.Min(sentence.End - 1, from + 24); i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon && !scene.Title(i))
                return [];
            var word = scene.Tokens[i].Lower;
            many |= word is "several" or "many" or "various" or "numerous" or "others" or "other" or "some" || word is "number" or "series" or "range" || scene.Tags[i] == Tag.Number && i + 2 < sentence.End && MeetingWords.Several.Contains(scene.Tokens[i + 2].Lower);
            if (many && (word == "including" || word is "included" or "include" && scene.Tokens[i - 1].Lower is "that" or "which" or "who"))
                return parties.With(i + 1, ClauseEnd(i + 1, sentence, true));
        }

        return [];
    }

    /// <summary>The two people of different countries named between two tokens; null where there are more or fewer.</summary>
    public List<Actor>? Pair(int first, int end)
    {
        var people = new List<Actor>();
        for (var i = first; i < end; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } mention && mention.First == i && !people.Exists(x => x.Person == person))
                people.Add(new Actor(country, person, person.Role, ActorKind.Person));
        }

        return people.Count == 2 && people[0].Country != people[1].Country ? people : null;
    }

    /// <summary>"..., hosted by President Lourenco", "in the presence of": who brought them together sat there too.</summary>
    public List<Actor> Hosts(int end, Sentence sentence)
    {
        for (var i = end; i + 2 < Math.Min(sentence.End, end + 12); i++)
        {
            // "spoke with Aliyev before their talks hosted by Michel": who hosted another meeting.
            if (scene.Tokens[i].Lower == "their" && MeetingWords.Nouns.Contains(scene.Tokens[i + 1].Lower))
                return [];
            var brought = MeetingWords.Brings.Contains(scene.Tokens[i].Lower) && scene.Tokens[i + 1].Lower == "by";
            // "met in Munich with Olaf Scholz as host"
            if (scene.Tokens[i].Lower == "with" && Enumerable.Range(i + 1, Math.Min(sentence.End, i + 7) - i - 1).Any(k => scene.Tokens[k].Lower == "as" && k + 1 < sentence.End && scene.Tokens[k + 1].Lower is "host" or "mediator" or "chair"))
                return [.. parties.With(i, Math.Min(sentence.End, i + 6))];
            if (brought || scene.Tokens[i].Lower is "presence" or "invitation" or "chairmanship" or "auspices" && scene.Tokens[i + 1].Lower == "of")
                return [.. parties.With(i + 2, ClauseEnd(i + 2, sentence, false)).Where(x => x.Kind is ActorKind.Person or ActorKind.Office)];
        }

        return [];
    }

    /// <summary>"the meeting held by A and B", "the summit that brought together A, B and C": whom the words behind the noun seat there.</summary>
    public (List<Actor> Actors, int End)? Gathered(int noun, Sentence sentence)
    {
        if (noun + 2 < sentence.End && scene.Tokens[noun + 1].Lower is "held" or "hosted" or "chaired" && scene.Tokens[noun + 2].Lower is "by" or "between" or "with")
            return (parties.With(noun + 2, ClauseEnd(noun + 2, sentence, false)), ClauseEnd(noun + 2, sentence, false));
        for (var i = noun + 1; i < Math.Min(sentence.End - 2, noun + 5); i++)
        {
            if (scene.Tokens[i].Lower is "brought" or "gathered" && scene.Tags[i] is not Tag.Passive)
            {
                var from = scene.Tokens[i + 1].Lower == "together" ? i + 2 : i + 1;
                return (parties.With(from, ClauseEnd(from, sentence, true)), ClauseEnd(from, sentence, true));
            }

            if (scene.Tags[i] is Tag.Finite or Tag.Modal || scene.Tokens[i].Kind == TokenKind.Stop)
                return null;
        }

        return null;
    }

    /// <summary>"the India-Bangladesh commission's meeting": the countries named within a phrase.</summary>
    public List<Actor> Paired(int start, int noun)
    {
        var countries = new List<string>();
        for (var i = start; i < noun; i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: MentionKind.Country or MentionKind.Adjective } && !countries.Contains(country))
                countries.Add(country);
        }

        return [.. countries.Select(x => new Actor(x, null, null, ActorKind.Country))];
    }

    /// <summary>"between Mirzoyan, the US Secretary of State, Egypt and ...": whether a comma parts but the items of a list.</summary>
    public bool GoesOn(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 6); i++)
        {
            if (scene.Roles[i] is not null || scene.Mentions[i] is { Kind: MentionKind.Person } || scene.Mentions[i] is { Kind: MentionKind.Country } named && named.End < end && (scene.Tokens[named.End].Kind == TokenKind.Comma || scene.Tags[named.End] == Tag.Conj))
                return true;
            if (scene.Tags[i] is not (Tag.Det or Tag.Noun or Tag.Name or Tag.Poss or Tag.Conj) && scene.Tokens[i].Kind is not TokenKind.Possessive)
                return false;
        }

        return false;
    }

    /// <summary>"received by Abiy, and the two governments signed": the next verb's subject begins behind the comma that is joined.</summary>
    private int Parted(int at, int verb)
    {
        for (var i = verb - 1; i > at; i--)
        {
            // "Jordan, Egypt, and Iraq was held": a list has more than one comma.
            if (scene.Tags[i] == Tag.Conj && (i == verb - 1 || scene.Tokens[i - 1].Kind == TokenKind.Comma && !Enumerable.Range(at, i - 1 - at).Any(k => scene.Tokens[k].Kind == TokenKind.Comma)))
                return scene.Tokens[i - 1].Kind == TokenKind.Comma ? i - 1 : i;
        }

        return verb;
    }

    public int ClauseEnd(int at, Sentence sentence, bool list)
    {
        for (var i = at; i < sentence.End; i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Rel or Tag.Sub or Tag.Be or Tag.That || scene.Tokens[i].Kind is TokenKind.Stop && i + 1 >= sentence.End || scene.Tokens[i].Kind == TokenKind.Semicolon && !list || scene.Document.QuoteOf[i] >= 0)
                return scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Be ? Parted(at, i) : i > at && scene.Tags[i - 1] == Tag.Conj ? i - 1 : i;
            // "to discuss the war": what they met for.
            if (scene.Tags[i] == Tag.Infinitive && i > at && scene.Tags[i - 1] == Tag.To)
                return i - 1;
            if (scene.Tags[i] == Tag.Ing && i > at + 1 && scene.Tokens[i - 1].Kind == TokenKind.Comma)
                return i - 1;
        }

        return sentence.End;
    }
}
