using System.Security.Cryptography;
using System.Text;

namespace Stances.Postgres;

/// <summary>Where the parts of a private cluster lie inside its home.</summary>
internal sealed record ClusterFolder(string Home)
{
    // sun_path of sockaddr_un holds 108 bytes, the closing zero included.
    private const int LongestSocketPath = 107;

    public string Data => Path.Combine(Home, "data");

    /// <summary>Where initdb works; renamed to <see cref="Data"/> when it is whole.</summary>
    public string Unfinished => Path.Combine(Home, "data.new");

    /// <summary>Held alone around everything that starts, stops or makes the cluster.</summary>
    public string StartLock => Path.Combine(Home, "start.lock");

    /// <summary>Shared by all that use the cluster; who can take it alone is the last.</summary>
    public string UseLock => Path.Combine(Home, "use.lock");

    public string Log => Path.Combine(Data, "server.log");

    /// <summary>
    /// The folder of the socket: beside the data, or a short name in /tmp where the path would be too long for one, or would
    /// read as several hosts in a connection string.
    /// </summary>
    public string Sockets
    {
        get
        {
            var beside = Path.Combine(Home, "run");
            return Encoding.UTF8.GetByteCount(SocketIn(beside)) <= LongestSocketPath && !beside.Contains(',', StringComparison.Ordinal)
                ? beside
                : "/tmp/stances-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Home)))[..16];
        }
    }

    /// <summary>Whether the socket has a folder of its own outside the home.</summary>
    public bool SocketIsApart => !Sockets.StartsWith(Home, StringComparison.Ordinal);

    public string Socket => SocketIn(Sockets);

    public bool Exists => File.Exists(Path.Combine(Data, "PG_VERSION"));

    /// <summary>The major version of PostgreSQL that made the data.</summary>
    public int Version => int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim().Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    public static ClusterFolder Of(Func<string, string?> environment) =>
        new(RealPath(Path.GetFullPath(environment("STANCES_HOME") is { Length: > 0 } home ? home : ".stances")));

    private static string SocketIn(string folder) => Path.Combine(folder, ".s.PGSQL.5432");

    // Two names of one folder must be one cluster, and /proc tells a process's folder without links.
    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = Directory.Exists(next) && Directory.ResolveLinkTarget(next, returnFinalTarget: true) is { } target ? RealPath(target.FullName) : next;
        }
        return real;
    }
}
