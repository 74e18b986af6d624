using System.Collections.Frozen;
using Stances.Extraction.Finding;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Adds when, where and how to those who sat together.</summary>
internal sealed class MeetingTelling(Scene scene, DayFinder days)
{
    private readonly MeetingPlace places = new(scene);
    private readonly MeetingWording wording = new(scene);
    private readonly DaysApart apart = new(scene.Document, days);
    private readonly PastTimes past = new(scene);

    private static readonly FrozenSet<string> Calls =
        English.Set("phone telephone telephoned phoned video videoconference virtual virtually online call teleconference by-phone rang");

    /// <summary>The meeting; null where fewer than two countries sat, or on a day to come.</summary>
    public MeetingTold? Of(Seated seated, Sentence sentence)
    {
        var actors = seated.Actors;
        actors.RemoveAll(x => x.Person is null && actors.Any(y => y != x && y.Country == x.Country && y.Person is not null));
        if (seated.Countries < 2)
            return null;
        var (first, end) = (seated.First, seated.End);
        while (end > first + 1 && scene.Tokens[end - 1].Kind is TokenKind.Comma or TokenKind.Stop)
            end--;
        var limit = Joined(Math.Max(first, end), sentence);
        var near = days.In(first, Math.Min(limit, seated.Until)).Where(x => !OfReport(x, sentence)).ToList();
        var words = wording.Around(seated.Told ?? first, end, sentence);
        var counted = near.Count > 0 ? null : apart.In(seated.Told is null ? words.First : first, words.End);
        // "In San Jose Rubio found a partner. Chaves told him": what tells that he has come tells of the meeting.
        words.First = Math.Min(words.First, seated.First);
        if (seated.Closed is { } closed)
            words.End = Math.Min(words.End, closed);
        var vague = counted is null && near.Count == 0 && past.Vague(words.First, words.End);
        // "spoke with A and later with B on Monday": the day of both.
        var reach = seated.Closed is null ? Math.Min(limit, end + 8) : sentence.End;
        var told = vague ? [] : near.Count > 0 || counted is not null ? near : [.. days.In(sentence.First, reach).Where(x => !OfReport(x, sentence))];
        if (told.Count > 0 && told[0].Future)
            return null;
        var day = told.FirstOrDefault(x => x is { Day: not null })?.Day ?? counted;
        var (remote, named) = (seated.Remote, false);
        for (var i = Math.Max(sentence.First, first); i < end; i++)
        {
            remote |= Calls.Contains(scene.Tokens[i].Lower)
                && !(scene.Tokens[i].Lower == "call" && i + 1 < scene.Tokens.Count && scene.Tokens[i + 1].Lower is "for" or "on");
            named |= scene.Tokens[i].Lower == "summit" && Seats(i, first);
        }

        var (call, summit) = (remote && !named, named || Leaders(actors, first, end));
        var background = vague || past.Is(sentence.First, end);
        var place =
            remote ? null : places.Told(seated.Told is null ? words.First : first,
                seated.Closed ?? Math.Max(words.End, Math.Min(sentence.End, seated.Until)))
                ?? places.Here(first, seated.Closed ?? sentence.End);
        // "travelled on to Jeddah, where he met": what tells the place tells of the meeting.
        if (!remote && place?.Town is null && Led(first, sentence) && places.Reached(sentence.First, first) is { } reached)
            (place, first, words) =
                (place is { Land: false } house ? reached with { Name = house.Name + ", " + reached.Name } : reached, sentence.First,
                    (sentence.First, words.End));
        words = Taking(words, told.FirstOrDefault(x => x.Day is not null), sentence);
        // Told as history it counts only where it has a day or a place.
        if (background && day is null && place is null && !vague && !past.Month(sentence.First, end))
            return null;
        return new MeetingTold(actors, day, background, place, call, summit, seated.Told ?? first, end,
            seated.Penalty + Unsure(actors, day is null, background), seated.Certain) { Words = words, Host = seated.Host,
            Remote = remote };
    }

