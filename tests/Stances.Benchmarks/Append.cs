using System.Diagnostics;
using EventLog = Stances.EventStore.EventLog;
using Npgsql;
using NpgsqlTypes;
using Stances.EventStore;

namespace Stances.Benchmarks;

/// <summary>
/// One article (6 events) per transaction by 1, 8 and 32 writers. The floor is one prepared statement that inserts the same 7
/// rows into the same tables, unchecked, and commits. Making the articles and their JSON counts on both sides.
/// </summary>
internal static class Append
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);
    private static int nth;

    public static async Task Run(BenchServer server)
    {
        await using var db = await server.NewLog();
        await FloorTables.Make(db);
        var log = new EventLog(db);
        foreach (var writers in new[] { 1, 8, 32 })
        {
            await Rate(writers, log, Floor, Round);
            await Rate(writers, log, Ours, Round);
            await Figure.Measure($"append-{writers}", 5, () => Rate(writers, log, Floor, Round), () => Rate(writers, log, Ours, Round));
        }
    }

    private static async Task<double> Rate(int writers, EventLog log, Func<EventLog, Func<bool>, Task<int>> write, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(() => write(log, () => clock.Elapsed < time))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task<int> Ours(EventLog log, Func<bool> goOn)
    {
        var count = 0;
        for (; goOn(); count++)
            await log.Append([Articles.Make(Interlocked.Increment(ref nth))]);
        return count;
    }

    private static async Task<int> Floor(EventLog log, Func<bool> goOn)
    {
        await using var connection = await log.Db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(FloorTables.InsertArticle, connection);
        var stream = Add<string>(NpgsqlDbType.Text);
        var ids = Add<Guid[]>(NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        var bodies = Add<string[]>(NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
        var types = Add<string[]>(NpgsqlDbType.Array | NpgsqlDbType.Text);
        var dotnetTypes = Add<string[]>(NpgsqlDbType.Array | NpgsqlDbType.Text);
        await command.PrepareAsync();
        var count = 0;
        for (; goOn(); count++)
        {
            var article = Articles.Make(Interlocked.Increment(ref nth));
            stream.TypedValue = article.Stream;
            ids.TypedValue = [.. article.Events.Select(e => e.Id)];
            bodies.TypedValue = [.. article.Events.Select(e => e.Data)];
            types.TypedValue = [.. article.Events.Select(e => e.Type)];
            dotnetTypes.TypedValue = [.. article.Events.Select(e => e.DotnetType)];
            await command.ExecuteNonQueryAsync();
        }
        return count;

        NpgsqlParameter<T> Add<T>(NpgsqlDbType type)
        {
            var parameter = new NpgsqlParameter<T> { NpgsqlDbType = type };
            command.Parameters.Add(parameter);
            return parameter;
        }
    }
}
