using Stances.EventStore;

namespace Stances.Projections;

/// <summary>
/// Which reports tell of one statement, and which of them are copies. A report is compared with those the log had before it
/// alone, so what it belongs to never changes and every state of knowledge groups the same way.
/// </summary>
/// <remarks>
/// One statement: same country, topic, day and stance, told in nearly the same words, or by one speaker whose country sat in one
/// meeting that day by both articles. One origin: within a statement the same text, the same publisher's house, or words so
/// close that one was copied from the other.
/// </remarks>
internal static class Corroboration
{
    // Shares of words in common: below the first two people wrote it, above the second one did.
    public const double NearSame = 0.6, Copied = 0.9;

    // On a day when all the world's papers print one statement, each is compared with no more than the first of them.
    private const int Most = 200;

    // What countries said on a topic on a day, as a number; others may have the same one.
    private static readonly Sql Day = Sql.Raw("hashtextextended(country || ' ' || topic, said_by - date '2000-01-01')");

    public const string Create = """
        create unlogged table alike (sequence bigint, earlier bigint, same boolean, copy boolean);     -- empty between transactions
        create function words(told text) returns text[] language sql immutable strict as
            $$ select array_agg(distinct w) from regexp_split_to_table(lower(told), '[[:space:][:punct:]“”‘’…–—]+') w where w <> '' $$;
        create function likeness(one text[], other text[]) returns double precision language sql immutable strict as
            $$ select shared / (cardinality(one) + cardinality(other) - shared) from (
                select count(*)::double precision as shared from unnest(one) w where w = any (other)) s $$;
        create function house(publisher text, url text) returns text language sql immutable as
            $$ select coalesce(nullif(case
                when labels[n - 1] in ('co', 'com', 'or', 'go', 'gov', 'ac', 'ne', 'net', 'org') and length(labels[n]) = 2
                    then array_to_string(labels[n - 2:n], '.') else array_to_string(labels[n - 1:n], '.') end, ''),
                nullif(regexp_replace(regexp_replace(lower(publisher), '^the ', ''), '[^[:alnum:]]+', '', 'g'), ''))
            from (select labels, cardinality(labels) as n from string_to_array(lower(split_part(split_part(split_part(url, '://', 2), '/', 1), ':', 1)), '.') labels) h $$;
        """;

    public static IReadOnlyList<Sql> Apply(long after, long upTo) => [Alike(Sql.Of($"""
        select n.sequence, q.sequence as earlier
        from statements n cross join lateral (
            select q.sequence from statements q
            where (q.country, q.topic, q.said_by, q.position, q.direction) = (n.country, n.topic, n.said_by, n.position, n.direction)
                and q.sequence < n.sequence
            order by q.sequence limit {Most}) q
        where n.sequence > {after} and n.sequence <= {upTo}
        """)), .. Group("statements", "statement")];

    /// <summary>Compares the reports of a whole table in which nothing was grouped yet.</summary>
    public static IReadOnlyList<Sql> Compare() =>
    [
        // The planner takes crowded days for rare and would go through all of them once for each report of one. A day that is alone with its
        // hash is not crowded, and to count numbers takes a fraction of the time and the memory that counting countries, topics and days does.
        // Workers would each count all of them again.
        Sql.Raw("select set_config('enable_nestloop', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)"),
        Sql.Of($"""
            create temp table crowd on commit drop as
            with crowded as (
                select sequence, country, topic, said_by, position, direction,
                    row_number() over (partition by country, topic, said_by, position, direction order by sequence) as place
                from statements where {Day} in (select {Day} from statements group by 1 having count(*) > 1)
            )
            select n.sequence, q.sequence as earlier
            from crowded n join crowded q using (country, topic, said_by, position, direction)
            where n.place > 1 and q.place < n.place and q.place <= {Most}
            """),
        Sql.Raw("select set_config('enable_nestloop', 'on', true)"),
        Sql.Raw("analyze crowd"),
        Alike(Sql.Raw("select sequence, earlier from crowd")),
        Sql.Raw("analyze alike"),
    ];

    /// <summary>Groups the rows of <paramref name="table"/> that were compared: each gets for its <paramref name="label"/> the first of its group.</summary>
    public static IReadOnlyList<Sql> Group(string table, string label) =>
    [
        Sql.Of($"""
            with recursive {Roots(Sql.Raw("same"), table, label)}
            update {table:name} s set {label:name} = found.root from found where found.sequence = s.sequence and s.{label:name} <> found.root
            """),
        Sql.Of($"""
            with recursive {Roots(Sql.Of($"copy and (select {label:name} from {table:name} where sequence = a.sequence) = (select {label:name} from {table:name} where sequence = a.earlier)"), table, "origin")}
            update {table:name} s set origin = found.root from found where found.sequence = s.sequence and s.origin <> found.root
            """),
        Sql.Raw("delete from alike"),
    ];

    /// <summary>
    /// Whether a row <c>f</c> of <paramref name="table"/> is the first of its reports that counts at the clock; <paramref name="label"/> is the
    /// column that holds the first report of all.
    /// </summary>
    public static Sql Leads(string table, string label, Clock clock) => Sql.Of($"""
        (f.sequence = f.{label:name} or not exists (
            select from (select f.{label:name} as label, f.sequence as place) me join stances.{table:name} f on f.sequence < me.place
                and (f.sequence = me.label or f.{label:name} = me.label and f.{label:name} <> f.sequence)
            where {clock.Counts}))
        """);

    /// <summary>Reports in the range, each with the earlier ones it may tell the same as: whether it does, and whether it is a copy.</summary>
    private static Sql Alike(Sql pairs) => Sql.Of($"""
        with pairs as materialized ({pairs}
        ), told as materialized (
            select s.sequence, lower(s.speaker_name) as speaker, words(s.evidence_exact) as words, a.data->>'TextHash' as text,
                house(a.data->'Source'->>'Publisher', a.data->'Source'->>'Url') as house, met.others
            from (select sequence from pairs union select earlier from pairs) p
            join statements s using (sequence)
            left join stances_log.mt_events a on a.seq_id = s.article
            left join lateral (
                select array_agg(seat->>'Country') as others from stances_log.mt_events m, jsonb_array_elements(m.data->'Participants') seat
                where m.stream_id = s.stream and m.version < s.version and m.type = 'meeting_held' and (m.data->>'On')::date = s.said_on
                and m.data->'Participants' @> jsonb_build_array(jsonb_build_object('Country', s.country))
                and seat->>'Country' <> s.country
            ) met on true
        )
        insert into alike
        select p.*, coalesce(likeness(n.words, q.words) >= {NearSame}, false) or coalesce(n.speaker = q.speaker and n.others && q.others, false) as same,
            coalesce(n.text = q.text, false) or coalesce(n.house = q.house, false) or coalesce(likeness(n.words, q.words) >= {Copied}, false) as copy
        from pairs p join told n using (sequence) join told q on q.sequence = p.earlier
        """);

    /// <summary>CTEs up to <c>found (sequence, root)</c>: the end of the chain from a report to the first it is like, to the first that one is like, and so on.</summary>
    private static Sql Roots(Sql like, string table, string column) => Sql.Of($"""
        first as (select a.sequence, min(a.earlier) as earlier from alike a where {like} group by a.sequence),
        chain as (
            select sequence, earlier from first
            union all select c.sequence, f.earlier from chain c join first f on f.sequence = c.earlier
        ), found as (
            select distinct on (c.sequence) c.sequence, s.{column:name} as root from chain c join {table:name} s on s.sequence = c.earlier order by c.sequence, c.earlier
        )
        """);
}
