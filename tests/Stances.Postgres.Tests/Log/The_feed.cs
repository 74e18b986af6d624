using System.Diagnostics;
using NpgsqlTypes;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Log.LogDatabase;

namespace Stances.Postgres.Tests.Log;

public sealed class The_feed(PostgresServer server)
{
    [Fact]
    public async Task Holds_back_a_later_event_while_an_earlier_one_may_still_commit()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await using var slow = await at.Db.OpenConnectionAsync();
        await using var transaction = await slow.BeginTransactionAsync();
        await slow.Execute(Foreign("slow"));
        await at.Log.Append([To("quick", 0, Event())]);

        Assert.Equal(0, await feed.Mark());
        await transaction.CommitAsync();

        Assert.Equal(["slow", "quick"], (await feed.Page(0)).Events.Select(e => e.Stream));
    }

    [Fact]
    public async Task Passes_a_number_that_was_rolled_back_at_once_and_writes_it_down()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await using (var failing = await at.Db.OpenConnectionAsync())
        {
            await using var transaction = await failing.BeginTransactionAsync();
            await failing.Execute(Foreign("failing"));
            await failing.Execute(Foreign("failing too"));
        }
        await at.Log.Append([To("quick", 0, Event())]);

        Assert.Equal(3, await feed.Mark());
        Assert.Equal([(1L, 2L)], await at.Db.Query(Sql.Raw("select first, last from stances.gaps"), row => (row.GetInt64(0), row.GetInt64(1))));
    }

    [Fact]
    public async Task Is_not_held_back_by_a_transaction_that_has_nothing_to_do_with_the_log()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await at.Db.Execute(Sql.Raw("create table other (id int)"));
        await using var idle = await at.Db.OpenConnectionAsync();
        await using var transaction = await idle.BeginTransactionAsync();
        await idle.Execute(Sql.Raw("insert into other values (1)"));
        await idle.Execute(Sql.Raw("select count(*) from stances_log.mt_events"));
        await at.Db.Execute(Sql.Raw("select nextval('stances_log.mt_events_sequence')"));
        await at.Log.Append([To("quick", 0, Event())]);

        Assert.Equal(2, await feed.Mark());
    }

    [Fact]
    public async Task Waits_for_no_one_but_the_owner_of_a_missing_number()
    {
        await using var at = await Create(server);
        await using var owner = await at.Db.OpenConnectionAsync();
        await using var other = await at.Db.OpenConnectionAsync();
        await using var idle = await at.Db.OpenConnectionAsync();
        await at.Db.Execute(Sql.Raw("select nextval('stances_log.mt_events_sequence')"));
        await at.Log.Append([To("two", 0, Event())]);
        await using var owning = await owner.BeginTransactionAsync();
        await owner.Execute(Foreign("three"));
        await using var idling = await idle.BeginTransactionAsync();
        await idle.Execute(Sql.Raw("select nextval('stances_log.mt_events_sequence')"));
        await using var more = await other.BeginTransactionAsync();
        await at.Log.Append([To("five", 0, Event())]);
        await other.Execute(Foreign("six"));
        await at.Log.Append([To("seven", 0, Event())]);
        var feed = new Feed(at.Log);

        Assert.Equal(2, await feed.MarkAt(2));
        await owning.RollbackAsync();
        Assert.Equal(5, await feed.MarkAt(4));
        await idle.Execute(Foreign("four", "4"));
        await idling.CommitAsync();
        await more.CommitAsync();

        Assert.Equal(8, await feed.MarkAt(8));
        Assert.Equal(["two", "five", "six", "seven", "four"], (await feed.Page(0)).Events.Select(e => e.Stream));
        Assert.Equal([], (await LogCheck.Run(feed)).Faults);
    }

    [Fact]
    public async Task Gives_new_numbers_to_events_whose_old_ones_it_has_passed()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        var early = await at.Db.Query(Sql.Raw("select nextval('stances_log.mt_events_sequence') from generate_series(1, 2)"), row => row.GetInt64(0));
        await at.Log.Append([To("quick", 0, Event())]);
        var third = await at.Db.Query(Sql.Raw("select nextval('stances_log.mt_events_sequence')"), row => row.GetInt64(0));
        Assert.Equal(3, await feed.Mark());

        await using (var connection = await at.Db.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.Execute(Sql.Raw("insert into stances_log.mt_streams (id, version) values ('late', 3)"));
            foreach (var (sequence, version) in early.Concat(third).Zip([1L, 2, 3]))
                await connection.Execute(Sql.Of($"""
                    insert into stances_log.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
                    values ({sequence}, gen_random_uuid(), 'late', {version}, '[]', 'noted', now())
                    """));
            // Nobody who raises the floor waits for the end of this transaction.
            await at.Db.Execute(Sql.Raw("select set_config('lock_timeout', '5s', true), stances.raise_floor(4)"));
            await transaction.CommitAsync();
        }

        Assert.Equal(["quick 1", "late 1", "late 2", "late 3"], (await feed.Page(0)).Events.Select(e => $"{e.Stream} {e.Version}"));
    }

    [Fact]
    public async Task Waits_for_a_bulk_append_that_has_its_numbers_and_has_not_copied_yet()
    {
        await using var at = await Create(server);
        var feed = new Feed(at.Log);
        await using var bulk = await at.Db.OpenConnectionAsync();
        await using var transaction = await bulk.BeginTransactionAsync();
        await bulk.Execute(Sql.Raw("select stances.begin_bulk('{bulk}', '{0}', '{1}')"));
        await at.Log.Append([To("quick", 0, Event())]);

        // Longer than it takes until the owners of the missing numbers are looked for one by one.
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMilliseconds(300);)
            Assert.Equal(0, await feed.Mark());
        await using (var copy = await bulk.BeginBinaryImportAsync(BulkAppend.Copy))
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(1L);
            await copy.WriteAsync(Guid.NewGuid());
            await copy.WriteAsync("bulk");
            await copy.WriteAsync(1L);
            await copy.WriteAsync("{}", NpgsqlDbType.Jsonb);
            await copy.WriteAsync("noted");
            await copy.WriteAsync(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync("");
            await copy.CompleteAsync();
        }
        await transaction.CommitAsync();

        Assert.Equal(2, await feed.MarkAt(2));
        Assert.Equal(["bulk", "quick"], (await feed.Page(0)).Events.Select(e => e.Stream));
    }

    /// <summary>An append as another application might write it: the number before anything else.</summary>
    private static Sql Foreign(string stream, string number = "nextval('stances_log.mt_events_sequence')") => Sql.Of($$"""
        with stream as (insert into stances_log.mt_streams (id, version) values ({{stream}}, 1) returning id)
        insert into stances_log.mt_events (seq_id, id, stream_id, version, data, type, timestamp)
        select {{Sql.Raw(number)}}, gen_random_uuid(), id, 1, '{}', 'noted', clock_timestamp() from stream
        """);
}
