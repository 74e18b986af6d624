using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class The_account_of_the_log(PostgresServer server)
{
    [Fact]
    public async Task Explains_every_number()
    {
        await using var at = await Create(server);
        await at.Log.Append([To("a", 0, Event(), Event())]);
        await at.Db.Execute(Sql.Raw("select nextval('stances_log.mt_events_sequence') from generate_series(1, 3)"));
        await at.Log.Append([To("a", 2, Event())]);
        await using var running = await at.Db.OpenConnectionAsync();
        await using var transaction = await running.BeginTransactionAsync();
        await running.Execute(Sql.Raw("""
            insert into stances_log.mt_events (seq_id, id, version, data, type, timestamp)
            values (nextval('stances_log.mt_events_sequence'), gen_random_uuid(), 1, '[]', 'noted', now())
            """));
        await at.Log.Append([To("a", 3, Event())]);
        var feed = new Feed(at.Log);
        await feed.MarkAt(6);

        var account = await LogCheck.Run(feed);

        Assert.Equivalent(new LogAccount(Mark: 6, Seen: 8, Events: 3, Gaps: 3, InFlight: 1, Faults: []), account, strict: true);
    }

    [Theory]
    [InlineData("update stances_log.mt_streams set version = 5", "Stream a says it is at version 5 and has 2 events, versions 1 to 2.")]
    [InlineData("alter table stances_log.mt_events add column extra int", "The layout differs: + column mt_events.extra integer")]
    [InlineData("drop index stances_log.pk_mt_events_stream_and_version", "The layout differs: - CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON log.mt_events USING btree (stream_id, version)")]
    [InlineData("insert into stances.gaps values (1, 1)", "Event 1 stands in the gap 1 to 1, which readers have passed.")]
    [InlineData("insert into stances.checkpoints (name, build, version, sequence) values ('x', 1, 1, 2), ('y', 2, 1, 9)", "Projection y is at 9, beyond the mark.")]
    public async Task Names_what_is_off(string harm, string expected)
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await at.Log.Append([To("a", 0, Event(), Event())]);
        Assert.Equal([], (await LogCheck.Run(feed)).Faults);

        await at.Db.Execute(Sql.Raw(harm));

        Assert.Equal([expected], (await LogCheck.Run(feed)).Faults);
    }
}
