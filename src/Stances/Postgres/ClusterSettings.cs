using System.Globalization;

namespace Stances.Postgres;

/// <summary>The settings of a private cluster, written anew at each start: for the machine it stands on, and for data that must survive it.</summary>
internal static class ClusterSettings
{
    public const string FileName = "stances.conf";

    private const long Megabyte = 1 << 20, LeastBuffers = 128, MostBuffers = 2048;

    /// <summary>The settings file for a server with its socket in <paramref name="sockets"/>.</summary>
    /// <param name="sockets">A folder.</param>
    /// <param name="processors">How many the machine has.</param>
    /// <param name="memory">How much the machine, or the container, has, in bytes: an eighth of it may hold pages, which is taken as they are used.</param>
    public static string Text(string sockets, int processors, long memory)
    {
        // A folder stands in a list (double quotes) inside a string (single quotes).
        var quoted = sockets.Replace("\"", "\"\"", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"""
            listen_addresses = ''
            port = 5432
            unix_socket_directories = '"{quoted}"'
            unix_socket_permissions = 0700
            max_connections = 200

            fsync = on
            full_page_writes = on
            synchronous_commit = on
            wal_buffers = 16MB
            max_wal_size = 2GB
            checkpoint_timeout = 15min
            # After a crash every file is brought to disk before the log is replayed: at once, not a thousand files one by one.
            recovery_init_sync_method = {(OperatingSystem.IsLinux() ? "syncfs" : "fsync")}

            shared_buffers = {Math.Clamp(memory / 8 / Megabyte, LeastBuffers, MostBuffers)}MB
            work_mem = 16MB
            maintenance_work_mem = 128MB
            random_page_cost = 1.1
            jit = off
            max_parallel_workers = {Math.Max(2, processors)}

            # A client that was killed must not keep its locks until its statement ends.
            client_connection_check_interval = {(OperatingSystem.IsLinux() ? "500ms" : "0")}

            timezone = 'UTC'
            log_timezone = 'UTC'
            log_checkpoints = off
            log_line_prefix = '%m [%p] '

            """);
    }
}
