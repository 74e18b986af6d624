using Stances.EventStore;

namespace Stances.Projections;

/// <summary>What every table of findings (statements, meetings, agreements) has in common: where a finding stands in the log, and until when it counts.</summary>
internal static class Findings
{
    /// <summary>The columns that come first in each such table.</summary>
    public const string Columns = $"""
        sequence       bigint primary key,
        {BehindSequence}
        """;

    /// <summary>Those behind the sequence.</summary>
    public const string BehindSequence = """
        stream         text not null,
        version        bigint not null,
        article        bigint,
        recorded_at    timestamptz not null,
        retracted_at   timestamptz,
        retracted_by   bigint,
        confidence     double precision not null,
        evidence_start int not null,
        evidence_end   int not null,
        evidence_exact text not null
        """;

    /// <summary>The values of <see cref="Columns"/> for an event <c>e</c> with the reading <c>r</c> in force.</summary>
    public static readonly Sql Values = Sql.Raw("""
        e.seq_id, e.stream_id, e.version, r.sequence, e.timestamp, null, null, coalesce((e.data->'Confidence')::double precision, 0),
        (e.data->'Evidence'->'Start')::int, (e.data->'Evidence'->'End')::int, e.data->'Evidence'->>'Exact'
        """);

    /// <summary>
    /// The events of one type in (after, upTo] as <c>e</c>, each with the reading <c>r</c> (sequence, published) of its article that was
    /// in force: the last time before it that the stream says which text was read. That reading may lie before the range.
    /// </summary>
    public static Sql Found(string type, long after, long upTo) => Sql.Of($"""
        stances_log.mt_events e
        left join (
            select stream_id, version, lead(version) over (partition by stream_id order by version) as until, seq_id as sequence,
                (data->>'PublishedOn')::date as published
            from (
                select stream_id, version, seq_id, data from stances_log.mt_events
                where seq_id > {after} and seq_id <= {upTo} and type in ('article_ingested', 'article_revised')
                {(after == 0 ? Sql.Raw("") : Begun(after, upTo))}
            ) readings
        ) r on r.stream_id = e.stream_id and r.version < e.version and (r.until is null or r.until > e.version)
        where e.type = {type} and e.seq_id > {after} and e.seq_id <= {upTo}
        """);

    /// <summary>The readings before the range of the articles that go on in it.</summary>
    private static Sql Begun(long after, long upTo) => Sql.Of($"""
        union all
        select earlier.* from (
            select stream_id, min(version) as first from stances_log.mt_events
            where seq_id > {after} and seq_id <= {upTo} group by stream_id having min(version) > 1) begun
        cross join lateral (
            select x.stream_id, x.version, x.seq_id, x.data from stances_log.mt_events x
            where x.stream_id = begun.stream_id and x.version < begun.first and x.type in ('article_ingested', 'article_revised')
            order by x.version desc limit 1) earlier
        """);

    /// <summary>Ends the findings that events in (after, upTo] took back: one by its version, or all by withdrawing the article.</summary>
    public static Sql Retract(string table, long after, long upTo) => Sql.Of($"""
        update {table:name} f set retracted_at = gone.timestamp, retracted_by = gone.seq_id
        from (
            select distinct on (e.seq_id) e.seq_id as sequence, x.seq_id, x.timestamp
            from stances_log.mt_events x
            join stances_log.mt_events e on e.stream_id = x.stream_id and e.version < x.version
                and (x.type = 'article_withdrawn' or e.version = (x.data->'Version')::bigint)
            where x.type in ('event_retracted', 'article_withdrawn') and x.seq_id > {after} and x.seq_id <= {upTo}
            order by e.seq_id, x.seq_id
        ) gone
        where f.sequence = gone.sequence and f.retracted_by is null
        """);
}
