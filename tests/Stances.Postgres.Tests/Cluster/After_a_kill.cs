using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Stances.Postgres.Tests.Cluster;

public sealed class After_a_kill
{
    [Fact]
    public async Task Of_the_program_the_next_one_joins_the_server_that_was_left_and_stops_it()
    {
        await using var home = new TempHome();
        await using (var program = await DatabaseUser.Start(home.Path))
        {
            Assert.Equal("1", await program.Query("create table kept (id int); insert into kept values (1); select id from kept"));
            await program.Kill();
        }
        var left = home.Postmaster;

        await using var next = await DatabaseUser.Start(home.Path);
        Assert.NotNull(left);
        Assert.Equal(left, home.Postmaster);
        Assert.Equal("1", await next.Query("select id from kept"));
        await next.Leave();
        Assert.Empty(home.Processes);
    }

    [Fact]
    public async Task Of_program_and_server_the_next_one_finds_all_that_was_committed()
    {
        await using var home = new TempHome();
        await using (var program = await DatabaseUser.Start(home.Path))
        {
            Assert.Equal("1", await program.Query("create table kept (id int); insert into kept values (1); select id from kept"));
            await program.Kill();
            await home.KillPostmaster();
        }

        await using var next = await DatabaseUser.Start(home.Path);
        Assert.Equal("1", await next.Query("select id from kept"));
        await next.Leave();
        Assert.Empty(home.Processes);
    }

    [Fact]
    public async Task Of_the_server_alone_the_program_has_it_again()
    {
        await using var home = new TempHome();
        await using var database = await home.Open();
        await Warm(database);
        var restarted = new TaskCompletionSource();
        database.Cluster!.Restarted += restarted.SetResult;
        var before = home.Postmaster;

        await home.KillPostmaster();
        await restarted.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.NotEqual(before, home.Postmaster);
        await Warm(database);
    }

    [Fact]
    public async Task Of_the_server_alone_what_still_computes_for_it_is_ended_first()
    {
        await using var home = new TempHome();
        await using var database = await home.Open();
        await using var connection = await database.DataSource.OpenConnectionAsync();
        var restarted = new TaskCompletionSource();
        database.Cluster!.Restarted += restarted.SetResult;

        await using var endless = new NpgsqlCommand("select count(*) from generate_series(1, 1e12)", connection) { CommandTimeout = 300 };
        var running = endless.ExecuteScalarAsync();
        await using (var seen = database.DataSource.CreateCommand("select pid from pg_stat_activity where query like '%generate_series%' and pid <> pg_backend_pid()"))
        {
            // It may not have reached the server yet.
            int? computing = null;
            while (computing is null && !running.IsCompleted)
                computing = (int?)await seen.ExecuteScalarAsync();
            Assert.Contains(computing!.Value, home.Processes);
        }
        await home.KillPostmaster();

        await restarted.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => running);
        await Warm(database);
    }

    [Fact]
    public async Task Of_a_program_that_was_making_the_cluster_the_next_one_makes_it()
    {
        await using var home = new TempHome();
        Directory.CreateDirectory(home.Folder.Unfinished);
        await File.WriteAllTextAsync(Path.Combine(home.Folder.Unfinished, "PG_VERSION"), "15");

        await home.Make();

        Assert.False(Directory.Exists(home.Folder.Unfinished));
        Assert.True(home.Folder.Exists);
    }

    [Theory]
    [InlineData("of the first process of the system")]
    [InlineData("of the program itself")]
    [InlineData("of a zombie")]
    [InlineData("of nobody")]
    public async Task The_number_in_its_files_may_be_that(string whose)
    {
        await using var home = new TempHome();
        await home.Make();
        // A shell whose child has ended and that now, being another program, never asks how.
        using var parent = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "true & echo $!; exec cat"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var zombie = await parent.StandardOutput.ReadLineAsync();
        var number = whose switch
        {
            "of the first process of the system" => "1",
            "of the program itself" => Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
            "of a zombie" => zombie,
            _ => "4194303",
        };
        await File.WriteAllTextAsync(Path.Combine(home.Folder.Data, "postmaster.pid"), $"{number}\n{home.Folder.Data}\n1700000000\n5432\n{home.Folder.Sockets}\n\n  5432001         1\nready   \n");
        await File.WriteAllTextAsync(home.Folder.Socket + ".lock", $"{number}\n{home.Folder.Data}\n1700000000\n5432\n{home.Folder.Sockets}\n");
        await File.WriteAllTextAsync(home.Folder.Socket, "");

        await using (var database = await home.Open())
            await Warm(database);

        parent.StandardInput.Close();
        await parent.WaitForExitAsync();
    }

    [Fact]
    public async Task Of_a_part_of_the_server_a_program_that_leaves_meanwhile_still_stops_it()
    {
        await using var home = new TempHome();
        await using (var database = await home.Open())
        {
            await using var find = database.DataSource.CreateCommand("select pid from pg_stat_activity where backend_type = 'walwriter'");
            using var part = Process.GetProcessById((int)(await find.ExecuteScalarAsync())!);
            part.Kill();
            await part.WaitForExitAsync();
        }
        Assert.Empty(home.Processes);
    }

    private static async Task Warm(Database database)
    {
        await using var command = database.DataSource.CreateCommand("select 1");
        Assert.Equal(1, await command.ExecuteScalarAsync());
    }
}