    /// <summary>Whether leaders of states met; whoever is told only as their colleague is one as well.</summary>
    private bool Leaders(List<Actor> actors, int first, int end)
    {
        var all = false;
        for (var i = first; i < end; i++)
            all |= scene.Tokens[i].Lower is "leaders" or "presidents" or "premiers" && scene.Document.QuoteOf[i] < 0;
        return actors.TrueForAll(x => x.Country != "UNO" && (Rank(x) is "leader" || Rank(x) is null && (x.Person is not null || all)))
            && (all || actors.Count(x => Rank(x) == "leader") * 2 >= actors.Count) && (all || actors.Exists(x => Rank(x) == "leader"));
    }

    private string? Rank(Actor actor) =>
        actor.Person?.Rank ?? (actor.Role is null ? null : scene.Gazetteer.Catalogue.Roles.FirstOrDefault(x => x.Id == actor.Role)?.Rank);

    /// <summary>"flew to Jeddah, where he met", "visited Tallinn and met"</summary>
    private bool Led(int first, Sentence sentence)
    {
        for (var i = first; i >= Math.Max(sentence.First, first - 3); i--)
        {
            if (scene.Tags[i] == Tag.Conj || scene.Tokens[i].Lower is "where" or "before"
                || scene.Tags[i] is Tag.To or Tag.Infinitive or Tag.Ing || i < first && scene.Tags[i] is Tag.Finite)
                return true;
        }

        return first == sentence.First;
    }

    /// <summary>"met in Sochi in May and spoke by telephone on 30 June": the day behind "and" is that of another thing done.</summary>
    private int Joined(int at, Sentence sentence)
    {
        for (var i = at; i < sentence.End - 1; i++)
        {
            if (scene.Tags[i] == Tag.Conj && scene.Tags[i + 1] is Tag.Finite or Tag.Adv)
                return i;
        }

        return sentence.End;
    }

    /// <summary>"..., the ministry said Thursday": the day of the report, not of what it tells.</summary>
    private bool OfReport(DayTold told, Sentence sentence)
    {
        for (var i = told.First - 1; i > sentence.First && i > told.First - 7; i--)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma || scene.Document.QuoteOf[i] >= 0)
                return false;
            // "said on Monday after speaking by phone with": the day of both.
            if (told.End < sentence.End && scene.Tokens[told.End].Lower is "after" or "following" or "during")
                return false;
            if (scene.Tokens[i].Lower is "said" or "says" or "announced" or "reported" or "told" or "stated" or "wrote" && scene.Tags[i] is Tag.Finite)
                return Behind(sentence.First, i);
        }

        return false;
    }

    /// <summary>Whether the saying is told behind what is said: a comma parts the two.</summary>
    private bool Behind(int first, int said)
    {
        for (var i = said; i > first && i > said - 12; i--)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                return true;
        }

        return false;
    }

    /// <summary>Who is not named may be others than it seems; a day not told may be another one.</summary>
    private static double Unsure(List<Actor> actors, bool undated, bool background) =>
        (background
            ? 0.2
            : 0) + (undated
            ? 0.04
            : 0) + (actors.Exists(x => x.Person is null)
            ? 0.08
            : 0) + (actors.Select(x => x.Country).Distinct().Count() > 2
            ? 0.06
            : 0);

    /// <summary>"held a summit", not "on the sidelines of the G20 summit".</summary>
    private bool Seats(int summit, int first)
    {
        for (var i = summit - 1; i >= Math.Max(first, summit - 5); i--)
        {
            if (scene.Tokens[i].Lower is "hold" or "held" or "holding")
                return true;
            if (scene.Tags[i] is Tag.Prep)
                return false;
        }

        return false;
    }

    /// <summary>"in Oslo on May 4, when he received Stubb": the day before the clause is told with it, and where it stands near so are its words.</summary>
    private (int First, int End) Taking((int First, int End) words, DayTold? day, Sentence sentence)
    {
        if (day is null || day.First >= words.First || day.First < sentence.First || words.First - day.End > 2
            || scene.Tokens[words.First - 1].Lower is not ("when" or "where" or ","))
            return words;
        var first = day.First;
        while (first > sentence.First && scene.Tags[first - 1] is Tag.Prep or Tag.Name or Tag.Time or Tag.Number or Tag.Det
            && scene.Mentions[first - 1]?.Kind != MentionKind.Person)
            first--;
        return (first, words.End);
    }
}
