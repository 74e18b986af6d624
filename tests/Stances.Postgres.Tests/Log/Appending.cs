using Npgsql;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class Appending(PostgresServer server)
{
    [Fact]
    public async Task Gives_sequence_and_version_in_order_and_reads_back_the_same()
    {
        await using var at = await Create(server);
        NewEvent[] events = [Event("met", """{"On": "2015-12-28"}"""), Event("said")];

        var recorded = await at.Log.Append([To("a", 0, events)]);
        var more = await at.Log.Append([To("a", 2, Event("agreed"))]);

        Assert.Equal([(1L, "a", 1L, "met"), (2, "a", 2, "said")], recorded.Select(e => (e.Sequence, e.Stream, e.Version, e.Type)));
        Assert.Equal(events.Select(e => e.Id), recorded.Select(e => e.Id));
        Assert.Equal([.. recorded, .. more], await at.Log.ReadStream("a"));
        Assert.Equal([.. recorded, .. more], await at.Log.ReadAll(0, 10));
        Assert.Equal(more, await at.Log.ReadStream("a", afterVersion: 2));
        Assert.InRange(DateTimeOffset.UtcNow - more[0].RecordedAt, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Takes_many_streams_at_once_whole_or_not_at_all()
    {
        await using var at = await Create(server);
        await at.Log.Append([To("b", 0, Event())]);

        await at.Log.Append([To("c", 0, Event(), Event()), To("a", 0, Event()), To("b", 1, Event())]);
        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => at.Log.Append([To("d", 0, Event()), To("b", 1, Event()), To("a", 1, Event())]));

        Assert.Equal(("b", 1L, 2L), (conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Equal(["b 1", "a 1", "b 2", "c 1", "c 2"], (await at.Log.ReadAll(0, 10)).Select(e => $"{e.Stream} {e.Version}"));
        Assert.Equal([("a", 1L), ("b", 2), ("c", 2)], await Versions(at));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    public async Task Refuses_a_version_the_stream_is_not_at_and_takes_no_number(long expected, long actual)
    {
        await using var at = await Create(server);
        await at.Log.Append([To("a", 0, Event(), Event())]);

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(() => at.Log.Append([To("a", expected, Event())]));
        var next = await at.Log.Append([To("a", 2, Event())]);

        Assert.Equal(("a", expected, actual), (conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Equal(3, next[0].Sequence);
    }

    [Fact]
    public async Task Refuses_a_stream_that_does_not_exist_where_one_is_expected()
    {
        await using var at = await Create(server);

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(() => at.Log.Append([To("a", 4, Event())]));

        Assert.Equal((4L, 0L), (conflict.Expected, conflict.Actual));
    }

    [Fact]
    public async Task Of_the_same_events_again_adds_nothing_and_returns_what_is_recorded()
    {
        await using var at = await Create(server);
        NewEvent[] first = [Event(), Event()], second = [Event()];
        var one = await at.Log.Append([To("a", 0, first)]);
        var two = await at.Log.Append([To("a", 2, second)]);

        Assert.Equal(one, await at.Log.Append([To("a", 0, first)]));
        Assert.Equal(two, await at.Log.Append([To("a", 2, second)]));
        var mixed = await at.Log.Append([To("b", 0, Event()), To("a", 2, second)]);

        Assert.Equal([two[0], mixed[1]], mixed);
        Assert.Equal([("a", 3L), ("b", 1)], await Versions(at));
        Assert.Equal(4, (await at.Log.ReadAll(0, 10)).Count);
    }

    [Fact]
    public async Task By_many_at_once_lets_one_win_each_version()
    {
        await using var at = await Create(server);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            var won = 0;
            for (var version = 0; version < 25; version++)
            {
                try
                {
                    await at.Log.Append([To("a", version, Event())]);
                    won++;
                }
                catch (WrongExpectedVersionException e)
                {
                    Assert.True(e.Actual > version);
                }
            }
            return won;
        }));

        Assert.Equal(25, outcomes.Sum());
        Assert.Equal(Enumerable.Range(1, 25).Select(v => (long)v), (await at.Log.ReadStream("a")).Select(e => e.Version));
    }

    [Fact]
    public async Task Runs_what_goes_along_in_the_same_transaction()
    {
        await using var at = await Create(server);
        await at.Db.Execute(Sql.Raw("create table texts (hash text primary key)"));
        var hash = "h1";
        Sql[] along = [Sql.Of($"insert into texts values ({hash})")];

        await at.Log.Append([To("a", 0, Event())], along);
        var broken = await Assert.ThrowsAsync<PostgresException>(() => at.Log.Append([To("b", 0, Event())], along));
        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => at.Log.Append([To("a", 0, Event())], [Sql.Raw("insert into texts values ('h2')")]));

        Assert.Equal(PostgresErrorCodes.UniqueViolation, broken.SqlState);
        Assert.Equal([("a", 1L)], await Versions(at));
        Assert.Equal(["h1"], await at.Db.Query(Sql.Raw("select hash from texts"), row => row.GetString(0)));
    }

    private static Task<List<(string, long)>> Versions(LogDatabase at) => at.Db.Query(
        Sql.Raw("select id, version from stances_log.mt_streams order by id"), row => (row.GetString(0), row.GetInt64(1)));
}
