using System.Diagnostics;
using Npgsql;
using Stances.EventStore;
using Stances.Projections;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Benchmarks;

/// <summary>
/// The same work on a log of ten times the length: appends per second by 8 writers, milliseconds from an append to its position, and
/// events per second of a rebuild. The floor of each is ours on the short log, so that a ratio of 1 is flat, and for the rebuild linear.
/// </summary>
internal static class Growth
{
    private const int Short = 20_000, Long = 10 * Short, Each = 300, Rounds = 3;
    private static int news;

    public static async Task Run(BenchServer server)
    {
        await using var few = await Grown.Make(server, Short);
        await using var many = await Grown.Make(server, Long);
        foreach (var log in new[] { few, many })
        {
            await log.Appends(TimeSpan.FromSeconds(1));
            await log.Lives(50);
        }
        await Figure.Measure("growth-append", Rounds, () => few.Appends(TimeSpan.FromSeconds(2)), () => many.Appends(TimeSpan.FromSeconds(2)));

        var lives = new List<(double[] Many, double[] Few)>();
        for (var round = 0; round < Rounds; round++)
            lives.Add((await many.Lives(Each), await few.Lives(Each)));
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
            Figure.Print($"growth-live-{name}", [.. lives.Select(x => (Figure.Percentile(x.Many, share), Figure.Percentile(x.Few, share)))]);

        await Figure.Measure("growth-rebuild", Rounds, few.Rebuilds, many.Rebuilds);
    }

    /// <summary>An article of the last of the days, as news is.</summary>
    private static StreamAppend News() => Articles.Make(20_000_000 + 5000 * Interlocked.Increment(ref news) - 1);

    /// <summary>A log of so many articles, its positions up with it.</summary>
    private sealed class Grown(EventLog log) : IAsyncDisposable
    {
        private readonly ProjectionRunner runner = new(new Feed(log), [Statements.Projection]);
        private long reached;

        private EventLog Log => log;

        private NpgsqlDataSource Db => log.Db;

        public static async Task<Grown> Make(BenchServer server, int articles)
        {
            var made = new Grown(new EventLog(await server.NewLog()));
            await ReadModels.Migrate(made.Db);
            await new BulkAppend(made.Log).Run(Enumerable.Range(1, articles).Select(Articles.Make).ToAsyncEnumerable(), 2, null);
            await made.Db.Execute(Sql.Raw("vacuum analyze"));
            await made.runner.Rebuild(Statements.Projection);
            return made;
        }

        public async Task<double> Appends(TimeSpan time)
        {
            var clock = Stopwatch.StartNew();
            var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            {
                var count = 0;
                for (; clock.Elapsed < time; count++)
                    await log.Append([News()]);
                return count;
            })));
            return counts.Sum() / clock.Elapsed.TotalSeconds;
        }

        /// <summary>From the append that was acknowledged to the checkpoint that commits with its rows, in milliseconds.</summary>
        public async Task<double[]> Lives(int count)
        {
            using var stop = new CancellationTokenSource();
            await runner.CatchUp();
            var running = runner.RunAsync(stop.Token);
            var times = new double[count];
            for (var i = -20; i < count; i++)   // a runner's first steps are slower: they take the lease and plan
            {
                reached = (await log.Append([News()]))[^1].Sequence;
                var time = await Live.Shown(Db, reached);
                if (i >= 0)
                    times[i] = time;
            }
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return times;
        }

        public async Task<double> Rebuilds()
        {
            var clock = Stopwatch.StartNew();
            await runner.Rebuild(Statements.Projection);
            return reached / clock.Elapsed.TotalSeconds;
        }

        public ValueTask DisposeAsync() => Db.DisposeAsync();
    }
}
