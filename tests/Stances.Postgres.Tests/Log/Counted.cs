using Stances.EventStore;

namespace Stances.Postgres.Tests.Log;

/// <summary>A read model to try the runner on: how many events each stream has, and the last of them.</summary>
internal static class Counted
{
    public static Projection At(int version, string type = "noted") => new(
        "counted", version, ["counted"],
        "create table counted (stream text primary key, events bigint not null, last bigint not null)",
        "create index on counted (last)",
        (after, upTo) => [Sql.Of($"""
            insert into counted as c (stream, events, last)
            select stream_id, count(*), max(seq_id) from stances_log.mt_events
            where seq_id > {after} and seq_id <= {upTo} and type = {type} group by stream_id
            on conflict (stream) do update set events = c.events + excluded.events, last = excluded.last
            """)]);

    public static Task<List<(string Stream, long Events, long Last)>> Rows(LogDatabase at) => at.Db.Query(
        Sql.Raw("select stream, events, last from stances.counted order by stream"),
        row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2)));
}
