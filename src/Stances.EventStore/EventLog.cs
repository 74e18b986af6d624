using System.Text.Json;
using Npgsql;

namespace Stances.EventStore;

/// <summary>The log: streams of events that are appended to and read, never changed.</summary>
public sealed class EventLog(NpgsqlDataSource db)
{
    private static readonly TimeSpan[] Pauses = [.. new[] { 20, 100, 500 }.Select(ms => TimeSpan.FromMilliseconds(ms))];

    /// <summary>The pool the log runs on.</summary>
    public NpgsqlDataSource Db => db;

    /// <summary>Rung after each append, so that readers look at once.</summary>
    public Bell Bell { get; } = new(db);

    /// <summary>
    /// Appends to one stream or many, and runs the statements <paramref name="along"/> in the same transaction: all or
    /// nothing, in one round trip. The same events (same ids) again are a success that adds nothing and returns what is
    /// recorded, which is why a broken connection is simply tried again; <paramref name="along"/> must bear that too.
    /// </summary>
    /// <exception cref="WrongExpectedVersionException">A stream is not at the version expected.</exception>
    public async Task<IReadOnlyList<RecordedEvent>> Append(
        IReadOnlyList<StreamAppend> appends, IReadOnlyList<Sql>? along = null, CancellationToken ct = default)
    {
        var arrays = AppendArrays.Of(appends);
        if (arrays.Ids.Length == 0)
            return [];
        var quick = arrays.ToQuickCommand();
        for (var attempt = 0; ;)
        {
            try
            {
                var recorded = await AppendOnce(arrays, quick ?? arrays.ToCloseLook(), along ?? [], ct);
                Bell.Ring();
                return recorded;
            }
            catch (PostgresException e) when (quick is not null && (
                e.SqlState == SqlStates.LookCloser || e is { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "stances_log" }))
            {
                quick = null;
            }
            catch (PostgresException e) when (e.SqlState == SqlStates.WrongExpectedVersion)
            {
                throw Conflict(e);
            }
            catch (NpgsqlException e) when (SqlStates.IsPassing(e) && attempt < Pauses.Length)
            {
                quick = null;
                await Task.Delay(Pauses[attempt++], ct);
            }
        }
    }

    private async Task<IReadOnlyList<RecordedEvent>> AppendOnce(
        AppendArrays arrays, NpgsqlBatchCommand append, IReadOnlyList<Sql> along, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        // One batch is one round trip and, without a BEGIN of its own, one transaction.
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(append);
        foreach (var also in along)
            batch.BatchCommands.Add(also.ToBatchCommand());

        var recorded = new RecordedEvent[arrays.Ids.Length];
        await using var reader = await batch.ExecuteReaderAsync(ct);
        for (var i = 0; await reader.ReadAsync(ct); i++)
            recorded[i] = new RecordedEvent(reader.GetInt64(0), arrays.Ids[i], arrays.EventStreams[i], arrays.Versions[i],
                arrays.Types[i], arrays.Bodies[i], reader.GetFieldValue<DateTimeOffset>(1));
        // The errors of later statements come with their results.
        while (await reader.NextResultAsync(ct)) { }
        return recorded;
    }

    private static WrongExpectedVersionException Conflict(PostgresException e)
    {
        var conflict = JsonSerializer.Deserialize<Hint>(e.Hint!)!;
        return new WrongExpectedVersionException(conflict.Stream, conflict.Expected, conflict.Actual, e);
    }

    private sealed record Hint(string Stream, long Expected, long Actual);

    /// <summary>The events of a stream after a version, in order; none where the stream does not exist.</summary>
    public Task<List<RecordedEvent>> ReadStream(string stream, long afterVersion = 0, CancellationToken ct = default) =>
        Events(db, Sql.Of($"where stream_id = {stream} and version > {afterVersion} order by version"), ct);

    /// <summary>
    /// At most <paramref name="limit"/> events after a sequence number, in order, of those <paramref name="filter"/> lets
    /// through. Shows what is committed now; a reader that goes on from the last one it saw wants <see cref="Feed"/>.
    /// </summary>
    public Task<List<RecordedEvent>> ReadAll(long after, int limit, EventFilter? filter = null, CancellationToken ct = default) =>
        ReadRange(after, long.MaxValue, limit, filter ?? EventFilter.All, ct);

    internal Task<List<RecordedEvent>> ReadRange(long after, long upTo, int limit, EventFilter filter, CancellationToken ct) =>
        Events(db, Sql.Of($"where seq_id > {after} and seq_id <= {upTo} {filter.Where} order by seq_id limit {limit}"), ct);

    /// <summary>The events <c>e</c> of <c>stances_log.mt_events</c> that <paramref name="chosen"/>, from its <c>where</c> on, leaves, in its order.</summary>
    public static Task<List<RecordedEvent>> Events(NpgsqlDataSource db, Sql chosen, CancellationToken ct) => db.Query(
        Sql.Of($"select seq_id, id, stream_id, version, type, data, timestamp from stances_log.mt_events e {chosen}"),
        row => new RecordedEvent(
            row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6)),
        ct);
}
