using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>A stretch of days through which a country held one position; <paramref name="To"/> is null while it lasts, as far as was said by then.</summary>
/// <param name="Nth">Its place in the history of this country on this topic, from 1.</param>
/// <param name="OpenedBy">The sequence of the report that opened it.</param>
public sealed record Period(
    string Country, string Topic, int Nth, DateOnly From, DateOnly? To, Position Position, Direction Direction, ChangeKind Change, long OpenedBy);

/// <summary>What a country held: the period, the statement that opened it, and those since that left it as it was.</summary>
public sealed record HeldPosition(Period Period, Statement Opened, IReadOnlyList<Statement> Since);

/// <summary>What countries hold and held, and when it changed.</summary>
public static class Positions
{
    /// <summary>What a country held on a topic; null where nothing had been said.</summary>
    public static async Task<HeldPosition?> Get(NpgsqlDataSource db, string country, string topic, Clock clock, CancellationToken ct = default)
    {
        var pair = Sql.Of($"f.country = {country} and f.topic = {topic}");
        var said = await Statement.Query(db, Sql.Of($"""
            select {Statement.Columns}, p.country, p.topic, p.nth, p."from", p."to", p.position, p.direction, p.change, p.opened_by
            from ({OfPair(clock, pair)} order by f."from" desc, f.nth desc limit 1) p
            join stances.statements o on o.sequence = p.opened_by
            join stances.statements f on {pair} and (f.said_by, f.statement) >= (o.said_by, o.statement) {Citation.Join}
            where {clock.Counts} and {clock.Said("f.said_by")} and {Statement.Leads(clock)}
            order by f.said_by, f.statement, f.sequence
            """), clock, Read, ct);
        return said is [var (opened, period), .. var since] ? new HeldPosition(period, opened, [.. since.Select(x => x.Statement)]) : null;
    }

    /// <summary>What every country (or these) held on every topic (or these).</summary>
    public static Task<List<Period>> Matrix(
        NpgsqlDataSource db, Clock clock, IReadOnlyList<string>? countries = null, IReadOnlyList<string>? topics = null, CancellationToken ct = default)
    {
        Sql Now(Clock at) => topics is { Count: > 0 } ? InForceOn(at, countries, topics) : InForce(at, countries);
        return db.Query(Sql.Of($"""
            select * from ({(clock.IsCurrent ? Now(clock) : KnownThen.Periods(clock, Scope(countries, topics), Now))}) f
            where f."to" is null order by f.country, f.topic
            """), Read, ct);
    }

    /// <summary>Every country and topic on which it held a position: what a matrix has a cell for, without what stands in it.</summary>
    public static Task<List<(string Country, string Topic)>> Pairs(NpgsqlDataSource db, Clock clock, CancellationToken ct = default)
    {
        static Sql First(Clock at) => NowKnown(at, Sql.Raw("f.nth = 1"));
        return db.Query(Sql.Of($"""
            select f.country, f.topic from ({(clock.IsCurrent ? First(clock) : KnownThen.Pairs(clock, First))}) f
            """), row => (row.GetString(0), row.GetString(1)), ct);
    }

    /// <summary>The last period that had begun, pair by pair.</summary>
    private static Sql InForceOn(Clock clock, IReadOnlyList<string>? countries, IReadOnlyList<string> topics) => Sql.Of($"""
        select p.* from ({Countries(countries)}) c cross join unnest({topics.Distinct().ToArray()}) t (topic) cross join lateral (
            {NowKnown(clock, Sql.Raw("f.country = c.country and f.topic = t.topic"))} order by f."from" desc, f.nth desc limit 1) p
        """);

    /// <summary>
    /// The periods that a day lies in. One that is shorter than 2^span days began less than that before the day, so that for each span
    /// the index holds what is wanted in one stretch of which at least about half is.
    /// </summary>
    private static Sql InForce(Clock clock, IReadOnlyList<string>? countries)
    {
        const string found = """f.country, f.topic, f.nth, f."from", null::date as "to", f.position, f.direction, f.change, f.opened_by from stances.positions f where f.country = c.country""";
        var lasting = Sql.Of($"""
            select p.* from ({Countries(countries)}) c cross join lateral (select {Sql.Raw(found)} and f.span = -1 and {clock.Said("f.\"from\"")}) p
            """);
        return clock.On is not { } on ? lasting : Sql.Of($"""
            {lasting} union all
            select p.* from ({Countries(countries)}) c cross join generate_series(1, 17) s (span) cross join lateral (
                select {Sql.Raw(found)} and f.span = s.span and f."from" > {on} - (1 << s.span) and f."from" <= {on} and f."to" > {on}) p
            """);
    }

    /// <summary>These countries, or all there are: from each to the next by the index.</summary>
    private static Sql Countries(IReadOnlyList<string>? countries) => countries is { Count: > 0 }
        ? Sql.Of($"select distinct country from unnest({countries.ToArray()}) country")
        : Each("country");

