using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class Following_the_log(PostgresServer server)
{
    [Fact]
    public async Task Goes_from_what_is_there_to_what_comes_without_a_gap()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await at.Log.Append([To("a", 0, [.. Enumerable.Range(0, 700).Select(_ => Event())])]);

        var followers = Enumerable.Range(0, 20).Select(i => Take(feed, after: 10 * i, count: 1000 - 10 * i)).ToArray();
        for (var version = 700; version < 1000; version++)
            await at.Log.Append([To("a", version, Event())]);

        foreach (var (i, follower) in followers.Index())
            Assert.Equal(Enumerable.Range(10 * i + 1, 1000 - 10 * i).Select(n => (long)n), (await follower).Select(e => e.Sequence));
    }

    [Fact]
    public async Task Hears_at_once_what_another_process_appends()
    {
        await using var at = await Create(server);
        var elsewhere = new EventLog(at.Db);
        var heard = Take(new Feed(at.Log), after: 0, count: 20);

        for (var version = 0; version < 20; version++)
            await elsewhere.Append([To("a", version, Event())]);

        Assert.Equal(20, (await heard).Count);
    }

    [Fact]
    public async Task Lets_a_slow_follower_go_and_he_misses_nothing_either()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await using var slow = feed.Read(0).GetAsyncEnumerator();
        await at.Log.Append([To("a", 0, Event())]);
        await slow.MoveNextAsync();
        var quick = Take(feed, after: 1, count: 2000);

        // He takes nothing while more pages come than are kept for him.
        for (var version = 1; version < 2001; version += 4)
            await at.Log.Append([To("a", version, Event(), Event(), Event(), Event())]);
        Assert.Equal(2000, (await quick).Count);

        var seen = new List<long> { slow.Current.Sequence };
        while (seen.Count < 2001 && await slow.MoveNextAsync())
            seen.Add(slow.Current.Sequence);
        Assert.Equal(Enumerable.Range(1, 2001).Select(n => (long)n), seen);
    }

    [Theory]
    [InlineData("Country", "JPN")]
    [InlineData("Country", "null")]
    [InlineData("Number", "1.50")]
    [InlineData("Flag", "true")]
    [InlineData("Missing", "x")]
    public async Task Filters_the_same_in_the_database_and_at_hand(string field, string value)
    {
        await using var at = await Create(server);
        await at.Log.Append(
        [
            To("a", 0, Event("said", """{"Country": "JPN", "Number": 1.50}"""), Event("met", """{"Country": null, "Flag": true}""")),
            To("b", 0, Event("said", """{"Country": "KOR", "Number": 1.5}"""), Event("said", """["JPN"]"""), Event("said", """{"Country": "JPN"}""")),
        ]);
        var all = await at.Log.ReadAll(0, 10);

        foreach (var filter in new EventFilter[]
        {
            new(Fields: [(field, value)]), new(Types: ["said"], Fields: [(field, value)]), new(Stream: "b", Fields: [(field, value)]),
            new(Types: []), new(Since: all[2].RecordedAt), new(Stream: "a"),
        })
            Assert.Equal(all.Where(filter.Matches), await at.Log.ReadAll(0, 10, filter));
    }

    [Fact]
    public async Task Starts_from_a_point_in_time()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        for (var version = 0; version < 40; version++)
            await at.Log.Append([To("a", version, Event())]);
        var all = await at.Log.ReadAll(0, 100);
        // Recorded an hour apart; only a log that is made so, not changed so, would allow it.
        await at.Db.Execute(Sql.Raw("""
            set session_replication_role = replica;
            update stances_log.mt_events set timestamp = timestamp + seq_id * interval '1 hour';
            set session_replication_role = origin;
            """));
        var recorded = await at.Log.ReadAll(0, 100);

        long[] starts =
        [
            await feed.Before(all[0].RecordedAt), await feed.Before(recorded[10].RecordedAt), await feed.Before(recorded[20].RecordedAt.AddMinutes(30)),
            await feed.Before(recorded[39].RecordedAt.AddDays(1)),
        ];
        Assert.Equal([0L, 10, 21, 40], starts);
    }

    private static async Task<List<RecordedEvent>> Take(Feed feed, long after, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await feed.Read(after, ct: patience.Token).Take(count).ToListAsync();
    }
}
