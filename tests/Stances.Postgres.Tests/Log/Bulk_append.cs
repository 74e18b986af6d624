using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class Bulk_append(PostgresServer server)
{
    [Fact]
    public async Task Records_what_single_appends_would_and_again_adds_nothing()
    {
        await using var at = await Create(server);
        var kept = Event();
        await at.Log.Append([To("s0", 0, kept)]);
        StreamAppend[] appends =
        [
            To("s0", 1, Event(), Event()),
            .. Enumerable.Range(1, 3000).Select(i => To($"s{i}", 0, Event("met", $$"""{"N": {{i}}}"""), Event(), Event(), Event())),
            To("s0", 3, Event()),
        ];
        var told = new List<long>();

        await new BulkAppend(at.Log).Run(appends.ToAsyncEnumerable(), progress: new Told(told));
        await new BulkAppend(at.Log).Run(appends.ToAsyncEnumerable());

        var recorded = await at.Log.ReadAll(0, 100_000);
        Assert.Equal(12_004, recorded.Count);
        Assert.Equal(12_003, told.Max());
        Assert.Equal(
            appends.SelectMany(a => a.Events.Select((e, i) => (a.Stream, a.ExpectedVersion + i + 1, e.Id, e.Type))).Append(("s0", 1, kept.Id, "noted")).Order(),
            recorded.Select(e => (e.Stream, e.Version, e.Id, e.Type)).Order());
        var account = await LogCheck.Run(new Feed(at.Log));
        Assert.Equal([], account.Faults);
        Assert.Equal((12_004L, 0L), (account.Events, account.InFlight));
    }

    [Fact]
    public async Task Of_who_gives_slowly_keeps_what_was_given_before_the_rest_comes()
    {
        await using var at = await Create(server);
        await new BulkAppend(at.Log).Run(Slowly()).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(["s1", "s2"], (await at.Log.ReadAll(0, 10)).Select(e => e.Stream));

        async IAsyncEnumerable<StreamAppend> Slowly()
        {
            yield return To("s1", 0, Event());
            await new Feed(at.Log).MarkAt(1, TestContext.Current.CancellationToken);
            yield return To("s2", 0, Event());
        }
    }

    [Fact]
    public async Task Refuses_a_stream_that_is_not_at_the_version_expected()
    {
        await using var at = await Create(server);
        await at.Log.Append([To("a", 0, Event())]);

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(() => new BulkAppend(at.Log).Run(
            new[] { To("a", 0, Event()), To("b", 0, Event()) }.ToAsyncEnumerable(), connections: 1));

        Assert.Equal(("a", 0L, 1L), (conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Single(await at.Log.ReadAll(0, 10));
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value)
        {
            lock (told)
                told.Add(value);
        }
    }
}
