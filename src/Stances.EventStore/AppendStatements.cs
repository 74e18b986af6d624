namespace Stances.EventStore;

/// <summary>
/// The statements of an append; all return sequence and time of each event. Those of one stream do in one plain statement what
/// nearly always suffices, and fail where it did not; the close look tells a retry from a conflict, and takes many streams.
/// </summary>
internal static class AppendStatements
{
    // Stream, version expected, and of each event: id, type, .NET type, body. Numbers are taken row by row of what is joined, and so after
    // the stream is written: what nothing asks for would be written last.
    public const string NewStream = """
        with written as (
            insert into stances_log.mt_streams (id, version, timestamp, created)
            values ($1, $2 + cardinality($3), clock_timestamp(), clock_timestamp()) returning id)
        insert into stances_log.mt_events as e (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
        select nextval('stances_log.mt_events_sequence'), n.id, w.id, n.nth, n.body, n.type, clock_timestamp(), n.dotnet_type
        from written w, unnest($3, $4, $5, $6) with ordinality as n (id, type, dotnet_type, body, nth)
        returning e.seq_id, e.timestamp
        """;

    public const string OneStream = """
        with written as (
            update stances_log.mt_streams set version = version + cardinality($3), timestamp = clock_timestamp()
            where id = $1 and version = $2 returning 1)
        insert into stances_log.mt_events as e (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
        select nextval('stances_log.mt_events_sequence'), n.id, $1, $2 + n.nth, n.body, n.type, clock_timestamp(), n.dotnet_type
        from unnest($3, $4, $5, $6) with ordinality as n (id, type, dotnet_type, body, nth)
        where case when (select count(*) from written) = 1 then true else stances.look_closer() end
        returning e.seq_id, e.timestamp
        """;

    public const string CloseLook = "select sequence, recorded_at from stances.append($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}
