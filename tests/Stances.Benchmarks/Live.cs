using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Stances.EventStore;
using Stances.Projections;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Benchmarks;

/// <summary>
/// From an append that was acknowledged to what it causes, in milliseconds: its rows in the read model of positions, and its
/// event at a subscriber of this process. The floor is the commit of one row and its NOTIFY heard. Lower is better.
/// </summary>
internal static class Live
{
    private const int Each = 300, Rounds = 3;
    private static int nth = 10_000_000;

    public static async Task Run(BenchServer server)
    {
        await using var db = await server.NewLog();
        var feed = new Feed(new EventLog(db));
        using var stop = new CancellationTokenSource();
        await ReadModels.Migrate(db);
        var running = new ProjectionRunner(feed, ReadModels.All).RunAsync(stop.Token);
        await db.Execute(Sql.Raw("create table floor_rows (n int)"));
        var subscriber = new Subscriber();
        var subscribed = Task.Run(() => subscriber.Follow(feed, stop.Token));
        foreach (var way in new Func<Task<double>>[] { () => Floor(db), () => Positions(feed), () => subscriber.Hears(feed.Log) })
            await Times(50, way);

        var (floors, positions, subscribers) = (new List<double[]>(), new List<double[]>(), new List<double[]>());
        for (var round = 0; round < Rounds; round++)
        {
            floors.Add(await Times(Each, () => Floor(db)));
            positions.Add(await Times(Each, () => Positions(feed)));
            subscribers.Add(await Times(Each, () => subscriber.Hears(feed.Log)));
        }
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
        {
            Figure.Print($"live-position-{name}", [.. positions.Zip(floors, (o, f) => (Figure.Percentile(o, share), Figure.Percentile(f, share)))]);
            Figure.Print($"live-subscriber-{name}", [.. subscribers.Zip(floors, (o, f) => (Figure.Percentile(o, share), Figure.Percentile(f, share)))]);
        }
        await stop.CancelAsync();
        await Task.WhenAll(running, subscribed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<double[]> Times(int count, Func<Task<double>> one)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
            times[i] = await one();
        return times;
    }

    private static async Task<double> Floor(NpgsqlDataSource db)
    {
        await using var listener = await db.OpenConnectionAsync();
        await listener.Execute(Sql.Raw("listen floor"));
        await using var writer = await db.OpenConnectionAsync();
        var clock = Stopwatch.StartNew();
        await writer.Execute(Sql.Raw("with row as (insert into floor_rows values (1)) select pg_notify('floor', '')"));
        await listener.WaitAsync();
        var time = clock.Elapsed.TotalMilliseconds;
        await listener.Execute(Sql.Raw("unlisten floor"));
        return time;
    }

    private static async Task<double> Positions(Feed feed)
    {
        var recorded = await feed.Log.Append([Articles.Make(Interlocked.Increment(ref nth))]);
        return await Shown(feed.Log.Db, recorded[^1].Sequence);
    }

    /// <summary>
    /// Milliseconds from now until statements and positions hold the event: the checkpoint commits with the rows, so who sees it sees them. It is
    /// asked for a millisecond after each answer: who asks without a pause takes half of the machine from what he waits for.
    /// </summary>
    public static async Task<double> Shown(NpgsqlDataSource db, long sequence)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await db.OpenConnectionAsync();
        while (await connection.First(Sql.Raw("select sequence from stances.checkpoints where name = 'statements' and live"), row => row.GetInt64(0)) < sequence)
            await Task.Delay(1);
        return clock.Elapsed.TotalMilliseconds;
    }

    private sealed class Subscriber
    {
        private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> awaited = new();

        public async Task Follow(Feed feed, CancellationToken ct)
        {
            await foreach (var e in feed.Read(0, ct: ct))
                awaited.GetOrAdd(e.Id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult(Stopwatch.GetTimestamp());
        }

        public async Task<double> Hears(EventLog log)
        {
            var article = Articles.Make(Interlocked.Increment(ref nth));
            await log.Append([article]);
            var acknowledged = Stopwatch.GetTimestamp();
            var heard = await awaited.GetOrAdd(article.Events[^1].Id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            return Math.Max(0, Stopwatch.GetElapsedTime(acknowledged, heard).TotalMilliseconds);
        }
    }
}
