using Npgsql;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>How many articles of one publisher were read of one day.</summary>
public sealed record Covered(string? Publisher, DateOnly Day, int Articles);

/// <summary>How much was read of a stretch of days; where it is nothing, silence means nothing.</summary>
public sealed record CoverageSummary(int Articles, DateOnly? First, DateOnly? Last, int Publishers);

/// <summary>What was read, from where, of which days: whoever finds nothing must know whether anything was looked at.</summary>
public static class Coverage
{
    /// <summary>Articles by day and publisher, in order.</summary>
    public static Task<List<Covered>> ByDay(NpgsqlDataSource db, Clock clock, DateOnly? from = null, DateOnly? to = null, CancellationToken ct = default) =>
        db.Query(Sql.Of($"""
            select f.publisher, f.read_of, count(*)::int from stances.articles f
            where {clock.Counts} and {clock.Said("f.read_of")} and {Filter.Within("f.read_of", from, to)}
            group by f.read_of, f.publisher order by f.read_of, f.publisher collate "C"
            """), row => new Covered(row.IsDBNull(0) ? null : row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetInt32(2)), ct);

    /// <summary>The whole of it in one row.</summary>
    public static async Task<CoverageSummary> Summary(NpgsqlDataSource db, Clock clock, DateOnly? from = null, DateOnly? to = null, CancellationToken ct = default) =>
        (await db.First(Sql.Of($"""
            select coalesce(sum(n), 0)::int, min(first), max(last), count(publisher)::int from (
                select f.publisher, count(*) as n, min(f.read_of) as first, max(f.read_of) as last from stances.articles f
                where {clock.Counts} and {clock.Said("f.read_of")} and {Filter.Within("f.read_of", from, to)} group by f.publisher) by_publisher
            """), row =>
        {
            var c = new Columns(row);
            return new CoverageSummary(c.Int(), c.Day(), c.Day(), c.Int());
        }, ct))!;
}
