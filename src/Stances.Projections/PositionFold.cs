using System.Globalization;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>How reports become periods, in SQL: exactly what <see cref="Stances.Domain.PositionHistory"/> does in memory, for many pairs at once.</summary>
internal static class PositionFold
{
    public const string Create = """
        create table positions (
            country   text collate "C" not null,
            topic     text collate "C" not null,
            nth       int not null,
            "from"    date not null,
            "to"      date,
            position  text not null,
            direction text not null,
            change    text not null,
            opened_by bigint not null,
            span      smallint not null                 -- its length in days is below this power of two and not below the one before; -1 while it lasts, -2 if it has no days
        );
        """;

    /// <summary>
    /// The periods that these reports give: (country, topic, nth, from, to, position, direction, change, opened_by). <paramref name="reports"/>
    /// is what comes after the columns in a select of rows of <c>statements</c>, as <c>f</c>, up to its where.
    /// </summary>
    public static Sql Of(Sql reports) => Fold(Sql.Of($"""
        select {Report}, null::int as nth, null as change, null::int as leaning {reports}
        """));

    private static readonly Sql Report = Sql.Raw("f.country, f.topic, f.said_by, f.statement, f.sequence, f.position, f.direction");

    private static readonly Sql Clear = Sql.Raw("case when position <> 'neutral' then case direction when 'for' then 1 when 'against' then 2 end end");

    /// <summary>The same of <paramref name="rows"/>; one that has a number is no report but a period, from which the fold of its pair goes on.</summary>
    private static Sql Fold(Sql rows) => Sql.Of($"""
        with told as (
            select f.*, row_number() over pair as place, lag(f.statement) over pair is distinct from f.statement as leads
            from ({rows}) f window pair as (partition by f.country, f.topic order by f.said_by, f.statement, f.sequence)
        ), weighed as (
            select country, topic, said_by, statement, sequence, position, direction, place, nth, change as was, coalesce(leaning, {Clear}) as clear,
                case position when 'neutral' then 0 when 'supports' then 1 when 'concerned' then 1 when 'opposes' then 2 when 'commits' then 2 else 3 end as strength
            from told where leads and (position <> 'neutral' or place = 1)
        ), compared as (
            -- The last clear direction before a row is the highest (place, direction) of those before it.
            select *, lag(strength) over before as held, max(place * 4 + clear) over before % 4 as leaning
            from weighed window before as (
                partition by country, topic order by said_by, statement, sequence rows between unbounded preceding and 1 preceding)
        ), changed as (
            select *, case when was is not null then was when held is null then 'first' when clear <> leaning then 'reversed'
                when strength > held then 'sharpened' when strength < held then 'softened' end as change
            from compared
        )
        select country, topic, (coalesce(first_value(nth) over pair, 1) - 1 + row_number() over pair)::int as nth, said_by as "from",
            lead(said_by) over pair as "to", position, direction, change, sequence as opened_by
        from changed where change is not null
        window pair as (partition by country, topic order by said_by, statement, sequence)
        """);

    /// <summary>All periods of one part of the countries, into a table that has none of them yet.</summary>
    public static Sql Fill(int part, int parts) => Sql.Of($"""
        insert into positions {Spanned(Of(Sql.Raw(string.Create(CultureInfo.InvariantCulture,
            $"from statements f where f.retracted_by is null and abs(hashtext(f.country)::bigint) % {parts} = {part}"))))}
        """);

    /// <summary>
    /// Each pair that something is <paramref name="said"/> on, or taken back (country, topic, said_by, until), with the earliest day of that, the last
    /// period before that day and what was last said clearly before it: from there until a day <see cref="Again"/> folds it anew.
    /// </summary>
    /// <param name="home">What goes before the names of the tables: their schema and a dot, or nothing where they are found by themselves.</param>
    public static Sql Touched(Sql said, string home = "") => Sql.Of($"""
        select t.country, t.topic, t.since, t.until, p.nth, p."from", p.position, p.direction, p.change, p.opened_by,
            -- The opposite of a clear direction would have opened a period of its own, so only one that is not clear has to ask further back.
            coalesce({Clear}, (
                select {Clear} from {Sql.Raw(home)}statements f
                where f.country = t.country and f.topic = t.topic and f.said_by < t.since and f.retracted_by is null
                    and f.position <> 'neutral' and f.direction in ('for', 'against')
                order by f.said_by desc, f.statement desc, f.sequence desc limit 1)) as leaning
        from (select country, topic, min(said_by) as since, max(until) as until from ({said}) said group by country, topic) t
        left join lateral (
            select * from {Sql.Raw(home)}positions p where p.country = t.country and p.topic = t.topic and p."from" < t.since order by p."from" desc, p.nth desc limit 1) p on true
        """);

    /// <summary>
    /// The periods of the pairs <c>touched</c> from the last before the touched day on, by the reports <c>f</c> that <paramref name="count"/>; what comes
    /// before is told by that period, so that a long history costs no more than a short one.
    /// </summary>
    /// <param name="home"><inheritdoc cref="Touched" path="/param[@name='home']"/></param>
    public static Sql Again(Sql count, string home = "") => Fold(Sql.Of($"""
        select {Report}, null::int as nth, null as change, null::int as leaning
        from touched t join {Sql.Raw(home)}statements f on f.country = t.country and f.topic = t.topic and f.said_by between t.since and t.until where {count}
        union all
        select country, topic, "from", opened_by, opened_by, position, direction, nth, change, leaning from touched where nth is not null
        """));

    /// <summary>Folds each pair that something was said on, or taken back, in (after, upTo] anew from the earliest day of that on.</summary>
    public static Sql Apply(long after, long upTo) => Sql.Of($"""
        with touched as materialized ({Touched(Sql.Of($"""
            select country, topic, said_by, 'infinity'::date as until from statements where sequence > {after} and sequence <= {upTo}
            union all select country, topic, said_by, 'infinity' from statements where retracted_by > {after} and retracted_by <= {upTo}
            """))}), now as materialized ({Spanned(Again(Sql.Raw("f.retracted_by is null")))}),
        over as (
            delete from positions p using touched t where p.country = t.country and p.topic = t.topic and p."from" >= coalesce(t."from", '-infinity')
            and not exists (select from now where (now.country, now.topic, now."from", now.nth) = (p.country, p.topic, p."from", p.nth)) and p.nth > coalesce(t.nth, 0))
        insert into positions as p select * from now
        on conflict (country, topic, "from", nth) do update set "to" = excluded."to", position = excluded.position,
            direction = excluded.direction, change = excluded.change, opened_by = excluded.opened_by, span = excluded.span
        where p is distinct from excluded
        """);

    private static Sql Spanned(Sql periods) => Sql.Of($"""
        select p.*, case when "to" is null then -1 when "to" = "from" then -2
            else width_bucket("to" - "from", array[1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536]) end as span
        from ({periods}) p
        """);
}
