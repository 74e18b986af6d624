using System.Text;

namespace Stances.Postgres.Tests.Cluster;

public sealed class The_home_of_a_cluster
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task May_lie_below_a_folder_that_others_cannot_enter()
    {
        await using var home = new TempHome("closed/home");
        Directory.CreateDirectory(Path.GetDirectoryName(home.Path)!, OwnerOnly);
        await Works(home);
        await Works(home);
    }

    [Fact]
    public async Task May_have_a_name_longer_than_a_socket_may()
    {
        await using var home = new TempHome(new string('x', 130));
        Assert.True(Encoding.UTF8.GetByteCount(home.Path) > 130);
        await Works(home);
        Assert.False(Directory.Exists(home.Folder.Sockets));
    }

    [Fact]
    public async Task May_have_any_name()
    {
        await using var home = new TempHome("""it's "one", $HOME \ of été""");
        await Works(home);
    }

    [Fact]
    public async Task Is_the_same_through_a_link()
    {
        await using var home = new TempHome("real");
        await using var database = await home.Open();
        var link = Path.Combine(Path.GetDirectoryName(home.Path)!, "link");
        Directory.CreateSymbolicLink(link, home.Path);
        await using var program = await DatabaseUser.Start(link);
        Assert.Single(home.Processes, id => id == home.Postmaster);
        await program.Leave();
        Assert.NotNull(home.Postmaster);
    }

    [Fact]
    public async Task May_be_an_ordinary_users()
    {
        await using var home = new TempHome();
        var user = Environment.IsPrivilegedProcess ? "nobody" : null;
        var program = AppContext.BaseDirectory;
        if (user is not null)
        {
            program = Directory.CreateTempSubdirectory("stances-program-").FullName;
            File.SetUnixFileMode(program, OwnerOnly | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
                File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        }

        await using (var running = await DatabaseUser.Start(home.Path, user, program))
        {
            Assert.Equal("1", await running.Query("select 1"));
            await running.Leave();
        }
        Assert.Empty(home.Processes);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(home.Path));

        // And by root afterwards, who runs the server as its owner.
        await Works(home);
        if (user is not null)
            Directory.Delete(program, recursive: true);
    }

    [Fact]
    public async Task That_cannot_be_made_is_told_in_a_line()
    {
        await using var home = new TempHome("file/home");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetDirectoryName(home.Path))!);
        await File.WriteAllTextAsync(Path.GetDirectoryName(home.Path)!, "");
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(home.Open);
        Assert.StartsWith($"The folder {home.Path} cannot be made: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task With_data_of_a_version_that_is_not_installed_names_both()
    {
        await using var home = new TempHome();
        Directory.CreateDirectory(home.Folder.Data);
        await File.WriteAllTextAsync(Path.Combine(home.Folder.Data, "PG_VERSION"), "12\n");
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(home.Open);
        Assert.StartsWith($"The data in {home.Folder.Data} is PostgreSQL 12's, and ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(": install PostgreSQL 12, or set STANCES_PG_BIN to its bin folder, or STANCES_HOME to another folder.", refused.Message, StringComparison.Ordinal);
    }

    private static async Task Works(TempHome home)
    {
        await using (var database = await home.Open())
        {
            await using var command = database.DataSource.CreateCommand("select 1");
            Assert.Equal(1, await command.ExecuteScalarAsync());
            Assert.Single(home.Processes, id => id == home.Postmaster);
        }
        Assert.Empty(home.Processes);
    }
}
