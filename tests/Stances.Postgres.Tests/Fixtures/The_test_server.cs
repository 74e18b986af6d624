namespace Stances.Postgres.Tests.Fixtures;

public sealed class The_test_server(PostgresServer server)
{
    [Fact]
    public async Task Gives_each_test_an_empty_database_of_its_own()
    {
        await using var one = await server.NewDatabase();
        await using var other = await server.NewDatabase();

        await using (var create = one.DataSource.CreateCommand("create table mine (id int)"))
            await create.ExecuteNonQueryAsync();

        await using var count = other.DataSource.CreateCommand("select count(*) from pg_tables where schemaname = 'public'");
        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }
}
