using System.Diagnostics;

namespace Stances.Browser.Tests.Fixtures;

/// <summary>The browser of this machine; where there is none, the distribution's package is installed.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    /// <summary>What it is started with: nothing of the desktop, nothing in the background, no download of its own.</summary>
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The path of the program.</summary>
    public static async Task<string> Find()
    {
        if (OnPath() is { } there)
            return there;

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await AptGet("update");
            await AptGet("install", "-y", "--no-install-recommends", "chromium");
        }

        return OnPath() ?? throw new InvalidOperationException(
            "The browser tests need Chromium: install it (Debian: apt-get install chromium) and have it on the PATH, or run them as root where apt-get may.");
    }

    private static string? OnPath() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/bin")
         from name in Names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task AptGet(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/apt-get", ["-o", "DPkg::Lock::Timeout=600", "-qq", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"The browser tests need Chromium, and apt-get {string.Join(' ', arguments)} failed: {(await errors + await output).Trim().ReplaceLineEndings(" ")}");
    }
}
