using Stances.EventStore;

namespace Stances.Projections;

/// <summary>
/// Positions by what the log held at another moment, out of those it holds now. Most reports are read within days of what they tell, so
/// what was said long before the moment was known by then, and what was said after it was not: both leave the periods that had begun by the
/// moment as they are now. Only the pairs that prove otherwise are folded anew, each from the earliest day that does on.
/// </summary>
internal static class KnownThen
{
    private const int Days = 31;

    private const string RecordedOn = "(recorded_at at time zone 'UTC')::date";

    // Recorded long after it was said; recorded before it was said, where somewhere a day is one ahead of UTC.
    private static readonly string Late = $"said_by <= {RecordedOn} - {Days}", Early = $"said_by > {RecordedOn} + 1";

    /// <summary>What finds the reports that were recorded long after they were said, or before it.</summary>
    public static readonly string
        LateIndex = $"create index if not exists statements_late on statements (recorded_at) where {Late}",
        EarlyIndex = $"create index if not exists statements_early on statements (said_by) where {Early}";

    /// <summary>A select of the periods <c>f</c> that had begun by the clock's day, as they were known at its moment.</summary>
    /// <param name="clock">A clock that asks for another state of knowledge than the present one.</param>
    /// <param name="scope">Which reports <c>f</c> are looked at.</param>
    /// <param name="now">The periods, or those in force, that had begun by a day, as they are known now.</param>
    public static Sql Periods(Clock clock, Sql scope, Func<Clock, Sql> now)
    {
        // What was said after the day after the moment was not known, but for what was recorded before it was said.
        var horizon = clock.Known is { } known ? Beside(known, 1) : (DateOnly?)null;
        var until = horizon is { } last && (clock.On is not { } on || on > last) ? last : clock.On;
        var said = new Clock(until).Said("f.said_by");

        var proof = new List<Sql>();
        if (clock.Sequence is { } sequence)
            proof.AddRange([Sql.Of($"f.sequence > {sequence} and {said}"), Sql.Of($"f.retracted_by > {sequence} and {said}")]);
        if (clock.Known?.ToUniversalTime() is { } moment)
        {
            proof.AddRange(
            [
                Sql.Of($"f.recorded_at > {moment} and f.said_by > {Beside(moment, -Days)} and {said}"),
                Sql.Of($"f.recorded_at > {moment} and {Sql.Raw(Late)} and {said}"),
                Sql.Of($"f.retracted_by is not null and f.retracted_at > {moment} and {said}"),
                Sql.Of($"f.recorded_at <= {moment} and {Sql.Raw(Early)} and f.said_by > {horizon} and {clock.Said("f.said_by")}"),
            ]);
        }
        var reports = proof.Select(x => Sql.Of($"select f.country, f.topic, least(f.said_by, {horizon}) as said_by from stances.statements f where {scope} and {x}"))
            .Aggregate((all, one) => Sql.Of($"{all} union all {one}"));
        return Sql.Of($"""
            with touched as materialized ({PositionFold.Touched(reports, "stances.")})
            select f.* from ({now(new Clock(until))}) f left join touched t on t.country = f.country and t.topic = f.topic where t.country is null or f.nth < t.nth
            union all
            select f.* from ({PositionFold.Again(Sql.Of($"{clock.Counts} and {clock.Said("f.said_by")}"), "stances.")}) f
            """);
    }

    private static DateOnly Beside(DateTimeOffset moment, int days) => DateOnly.FromDayNumber(
        Math.Clamp(DateOnly.FromDateTime(moment.UtcDateTime).DayNumber + days, 0, DateOnly.MaxValue.DayNumber));
}
