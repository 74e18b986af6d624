using System.Globalization;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>
/// Positions by what the log held at another moment, out of those it holds now. Most reports are read within days of what they tell, so
/// what was said long before the moment was known by then, and what was said after it was not: both leave the periods that had begun by the
/// moment as they are now. Only the pairs that prove otherwise are folded anew, each from the earliest day that does on.
/// </summary>
internal static class KnownThen
{
    private const int Days = 2, Longest = 20;

    private const string RecordedOn = "(recorded_at at time zone 'UTC')::date";

    // Recorded some days after it was said; recorded before it was said, where somewhere a day is one ahead of UTC.
    private static readonly string Late = $"said_by <= {RecordedOn} - {Days}", Early = $"said_by > {RecordedOn} + 1";

    private static readonly string Most = Longest.ToString(CultureInfo.InvariantCulture);

    // How late: 2^n days and less than twice that, up to the longest, which has no end.
    private static readonly string Delay =
        $"width_bucket({RecordedOn} - said_by, array[{string.Join(", ", Enumerable.Range(1, Longest).Select(x => 1 << x))}])";

    /// <summary>What finds the reports that were recorded some days after they were said, or before it.</summary>
    public static readonly string
        LateIndex = $"create index if not exists statements_late on statements (({Delay}), said_by) include (recorded_at, country, topic) where {Late}",
        EarlyIndex = $"create index if not exists statements_early on statements (said_by) where {Early}";

    /// <summary>A select of the periods <c>f</c> that had begun by the clock's day, as they were known at its moment.</summary>
    /// <param name="clock">A clock that asks for another state of knowledge than the present one.</param>
    /// <param name="scope">Which reports <c>f</c> are looked at.</param>
    /// <param name="now">The periods, or those in force, that had begun by a day, as they are known now.</param>
    public static Sql Periods(Clock clock, Sql scope, Func<Clock, Sql> now)
    {
        var (proof, until) = Proof(clock, scope);
        return Sql.Of($"""
            with touched as materialized ({PositionFold.Touched(proof, "stances.")})
            select f.* from ({now(until)}) f
            left join touched t on t.country = f.country and t.topic = f.topic where t.country is null or f.nth < t.nth
            union all
            select f.* from ({PositionFold.Again(clock.Counts, "stances.")}) f
            """);
    }

    /// <summary>A select of the country and the topic of each first period that had begun by the clock's day, as was known at its moment.</summary>
    /// <param name="clock"><inheritdoc cref="Periods" path="/param[@name='clock']"/></param>
    /// <param name="first">The first periods that had begun by a day, as they are known now.</param>
    public static Sql Pairs(Clock clock, Func<Clock, Sql> first)
    {
        var (proof, until) = Proof(clock, Sql.Raw("true"));
        return Sql.Of($"""
            with touched as materialized (select country, topic, min(said_by) as since, max(until) as until from ({proof}) said group by country, topic)
            select coalesce(f.country, t.country) as country, coalesce(f.topic, t.topic) as topic
            from ({first(until)}) f full join touched t on t.country = f.country and t.topic = f.topic
            where t.country is null or f."from" < t.since or exists (
                select from stances.statements f where f.country = t.country and f.topic = t.topic and f.said_by <= t.until and {clock.Counts})
            """);
    }

    /// <summary>What proves that a pair was known otherwise (country, topic, said_by, until), and by when the other pairs are as they are known now.</summary>
    private static (Sql Said, Clock Until) Proof(Clock clock, Sql scope)
    {
        var end = clock.On ?? DateOnly.MaxValue;
        var proof = new List<Sql>();
        var until = end;
        if (clock.Known?.ToUniversalTime() is { } moment)
        {
            // What was said after the day after the moment was not known, but for what was recorded before it was said.
            var horizon = Beside(moment, 1);
            until = horizon < end ? horizon : end;
            proof.AddRange(
            [
                Told(Lately(moment, until)),
                Told(LongSince(moment, until)),
                Told(All(Sql.Of($"f.retracted_by is not null and f.retracted_at > {moment}"))),
                Sql.Of($"""
                    select f.country, f.topic, {until} as said_by, {end} as until from stances.statements f
                    where {scope} and {Sql.Raw(Early)} and f.said_by > {until} and f.said_by <= {end}
                    """),
            ]);
        }
        if (clock.Sequence is { } sequence)
            proof.AddRange([Told(All(Sql.Of($"f.sequence > {sequence}"))), Told(All(Sql.Of($"f.retracted_by > {sequence}")))]);
        return (proof.Aggregate((all, more) => Sql.Of($"{all} union all {more}")), new Clock(until == DateOnly.MaxValue ? null : until));

        Sql Told(Sql later) => Sql.Of($"select f.country, f.topic, f.said_by, {until} as until from ({later}) f where {scope} and f.said_by <= {until}");
    }

    private static Sql All(Sql where) => Sql.Of($"select * from stances.statements f where {where}");

    /// <summary>
    /// What was recorded after a moment and said at most two days before it. These are the few days' reports of all countries, and never worth
    /// looking for country by country: hence the offset, which the planner does not look behind.
    /// </summary>
    private static Sql Lately(DateTimeOffset moment, DateOnly until) => Sql.Of($"""
        select country, topic, said_by from stances.statements where recorded_at > {moment} and said_by > {Beside(moment, -Days)} and said_by <= {until} offset 0
        """);

    /// <summary>
    /// What was recorded late after a moment. What is less than twice 2^n days late was said less than that before the moment, so that for each n
    /// the index holds what is wanted in one stretch of which about half is.
    /// </summary>
    private static Sql LongSince(DateTimeOffset moment, DateOnly until) => Sql.Of($"""
        select l.* from generate_series(1, {Sql.Raw(Most)}) n (delay) cross join lateral (
            select country, topic, said_by from stances.statements
            where {Sql.Raw(Late)} and {Sql.Raw(Delay)} = n.delay and recorded_at > {moment} and said_by <= {until}
                and said_by > case when n.delay < {Sql.Raw(Most)} then {Beside(moment, 0)} - (2 << n.delay) else '-infinity' end) l
        """);

    private static DateOnly Beside(DateTimeOffset moment, int days) => DateOnly.FromDayNumber(
        Math.Clamp(DateOnly.FromDateTime(moment.UtcDateTime).DayNumber + days, 0, DateOnly.MaxValue.DayNumber));
}
