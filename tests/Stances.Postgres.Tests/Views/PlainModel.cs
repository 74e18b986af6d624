using Stances.Domain;
using Stances.EventStore;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;

namespace Stances.Postgres.Tests.Views;

/// <summary>What the read models should say, worked out from the events by the plainest means: lists and loops.</summary>
internal sealed class PlainModel
{
    private sealed record Entry(RecordedEvent Recorded, ArticleEvent Event)
    {
        public long Sequence => Recorded.Sequence;
    }

    private sealed record Joint(Entry Entry, DateOnly Day, string Words, long Label, long Origin);

    private sealed record Told(Entry Entry, StanceStated Stance, DateOnly SaidBy, long Label, long Origin);

    private readonly List<Entry> log = [];
    private readonly Dictionary<string, List<Entry>> streams = [];
    private readonly List<Told> told = [];
    private readonly List<Joint> joint = [];

    /// <summary>Takes in the log's next events.</summary>
    public void Add(IEnumerable<RecordedEvent> recorded)
    {
        foreach (var x in recorded.OrderBy(x => x.Sequence))
        {
            var entry = new Entry(x, EventJson.Read(x.Type, x.Data));
            log.Add(entry);
            if (!streams.TryGetValue(x.Stream, out var stream))
                streams[x.Stream] = stream = [];
            stream.Add(entry);
            if (entry.Event is StanceStated stance)
                told.Add(Group(entry, stance));
            else if (entry.Event is MeetingHeld or AgreementReached)
                joint.Add(Group(entry));
        }
    }

    public IEnumerable<string> Periods(Clock clock) =>
        from pair in Counting(clock).GroupBy(x => (x.Stance.Country, x.Stance.Topic))
        orderby pair.Key.Topic, pair.Key.Country
        from period in PositionHistory.Fold(pair.Select(x => new Held(x.SaidBy, x.Entry.Sequence, x.Stance.Position, x.Stance.Direction, x.Label)))
        select $"{pair.Key.Topic} {pair.Key.Country} {period.From:yyyy-MM-dd}..{period.To:yyyy-MM-dd} {period.Position} {period.Direction} {period.Change} {period.OpenedBy}";

    public IEnumerable<string> Statements(Clock clock) =>
        from statement in Counting(clock).GroupBy(x => x.Label)
        let first = statement.MinBy(x => x.Entry.Sequence)!
        orderby first.SaidBy, first.Entry.Sequence
        select $"{first.Entry.Sequence} {first.Stance.Country} {first.Stance.Topic} {first.Stance.On:yyyy-MM-dd} {first.SaidBy:yyyy-MM-dd} {Reading(first.Entry)?.Url} "
            + $"[{string.Join(' ', statement.Select(x => x.Entry.Sequence).Order().Skip(1))}] {statement.Select(x => x.Origin).Distinct().Count()}";

    public IEnumerable<string> Meetings(Clock clock) => Together(clock, x => (x as MeetingHeld)?.Place);

    public IEnumerable<string> Agreements(Clock clock) => Together(clock, x => (x as AgreementReached)?.Summary);

    private IEnumerable<string> Together(Clock clock, Func<ArticleEvent, string?> told) =>
        from one in Standing(clock).Select(x => joint.Find(j => j.Entry == x)).OfType<Joint>().Where(x => told(x.Entry.Event) is not null && !(x.Day > clock.On)).GroupBy(x => x.Label)
        let first = one.MinBy(x => x.Entry.Sequence)!
        orderby first.Day, first.Entry.Sequence
        select $"{first.Entry.Sequence} {first.Day:yyyy-MM-dd} {told(first.Entry.Event)} "
            + $"[{string.Join(' ', one.Select(x => x.Entry.Sequence).Order().Skip(1))}] {one.Select(x => x.Origin).Distinct().Count()}";

    public IEnumerable<string> Articles(Clock clock) =>
        from stream in streams.Values
        let known = stream.Where(x => Known(x, clock)).ToList()
        let reading = known.LastOrDefault(x => x.Event is ArticleIngested or ArticleRevised or ArticleWithdrawn)
        where reading is { Event: ArticleIngested or ArticleRevised }
        let day = ReadingOf(reading.Event)!.Value.Published ?? DateOnly.FromDateTime(reading.Recorded.RecordedAt.UtcDateTime)
        where !(day > clock.On)
        orderby day descending, reading.Sequence descending
        select $"{reading.Sequence} {reading.Recorded.Stream} {ReadingOf(reading.Event)!.Value.Url}";

    /// <summary>How the answer of one pair, which only these articles speak of, changed with each event.</summary>
    public IEnumerable<string> Moments(string country, string topic, string articles)
    {
        var some = new PlainModel();
        some.Add(log.Select(x => x.Recorded).Where(x => x.Stream.StartsWith(articles, StringComparison.Ordinal)));
        var last = "nothing";
        foreach (var x in some.log)
        {
            var reports = some.Counting(new Clock(Sequence: x.Sequence)).Where(t => t.Stance.Country == country && t.Stance.Topic == topic);
            var periods = PositionHistory.Fold(reports.Select(t => new Held(t.SaidBy, t.Entry.Sequence, t.Stance.Position, t.Stance.Direction, t.Label)));
            var held = periods is [.., var open] ? open : null;
            var now = held is null ? "nothing" : $"{held.From:yyyy-MM-dd} {held.Position} {held.Direction}";
            if (now != last)
                yield return $"{x.Sequence} {now}";
            last = now;
        }
    }

    private IEnumerable<Told> Counting(Clock clock)
    {
        var standing = Standing(clock).Select(x => x.Sequence).ToHashSet();
        return told.Where(x => standing.Contains(x.Entry.Sequence) && !(x.SaidBy > clock.On));
    }

