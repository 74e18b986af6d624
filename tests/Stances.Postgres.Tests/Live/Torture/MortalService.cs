using Stances.Postgres.Tests.Cluster;
using Stances.Postgres.Tests.Program;

namespace Stances.Postgres.Tests.Live.Torture;

/// <summary>The real program with a PostgreSQL of its own, which is killed now and then and comes back at another address.</summary>
internal sealed class MortalService(TempHome home) : IDisposable
{
    // Nobody reads what it prints while it runs, and a full pipe would stop it.
    private readonly Dictionary<string, string> settings = new()
    {
        ["STANCES_HOME"] = home.Path, ["Logging__LogLevel__Default"] = "None",
        ["Live__AllowedNetworks"] = "127.0.0.0/8", ["Live__FirstRetry"] = "00:00:00.001", ["Live__Lease"] = "00:00:02",
    };

    private volatile TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StancesProgram? program;

    /// <summary>Where it is; while it is dead, where it will be.</summary>
    public Task<Uri> Address => address.Task;

    public async Task Start()
    {
        program = StancesProgram.Start("", settings, "serve", "--no-samples", "--urls", "http://127.0.0.1:0");
        address.SetResult(await program.Address());
    }

    /// <summary>Kills the program, as <c>kill -9</c> does, and its PostgreSQL too where that is wished.</summary>
    public async Task Kill(bool database)
    {
        address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await program!.Kill();
        program.Dispose();
        if (database)
            await home.KillPostmaster();
    }

    public void Dispose() => program?.Dispose();
}
