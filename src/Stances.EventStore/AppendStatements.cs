namespace Stances.EventStore;

/// <summary>
/// The statements of an append; all take the arrays of <see cref="AppendArrays"/> and return sequence and time of each event.
/// The first two do in one plain statement what nearly always suffices; the close look tells a retry from a conflict.
/// </summary>
internal static class AppendStatements
{
    // The count of streams written is asked for by the filter, which runs once and before any number is taken.
    private const string Events = """
        insert into stances_log.mt_events as e (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type)
        select nextval('stances_log.mt_events_sequence'), n.id, n.stream, n.version, n.body, n.type, (select clock_timestamp()), n.dotnet_type
        from unnest($6, $4, $5, $9, $7, $8) as n (id, stream, version, body, type, dotnet_type)
        where case when (select count(*) from written) = cardinality($1) then true else stances.look_closer() end
        returning e.seq_id, e.timestamp
        """;

    public const string NewStreams = $"""
        with written as (
            insert into stances_log.mt_streams (id, version, timestamp, created)
            select id, count, clock_timestamp(), clock_timestamp() from unnest($1, $3) as n (id, count)
            on conflict (id) do nothing returning 1)
        {Events}
        """;

    public const string OneStream = $"""
        with written as (
            update stances_log.mt_streams set version = version + ($3)[1], timestamp = clock_timestamp()
            where id = ($1)[1] and version = ($2)[1] returning 1)
        {Events}
        """;

    public const string CloseLook = "select sequence, recorded_at from stances.append($1, $2, $3, $4, $5, $6, $7, $8, $9)";
}
