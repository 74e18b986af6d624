using System.Diagnostics;

namespace Stances.Postgres.Tests.Program;

/// <summary>
/// A disk that is soon full. It is mounted in a namespace of its own, so no right is needed that a user has not, and it is gone with
/// the process that holds it; programs that shall see it are started within.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly string[] AsRoot = Environment.IsPrivilegedProcess ? [] : ["-U"];

    private readonly Process holder;

    private SmallDisk(Process holder, string path) => (this.holder, Path) = (holder, path);

    public string Path { get; }

    public static async Task<SmallDisk> Mount(int megabytes)
    {
        var path = Directory.CreateTempSubdirectory("stances-disk-").FullName;
        string[] mapped = Environment.IsPrivilegedProcess ? [] : ["-r"];
        // It holds the disk until its input ends, as it does when this process dies.
        var holder = Process.Start(new ProcessStartInfo(
            "unshare", ["-m", .. AsRoot, .. mapped, "sh", "-c", "mount -t tmpfs -o size=$1m,mode=755 small \"$2\" && echo mounted && exec cat", "sh", $"{megabytes}", path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await holder.StandardOutput.ReadLineAsync() != "mounted")
            throw new InvalidOperationException("No small disk can be mounted here: run as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1).");
        return new SmallDisk(holder, path);
    }

    /// <summary>How to start a program that sees the disk.</summary>
    public ProcessStartInfo Within(string program, IEnumerable<string> args)
    {
        string[] keep = Environment.IsPrivilegedProcess ? [] : ["--preserve-credentials"];
        return new ProcessStartInfo("nsenter", ["-t", $"{holder.Id}", "-m", .. AsRoot, .. keep, "--", program, .. args]);
    }

    /// <summary>Leaves room for nothing more.</summary>
    public Task Fill() => Shell("cat /dev/zero > \"$1/filler\" 2> /dev/null; test -s \"$1/filler\"");

    /// <summary>Leaves the room again that was there.</summary>
    public Task Free() => Shell("rm \"$1/filler\"");

    public void Dispose()
    {
        holder.StandardInput.Close();
        holder.WaitForExit();
        holder.Dispose();
        Directory.Delete(Path);
    }

    private async Task Shell(string script)
    {
        using var shell = Process.Start(Within("sh", ["-c", script, "sh", Path]))!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
    }
}
