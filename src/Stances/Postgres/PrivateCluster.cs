using Npgsql;

namespace Stances.Postgres;

/// <summary>
/// A PostgreSQL of this program's own in a folder, reached over a Unix socket: made and started by the first who needs it,
/// shared by all who come meanwhile, stopped by the last to leave, and started again where it died under them.
/// </summary>
internal sealed class PrivateCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly ClusterServer server;
    private readonly FileLock use;
    private readonly CancellationTokenSource leaving = new();
    private readonly Task watch;

    private PrivateCluster(ClusterServer server, FileLock use)
    {
        this.server = server;
        this.use = use;
        watch = Task.Run(() => Watch(leaving.Token));
    }

    /// <summary>What opens the cluster's database.</summary>
    public string ConnectionString => server.ConnectionString("stances");

    /// <summary>Told after the server had died and was started again: connections from before are of no use.</summary>
    public event Action? Restarted;

    /// <summary>Makes, starts or joins the cluster in <paramref name="folder"/>.</summary>
    public static async Task<PrivateCluster> Open(ClusterFolder folder, Func<string, string?> environment, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
            throw new DatabaseUnavailableException("A private PostgreSQL is not available on Windows: set STANCES_DB to a server.");

        MakeHome(folder.Home);
        using var starting = await FileLock.Alone(folder.StartLock, Patience, ct);
        var server = new ClusterServer(folder, environment);
        var use = FileLock.TryShared(folder.UseLock) ?? throw new DatabaseUnavailableException($"Another program holds {folder.UseLock} alone.");
        try
        {
            await server.Run(ct);
            return new(server, use);
        }
        catch
        {
            await Leave(server, use);
            throw;
        }
    }

    /// <summary>Leaves the cluster; the last to leave stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await watch;
        leaving.Dispose();
        using var starting = await FileLock.Alone(server.Folder.StartLock, Patience, CancellationToken.None);
        await Leave(server, use);
    }

    private static async Task Leave(ClusterServer server, FileLock use)
    {
        use.Dispose();
        using var last = FileLock.TryAlone(server.Folder.UseLock);
        if (last is not null)
            await server.Stop(CancellationToken.None);
    }

    // Whoever sees first that the server is gone starts it; the others find it there.
    private async Task Watch(CancellationToken ct)
    {
        string? said = null;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(LookEvery, ct);
                if (server.Lives || !server.Folder.Exists)
                    continue;

                using (await FileLock.Alone(server.Folder.StartLock, Patience, ct))
                    await server.Run(ct);
                Restarted?.Invoke();
                said = null;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DatabaseUnavailableException or IOException or UnauthorizedAccessException or NpgsqlException)
            {
                if (said != e.Message)
                    await Console.Error.WriteLineAsync($"The private PostgreSQL died and could not be started again: {e.Message}");
                said = e.Message;
            }
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void MakeHome(string home)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        try
        {
            // Started by root the server runs as another user, who has to pass through to what is his.
            if (!Directory.Exists(home))
                Directory.CreateDirectory(home, Environment.IsPrivilegedProcess ? ownerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : ownerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The folder {home} cannot be made: {e.Message}", e);
        }
    }
}
