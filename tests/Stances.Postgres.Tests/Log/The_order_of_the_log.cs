using System.Globalization;
using Npgsql;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

/// <summary>
/// 32 writers of every kind, with rollbacks, cancelled commands and killed connections, and three feeds that read all the
/// while. <c>STANCES_PROOF_EVENTS</c> sets its size (200000 for the whole proof).
/// </summary>
public sealed class The_order_of_the_log(PostgresServer server, ITestOutputHelper output)
{
    private const int Writers = 32;
    private static readonly int Size = int.Parse(Environment.GetEnvironmentVariable("STANCES_PROOF_EVENTS") ?? "8000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Shows_each_feed_every_event_once_and_in_order_and_a_careless_one_not()
    {
        await using var at = await Create(server);
        using var stop = new CancellationTokenSource();
        var followed = new Reader();
        var resumed = new Reader();
        var paged = new Reader();
        var careless = new Reader();
        Task[] readers =
        [
            Task.Run(() => followed.Follow(new Feed(new EventLog(at.Db)), stop.Token)),
            Task.Run(() => resumed.FollowInBits(new Feed(new EventLog(at.Db)), stop.Token)),
            Task.Run(() => paged.TurnPages(new Feed(new EventLog(at.Db)), 100, stop.Token)),
            Task.Run(() => careless.TurnPages(new Feed(new EventLog(at.Db), careless: true), 10_000, stop.Token)),
        ];
        using var killing = new CancellationTokenSource();
        var killer = Task.Run(() => Kill(at, killing.Token));

        var writers = new Writing(at, Size);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => Task.Run(() => writers.Run(n))));
        await killing.CancelAsync();
        await killer;
        // A connection that was killed while nobody used it still waits in the pool.
        at.Db.Clear();

        var committed = await at.Db.Query(Sql.Raw("select seq_id, id from stances_log.mt_events order by seq_id"), row => (row.GetInt64(0), row.GetGuid(1)));
        await new Feed(at.Log).MarkAt(committed[^1].Item1);
        foreach (var reader in new[] { followed, resumed, paged })
            await reader.Reaches(committed[^1].Item1);
        await careless.Reaches(committed[^1].Item1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(readers));

        Assert.InRange(committed.Count, Size, int.MaxValue);
        Assert.Equal(committed, followed.Seen);
        Assert.Equal(committed, resumed.Seen);
        Assert.Equal(committed, paged.Seen);
        Assert.NotEmpty(committed.Except(careless.Seen));
        var account = await LogCheck.Run(new Feed(at.Log));
        Assert.Equal([], account.Faults);
        Assert.Equal(committed[^1].Item1, account.Events + account.Gaps);
        output.WriteLine($"{committed.Count} events, {account.Gaps} numbers void; the careless feed lost {committed.Count - careless.Seen.Count}. {writers}");
    }

    private static async Task Kill(LogDatabase at, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(Random.Shared.Next(20, 60), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await at.Db.Execute(Sql.Raw("""
                    select pg_terminate_backend(pid) from (
                        select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by random() limit 1) one
                    """), CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                // The killer's own connection may be one that was killed.
            }
        }
    }

    private sealed class Reader
    {
        private long last;

        public List<(long, Guid)> Seen { get; } = [];

        public Task Follow(Feed feed, CancellationToken ct) => GoOn(async () =>
        {
            await foreach (var e in feed.Read(last, ct: ct))
                Take(e);
        }, ct);

        public Task FollowInBits(Feed feed, CancellationToken ct) => GoOn(async () =>
        {
            await foreach (var e in feed.Read(last, ct: ct).Take(Random.Shared.Next(1, 400)))
                Take(e);
        }, ct);

        public Task TurnPages(Feed feed, int limit, CancellationToken ct) => GoOn(async () =>
        {
            var page = await feed.Page(last, limit: limit, ct: ct);
            foreach (var e in page.Events)
                Take(e);
            Volatile.Write(ref last, page.Through);
        }, ct);

        public async Task Reaches(long sequence)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (Volatile.Read(ref last) < sequence)
                await Task.Delay(5, patience.Token);
        }

        private static async Task GoOn(Func<Task> read, CancellationToken ct)
        {
            while (!ct.IsCancellationRequested)
            {
                try
                {
                    await read();
                }
                catch (NpgsqlException)
                {
                    // Killed; it goes on after the last event it saw.
                }
            }
        }

        private void Take(RecordedEvent e)
        {
            Seen.Add((e.Sequence, e.Id));
            Volatile.Write(ref last, e.Sequence);
        }
    }
}
