using System.Collections.Concurrent;
using Npgsql;
using Stances.EventStore;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

/// <summary>Writers of every kind there is: ours, bulk, and other applications that take their numbers in their own ways, well or ill.</summary>
internal sealed class Writing(LogDatabase at, int events)
{
    private readonly ConcurrentDictionary<string, int> done = new();
    private int written;
    private int streams;

    public override string ToString() => string.Join(", ", done.OrderBy(d => d.Key).Select(d => $"{d.Key} {d.Value}"));

    public async Task Run(int seed)
    {
        var random = new Random(seed);
        while (Volatile.Read(ref written) < events)
        {
            var stream = $"s{Interlocked.Increment(ref streams)}";
            var count = random.Next(1, 7);
            (string Kind, Func<Task<int>> Write) one = random.Next(100) switch
            {
                < 70 => ("appended", () => Append(stream, count)),
                < 74 => ("in bulk", () => Bulk(stream)),
                < 80 => ("number first", () => InOneTransaction(stream, count, random.Next(10), commit: true)),
                < 84 => ("numbers long before", () => NumbersLongBefore(stream, count, random.Next(10))),
                < 92 => ("rolled back", () => InOneTransaction(stream, count, random.Next(10), commit: false)),
                < 96 => ("cancelled", () => Cancelled(stream, random.Next(1, 10))),
                _ => ("killed", () => Killed(stream)),
            };
            try
            {
                Interlocked.Add(ref written, await one.Write());
                done.AddOrUpdate(one.Kind, 1, (_, n) => n + 1);
            }
            catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
            {
                done.AddOrUpdate(one.Kind + " (failed)", 1, (_, n) => n + 1);
            }
        }
    }

    private async Task<int> Append(string stream, int count) =>
        (await at.Log.Append([To(stream, 0, [.. Enumerable.Range(0, count).Select(_ => Event())])])).Count;

    private async Task<int> Bulk(string stream)
    {
        await new BulkAppend(at.Log).Run(
            Enumerable.Range(0, 10).Select(i => To($"{stream}-{i}", 0, Event(), Event())).ToAsyncEnumerable(), connections: 1);
        return 20;
    }

    private async Task<int> InOneTransaction(string stream, int count, int pause, bool commit)
    {
        await using var connection = await at.Db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var numbers = await connection.Query(Numbers(count), row => row.GetInt64(0));
        await Task.Delay(pause);
        await Insert(connection, stream, numbers);
        await Task.Delay(pause);
        if (!commit)
            return 0;
        await transaction.CommitAsync();
        return count;
    }

    private async Task<int> NumbersLongBefore(string stream, int count, int pause)
    {
        var numbers = await at.Db.Query(Numbers(count), row => row.GetInt64(0));
        await Task.Delay(pause);
        await using var connection = await at.Db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Insert(connection, stream, numbers);
        await transaction.CommitAsync();
        return count;
    }

    private async Task<int> Cancelled(string stream, int milliseconds)
    {
        using var cancel = new CancellationTokenSource(milliseconds);
        await at.Log.Append([To(stream, 0, Event())], [Sql.Raw("select pg_sleep(0.02)")], cancel.Token);
        return 1;
    }

    private async Task<int> Killed(string stream)
    {
        await using var connection = await at.Db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Insert(connection, stream, await connection.Query(Numbers(2), row => row.GetInt64(0)));
        await connection.Execute(Sql.Raw("select pg_terminate_backend(pg_backend_pid())"));
        return 0;
    }

    private static Sql Numbers(int count) => Sql.Of($"select nextval('stances_log.mt_events_sequence') from generate_series(1, {count})");

    private static async Task Insert(NpgsqlConnection connection, string stream, List<long> numbers)
    {
        await connection.Execute(Sql.Of($"insert into stances_log.mt_streams (id, version) values ({stream}, {(long)numbers.Count})"));
        await connection.Execute(Sql.Of($$"""
            insert into stances_log.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            select n, gen_random_uuid(), {{stream}}, nth, '{}', 'noted', clock_timestamp() from unnest({{numbers.ToArray()}}) with ordinality as u (n, nth)
            """));
    }
}
