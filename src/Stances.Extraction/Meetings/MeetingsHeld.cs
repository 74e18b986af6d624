using Stances.Domain;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using static Stances.Domain.ArticleEvent;

namespace Stances.Extraction.Meetings;

/// <summary>The meetings an article has told so far, each once however often it is told.</summary>
internal sealed class MeetingsHeld(Scene scene)
{
    /// <summary>How much surer a later telling must be to be the one that counts.</summary>
    private const double Surer = 0.1;

    /// <summary>How many tokens may tell of one meeting.</summary>
    private const int Long = 90;

    private readonly List<(MeetingTold Told, MeetingHeld Event)> meetings = [];

    /// <summary>The meetings, each with the town that the rest of the article tells where its own words name none.</summary>
    public IEnumerable<ArticleEvent> All
    {
        get
        {
            var where = new Whereabouts(scene);
            for (var k = 0; k < meetings.Count; k++)
            {
                var (told, e) = meetings[k];
                if (told.Remote || told.Background || told.Place is { Town: not null }
                    || where.Of(told, [.. meetings.Select(x => (x.Told, x.Event.On))], e.On) is not { } town)
                    continue;
                var place = told.Place is { Land: false } house ? town with { Name = $"{house.Name}, {town.Name}" } : town;
                meetings[k] = (told with { Place = place }, e with { Place = place.Name });
            }

            return meetings.Select(x => x.Event);
        }
    }

    /// <summary>The day these countries met on, where one such meeting alone is told, with its day.</summary>
    public DateOnly? DayOf(string key) =>
        meetings.Where(x => x.Told.Key == key && !x.Told.Background).Take(2).ToList() is [var only] ? only.Told.Day : null;

    /// <summary>Whether a meeting of these countries was told.</summary>
    public bool Any(string key) => meetings.Exists(x => x.Told.Key == key);

    /// <summary>Whether a meeting was told at which these countries sat, alone or with others.</summary>
    public bool Among(string key) => key.Split('+') is var few && meetings.Exists(x => few.All(x.Told.Key.Split('+').Contains));

    /// <summary>Takes a meeting in, of the story's day where it tells no other; the same told again only adds what was missing.</summary>
    public DateOnly? Add(MeetingTold told, DateOnly? story)
    {
        var day = told.Day ?? (told.Background ? null : story);
        for (var k = 0; k < meetings.Count; k++)
        {
            var (before, e) = meetings[k];
            if (before.Key != told.Key || before.Background != told.Background
                || (told.Day is not null && before.Day is not null && told.Day != before.Day) || Others(before, told)
                || before.Call != told.Call && (before.Place ?? told.Place) is not null)
                continue;
            // Whose words name those who met says it best.
            var better = told.Penalty < before.Penalty - Surer || told.Penalty < before.Penalty && Names(told) > Names(before);
            var merged =
                before with { Actors = before.Actors.Any(x => x.Person is not null) ? before.Actors : told.Actors,
                    Day = before.Day ?? told.Day, Place = before.Place is { Town: not null } ? before.Place : told.Place ?? before.Place,
                    Host = before.Host ?? told.Host, Call = before.Call || told.Call, Remote = before.Remote || told.Remote,
                    Summit = before.Summit || told.Summit };
            if (better)
                merged = merged with { First = told.First, End = told.End, Words = told.Words, Penalty = told.Penalty };
            meetings[k] = (merged, Held(merged, merged.Day ?? e.On ?? day));
            return meetings[k].Event.On;
        }

        var held = Held(told, day);
        meetings.Add((told, held));
        return held.On;
    }

    /// <summary>Seats others at the meeting told last; a sentence right behind it that does so tells of it too.</summary>
    public void Join(IReadOnlyList<Actor> others, Sentence sentence)
    {
        if (meetings.Count == 0 || others.Count == 0)
            return;
        var (told, e) = meetings[^1];
        var actors = told.Actors.ToList();
        foreach (var actor in others)
            Seated.Add(actors, actor);
        if (actors.Count == told.Actors.Count)
            return;
        actors.RemoveAll(x => x.Person is null && actors.Exists(y => y.Country == x.Country && y.Person is not null));
        var beside = sentence.First - told.Words.End is >= 0 and < 3 && sentence.End - told.Words.First < Long;
        told = told with { Actors = actors, Words = beside ? (told.Words.First, sentence.End - 1) : told.Words };
        meetings[^1] = (told, Held(told, e.On));
    }

    private static bool Others(MeetingTold a, MeetingTold b)
    {
        var one = a.Actors.Select(x => x.Person).OfType<CastMember>().ToList();
        var two = b.Actors.Select(x => x.Person).OfType<CastMember>().ToList();
        // The leaders' summit is not the talks that their ministers had.
        if (b.Summit && one.Count > 1 && one.TrueForAll(x => x.Rank == "minister"))
            return true;
        // "the presidents met" and "the foreign ministers met": who is not named is told by the office.
        if (one.Count == 0 != (two.Count == 0) && Offices(a) is { Count: > 0 } held && Offices(b) is { Count: > 0 } other && !held.Overlaps(other))
            return true;
        // Who met the minister in the morning and the king at noon met twice.
        return one.Count > 0 && two.Count > 0
            && (!one.Intersect(two).Any() || one.Exists(x => two.Exists(y => y.Country == x.Country)
                && !one.Where(y => y.Country == x.Country).Intersect(two).Any()));
    }

    /// <summary>How many people stand in the words themselves: "the ministers" may be known, and are not named.</summary>
    private int Names(MeetingTold told) => scene.Mentions[told.Words.First..told.Words.End].Select(x => x?.Person).OfType<CastMember>().Distinct().Count();

    private static HashSet<string> Offices(MeetingTold told) => [.. told.Actors.Select(x => x.Person?.Role ?? x.Role).OfType<string>()];

    private MeetingHeld Held(MeetingTold told, DateOnly? on)
    {
        var countries = told.Actors.Select(x => x.Country).Distinct().Count();
        var format =
            told.Call
                ? MeetingFormat.Call
                : told.Summit
                ? MeetingFormat.Summit
                : countries switch { 2 => MeetingFormat.Bilateral, 3 => MeetingFormat.Trilateral, _ => MeetingFormat.Multilateral };
        var people = told.Actors.Select(x => new Participant(x.Person?.Name, x.Person?.Role ?? x.Role, x.Country)).Distinct().ToList();
        IReadOnlyList<string> reasons =
            [told.Background ? "meeting:background" : "meeting:told",
                on is null ? "day:unknown" : told.Day is null ? "day:story" : "day:told"];
        var evidence = Evidence.In(scene.Document.Text, scene.Tokens[told.Words.First].Start, scene.Tokens[Math.Max(told.Words.First, told.Words.End - 1)].End);
        return new MeetingHeld(on, told.Place?.Name, null, format, people, Math.Round(Math.Clamp(0.95 - told.Penalty, 0.3, 0.95), 2), reasons, evidence);
    }
}
