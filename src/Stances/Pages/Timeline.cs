using System.Globalization;
using Stances.Domain;

namespace Stances.Pages;

/// <summary>A stretch of a lane: a period that a country held one position.</summary>
public sealed record TimelineBar(string X, string Width, bool Wide, Position Position, Direction Direction, string Told, string Href);

/// <summary>A statement on a lane; those of nearby days stand above one another.</summary>
public sealed record TimelinePoint(string X, int Level, Direction Direction, string Told, string Href);

/// <summary>A meeting or an agreement.</summary>
public sealed record TimelineEvent(string X, bool Agreement, string Told, string Href);

/// <summary>One country's line of a timeline.</summary>
public sealed record TimelineLane(string Name, IReadOnlyList<TimelineBar> Bars, IReadOnlyList<TimelinePoint> Points);

/// <summary>A timeline laid out. Places are shares of the width, so that it fits any screen with its letters at their size.</summary>
public sealed record Timeline(DateOnly From, DateOnly To, IReadOnlyList<(string X, int Year, bool Minor)> Years, IReadOnlyList<TimelineLane> Lanes, IReadOnlyList<TimelineEvent> Events)
{
    /// <summary>Height of a lane and of the lines for events and years, in pixels.</summary>
    public const int LaneHeight = 92, EventsHeight = 46, AxisHeight = 26;

    /// <summary>Height of the whole drawing in pixels.</summary>
    public int Height => Lanes.Count * LaneHeight + (Events.Count > 0 ? EventsHeight : 0) + AxisHeight;

    /// <summary>A timeline of these pairs, with the meetings and agreements around them; null where nothing was said.</summary>
    public static Timeline? Of(IReadOnlyList<PairHistory> pairs, IReadOnlyList<Happening> happenings, DateOnly? on)
    {
        var days = pairs.SelectMany(x => x.Statements.Select(s => s.Said.SaidBy).Concat(x.Periods.Select(p => p.From))).ToList();
        if (days.Count == 0)
            return null;

        var scale = new Scale(new DateOnly(days.Min().Year, 1, 1), new DateOnly(Math.Max(days.Max().Year, on?.Year ?? 0), 12, 31));
        return new Timeline(
            scale.From, scale.To, scale.Years(), [.. pairs.Select(x => Lane(x, scale, on))],
            [.. happenings.Where(x => x.Day >= scale.From && x.Day <= scale.To).Select(x => new TimelineEvent(Scale.Text(scale.Place(x.Day)), x.Agreement, x.Told, x.Href))]);
    }

    private static TimelineLane Lane(PairHistory pair, Scale scale, DateOnly? on)
    {
        var end = on is { } day && day < scale.To ? day : scale.To;
        var bars = pair.Periods.Select(x =>
        {
            var (left, right) = (scale.Place(x.From), scale.Place(x.To ?? end));
            var until = x.To is { } to ? " to " + Say.Day(to) : ", and since";
            return new TimelineBar(
                Scale.Text(left), Scale.Text(Math.Max(right - left, 0.3)), right - left > 9, x.Position, x.Direction,
                $"{pair.Country.Name} {Say.Verb(x.Position)} ({Say.Word(x.Direction)}), {Say.Day(x.From)}{until}; {Say.Word(x.Change)}", $"#s{x.OpenedBy}");
        });

        var points = new List<TimelinePoint>();
        double before = -10;
        var level = 0;
        foreach (var row in pair.Statements.OrderBy(x => x.Said.SaidBy).ThenBy(x => x.Said.Sequence))
        {
            var x = scale.Place(row.Said.SaidBy);
            level = x - before < 1.6 ? (level + 1) % 3 : 0;
            before = x;
            points.Add(new TimelinePoint(
                Scale.Text(x), level, row.Said.Direction,
                $"{Say.SaidOn(row.Said.On, row.Said.SaidBy)}: {Say.Speaker(row.Said.Speaker, pair.Country)} {Say.Verb(row.Said.Position)} ({Say.Word(row.Said.Direction)})",
                "#" + row.Anchor));
        }

        return new TimelineLane(pair.Country.Name, [.. bars], points);
    }

    private sealed record Scale(DateOnly From, DateOnly To)
    {
        // Room at both ends, so that what stands there is not cut.
        private const double Left = 2, Width = 96;

        public static string Text(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

        public double Place(DateOnly day) => Left + Width * (day.DayNumber - From.DayNumber) / Math.Max(1, To.DayNumber - From.DayNumber);

        public List<(string X, int Year, bool Minor)> Years()
        {
            var step = Math.Max(1, (To.Year - From.Year + 1 + 11) / 12);
            return [.. Enumerable.Range(From.Year, To.Year - From.Year + 1).Where(x => (x - From.Year) % step == 0)
                .Select((x, i) => (Text(Place(new DateOnly(x, 1, 1))), x, i % 3 != 0 && To.Year - From.Year > 2))];
        }
    }
}
