using System.Diagnostics;

namespace Stances.Postgres.Tests.Cluster;

/// <summary>A program in a process of its own that uses the database until it is told to leave, or is killed.</summary>
internal sealed class DatabaseUser : IAsyncDisposable
{
    public const string Verb = "use-database";

    private readonly Process process;

    private DatabaseUser(Process process) => this.process = process;

    /// <summary>The life of that program.</summary>
    public static async Task<int> Live()
    {
        try
        {
            await using var database = await Database.Open(Environment.GetEnvironmentVariable, CancellationToken.None);
            Console.WriteLine("ready");
            while (await Console.In.ReadLineAsync() is { } sql)
            {
                await using var command = database.DataSource.CreateCommand(sql);
                Console.WriteLine(await command.ExecuteScalarAsync());
            }
        }
        catch (DatabaseUnavailableException e)
        {
            Console.WriteLine(e.Message);
            return 1;
        }
        return 0;
    }

    /// <summary>Starts the program on a cluster and waits until it has its database.</summary>
    public static async Task<DatabaseUser> Start(string home, string? user = null, string? program = null)
    {
        var starting = StartOnly(home, user, program);
        Assert.Equal("ready", await starting.Said());
        return starting;
    }

    /// <summary>Starts the program and does not wait.</summary>
    public static DatabaseUser StartOnly(string home, string? user = null, string? program = null)
    {
        var start = new ProcessStartInfo(Path.Combine(program ?? AppContext.BaseDirectory, "Stances.Postgres.Tests"), [Verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        if (user is not null)
            start.UserName = user;
        start.Environment["STANCES_HOME"] = home;
        start.Environment.Remove("STANCES_DB");
        start.Environment.Remove("ConnectionStrings__Stances");
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        return new(Process.Start(start)!);
    }

    /// <summary>The next line the program writes.</summary>
    public Task<string?> Said() => process.StandardOutput.ReadLineAsync();

    /// <summary>Has the program ask its database.</summary>
    public async Task<string?> Query(string sql)
    {
        await process.StandardInput.WriteLineAsync(sql);
        return await Said();
    }

    /// <summary>Has the program end as programs do.</summary>
    public async Task Leave()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>kill -9.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        process.Dispose();
    }
}
