using System.Diagnostics;
using Npgsql;
using Stances.EventStore;
using Stances.Projections;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Benchmarks;

/// <summary>
/// Statements and positions built anew from 600,000 events, in events per second, switch-over included. The floor is plain set-based
/// SQL over the same events into unlogged tables with their indexes: no corroboration, no retractions, every change of a word a period.
/// </summary>
internal static class RebuildViews
{
    private const int Articles = 100_000, Rounds = 3;

    public static async Task Run(BenchServer server)
    {
        await using var db = await server.NewLog();
        await ReadModels.Migrate(db);
        var log = new EventLog(db);
        await new BulkAppend(log).Run(Enumerable.Range(1, Articles).Select(Benchmarks.Articles.Make).ToAsyncEnumerable(), 2, null);
        await db.Execute(Sql.Raw("vacuum analyze stances_log.mt_events"));
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);   // what making the articles left behind is no part of a rebuild
        await db.Execute(Sql.Raw("create schema if not exists floor"));
        var runner = new ProjectionRunner(new Feed(log), [Statements.Projection]);
        await Figure.Measure("rebuild-positions", Rounds, () => Rate(() => Floor(db)), () => Rate(() => runner.Rebuild(Statements.Projection)));
        Console.WriteLine($"# rebuild-positions: this process holds {Process.GetCurrentProcess().WorkingSet64 >> 20} MB");
    }

    private static async Task<double> Rate(Func<Task> build)
    {
        var clock = Stopwatch.StartNew();
        await build();
        return Articles * Benchmarks.Articles.EventsEach / clock.Elapsed.TotalSeconds;
    }

    private static async Task Floor(NpgsqlDataSource db)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("""
            drop table if exists floor.statements, floor.positions;
            create unlogged table floor.statements (sequence bigint, recorded_at timestamptz, country text, topic text, said_on date,
                position text, direction text, starts int, ends int, exact text, confidence double precision);
            insert into floor.statements select seq_id, timestamp, data->>'Country', data->>'Topic', (data->>'On')::date, data->>'Position', data->>'Direction',
                (data->'Evidence'->>'Start')::int, (data->'Evidence'->>'End')::int, data->'Evidence'->>'Exact', (data->>'Confidence')::double precision
                from stances_log.mt_events where type = 'stance_stated';
            create index on floor.statements (country, topic, said_on);
            create unlogged table floor.positions as
                select country, topic, said_on as opened, lead(said_on) over pair as ended, position, direction
                from (select *, lag(position) over pair as held from floor.statements window pair as (partition by country, topic order by said_on, sequence)) s
                where held is distinct from position window pair as (partition by country, topic order by said_on, sequence);
            create index on floor.positions (country, topic, opened);
            """, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
