using Npgsql;

namespace Stances.EventStore;

/// <summary>
/// A projection built anew beside the one that serves: from the first event at full speed, then its indexes, then what came
/// meanwhile, then the switch in one transaction.
/// </summary>
internal sealed class Rebuild(Feed feed, Projection projection, IProgress<RebuildProgress>? progress)
{
    private const int Stretch = 100_000, Tries = 10;

    private readonly NpgsqlDataSource db = feed.Log.Db;

    private string Turn => $"stances.rebuild.{projection.Name}";

    /// <summary>Runs it, one at a time for each projection.</summary>
    /// <param name="onlyIfOlder">Does nothing where the version that serves is already this one, as when another process was quicker.</param>
    /// <param name="ct">Leaves the unfinished build to be swept away by the next one.</param>
    public async Task Run(bool onlyIfOlder, CancellationToken ct)
    {
        await using var turn = await Lease.Acquire(db, Turn, ct);
        await using (var connection = await db.OpenConnectionAsync(ct))
        {
            if (onlyIfOlder && await Build.Live(connection, projection, ct) is var (_, version) && version >= projection.Version)
                return;
        }
        await Build.Sweep(db, projection, ct);
        var build = await Fill(ct);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Switch(build, ct);
                break;
            }
            catch (NpgsqlException e) when (SqlStates.IsPassing(e) && attempt < Tries)
            {
                // Readers were in the way of the views; they go on, and it is tried again.
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), ct);
            }
        }
        await Build.Sweep(db, projection, ct);
    }

    /// <summary>Rows that are in the live tables only (-) or in rebuilt ones only (+).</summary>
    public async Task<IReadOnlyList<string>> Compare(Func<Task> catchUpLive, CancellationToken ct)
    {
        await using var turn = await Lease.Acquire(db, Turn, ct);
        await Build.Sweep(db, projection, ct);
        var build = await Fill(ct);
        await catchUpLive();
        var differences = await Differences(build, ct);
        await Build.Sweep(db, projection, ct);
        return differences;
    }

    private async Task<IReadOnlyList<string>> Differences(Build build, CancellationToken ct)
    {
        var reached = await build.Position(db, epoch: null, ct);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var served = await connection.First(Sql.Of(
            $"select sequence from stances.checkpoints where name = {projection.Name} and live for update"), row => row.GetInt64(0), ct);
        if (served > reached)
            await build.Advance(connection, epoch: null, reached, served, ct);
        var differences = new List<string>();
        foreach (var table in projection.Tables)
        {
            Sql live = Sql.Of($"select to_jsonb(t)::text as row from stances.{table:name} t"),
                rebuilt = Sql.Of($"select to_jsonb(t)::text as row from {build.Schema:name}.{table:name} t");
            differences.AddRange(await connection.Query(Sql.Of($"""
                (select '- ' || {table} || ' ' || row from ({live} except all {rebuilt}) gone limit 20)
                union all
                (select '+ ' || {table} || ' ' || row from ({rebuilt} except all {live}) added limit 20)
                """), row => row.GetString(0), ct));
        }
        return differences;
    }

    /// <summary>A build that is up with the log but not live, with its indexes.</summary>
    public async Task<Build> Fill(CancellationToken ct)
    {
        var build = await Make(ct);
        await using var stretches = new Stretches(db, build, epoch: null, Stretch);
        var mark = await feed.Mark(ct);
        if (projection.Rebuild is not null && mark > Stretch)
            await TakeSteps(build, mark, ct);
        await build.Run(db, projection.Keys, ct);
        for (var at = await build.Position(db, epoch: null, ct); at < mark; )
        {
            at = await stretches.AdvanceTo(Math.Min(mark, at + Stretch), ct);
            progress?.Report(new RebuildProgress(projection.Name, at, mark));
        }
        await build.Index(db, ct);
        await Task.WhenAll(projection.Tables.Select(table => build.Run(db, [Sql.Of($"analyze {table:name}")], ct)));
        await stretches.AdvanceTo(await feed.Mark(ct), ct);
        return build;
    }

    /// <summary>The projection's own way through the log; what fails half way is left behind with its build.</summary>
    private async Task TakeSteps(Build build, long mark, CancellationToken ct)
    {
        var steps = projection.Rebuild!(mark);
        for (var i = 0; i < steps.Count; i++)
        {
            await Task.WhenAll(steps[i].SideBySide.Select(statements => build.Run(db, statements, ct)));
            progress?.Report(new RebuildProgress(projection.Name, mark * (i + 1) / steps.Count, mark));
        }
        await build.Run(db, [build.Move(epoch: null, 0, mark)], ct);
    }

    private async Task<Build> Make(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var build = await Build.Create(connection, projection, ct);
        await transaction.CommitAsync(ct);
        return build;
    }

    /// <summary>Holds the live build's checkpoint, goes the last steps to where it stands, and takes its place.</summary>
    private async Task Switch(Build build, CancellationToken ct)
    {
        var reached = await build.Position(db, epoch: null, ct);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Raw("set local lock_timeout = '2s'"), ct);
        var served = await connection.First(Sql.Of(
            $"select sequence from stances.checkpoints where name = {projection.Name} and live for update"), row => row.GetInt64(0), ct);
        if (served > reached)
            await build.Advance(connection, epoch: null, reached, served, ct);
        await build.GoLive(connection, ct);
        await transaction.CommitAsync(ct);
    }
}
