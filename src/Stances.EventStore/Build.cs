using Npgsql;

namespace Stances.EventStore;

/// <summary>One build of a projection: its tables in a schema of their own, and the checkpoint they stand at.</summary>
internal sealed record Build(Projection Projection, int Number)
{
    private Sql This => Sql.Of($"name = {Projection.Name} and build = {Number}");

    public string Schema => $"stances_{Projection.Name}_{Number}";

    /// <summary>The live build and the version it is of; null where there is none yet.</summary>
    public static async Task<(Build Build, int Version)?> Live(NpgsqlConnection connection, Projection projection, CancellationToken ct)
    {
        var (number, version) = await connection.First(
            Sql.Of($"select build, version from stances.checkpoints where name = {projection.Name} and live"),
            row => (row.GetInt32(0), row.GetInt32(1)), ct);
        return number == 0 ? null : (new Build(projection, number), version);
    }

    /// <summary>Makes the tables and a checkpoint at 0, in the caller's transaction.</summary>
    public static async Task<Build> Create(NpgsqlConnection connection, Projection projection, CancellationToken ct)
    {
        var number = await connection.First(Sql.Of($"""
            insert into stances.checkpoints (name, build, version)
            values ({projection.Name}, nextval('stances.builds'), {projection.Version}) returning build
            """), row => row.GetInt32(0), ct);
        var build = new Build(projection, number);
        await connection.Execute(Sql.Of($"create schema {build.Schema:name}"), ct);
        await connection.Execute(build.Enter, ct);
        await connection.Execute(Sql.Raw(projection.Create), ct);
        return build;
    }

    /// <summary>
    /// Makes the tables of this build the ones that are meant, to the end of the transaction; one whose runner falls silent in
    /// the middle is ended by PostgreSQL.
    /// </summary>
    /// <remarks>
    /// Its commit does not wait for the disk: rows and checkpoint are of one transaction and come from events that are on disk, so
    /// what a crash takes is both of the last stretches, and they are applied again.
    /// </remarks>
    public Sql Enter => Sql.Of($"""
        select set_config('search_path', {Schema + ", public"}, true), set_config('idle_in_transaction_session_timeout', '10s', true),
            set_config('synchronous_commit', 'off', true)
        """);

    // Planning costs more than reading a few events does, so their plans are made once; and that these plans fit a log of any
    // size, they go by index, row by row, whatever the planner would guess of a range it does not know.
    private static readonly Sql ForFew = Sql.Raw("""
        select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_hashjoin', 'off', true),
            set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)
        """);

    /// <summary>A stretch as it is when a projection is up with the log.</summary>
    public static bool IsFew(long after, long upTo) => upTo - after <= 500;

    /// <summary>
    /// Applies a stretch of the log: rows and checkpoint in one transaction and one round trip. The checkpoint comes first: it is
    /// the lock, and stops a runner whose idea of it, or whose lease, is out of date.
    /// </summary>
    public async Task Advance(NpgsqlConnection connection, long? epoch, long after, long upTo, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(Move(epoch, after, upTo).ToBatchCommand());
        batch.BatchCommands.Add(Enter.ToBatchCommand());
        if (IsFew(after, upTo))
            batch.BatchCommands.Add(ForFew.ToBatchCommand());
        foreach (var statement in Projection.Apply(after, upTo))
            batch.BatchCommands.Add(statement.ToBatchCommand());
        try
        {
            await batch.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == SqlStates.CheckpointMoved)
        {
            throw new CheckpointMovedException(Projection.Name, e);
        }
    }

    /// <summary>Moves the checkpoint, or fails where it is not at <paramref name="after"/> or the lease is another's.</summary>
    public Sql Move(long? epoch, long after, long upTo) =>
        Sql.Of($"select stances.move_checkpoint({Projection.Name}, {Number}, {epoch}, {after}, {upTo})");

    /// <summary>Makes the indexes that readers need.</summary>
    public async Task Index(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Enter, ct);
        await connection.Execute(Sql.Raw(Projection.Index), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Runs statements on the tables of this build, in one transaction.</summary>
    public async Task Run(NpgsqlDataSource db, IReadOnlyList<Sql> statements, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        foreach (var statement in statements.Prepend(Enter))
            batch.BatchCommands.Add(statement.ToBatchCommand());
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Where the checkpoint stands.</summary>
    /// <exception cref="CheckpointLostException">The build is gone, or its lease was taken by another.</exception>
    public async Task<long> Position(NpgsqlDataSource db, long? epoch, CancellationToken ct) =>
        await db.First(Sql.Of($"select sequence from stances.checkpoints where {This} and ({epoch}::bigint is null or epoch = {epoch})"),
            row => (long?)row.GetInt64(0), ct) ?? throw new CheckpointLostException(Projection.Name);

    /// <summary>Takes over: from now on only writes with the epoch returned get through. Null when the build is gone.</summary>
    public Task<long?> NextEpoch(NpgsqlDataSource db, CancellationToken ct) =>
        db.First(Sql.Of($"update stances.checkpoints set epoch = epoch + 1 where {This} returning epoch"), row => (long?)row.GetInt64(0), ct);

    /// <summary>Says why it goes no further; it is cleared when the checkpoint moves again.</summary>
    public Task<int> Stop(NpgsqlDataSource db, long at, string reason, CancellationToken ct) =>
        db.Execute(Sql.Of($"update stances.checkpoints set stopped_at = {at}, reason = {reason} where {This}"), ct);

    /// <summary>Points the views at this build, in the caller's transaction; whoever still writes to the one before is stopped.</summary>
    public async Task GoLive(NpgsqlConnection connection, CancellationToken ct)
    {
        await connection.Execute(Sql.Of(
            $"update stances.checkpoints set live = false, epoch = epoch + 1 where name = {Projection.Name} and live"), ct);
        await connection.Execute(Sql.Of($"update stances.checkpoints set live = true where {This}"), ct);
        foreach (var table in Projection.Tables)
        {
            await connection.Execute(Sql.Of($"drop view if exists stances.{table:name}"), ct);
            await connection.Execute(Sql.Of($"create view stances.{table:name} as select * from {Schema:name}.{table:name}"), ct);
        }
    }

    /// <summary>Takes away every build of a projection that is not live: one left unfinished, or one that was replaced.</summary>
    public static async Task Sweep(NpgsqlDataSource db, Projection projection, CancellationToken ct)
    {
        var idle = await db.Query(Sql.Of($"select build from stances.checkpoints where name = {projection.Name} and not live"),
            row => new Build(projection, row.GetInt32(0)), ct);
        foreach (var build in idle)
        {
            await using var connection = await db.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await connection.Execute(Sql.Of($"drop schema if exists {build.Schema:name} cascade"), ct);
            await connection.Execute(Sql.Of($"delete from stances.checkpoints where {build.This}"), ct);
            await transaction.CommitAsync(ct);
        }
    }
}

/// <summary>The checkpoint is not where its runner thought: another runner moved it.</summary>
internal sealed class CheckpointMovedException(string name, Exception inner)
    : Exception($"The checkpoint of {name} was moved by another runner.", inner);

/// <summary>The build was replaced, or its lease is another's by now: its runner has no more to do there.</summary>
internal sealed class CheckpointLostException(string name) : Exception($"The checkpoint of {name} is another's.");