    private IEnumerable<Entry> Standing(Clock clock)
    {
        foreach (var stream in streams.Values)
        {
            var findings = new List<Entry>();
            foreach (var x in stream.Where(x => Known(x, clock)))
            {
                if (x.Event is StanceStated or MeetingHeld or AgreementReached)
                    findings.Add(x);
                else if (x.Event is EventRetracted retracted)
                    findings.RemoveAll(f => f.Recorded.Version == retracted.Version);
                else if (x.Event is ArticleWithdrawn)
                    findings.Clear();
            }
            foreach (var finding in findings)
                yield return finding;
        }
    }

    private static bool Known(Entry x, Clock clock) => !(x.Recorded.RecordedAt > clock.Known) && !(x.Sequence > clock.Sequence);

    private static (DateOnly? Published, string Text, string? Publisher, string? Url)? ReadingOf(ArticleEvent? e) => e switch
    {
        ArticleIngested x => (x.PublishedOn, x.TextHash, x.Source.Publisher, x.Source.Url),
        ArticleRevised x => (x.PublishedOn, x.TextHash, x.Source.Publisher, x.Source.Url),
        _ => null,
    };

    /// <summary>The reading in force when an event was found.</summary>
    private (DateOnly? Published, string Text, string? Publisher, string? Url)? Reading(Entry entry) => ReadingOf(
        streams[entry.Recorded.Stream].Where(x => x.Sequence < entry.Sequence).LastOrDefault(x => x.Event is ArticleIngested or ArticleRevised)?.Event);

    private DateOnly DayOf(Entry entry, DateOnly? told) =>
        told ?? Reading(entry)?.Published ?? DateOnly.FromDateTime(entry.Recorded.RecordedAt.UtcDateTime);

    private Told Group(Entry entry, StanceStated stance)
    {
        var day = DayOf(entry, stance.On);
        var near = told.Where(q => q.Stance.Country == stance.Country && q.Stance.Topic == stance.Topic && q.SaidBy == day
            && q.Stance.Position == stance.Position && q.Stance.Direction == stance.Direction).ToList();
        var first = near.FirstOrDefault(q => Likeness(q.Stance.Evidence.Exact, stance.Evidence.Exact) >= 0.6
            || stance.Speaker?.Name is { } name && q.Stance.Speaker?.Name == name && Others(q.Entry, q.Stance).Intersect(Others(entry, stance)).Any());
        if (first is null)
            return new Told(entry, stance, day, entry.Sequence, entry.Sequence);

        var copied = near.FirstOrDefault(q => q.Label == first.Label && (Reading(q.Entry)?.Text == Reading(entry)?.Text
            || House(q.Entry) is { } house && house == House(entry) || Likeness(q.Stance.Evidence.Exact, stance.Evidence.Exact) >= 0.9));
        return new Told(entry, stance, day, first.Label, copied?.Origin ?? entry.Sequence);
    }

    private Joint Group(Entry entry)
    {
        var (words, on) = entry.Event is MeetingHeld m ? (m.Evidence.Exact, m.On) : entry.Event is AgreementReached a ? (a.Evidence.Exact, a.On) : ("", null);
        var day = DayOf(entry, on);
        var near = on is null ? [] : joint.Where(q => q.Entry.Recorded.Stream != entry.Recorded.Stream && Same(q.Entry.Event, entry.Event)).ToList();
        if (near.FirstOrDefault() is not { } first)
            return new Joint(entry, day, words, entry.Sequence, entry.Sequence);
        var copied = near.FirstOrDefault(q => q.Label == first.Label && (Reading(q.Entry)?.Text is { } text && text == Reading(entry)?.Text
            || House(q.Entry) is { } house && house == House(entry) || Likeness(q.Words, words) >= 0.9));
        return new Joint(entry, day, words, first.Label, copied?.Origin ?? entry.Sequence);
    }

    private static bool Same(ArticleEvent one, ArticleEvent other) => (one, other) switch
    {
        (MeetingHeld a, MeetingHeld b) => a.On == b.On && Seats(a, x => x.Country).SetEquals(Seats(b, x => x.Country)) && (a.Format == MeetingFormat.Call) == (b.Format == MeetingFormat.Call)
            && (Seats(a, x => x.Person).Overlaps(Seats(b, x => x.Person)) || Seats(b, x => x.Person).Count == 0),
        (AgreementReached a, AgreementReached b) => a.On == b.On && a.Topic == b.Topic && a.Parties.Order().SequenceEqual(b.Parties.Order()) && Likeness(a.Evidence.Exact, b.Evidence.Exact) >= 0.3,
        _ => false,
    };

    private static HashSet<string> Seats(MeetingHeld met, Func<Participant, string?> of) => [.. met.Participants.Select(of).OfType<string>()];

    private string? House(Entry entry) => Reading(entry) is not var (_, _, publisher, url) ? null
        : url is null ? publisher?.ToLowerInvariant().Replace(" ", "") : string.Join('.', new Uri(url).Host.Split('.')[^2..]);

    private IEnumerable<string> Others(Entry entry, StanceStated stance) =>
        from x in streams[entry.Recorded.Stream]
        where x.Sequence < entry.Sequence && x.Event is MeetingHeld
        let met = (MeetingHeld)x.Event
        where met.On is not null && met.On == stance.On && met.Participants.Any(p => p.Country == stance.Country)
        from seat in met.Participants
        where seat.Country is not null && seat.Country != stance.Country
        select seat.Country;

    private static double Likeness(string one, string other)
    {
        var (a, b) = (one.Split(' ').ToHashSet(), other.Split(' ').ToHashSet());
        return (double)a.Intersect(b).Count() / a.Union(b).Count();
    }
}
