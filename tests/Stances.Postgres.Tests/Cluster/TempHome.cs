using System.Diagnostics;

namespace Stances.Postgres.Tests.Cluster;

/// <summary>A folder for one cluster; whatever still runs there at the end is killed.</summary>
internal sealed class TempHome : IAsyncDisposable
{
    private readonly string root;

    public TempHome(string below = "")
    {
        root = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "stances-home-" + Guid.NewGuid().ToString("n")[..12]);
        Path = System.IO.Path.Combine(root, below).TrimEnd('/');
    }

    public string Path { get; }

    public ClusterFolder Folder => ClusterFolder.Of(Variable);

    /// <summary>The process number of the server that runs there.</summary>
    public int? Postmaster => ServerProcesses.Postmaster(Folder.Data);

    /// <summary>Every process of the server that runs there.</summary>
    public IReadOnlyList<int> Processes => ServerProcesses.In(Folder.Data);

    public Task<Database> Open() => Database.Open(Variable, TestContext.Current.CancellationToken);

    public Task<DatabaseStatus> Status() => DatabaseStatus.Of(Variable, TestContext.Current.CancellationToken);

    public Task<string> Stop() => DatabaseStatus.Stop(Variable, TestContext.Current.CancellationToken);

    /// <summary>Makes the cluster and leaves it stopped.</summary>
    public async Task Make() => await (await Open()).DisposeAsync();

    /// <summary>The variable as a program started for this home sees it.</summary>
    public string? Variable(string name) => name switch
    {
        "STANCES_HOME" => Path,
        "STANCES_DB" or "ConnectionStrings__Stances" => null,
        _ => Environment.GetEnvironmentVariable(name),
    };

    /// <summary>kill -9 of the server's first process, and the wait until it is gone.</summary>
    public async Task KillPostmaster()
    {
        using var postmaster = Process.GetProcessById(Postmaster!.Value);
        postmaster.Kill();
        await postmaster.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // One that was killed a moment ago still writes into its folder.
        for (; ServerProcesses.AreVisible && Processes is { Count: > 0 } running; await Task.Delay(5))
            ServerProcesses.Kill(running);
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }
}
