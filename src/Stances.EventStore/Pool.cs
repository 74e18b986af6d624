using Npgsql;

namespace Stances.EventStore;

/// <summary>Opens the pool of connections everything here runs on.</summary>
public static class Pool
{
    /// <summary>
    /// A pool that keeps statements prepared. What a session leaves behind (SET, LISTEN, session locks) is no longer wiped
    /// when a connection is used again, so nothing here leaves any: SET is always LOCAL, and LISTEN and session locks live
    /// on a <see cref="DedicatedConnection"/> that cleans up after itself.
    /// </summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            NoResetOnClose = true,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
        };
        if (settings.KeepAlive == 0)
            settings.KeepAlive = 15;
        return NpgsqlDataSource.Create(settings);
    }
}
