using Npgsql;

namespace Stances.EventStore;

/// <summary>
/// The right of one process among all to advance a projection. It is a session lock on a connection that does nothing else, so
/// PostgreSQL gives it to the next in line within milliseconds when the holder's process dies. A holder that was stopped or
/// cut off may not know that it lost it; hence the epoch, which every one of its writes must still find in the checkpoint.
/// </summary>
internal sealed class Lease : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private const string Silence = "10s";

    private readonly DedicatedConnection dedicated;
    private readonly CancellationTokenSource lost = new();
    private readonly CancellationTokenSource released = new();
    private readonly Task beating;

    private Lease(DedicatedConnection dedicated)
    {
        this.dedicated = dedicated;
        beating = Task.Run(KeepAlive);
    }

    /// <summary>Cancelled when the connection, and with it the lock, is gone.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Waits for its turn.</summary>
    public static async Task<Lease> Acquire(NpgsqlDataSource db, string name, CancellationToken ct)
    {
        var dedicated = await DedicatedConnection.Open(db, ct);
        try
        {
            await using var take = Sql.Of($"select pg_advisory_lock(hashtextextended({name}, 0))").ToCommand(dedicated.Connection);
            take.CommandTimeout = 0;
            await take.ExecuteNonQueryAsync(ct);
            // A holder that says nothing for so long was stopped or cut off; PostgreSQL then ends its session.
            await dedicated.Connection.Execute(Sql.Raw($"set idle_session_timeout = '{Silence}'"), ct);
            return new Lease(dedicated);
        }
        catch
        {
            await dedicated.DisposeAsync();
            throw;
        }
    }

    private async Task KeepAlive()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Beat, released.Token);
                await dedicated.Connection.Execute(Sql.Raw("select 1"), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (NpgsqlException)
        {
            await lost.CancelAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await released.CancelAsync();
        await beating;
        await dedicated.DisposeAsync();
        released.Dispose();
        lost.Dispose();
    }
}
