using System.Diagnostics;

namespace Stances.Postgres;

/// <summary>
/// Under whose name the server runs. PostgreSQL refuses to run as root; started by root it runs as another user, or, where no
/// other user can reach the folder, as root in a user namespace in which it has another number.
/// </summary>
internal sealed record ServerAccount(string? User, bool Mapped)
{
    /// <summary>The account of this very program.</summary>
    public static readonly ServerAccount Own = new(User: null, Mapped: false);

    private static readonly string[] Others = ["postgres", "nobody"];

    private static readonly ServerAccount InNamespace = new(User: null, Mapped: true);

    /// <summary>The account for the cluster: its owner where it exists, else the first that can reach both it and the server's binaries.</summary>
    public static async Task<ServerAccount> For(ClusterFolder folder, PostgresBinaries binaries, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
            return Own;

        if (folder.Exists)
        {
            var owner = (await Tool.Run(Own, "/", "stat", ["-c", "%U", folder.Data], ct))?.Line ?? "root";
            return owner == "root" ? InNamespace : new(owner, Mapped: false);
        }

        var users = (await File.ReadAllLinesAsync("/etc/passwd", ct)).Select(line => line.Split(':')[0]).ToHashSet();
        foreach (var user in Others.Where(users.Contains))
        {
            var account = new ServerAccount(user, Mapped: false);
            var reaches = await Tool.Run(account, "/", "/bin/sh",
                ["-c", "test -x \"$1\" && test -x \"$2\"", "sh", folder.Home, binaries.Path("postgres")], ct);
            if (reaches is { Succeeded: true })
                return account;
        }

        if (await Tool.Run(InNamespace, "/", "true", [], ct) is { Succeeded: true })
            return InNamespace;

        throw new DatabaseUnavailableException(
            $"PostgreSQL does not run as root and no other user can reach {folder.Home}: set STANCES_HOME to a folder others can enter, " +
            "or STANCES_DB to a server.");
    }

    /// <summary>How to start <paramref name="file"/> under this account.</summary>
    public ProcessStartInfo Running(string file, IEnumerable<string> arguments)
    {
        if (Mapped)
            return new("unshare", ["-U", "--map-user=1000", "--map-group=1000", "--", file, .. arguments]);

        var start = new ProcessStartInfo(file, arguments);
        if (User is not null)
            start.UserName = User;
        return start;
    }

    /// <summary>Makes a folder that this account alone can enter.</summary>
    public async Task MakeFolder(string path, CancellationToken ct)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();

        // In /tmp anybody may have put something of this name: a link is refused, and another user's folder cannot be closed.
        if (new DirectoryInfo(path).LinkTarget is not null)
            throw new DatabaseUnavailableException($"{path} is a link, which PostgreSQL's folders must not be.");
        try
        {
            Directory.CreateDirectory(path, ownerOnly);
            File.SetUnixFileMode(path, ownerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The folder {path} cannot be made: {e.Message}", e);
        }
        if (User is not null && await Tool.Run(Own, "/", "chown", [User, path], ct) is not { Succeeded: true })
            throw new DatabaseUnavailableException($"{path} cannot be given to the user {User}.");
    }
}
