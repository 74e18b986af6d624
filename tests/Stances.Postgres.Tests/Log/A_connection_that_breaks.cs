using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class A_connection_that_breaks(PostgresServer server)
{
    [Theory]
    [InlineData("append", "Client")]
    [InlineData("append", "Server")]
    [InlineData("bulk", "Client")]
    [InlineData("bulk", "Server")]
    public async Task At_any_message_of_an_append_leaves_it_whole_and_once(string way, string from)
    {
        await using var at = await Create(server);
        await at.Db.Execute(Sql.Raw("create table texts (hash text primary key)"));
        await using var proxy = new CuttingProxy(at.ConnectionString);
        await using var db = Pool.Open(proxy.ConnectionString);
        var log = new EventLog(db);
        for (var warm = 0; warm < 4; warm++)
            await Write(log, way, $"warm-{warm}");

        var cuts = 0;
        for (proxy.CutAfter(Enum.Parse<CuttingProxy.From>(from), cuts); ; proxy.CutAfter(Enum.Parse<CuttingProxy.From>(from), ++cuts))
        {
            await Write(log, way, $"cut-{cuts}");
            if (!proxy.HasCut)
                break;
        }

        Assert.InRange(cuts, 5, 200);
        var streams = Enumerable.Range(0, cuts + 1).Select(n => $"cut-{n}").Concat(Enumerable.Range(0, 4).Select(n => $"warm-{n}")).Order(StringComparer.Ordinal).ToList();
        var recorded = await at.Log.ReadAll(0, 10_000);
        Assert.Equal(
            streams.SelectMany(stream => new[] { $"{stream} 1", $"{stream} 2" }),
            recorded.Select(e => $"{e.Stream} {e.Version}").Order(StringComparer.Ordinal));
        if (way == "append")
            Assert.Equal(streams, await at.Db.Query(Sql.Raw("select hash from texts order by hash collate \"C\""), row => row.GetString(0)));
        var feed = new Feed(at.Log);
        await feed.MarkAt(recorded[^1].Sequence);
        Assert.Equal([], (await LogCheck.Run(feed)).Faults);
    }

    private static async Task Write(EventLog log, string way, string stream)
    {
        if (way == "append")
            await log.Append([To(stream, 0, Event(), Event())], [Sql.Of($"insert into texts values ({stream}) on conflict do nothing")]);
        else
            await new BulkAppend(log).Run(new[] { To(stream, 0, Event(), Event()) }.ToAsyncEnumerable(), connections: 1);
    }
}
