using Npgsql;
using Stances.EventStore;

namespace Stances.Benchmarks;

/// <summary>The log's tables once more, in the schema <c>floor</c>: same columns, keys and foreign key, none of our guards.</summary>
internal static class FloorTables
{
    public const string InsertArticle = """
        with stream as (insert into floor.mt_streams (id, version, timestamp, created) values ($1, 6, clock_timestamp(), clock_timestamp()))
        insert into floor.mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
        select nextval('floor.mt_events_sequence'), id, $1, nth, data, type, clock_timestamp(), dotnet_type
        from unnest($2, $3, $4, $5) with ordinality as n (id, data, type, dotnet_type, nth)
        """;

    public static async Task Make(NpgsqlDataSource db)
    {
        await db.Execute(Sql.Raw("""
            create schema floor;
            create table floor.mt_streams (like stances_log.mt_streams including all);
            create table floor.mt_events (like stances_log.mt_events including all,
                foreign key (stream_id) references floor.mt_streams (id) on delete cascade);
            create sequence floor.mt_events_sequence;
            """));
    }
}
