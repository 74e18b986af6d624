using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>A moment at which the answer to "what does it hold" became another: by the event of this sequence. Null: nothing any longer.</summary>
public sealed record Moment(DateTimeOffset At, long Sequence, PositionPeriod? Held);

/// <summary>Every moment at which what the log held of a country's position on a topic changed: the mementos of that answer.</summary>
public static class TimeMap
{
    private sealed record Reported(Held Held, DateTimeOffset RecordedAt, DateTimeOffset? RetractedAt, long? RetractedBy);

    /// <summary>The moments in order up to the clock's, seen from its day.</summary>
    public static async Task<List<Moment>> Of(NpgsqlDataSource db, string country, string topic, Clock clock, CancellationToken ct = default)
    {
        var reports = await db.Query(Sql.Of($"""
            select f.said_by, f.sequence, f.position, f.direction, f.statement, f.recorded_at, f.retracted_at, f.retracted_by
            from stances.statements f where f.country = {country} and f.topic = {topic} and {clock.Said("f.said_by")}
            """), Read, ct);

        var events = reports.Select(x => (x.Held.Sequence, At: x.RecordedAt))
            .Concat(reports.Where(x => x.RetractedBy is not null).Select(x => (Sequence: x.RetractedBy!.Value, At: x.RetractedAt!.Value)))
            .Distinct().Where(x => !(x.Sequence > clock.Sequence) && !(x.At > clock.Known)).OrderBy(x => x.Sequence);
        var moments = new List<Moment>();
        foreach (var (sequence, at) in events)
        {
            var counted = reports.Where(x => x.Held.Sequence <= sequence && !(x.RetractedBy <= sequence));
            var held = PositionHistory.Fold(counted.Select(x => x.Held)) is [.., var open] ? open : null;
            var last = moments is [.., var before] ? before.Held : null;
            if ((held?.From, held?.Position, held?.Direction) != (last?.From, last?.Position, last?.Direction))
                moments.Add(new Moment(at, sequence, held));
        }

        return moments;
    }

    private static Reported Read(NpgsqlDataReader row)
    {
        var c = new Columns(row);
        var held = new Held(c.Day()!.Value, c.Number(), c.Name<Position>(), c.Name<Direction>(), c.Number());
        return new Reported(held, c.Moment(), c.MomentOrNull(), c.NumberOrNull());
    }
}
