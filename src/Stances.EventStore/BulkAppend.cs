using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace Stances.EventStore;

/// <summary>
/// Appends by the hundred thousand: by binary COPY, many streams to a transaction, on several connections at once. As
/// checked as a single append, and a retry adds nothing here either, so an import that broke off is simply run again.
/// </summary>
/// <remarks>
/// A transaction takes its sequence numbers before it copies and holds the sequence's lock like any other caller of nextval,
/// so readers wait for it. Where it may, it turns off the triggers of its own session: the foreign key is known to hold, for
/// the rows it points to were written or locked by the same transaction just before; and the numbers cannot be late, for
/// readers pass none of them while it runs.
/// </remarks>
public sealed class BulkAppend(EventLog log)
{
    private const int EventsAtOnce = 10_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    internal const string Copy = """
        copy stances_log.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type) from stdin (format binary)
        """;

    /// <summary>
    /// Appends all, one after another where they are of the same stream, and says how many events were given so far. Streams
    /// come to a transaction by the thousand, so others see them by the thousand too.
    /// </summary>
    /// <exception cref="WrongExpectedVersionException">A stream is not at the version expected; what came before it stays.</exception>
    public async Task Run(
        IAsyncEnumerable<StreamAppend> appends, int connections = 3, IProgress<long>? progress = null, CancellationToken ct = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var lanes = Enumerable.Range(0, connections)
            .Select(_ => Channel.CreateBounded<StreamAppend>(new BoundedChannelOptions(EventsAtOnce) { SingleReader = true })).ToArray();
        var given = 0L;
        var workers = lanes.Select(lane => Task.Run(() => Work(lane.Reader), stop.Token)).ToArray();
        try
        {
            await foreach (var append in appends.WithCancellation(stop.Token))
            {
                // One stream always goes to the same connection, which keeps its appends in order.
                var lane = lanes[(uint)string.GetHashCode(append.Stream, StringComparison.Ordinal) % lanes.Length];
                await lane.Writer.WriteAsync(append, stop.Token);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // A worker failed; its failure is what is told below.
        }
        finally
        {
            foreach (var lane in lanes)
                lane.Writer.Complete();
        }
        await Task.WhenAll(workers);

        async Task Work(ChannelReader<StreamAppend> lane)
        {
            try
            {
                await foreach (var chunk in Chunks(lane, stop.Token))
                {
                    await AppendChunk(chunk, stop.Token);
                    progress?.Report(Interlocked.Add(ref given, chunk.Sum(append => append.Events.Count)));
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }

    /// <summary>As many appends as make a transaction, each stream at most once.</summary>
    private static async IAsyncEnumerable<List<StreamAppend>> Chunks(
        ChannelReader<StreamAppend> lane, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var chunk = new List<StreamAppend>();
        var streams = new HashSet<string>(StringComparer.Ordinal);
        var (events, since) = (0, 0L);
        var more = lane.WaitToReadAsync(ct).AsTask();
        while (await more)
        {
            while (lane.TryRead(out var append))
            {
                if (events > 0 && events + append.Events.Count > EventsAtOnce || !streams.Add(append.Stream))
                {
                    yield return Taken();
                    streams.Add(append.Stream);
                }
                if (chunk.Count == 0)
                    since = Stopwatch.GetTimestamp();
                chunk.Add(append);
                events += append.Events.Count;
            }
            // Who gives slowly does not wait for thousands to come together before the first is safe.
            more = lane.WaitToReadAsync(ct).AsTask();
            var left = LongestWait - Stopwatch.GetElapsedTime(since);
            if (left <= TimeSpan.Zero || !more.IsCompleted && await Task.WhenAny(more, Task.Delay(left, ct)) != more)
                yield return Taken();
        }
        if (chunk.Count > 0)
            yield return Taken();

        List<StreamAppend> Taken()
        {
            var taken = chunk;
            (chunk, events) = ([], 0);
            streams.Clear();
            return taken;
        }
    }

    /// <summary>One transaction. What cannot be written as if all were well is left to the close look of an ordinary append.</summary>
    private async Task AppendChunk(List<StreamAppend> chunk, CancellationToken ct)
    {
        var arrays = AppendArrays.Of(chunk);
        if (arrays.Ids.Length == 0)
            return;
        try
        {
            await CopyChunk(arrays, ct);
            log.Bell.Ring();
        }
        catch (NpgsqlException e) when (SqlStates.IsPassing(e) || e is PostgresException { SqlState: SqlStates.LookCloser })
        {
            await log.Append(chunk, ct: ct);
        }
    }

    private async Task CopyChunk(AppendArrays arrays, CancellationToken ct)
    {
        await using var connection = await log.Db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var (numbers, at) = await connection.First(
            Sql.Of($"select numbers, at from stances.begin_bulk({arrays.Streams}, {arrays.Expected}, {arrays.Counts})"),
            row => (row.GetFieldValue<long[]>(0), row.GetFieldValue<DateTime>(1)), ct);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, ct))
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                // The writer's buffer is flushed now and then; everything between is memory, so awaiting each value would only cost.
                copy.StartRow();
                copy.Write(numbers[i], NpgsqlDbType.Bigint);
                copy.Write(arrays.Ids[i], NpgsqlDbType.Uuid);
                copy.Write(arrays.EventStreams[i], NpgsqlDbType.Varchar);
                copy.Write(arrays.Versions[i], NpgsqlDbType.Bigint);
                copy.Write(arrays.Bodies[i], NpgsqlDbType.Jsonb);
                copy.Write(arrays.Types[i], NpgsqlDbType.Varchar);
                copy.Write(at, NpgsqlDbType.TimestampTz);
                copy.Write(arrays.DotnetTypes[i], NpgsqlDbType.Varchar);
            }
            await copy.CompleteAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }
}
