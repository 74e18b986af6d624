namespace Stances.Postgres.Tests.Cluster;

public sealed class Several_programs
{
    [Fact]
    public async Task Share_a_cluster_until_the_last_has_left()
    {
        await using var home = new TempHome();
        await using var one = await DatabaseUser.Start(home.Path);
        await using var other = await DatabaseUser.Start(home.Path);
        var server = home.Postmaster;

        await one.Leave();
        Assert.NotNull(server);
        Assert.Equal(server, home.Postmaster);
        Assert.Equal("1", await other.Query("select 1"));

        await other.Leave();
        Assert.Empty(home.Processes);
    }

    [Fact]
    public async Task Make_one_cluster_when_they_start_at_once_in_an_empty_folder()
    {
        await using var home = new TempHome();
        var programs = Enumerable.Range(0, 4).Select(_ => DatabaseUser.StartOnly(home.Path)).ToArray();
        try
        {
            Assert.All(await Task.WhenAll(programs.Select(program => program.Said())), said => Assert.Equal("ready", said));
            var servers = await Task.WhenAll(programs.Select(program => program.Query("select pg_postmaster_start_time()::text || system_identifier from pg_control_system()")));
            Assert.Single(servers.Distinct());

            await Task.WhenAll(programs.Select(program => program.Leave()));
            Assert.Empty(home.Processes);
        }
        finally
        {
            foreach (var program in programs)
                await program.DisposeAsync();
        }
    }
}
