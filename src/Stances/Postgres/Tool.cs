using System.ComponentModel;
using System.Diagnostics;

namespace Stances.Postgres;

/// <summary>A short-lived program that is run to its end: initdb, pg_ctl, npm.</summary>
internal static class Tool
{
    /// <summary>How it ended and all it wrote.</summary>
    public readonly record struct Result(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;

        /// <summary>What it wrote, as one line.</summary>
        public string Line => string.Join(' ', Output.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>Runs <paramref name="file"/> in <paramref name="folder"/>; a program that is not there is <c>null</c>.</summary>
    public static async Task<Result?> Run(ServerAccount account, string folder, string file, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = account.Running(file, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        // The settings a person keeps for psql must not steer ours, nor the language and clock of the session.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e) when (e.NativeErrorCode == NoSuchFile)
        {
            return null;
        }

        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new(process.ExitCode, await errors + await output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private const int NoSuchFile = 2;
}
