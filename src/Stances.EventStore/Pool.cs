using Npgsql;

namespace Stances.EventStore;

/// <summary>Opens the pool of connections that the log runs on.</summary>
public static class Pool
{
    /// <summary>
    /// A pool that keeps statements prepared, unless <paramref name="connectionString"/> says otherwise: <c>Max Auto Prepare=0</c> is
    /// for a pooler in front of the server. By default every connection that returns to a pool is cleaned by extra commands before its
    /// next use, which costs short statements about half their speed; these are not. What a session leaves behind (SET, LISTEN,
    /// session locks) is then no longer wiped, so nothing here leaves any: SET is always LOCAL, and LISTEN and session locks live
    /// on a <see cref="DedicatedConnection"/> that cleans up after itself.
    /// </summary>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        Unless("No Reset On Close", x => x.NoResetOnClose = true);
        Unless("Max Auto Prepare", x => x.MaxAutoPrepare = 200);
        Unless("Auto Prepare Min Usages", x => x.AutoPrepareMinUsages = 2);
        Unless("Keepalive", x => x.KeepAlive = 15);
        return NpgsqlDataSource.Create(settings);

        // A builder knows a setting as its own only where it was given one.
        void Unless(string said, Action<NpgsqlConnectionStringBuilder> set)
        {
            if (!settings.Keys.Cast<string>().Contains(said, StringComparer.OrdinalIgnoreCase))
                set(settings);
        }
    }
}