    private static Sql Each(string column) => Sql.Of($"""
        with recursive each as (
            (select {column:name} from stances.positions order by {column:name} limit 1)
            union all
            select (select p.{column:name} from stances.positions p where p.{column:name} > each.{column:name} order by p.{column:name} limit 1)
            from each where each.{column:name} is not null
        ) select {column:name} from each where {column:name} is not null
        """);

    /// <summary>Every country that holds a position, as far as is known now.</summary>
    public static Task<List<string>> Countries(NpgsqlDataSource db, CancellationToken ct = default) => db.Query(Each("country"), row => row.GetString(0), ct);

    /// <summary>Every topic that a position is held on, as far as is known now.</summary>
    public static Task<List<string>> Topics(NpgsqlDataSource db, CancellationToken ct = default) => db.Query(Each("topic"), row => row.GetString(0), ct);

    /// <summary>The periods of a country, of one topic or of each, from the first to the last that had begun.</summary>
    public static Task<List<Period>> Timeline(NpgsqlDataSource db, string country, string? topic, Clock clock, CancellationToken ct = default) =>
        db.Query(Sql.Of($"""
            select * from ({(topic is null ? Periods(clock, Scope([country], null)) : OfPair(clock, Scope([country], [topic])))}) f order by f.topic, f.nth
            """), Read, ct);

    /// <summary>Every opening of a period, newest first, a page at a time: the first positions and the changes since.</summary>
    public static async Task<Page<Period>> Changes(
        NpgsqlDataSource db, Clock clock, IReadOnlyList<string>? countries = null, IReadOnlyList<string>? topics = null, IReadOnlyList<ChangeKind>? kinds = null,
        DateOnly? from = null, DateOnly? to = null, Cursor? after = null, int limit = 50, CancellationToken ct = default)
    {
        var rows = await db.Query(Sql.Of($"""
            select * from (select p.*, p.opened_by as sequence from ({Periods(clock, Scope(countries, topics))}) p) f
            where {Filter.AnyOf("f.change", kinds)} and {Filter.Within("f.\"from\"", from, to)} and {Cursor.Beyond(after, "f.\"from\"", oldestFirst: false)}
            order by f."from" desc, f.sequence desc limit {limit + 1}
            """), Read, ct);
        return Page.Of(rows, limit, x => new Cursor(x.From, x.OpenedBy));
    }

    /// <summary>How many positions were taken in each year: in all, by a country, on a topic, or by a country on a topic.</summary>
    public static async Task<Dictionary<int, int>> OpeningsByYear(
        NpgsqlDataSource db, Clock clock, string? country = null, string? topic = null, CancellationToken ct = default) =>
        (await db.Query(Sql.Of($"""
            select extract(year from f."from")::int, count(*)::int from ({Periods(clock, Scope(One(country), One(topic)))}) f group by 1
            """),
            row => (Year: row.GetInt32(0), Openings: row.GetInt32(1)), ct)).ToDictionary(x => x.Year, x => x.Openings);

    /// <summary>
    /// A select of the periods <c>f</c> that had begun by the clock's day, none of which knows how it ended later. The table keeps what is
    /// known now; what was known at another time follows from it.
    /// </summary>
    internal static Sql Periods(Clock clock, Sql scope) => clock.IsCurrent ? NowKnown(clock, scope) : KnownThen.Periods(clock, scope, at => NowKnown(at, scope));

    /// <summary>The same where <paramref name="pair"/> names one country and one topic: its reports are read anyway.</summary>
    private static Sql OfPair(Clock clock, Sql pair) => clock.IsCurrent ? NowKnown(clock, pair)
        : Sql.Of($"select * from ({PositionFold.Of(Sql.Of($"from stances.statements f where {pair} and {clock.Counts} and {clock.Said("f.said_by")}"))}) f");

    private static Sql NowKnown(Clock clock, Sql scope)
    {
        var to = clock.On is { } on ? Sql.Of($"""case when f."to" <= {on} then f."to" end""") : Sql.Raw("f.\"to\"");
        return Sql.Of($"""
            select f.country, f.topic, f.nth, f."from", {to} as "to", f.position, f.direction, f.change, f.opened_by
            from stances.positions f where {scope} and {clock.Said("f.\"from\"")}
            """);
    }

    private static string[]? One(string? name) => name is null ? null : [name];

    internal static Sql Scope(IReadOnlyList<string>? countries, IReadOnlyList<string>? topics) =>
        Sql.Of($"{Filter.AnyOf("f.country", countries)} and {Filter.AnyOf("f.topic", topics)}");

    private static Period Read(NpgsqlDataReader row) => Read(new Columns(row));

    private static Period Read(Columns c) =>
        new(c.Text()!, c.Text()!, c.Int(), c.Day()!.Value, c.Day(), c.Name<Position>(), c.Name<Direction>(), c.Name<ChangeKind>(), c.Number());
}
