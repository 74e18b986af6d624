using Npgsql;

namespace Stances.EventStore;

/// <summary>
/// Advances one build stretch by stretch, and where a stretch fails finds the very event it fails at. It keeps a connection, where
/// its statements stay prepared.
/// </summary>
internal sealed class Stretches(NpgsqlDataSource db, Build build, long? epoch, int length = 50_000) : IAsyncDisposable
{
    private NpgsqlConnection? connection;
    private bool? planned;
    private long? at;

    /// <summary>Advances to a mark, or is there already; returns where it stands.</summary>
    public async Task<long> AdvanceTo(long mark, CancellationToken ct)
    {
        at ??= await build.Position(db, epoch, ct);
        while (at < mark)
        {
            try
            {
                var to = Math.Min(mark, at.Value + length);
                await Advance(at.Value, to, ct);
                at = to;
            }
            catch (CheckpointMovedException)
            {
                // A verb that writes advances projections too, without a lease; then there is less to do.
                at = await build.Position(db, epoch, ct);
            }
            catch
            {
                at = null;
                await DisposeAsync();
                throw;
            }
        }
        return at.Value;
    }

    /// <summary>Gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        (connection, planned) = (null, null);
    }

    private async Task Advance(long after, long upTo, CancellationToken ct)
    {
        try
        {
            connection ??= await db.OpenConnectionAsync(ct);
            var few = Build.IsFew(after, upTo);
            if (planned != few)
                await connection.Execute(Sql.Raw("discard plans"), ct);
            planned = few;
            await build.Advance(connection, epoch, after, upTo, ct);
        }
        catch (Exception e) when (IsTheProjections(e))
        {
            if (upTo - after == 1)
            {
                await build.Stop(db, upTo, e.Message, ct);
                throw new ProjectionStoppedException(build.Projection.Name, upTo, e);
            }
            var middle = after + (upTo - after) / 2;
            await Advance(after, middle, ct);
            await Advance(middle, upTo, ct);
        }
    }

    /// <summary>Not the server's, the connection's, or another runner's: the projection itself cannot deal with an event.</summary>
    private static bool IsTheProjections(Exception e) =>
        !SqlStates.IsPassing(e) && e is not (CheckpointMovedException or CheckpointLostException or OperationCanceledException or ObjectDisposedException);
}
