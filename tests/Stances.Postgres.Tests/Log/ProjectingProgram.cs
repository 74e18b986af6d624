using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Stances.EventStore;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Postgres.Tests.Log;

/// <summary>A program in a process of its own that keeps the projection up until it is killed.</summary>
internal sealed class ProjectingProgram : IDisposable
{
    public const string Verb = "run-projections";

    private readonly Process process;

    private ProjectingProgram(Process process) => this.process = process;

    /// <summary>The life of that program; its sessions are known by its process id.</summary>
    public static async Task<int> Live()
    {
        var settings = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("STANCES_DB"))
        {
            ApplicationName = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        };
        await using var db = Pool.Open(settings.ConnectionString);
        await new ProjectionRunner(new Feed(new EventLog(db)), [Counted.At(1)]).RunAsync();
        return 0;
    }

    public static ProjectingProgram Start(LogDatabase at)
    {
        var start = Quiet(Path.Combine(AppContext.BaseDirectory, "Stances.Postgres.Tests"), Verb);
        start.Environment["STANCES_DB"] = at.ConnectionString;
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        return new ProjectingProgram(Process.Start(start)!);
    }

    public int Id => process.Id;

    public void Signal(string name)
    {
        using var kill = Process.Start(Quiet("/bin/kill", $"-{name}", Id.ToString(CultureInfo.InvariantCulture)))!;
        kill.WaitForExit();
    }

    /// <summary>A child that might use the terminal stops a run that is in the background.</summary>
    private static ProcessStartInfo Quiet(string program, params string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
