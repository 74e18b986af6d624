using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using Stances.EventStore;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Benchmarks;

/// <summary>
/// 200,000 events a round, on one connection and on several. The floor is one binary COPY into the same tables with keys and
/// foreign key, unchecked. Making the articles and their JSON counts on both sides.
/// </summary>
internal static class Bulk
{
    private const int ArticlesEach = 33_334, Rounds = 3;
    private static int nth;

    public static async Task Run(BenchServer server)
    {
        await using var db = await server.NewLog();
        await FloorTables.Make(db);
        await Rate(() => Floor(db, Next(2000)));
        await Rate(() => Ours(db, Next(2000), connections: 2));
        await Figure.Measure("bulk-1", Rounds, () => Rate(() => Floor(db, Next(ArticlesEach))), () => Rate(() => Ours(db, Next(ArticlesEach), connections: 1)));
        await Figure.Measure("bulk", Rounds, () => Rate(() => Floor(db, Next(ArticlesEach))), () => Rate(() => Ours(db, Next(ArticlesEach), connections: 3)));
    }

    private static IEnumerable<StreamAppend> Next(int articles)
    {
        for (var i = 0; i < articles; i++)
            yield return Articles.Make(++nth);
    }

    private static async Task<double> Rate(Func<Task<int>> write)
    {
        var clock = Stopwatch.StartNew();
        return await write() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> Ours(NpgsqlDataSource db, IEnumerable<StreamAppend> articles, int connections)
    {
        var events = new Last();
        await new BulkAppend(new EventLog(db)).Run(articles.ToAsyncEnumerable(), connections, events);
        return (int)events.Value;
    }

    private static async Task<int> Floor(NpgsqlDataSource db, IEnumerable<StreamAppend> articles)
    {
        var all = articles.ToList();
        await using var connection = await db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("copy floor.mt_streams (id, version, timestamp, created) from stdin (format binary)"))
        {
            foreach (var article in all)
            {
                copy.StartRow();
                copy.Write(article.Stream, NpgsqlDbType.Varchar);
                copy.Write((long)article.Events.Count, NpgsqlDbType.Bigint);
                copy.Write(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
                copy.Write(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
            }
            await copy.CompleteAsync();
        }
        var count = 0;
        await using (var copy = await connection.BeginBinaryImportAsync("copy floor.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type) from stdin (format binary)"))
        {
            foreach (var article in all)
            {
                var version = 0L;
                foreach (var e in article.Events)
                {
                    copy.StartRow();
                    copy.Write(Interlocked.Increment(ref number), NpgsqlDbType.Bigint);
                    copy.Write(e.Id, NpgsqlDbType.Uuid);
                    copy.Write(article.Stream, NpgsqlDbType.Varchar);
                    copy.Write(++version, NpgsqlDbType.Bigint);
                    copy.Write(e.Data, NpgsqlDbType.Jsonb);
                    copy.Write(e.Type, NpgsqlDbType.Varchar);
                    copy.Write(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
                    copy.Write(e.DotnetType, NpgsqlDbType.Varchar);
                    count++;
                }
            }
            await copy.CompleteAsync();
        }
        await transaction.CommitAsync();
        return count;
    }

    private static long number;

    private sealed class Last : IProgress<long>
    {
        private long value;

        public long Value => Interlocked.Read(ref value);

        public void Report(long now)
        {
            for (var before = Value; before < now && Interlocked.CompareExchange(ref value, now, before) != before; before = Value) { }
        }
    }
}
