using Npgsql;

namespace Stances.EventStore;

/// <summary>An account of every sequence number up to the highest that is seen.</summary>
/// <param name="Mark">Everything up to here is settled.</param>
/// <param name="Seen">The highest number an event was seen with.</param>
/// <param name="Events">Numbers up to the mark that are events.</param>
/// <param name="Gaps">Numbers up to the mark that never will be.</param>
/// <param name="InFlight">Numbers after the mark that still may be: their transactions may be running.</param>
/// <param name="Faults">What is not as it must be, one line each; empty when all is well.</param>
public sealed record LogAccount(long Mark, long Seen, long Events, long Gaps, long InFlight, IReadOnlyList<string> Faults);

/// <summary>Checks the log itself: numbers, versions, layout, and how far the projections are.</summary>
public static class LogCheck
{
    private const int Shown = 20;

    /// <summary>Reads all of the log; changes nothing but to write down gaps that were not yet known.</summary>
    public static async Task<LogAccount> Run(Feed feed, CancellationToken ct = default)
    {
        var db = feed.Log.Db;
        // Asked before the mark, which only rises: runners go on meanwhile.
        var checkpoints = await db.Query(Sql.Raw("select name, sequence, stopped_at, reason from stances.checkpoints order by name, build"),
            row => (Name: row.GetString(0), At: row.GetInt64(1), StoppedAt: row.IsDBNull(2) ? null : (long?)row.GetInt64(2), Reason: row.IsDBNull(3) ? null : row.GetString(3)), ct);
        var mark = await feed.Mark(ct);
        var faults = new List<string>();
        faults.AddRange((await LogSchema.Differences(db, ct)).Select(difference => $"The layout differs: {difference}"));

        var (events, gaps, seen) = await db.First(Sql.Of($"""
            select (select count(*) from stances_log.mt_events where seq_id <= {mark}),
                   (select coalesce(sum(last - first + 1), 0)::bigint from stances.gaps where last <= {mark}),
                   (select coalesce(max(seq_id), 0) from stances_log.mt_events)
            """), row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), ct);
        faults.AddRange(await Unexplained(db, mark, ct));
        faults.AddRange(await db.Query(Sql.Of($"""
            select format('Event %s stands in the gap %s to %s, which readers have passed.', e.seq_id, g.first, g.last)
            from stances.gaps g join stances_log.mt_events e on e.seq_id between g.first and g.last limit {Shown}
            """), row => row.GetString(0), ct));
        faults.AddRange(await db.Query(Sql.Of($"""
            select format('Stream %s says it is at version %s and has %s events, versions %s to %s.', coalesce(s.id, e.stream_id), s.version, e.n, e.first, e.last)
            from stances_log.mt_streams s
            full join (select stream_id, count(*) as n, min(version) as first, max(version) as last from stances_log.mt_events group by stream_id) e
              on e.stream_id = s.id
            where (s.version, e.n, e.first, e.last) is distinct from (e.n, e.n, 1::bigint, e.n) and not (coalesce(s.version, 0) = 0 and e.n is null)
            limit {Shown}
            """), row => row.GetString(0), ct));
        faults.AddRange(await db.Query(Sql.Of($"""
            select format('Within stream %s the event of version %s has a later number than its successor.', stream_id, version) from (
                select stream_id, version, seq_id, lead(seq_id) over (partition by stream_id order by version) as next from stances_log.mt_events) e
            where next < seq_id limit {Shown}
            """), row => row.GetString(0), ct));
        faults.AddRange(checkpoints.Where(x => x.At > Math.Min(mark, seen)).Select(x => $"Projection {x.Name} is at {x.At}, beyond the mark."));
        faults.AddRange(checkpoints.Where(x => x.StoppedAt is not null).Select(x => $"Projection {x.Name} stopped at {x.StoppedAt}: {x.Reason}"));
        return new LogAccount(mark, seen, events, gaps, seen > mark ? await Missing(db, mark, seen, ct) : 0, faults);
    }

    private static Task<long> Missing(NpgsqlDataSource db, long after, long upTo, CancellationToken ct) => db.First(Sql.Of($"""
        select {upTo} - {after} - count(*) from stances_log.mt_events where seq_id > {after} and seq_id <= {upTo}
        """), row => row.GetInt64(0), ct);

    /// <summary>Runs of numbers up to the mark that are neither events nor written down as gaps.</summary>
    private static Task<List<string>> Unexplained(NpgsqlDataSource db, long mark, CancellationToken ct) => db.Query(Sql.Of($"""
        select format('Numbers %s to %s are neither events nor known gaps.', first, last) from (
            select lag(seq_id, 1, 0::bigint) over (order by seq_id) + 1 as first, seq_id - 1 as last
            from stances_log.mt_events where seq_id <= {mark}) runs
        where first <= last and last - first + 1 <> (
            select coalesce(sum(g.last - g.first + 1), 0) from stances.gaps g where g.first >= runs.first and g.last <= runs.last)
        limit {Shown}
        """), row => row.GetString(0), ct);
}
