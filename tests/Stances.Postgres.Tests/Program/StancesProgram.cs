using System.Diagnostics;

namespace Stances.Postgres.Tests.Program;

/// <summary>The real program, in a process of its own.</summary>
internal sealed class StancesProgram : IDisposable
{
    private readonly Process process;

    private StancesProgram(Process process) => this.process = process;

    public int Id => process.Id;

    public static StancesProgram Start(string database, params string[] args) => Start(database, new Dictionary<string, string>(), args);

    public static StancesProgram Start(string database, IReadOnlyDictionary<string, string> settings, params string[] args) =>
        Start(new ProcessStartInfo("dotnet", [Dll, .. args]), database, settings);

    /// <summary>Starts it on a small disk of its own.</summary>
    public static StancesProgram Start(SmallDisk disk, IReadOnlyDictionary<string, string> settings, params string[] args) =>
        Start(disk.Within("dotnet", [Dll, .. args]), "", settings);

    private static string Dll => Path.Combine(AppContext.BaseDirectory, "stances.dll");

    private static StancesProgram Start(ProcessStartInfo start, string database, IReadOnlyDictionary<string, string> settings)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.WorkingDirectory = Path.GetTempPath();
        start.Environment["STANCES_DB"] = database;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new StancesProgram(Process.Start(start)!);
    }

    /// <summary>Runs a verb to its end.</summary>
    public static Task<(int Code, string Out, string Error)> Run(string database, params string[] args) => Run(database, new Dictionary<string, string>(), args);

    public static Task<(int Code, string Out, string Error)> Run(string database, IReadOnlyDictionary<string, string> settings, params string[] args) =>
        Start(database, settings, args).End();

    /// <summary>Waits for it to end by itself.</summary>
    public async Task<(int Code, string Out, string Error)> End()
    {
        using var program = this;
        var output = program.process.StandardOutput.ReadToEndAsync();
        var error = program.process.StandardError.ReadToEndAsync();
        await program.process.WaitForExitAsync();
        return (program.process.ExitCode, await output, await error);
    }

    /// <summary>Reads what it prints until it says where it listens.</summary>
    public async Task<Uri> Address()
    {
        const string announcement = "Listening on ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(announcement, StringComparison.Ordinal))
                return new Uri(line[announcement.Length..]);
        }

        throw new InvalidOperationException($"The program ended without listening: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>The next line it prints; waits for it, but not for ever.</summary>
    public async Task<string?> Line() => await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(90));

    /// <summary>All that it prints from now on to its end, faults too.</summary>
    public async Task<string> Rest() => string.Concat(await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
