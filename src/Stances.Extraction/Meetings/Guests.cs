using System.Collections.Frozen;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells who was met, by a verb of meeting and what stands behind it.</summary>
internal sealed class Guests(Scene scene, PartyReader parties)
{
    /// <summary>Verbs whose object is who was met; behind the others an object is what was spoken of.</summary>
    private static readonly FrozenSet<string> TakesGuest = English.Set("meet receive host telephone phone call ring welcome visit greet see");

    private static readonly FrozenSet<string> Speaks = English.Set("speak speaks spoke spoken speaking talk talks talked talking");

    /// <summary>"discussed the talks with Albania": with whom a matter is, not who was met.</summary>
    private static readonly FrozenSet<string> Matter =
        English.Set(
            "talks negotiations dialogue ties relations cooperation agreement trade border war deal conflict dispute partnership contacts "
            + "treaty");

    private readonly MeetingBounds bounds = new(scene);

    public List<Actor> Of(Predicate p, string verb, int from, int end)
    {
        var guests = parties.With(p.Verb + 1, from);
        end = bounds.UpToTopic(from, end);
        // "received a letter from Museveni"
        if (verb == "receive" && Something(from, end))
            return guests;
        // "Speaking to a channel, the minister ..."
        for (var i = from; i < end && verb is "speaking" or "talking"; i++)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                end = i;
        }

        var direct =
            TakesGuest.Contains(verb)
                || scene.Tokens[from - 1].Lower is "with" or "to" or "by" or "between" or "among" or "and" or "from" or "opposite";
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
            while (from < end
                && (scene.Tokens[from].Lower is not ("with" or "alongside" or "involving" or "including")
                    || scene.Tokens[from].Lower == "with" && Matter.Contains(scene.Tokens[from - 1].Lower) && from - 1 >= p.End))
                from++;
        }

        if (from < end)
            parties.With(from, end).ForEach(x => Seated.Add(guests, x));
        // "met China's demands": a country alone is no guest, behind "with" it is.
        return verb is "meet" or "receive" && guests is [{ Kind: ActorKind.Country }] && scene.Tokens[from].Lower != "with"
            && scene.Tokens[from - 1].Lower != "with"
            ? []
            : guests;
    }

    /// <summary>Whether it is a thing that comes from somebody.</summary>
    private bool Something(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (scene.Roles[i] is not null || scene.Mentions[i] is { Kind: MentionKind.Person } || scene.Tags[i] == Tag.ObjPron
                || scene.Tokens[i].Lower is "delegation" or "call" or "guest" or "visitor")
                return false;
            if (scene.Tokens[i].Lower == "from")
                return true;
        }

        return false;
    }

    /// <summary>"have spoken up", "spoke to reporters", "talked of war": to nobody at the table.</summary>
    public bool Loud(Predicate p, int end)
    {
        if (!Speaks.Contains(scene.Tokens[p.Verb].Lower))
            return false;
        if (p.Match is { } match && scene.Tokens[match.End - 1].Lower is "to" or "with")
            return true;
        // "spoke for half an hour"
        if (p.End + 1 < end && scene.Tokens[p.End].Lower == "for"
            && Enumerable.Range(p.End + 1, Math.Min(4, end - p.End - 1))
                .Any(i => OrganWords.Times.Contains(scene.Tokens[i].Lower) || scene.Tokens[i].Lower is "hour"))
            return false;
        return p.End < end && scene.Tokens[p.End].Lower is "up" or "out" or "for" or "against" or "of" or "at" or "as" or "highly" or "through";
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

    /// <summary>
    /// "met King Salman and then the ministers of ...", "met Netanyahu in Tel Aviv on Monday and the crown prince in Riyadh": a second
    /// meeting.
    /// </summary>
    public (int And, List<Actor> Guests)? Second(Predicate p, int end)
    {
        var (named, apart) = (false, false);
        for (var i = p.End; i < end - 1; i++)
        {
            named |= scene.Mentions[i] is { Kind: MentionKind.Person } || scene.Roles[i] is not null || scene.Tags[i] == Tag.ObjPron;
            apart |= named && scene.Tags[i] == Tag.Time;
            if (!named || scene.Tags[i] != Tag.Conj || scene.Tokens[i].Lower != "and")
                continue;
            var next = Behind(i + 1, end);
            apart |= next > i + 1;
            while (next < end && (scene.Tokens[next].Lower is "then" or "later" or "afterwards" or "separately" || Aside(next, end)))
                next++;
            if (next == i + 1 && !apart)
                continue;
            if (parties.With(next, bounds.UpToTopic(next, end)) is { Count: > 0 } guests
                && (guests.Count > 1 || guests[0].Kind is ActorKind.Person or ActorKind.Office))
                return (i, guests);
        }

        return null;
    }

    /// <summary>", later that day," behind "and": where it goes on.</summary>
    private int Behind(int at, int end)
    {
        for (var i = at + 1; at < end && scene.Tokens[at].Kind == TokenKind.Comma && i < Math.Min(end - 1, at + 8); i++)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                return i + 1;
            if (scene.Tags[i] is not (Tag.Det or Tag.Number or Tag.Time or Tag.Adv) && !OrganWords.Times.Contains(scene.Tokens[i].Lower)
                && scene.Tokens[i].Lower is not ("on" or "in" or "that" or "same"))
                return at;
        }

        return at;
    }

    /// <summary>", an hour later," before "with": what is set in between.</summary>
    private bool Aside(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 7); i++)
        {
            if (scene.Tokens[i].Lower == "with")
                return true;
            if (scene.Tags[i] is not (Tag.Det or Tag.Number or Tag.Time or Tag.Adv) && scene.Tokens[i].Kind != TokenKind.Comma
                && !Naming.OrganWords.Times.Contains(scene.Tokens[i].Lower) && scene.Tokens[i].Lower is not ("on" or "in"))
                return false;
        }

        return false;
    }
}
