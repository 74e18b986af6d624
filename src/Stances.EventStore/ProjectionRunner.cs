using Npgsql;

namespace Stances.EventStore;

/// <summary>Keeps projections up with the log: rows and checkpoint in one transaction, a bounded stretch of the log at a time.</summary>
public sealed class ProjectionRunner(Feed feed, IReadOnlyList<Projection> projections)
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(100), WhileStopped = TimeSpan.FromSeconds(2),
        WhileUnbuildable = TimeSpan.FromSeconds(30);

    private readonly NpgsqlDataSource db = feed.Log.Db;

    /// <summary>Brings every projection up to what is in the log now; safe beside other runners.</summary>
    /// <exception cref="ProjectionStoppedException">One of them cannot deal with an event; the others are up.</exception>
    public async Task CatchUp(CancellationToken ct = default)
    {
        ProjectionStoppedException? stopped = null;
        foreach (var projection in projections)
        {
            try
            {
                await CatchUp(projection, ct);
            }
            catch (ProjectionStoppedException e)
            {
                stopped ??= e;
            }
        }
        if (stopped is not null)
            throw stopped;
    }

    /// <summary>Brings one projection up to what is in the log now; safe beside other runners.</summary>
    /// <exception cref="ProjectionStoppedException">It cannot deal with an event.</exception>
    public async Task CatchUp(Projection projection, CancellationToken ct = default)
    {
        var mark = await feed.Mark(ct);
        while (await Ready(projection, ct) is { } build)
        {
            try
            {
                await using var stretches = new Stretches(db, build, epoch: null);
                await stretches.AdvanceTo(mark, ct);
                return;
            }
            catch (CheckpointLostException)
            {
                // It was replaced meanwhile by another build of it.
            }
        }
    }

    /// <summary>
    /// Keeps every projection up with the log until cancelled: each is advanced by the one process that holds its lease, and
    /// one that stopped is tried again now and then.
    /// </summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        using var listening = feed.Log.Bell.Listen();
        using var failing = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAll(projections.Select(projection => Task.Run(async () =>
        {
            try
            {
                await Run(projection, failing.Token);
            }
            catch
            {
                // Tables that cannot be made are an error of the program: it ends, rather than serve without one of them.
                await failing.CancelAsync();
                throw;
            }
        }, ct)));
    }

    /// <summary>The state of every projection, as its live build has it; and of a build beside it that stopped.</summary>
    public Task<List<ProjectionStatus>> Status(CancellationToken ct = default) => db.Query(Sql.Raw("""
        select name, version, sequence, stopped_at, reason, updated_at from stances.checkpoints
        where live or stopped_at is not null order by name, build
        """), row => new ProjectionStatus(row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.IsDBNull(3) ? null : row.GetInt64(3),
            row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<DateTimeOffset>(5)), ct);

    /// <summary>Builds a projection anew beside the one that serves and switches over; the one that serves is kept up meanwhile.</summary>
    public async Task Rebuild(Projection projection, IProgress<RebuildProgress>? progress = null, CancellationToken ct = default)
    {
        await Ready(projection, ct);
        await new Rebuild(feed, projection, progress).Run(onlyIfOlder: false, ct);
    }

    /// <summary>
    /// Rebuilds a projection into tables aside and compares them row by row with those that are served, which stand still for
    /// the comparison: one line for each row that is in one of them only. Nothing served changes.
    /// </summary>
    public async Task<IReadOnlyList<string>> Compare(
        Projection projection, IProgress<RebuildProgress>? progress = null, CancellationToken ct = default)
    {
        await CatchUp(projection, ct);
        return await new Rebuild(feed, projection, progress).Compare(() => CatchUp(projection, ct), ct);
    }

    private async Task Run(Projection projection, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                // All that is slow the first time is done before the wait, so that who is next in line takes over at once.
                await Ready(projection, ct);
                await feed.Mark(ct);
                await using var lease = await Lease.Acquire(db, $"stances.projection.{projection.Name}", ct);
                using var holding = CancellationTokenSource.CreateLinkedTokenSource(ct, lease.Lost);
                await Hold(projection, holding.Token);
            }
            catch (ProjectionStoppedException)
            {
                // A new version that cannot be built: the old one is served, and it is tried again.
                await Task.Delay(WhileUnbuildable, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception e) when (SqlStates.IsPassing(e) || e is OperationCanceledException)
            {
                // The lease or the server is lost for now, or all is to end.
                await Task.Delay(AfterFailure, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        ct.ThrowIfCancellationRequested();
    }

    /// <summary>Advances one projection for as long as the lease is held; returns when its build was replaced.</summary>
    private async Task Hold(Projection projection, CancellationToken ct)
    {
        if (await Ready(projection, ct) is not { } build)
        {
            // A newer program's tables are served; its own runner keeps them up.
            await Task.Delay(WhileStopped, ct);
            return;
        }
        if (await build.NextEpoch(db, ct) is not { } epoch)
            return;
        await using var stretches = new Stretches(db, build, epoch);
        for (var at = 0L; ; )
        {
            try
            {
                at = await stretches.AdvanceTo(await feed.MarkAt(at, ct), ct) + 1;
            }
            catch (ProjectionStoppedException)
            {
                // It is written down where everybody looks; the cause may be mended any time.
                await Task.Delay(WhileStopped, ct);
            }
            catch (CheckpointLostException)
            {
                return;
            }
        }
    }

    /// <summary>
    /// The live build: made where there is none, built anew beside the old one where that is of an older version; null where
    /// it is of a newer one, which is not ours to write.
    /// </summary>
    private async Task<Build?> Ready(Projection projection, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if (await Build.Live(connection, projection, ct) is not var (build, version))
            return await First(connection, projection, ct);
        if (version == projection.Version)
            return build;
        if (version > projection.Version)
            return null;
        await new Rebuild(feed, projection, progress: null).Run(onlyIfOlder: true, ct);
        return (await Build.Live(connection, projection, ct))?.Build;
    }

    private static async Task<Build> First(NpgsqlConnection connection, Projection projection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Of($"select pg_advisory_xact_lock(hashtextextended({"stances.first." + projection.Name}, 0))"), ct);
        if (await Build.Live(connection, projection, ct) is var (made, _))
            return made;
        var build = await Build.Create(connection, projection, ct);
        foreach (var key in projection.Keys)
            await connection.Execute(key, ct);
        await connection.Execute(Sql.Raw(projection.Index), ct);
        await build.GoLive(connection, ct);
        await transaction.CommitAsync(ct);
        return build;
    }
}
