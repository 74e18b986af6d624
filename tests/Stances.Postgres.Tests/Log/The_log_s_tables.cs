using Npgsql;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class The_log_s_tables(PostgresServer server)
{
    [Fact]
    public async Task Are_made_by_many_at_once_and_again()
    {
        await using var database = await server.NewDatabase();
        await using var db = Pool.Open(database.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LogSchema.Migrate(db)));
        await LogSchema.Migrate(db);

        Assert.Equal(1, (await new EventLog(db).Append([To("a", 0, Event())]))[0].Sequence);
    }

    [Theory]
    [InlineData("update stances_log.mt_events set data = '{}'")]
    [InlineData("delete from stances_log.mt_events")]
    [InlineData("delete from stances_log.mt_streams")]
    [InlineData("truncate stances_log.mt_events")]
    [InlineData("truncate stances_log.mt_streams cascade")]
    public async Task Forbid_what_would_change_history(string statement)
    {
        await using var at = await Create(server);
        var recorded = await at.Log.Append([To("a", 0, Event())]);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => at.Db.Execute(Sql.Raw(statement)));

        Assert.Equal("ST002", refused.SqlState);
        Assert.Equal(recorded, await at.Log.ReadAll(0, 10));
    }
}
