using System.Diagnostics;
using Stances.EventStore;
using EventLog = Stances.EventStore.EventLog;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class A_lease(PostgresServer server)
{
    [Fact]
    public async Task Goes_to_the_next_in_line_at_once_when_its_holder_is_cut_off()
    {
        await using var at = await Create(server);
        var holder = await Lease.Acquire(at.Db, "x", default);
        var next = Lease.Acquire(at.Db, "x", default);
        await Waits(at, next);

        var clock = Stopwatch.StartNew();
        await at.Db.Execute(Sql.Raw("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())"));
        await using var taken = await next;

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await holder.DisposeAsync();
    }

    [Fact]
    public async Task Leaves_nothing_on_the_connection_it_gives_back()
    {
        await using var at = await Create(server);
        await (await Lease.Acquire(at.Db, "x", default)).DisposeAsync();

        await using var again = await Lease.Acquire(at.Db, "x", default);

        Assert.Equal(["0"], await at.Db.Query(Sql.Raw("show idle_session_timeout"), row => row.GetString(0)));
    }

    [Fact]
    public async Task That_was_lost_lets_no_write_through()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await new ProjectionRunner(feed, [Counted.At(1)]).CatchUp();
        await using var connection = await at.Db.OpenConnectionAsync();
        var build = (await Build.Live(connection, Counted.At(1), default))!.Value.Build;
        await using var stale = new Stretches(at.Db, build, await build.NextEpoch(at.Db, default));
        await at.Log.Append([To("a", 0, Event())]);
        await stale.AdvanceTo(1, default);

        await using var current = new Stretches(at.Db, build, await build.NextEpoch(at.Db, default));
        await at.Log.Append([To("a", 1, Event())]);
        await Assert.ThrowsAsync<CheckpointLostException>(() => stale.AdvanceTo(2, default));
        Assert.Equal([("a", 1L, 1L)], await Counted.Rows(at));

        await current.AdvanceTo(2, default);
        Assert.Equal([("a", 2L, 2L)], await Counted.Rows(at));
    }

    [Fact]
    public async Task Is_shared_by_runners_that_together_miss_nothing()
    {
        await using var at = await Create(server);
        await new ProjectionRunner(new Feed(at.Log), [Counted.At(1)]).CatchUp(); // who is cut off before the table is there, makes it later than it is read
        using var stop = new CancellationTokenSource();
        var runners = Enumerable.Range(0, 3).Select(_ => new ProjectionRunner(new Feed(new EventLog(at.Db)), [Counted.At(1)]).RunAsync(stop.Token)).ToArray();

        for (var version = 0; version < 30; version++)
        {
            await at.Log.Append([To("a", version, Event())]);
            if (version % 10 == 9)
            {
                await at.Db.Execute(Sql.Raw("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));
                at.Db.Clear(); // or this test itself is handed one of the connections it cut off
            }
        }
        var feed = new Feed(at.Log);
        var last = await feed.Mark();
        while ((await Counted.Rows(at)) is not [(_, 30, _)])
            await feed.Pause(at.Log.Bell.NextRing, last, default);

        Assert.Equal([("a", 30L, last)], await Counted.Rows(at));
        await stop.CancelAsync();
        foreach (var runner in runners)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner);
    }

    private static async Task Waits(LogDatabase at, Task<Lease> next)
    {
        while (await at.Db.First(Sql.Raw("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())"), row => row.GetInt64(0)) == 0)
            Assert.False(next.IsCompleted);
    }
}
