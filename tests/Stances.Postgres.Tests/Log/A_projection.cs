using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class A_projection(PostgresServer server)
{
    [Fact]
    public async Task Is_brought_up_to_the_log_and_goes_on_from_there()
    {
        await using var at = await Create(server);
        var runner = new ProjectionRunner(new Feed(at.Log), [Counted.At(1)]);
        await at.Log.Append([To("a", 0, Event(), Event())]);

        await runner.CatchUp();
        Assert.Equal([("a", 2L, 2L)], await Counted.Rows(at));

        await at.Log.Append([To("a", 2, Event()), To("b", 0, Event())]);
        await runner.CatchUp();
        Assert.Equal([("a", 3L, 3L), ("b", 1, 4)], await Counted.Rows(at));
    }

    [Fact]
    public async Task Is_applied_once_by_many_runners_at_once()
    {
        await using var at = await Create(server);
        var runners = Enumerable.Range(0, 4).Select(_ => new ProjectionRunner(new Feed(at.Log), [Counted.At(1)])).ToArray();

        for (var version = 0; version < 10; version++)
        {
            await at.Log.Append([To("a", version, Event())]);
            await Task.WhenAll(runners.Select(r => r.CatchUp()));
        }

        Assert.Equal([("a", 10L, 10L)], await Counted.Rows(at));
    }

    [Fact]
    public async Task That_fails_stops_before_that_event_says_why_and_goes_on_when_mended()
    {
        await using var at = await Create(server);
        var failing = Counted.At(1) with
        {
            Apply = (after, upTo) =>
            [
                .. Counted.At(1).Apply(after, upTo),
                Sql.Of($"select 1 / (data ->> 'Divisor')::int from stances_log.mt_events where seq_id > {after} and seq_id <= {upTo} and data ? 'Divisor'"),
            ],
        };
        var runner = new ProjectionRunner(new Feed(at.Log), [failing]);
        await at.Log.Append([To("a", 0, Event(), Event(), Event(data: """{"Divisor": 1}"""), Event(data: """{"Divisor": 0}"""), Event())]);

        var stopped = await Assert.ThrowsAsync<ProjectionStoppedException>(() => runner.CatchUp());
        var status = Assert.Single(await runner.Status());

        Assert.Equal(("counted", 4L), (stopped.Name, stopped.At));
        Assert.Equal(("counted", 1, 3L, 4L), (status.Name, status.Version, status.Sequence, status.StoppedAt));
        Assert.Contains("division by zero", status.Reason);
        Assert.Equal([("a", 3L, 3L)], await Counted.Rows(at));

        await new ProjectionRunner(new Feed(at.Log), [Counted.At(1)]).CatchUp();
        var mended = Assert.Single(await runner.Status());
        Assert.Equal((5L, null, null), (mended.Sequence, mended.StoppedAt, mended.Reason));
        Assert.Equal([("a", 5L, 5L)], await Counted.Rows(at));
    }

    [Fact]
    public async Task Of_a_newer_version_is_built_beside_the_old_one_and_takes_its_place()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await at.Log.Append([To("a", 0, Event(), Event("other"), Event("other"))]);
        await new ProjectionRunner(feed, [Counted.At(1)]).CatchUp();

        var newer = new ProjectionRunner(feed, [Counted.At(2, type: "other")]);
        await newer.CatchUp();
        Assert.Equal([("a", 2L, 3L)], await Counted.Rows(at));

        await at.Log.Append([To("a", 3, Event("other"))]);
        await new ProjectionRunner(feed, [Counted.At(1)]).CatchUp();
        Assert.Equal([("a", 2L, 3L)], await Counted.Rows(at));

        await newer.CatchUp();
        Assert.Equal([("a", 3L, 4L)], await Counted.Rows(at));
        Assert.Single(await at.Db.Query(Sql.Raw("select nspname from pg_namespace where nspname like 'stances\\_counted%'"), row => row.GetString(0)));
    }

    [Fact]
    public async Task Of_a_newer_version_that_cannot_be_built_leaves_the_old_one_served()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await at.Log.Append([To("a", 0, Event(), Event())]);
        await new ProjectionRunner(feed, [Counted.At(1)]).CatchUp();
        var broken = Counted.At(2) with { Apply = (after, upTo) => [Sql.Of($"select 1 / (2 - max(seq_id)) from stances_log.mt_events where seq_id > {after} and seq_id <= {upTo}")] };

        var stopped = await Assert.ThrowsAsync<ProjectionStoppedException>(() => new ProjectionRunner(feed, [broken]).CatchUp());
        var status = await new ProjectionRunner(feed, [broken]).Status();

        Assert.Equal(2, stopped.At);
        Assert.Equal([(1, 2L, (long?)null), (2, 1, 2)], status.Select(s => (s.Version, s.Sequence, s.StoppedAt)));
        Assert.Equal([("a", 2L, 2L)], await Counted.Rows(at));
    }

    [Fact]
    public async Task Can_be_rebuilt_while_it_is_served_and_appended_to()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        var runner = new ProjectionRunner(feed, [Counted.At(1)]);
        await at.Log.Append([To("a", 0, [.. Enumerable.Range(0, 1000).Select(_ => Event())])]);
        await runner.CatchUp();
        using var stop = new CancellationTokenSource();
        var serving = runner.RunAsync(stop.Token);
        var writing = Task.Run(async () =>
        {
            for (var version = 0; version < 200; version++)
                await at.Log.Append([To("b", version, Event())]);
        });
        var seen = new List<RebuildProgress>();

        for (var i = 0; i < 3; i++)
        {
            await runner.Rebuild(Counted.At(1), new Heard(seen));
            Assert.NotEmpty(await Counted.Rows(at));
        }
        await writing;
        await runner.CatchUp();

        Assert.Equal([("a", 1000L), ("b", 200)], (await Counted.Rows(at)).Select(row => (row.Stream, row.Events)));
        Assert.All(seen, p => Assert.InRange(p.Sequence, 1, p.UpTo));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact]
    public async Task Is_compared_row_by_row_with_what_a_rebuild_gives()
    {
        await using var at = await Create(server);
        var runner = new ProjectionRunner(new Feed(at.Log), [Counted.At(1)]);
        await at.Log.Append([To("a", 0, Event()), To("b", 0, Event())]);

        Assert.Equal([], await runner.Compare(Counted.At(1)));
        await at.Db.Execute(Sql.Raw("update stances.counted set events = 7 where stream = 'b'"));

        Assert.Equal(
            ["""- counted {"last": 2, "events": 7, "stream": "b"}""", """+ counted {"last": 2, "events": 1, "stream": "b"}"""],
            await runner.Compare(Counted.At(1)));
    }

    private sealed class Heard(List<RebuildProgress> heard) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => heard.Add(value);
    }
}
