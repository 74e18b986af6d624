using System.Data;
using Npgsql;

namespace Stances.EventStore;

/// <summary>A connection kept for one purpose (listening, holding a lease) and given back without what it held.</summary>
internal sealed class DedicatedConnection(NpgsqlConnection connection) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public static async Task<DedicatedConnection> Open(NpgsqlDataSource db, CancellationToken ct) =>
        new(await db.OpenConnectionAsync(ct));

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (connection.FullState == ConnectionState.Open)
                await connection.Execute(Sql.Raw("select pg_advisory_unlock_all(); unlisten *; reset all"), CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The connection is broken: its session, and with it all it held, is gone already.
        }
        await connection.DisposeAsync();
    }
}
