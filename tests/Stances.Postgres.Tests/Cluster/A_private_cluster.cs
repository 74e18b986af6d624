using Npgsql;

namespace Stances.Postgres.Tests.Cluster;

public sealed class A_private_cluster
{
    [Fact]
    public async Task Is_made_on_first_use_and_stopped_by_the_last_to_leave()
    {
        await using var home = new TempHome();
        Assert.Equal("absent", (await home.Status()).State);

        await using (var database = await home.Open())
        {
            await using var command = database.DataSource.CreateCommand("select current_user || '@' || current_database()");
            Assert.Equal("stances@stances", await command.ExecuteScalarAsync());
            Assert.Equal(("running", true), ((await home.Status()).State, (await home.Status()).InUse));
        }

        Assert.Equal(("stopped", false), ((await home.Status()).State, (await home.Status()).InUse));
        Assert.Empty(home.Processes);
    }

    [Fact]
    public async Task Keeps_what_was_written_and_syncs_it_to_disk()
    {
        await using var home = new TempHome();
        await using (var database = await home.Open())
        {
            await using var batch = database.DataSource.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand("create table kept (text text)"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into kept values ('fsync '  || current_setting('fsync') || ', commit ' || current_setting('synchronous_commit'))"));
            await batch.ExecuteNonQueryAsync();
        }

        await using var again = await home.Open();
        await using var read = again.DataSource.CreateCommand("select text from kept");
        Assert.Equal("fsync on, commit on", await read.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData(256, 128)]
    [InlineData(8_192, 1_024)]
    [InlineData(1_000_000, 2_048)]
    public void Keeps_pages_in_an_eighth_of_the_memory_within_bounds(long memory, long pages) =>
        Assert.Contains($"\nshared_buffers = {pages}MB\n", ClusterSettings.Text("/s", processors: 2, memory << 20), StringComparison.Ordinal);

    [Fact]
    public async Task Listens_on_its_socket_alone()
    {
        await using var home = new TempHome();
        await using var database = await home.Open();
        await using var command = database.DataSource.CreateCommand("select current_setting('listen_addresses') || current_setting('unix_socket_permissions')");
        Assert.Equal("0700", await command.ExecuteScalarAsync());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(home.Folder.Sockets));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(home.Folder.Data));
    }

    [Fact]
    public async Task Folds_the_case_of_every_script()
    {
        await using var home = new TempHome();
        await using var database = await home.Open();
        await using var command = database.DataSource.CreateCommand("select lower('ÅÇŞ ЛАВРОВ ΑΘΗΝΑ') || case when 'İstanbul Женева' ilike '%ЖЕНЕВА' then ' found' else '' end");
        Assert.Equal("åçş лавров αθηνα found", await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Is_stopped_on_request_only_when_nobody_uses_it()
    {
        await using var home = new TempHome();
        Assert.Equal($"There is no private PostgreSQL in {home.Path}.", await home.Stop());

        await using var program = await DatabaseUser.Start(home.Path);
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(home.Stop);
        Assert.Equal($"The private PostgreSQL in {home.Path} is in use; it stops when the last program leaves it.", refused.Message);

        await program.Kill();
        Assert.Equal(("running", false), ((await home.Status()).State, (await home.Status()).InUse));
        Assert.Equal($"The private PostgreSQL in {home.Path} is stopped.", await home.Stop());
        Assert.Empty(home.Processes);
        Assert.Equal($"The private PostgreSQL in {home.Path} was not running.", await home.Stop());
    }

    [Fact]
    public async Task Is_left_by_a_caller_who_gives_up_while_it_starts()
    {
        await using var home = new TempHome();
        using var gaveUp = new CancellationTokenSource();
        var opening = Database.Open(name =>
        {
            // Asked for while the folder is already locked and the programs are searched.
            if (name == "STANCES_PG_BIN")
                gaveUp.Cancel();
            return home.Variable(name);
        }, gaveUp.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        Assert.Empty(home.Processes);
        await home.Make();
    }
}
