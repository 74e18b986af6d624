using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>One report of a statement: where it is written, whose words it gives, and which report it may be copied from.</summary>
/// <param name="Origin">The same for reports that are not independent: one house, one text, or one copied from the other.</param>
public sealed record Report(Citation Cited, Speaker? Speaker, Attribution Attribution, long Origin);

/// <summary>What a country was reported to say on a topic: one statement, however many reported it.</summary>
/// <param name="On">The day it was said, where told.</param>
/// <param name="SaidBy">The latest day it can have been said: said, else published, else recorded.</param>
/// <param name="Told">Its first report that counts.</param>
/// <param name="Others">Further reports of the same statement.</param>
public sealed record Statement(
    string Country, string Topic, Position Position, Direction Direction, string? Target, string Summary, DateOnly? On, DateOnly SaidBy,
    Report Told, IReadOnlyList<Report> Others)
{
    /// <summary>Who said it.</summary>
    public Speaker? Speaker => Told.Speaker;

    /// <summary>Where it is written.</summary>
    public Sources Sources => new(new Told(Told.Cited, Told.Origin), [.. Others.Select(x => new Told(x.Cited, x.Origin))]);

    /// <inheritdoc cref="Sources.Independent"/>
    public int IndependentSources => Sources.Independent;

    /// <inheritdoc cref="Sources.IsSingle"/>
    public bool SingleSource => Sources.IsSingle;

    /// <inheritdoc cref="Sources.Primary"/>
    public bool Primary => Sources.Primary;

    internal static readonly Sql Columns = Sql.Of($"""
        {Citation.Columns}, f.speaker_name, f.speaker_role, f.attribution, f.origin, f.country, f.topic, f.position, f.direction, f.target, f.summary, f.said_on,
        f.said_by, f.statement, exists (select from stances.statements x where x.statement = f.statement and x.statement <> x.sequence) as retold
        """);

    /// <summary>Whether <c>f</c> is the first report of its statement that counts at the clock.</summary>
    internal static Sql Leads(Clock clock) => Corroboration.Leads("statements", "statement", clock);

    /// <summary>The statements of a select of <see cref="Columns"/>, in its order, each with its other reports.</summary>
    internal static async Task<List<Statement>> Query(NpgsqlDataSource db, Sql select, Clock clock, CancellationToken ct) =>
        [.. (await Query(db, select, clock, _ => true, ct)).Select(x => x.Statement)];

    /// <summary>The same, with what <paramref name="beside"/> reads out of the columns behind them.</summary>
    internal static async Task<List<(Statement Statement, T Beside)>> Query<T>(NpgsqlDataSource db, Sql select, Clock clock, Func<Columns, T> beside, CancellationToken ct)
    {
        var rows = await db.Query(select, row =>
        {
            var c = new Columns(row);
            return (Read: Read(c), Beside: beside(c));
        }, ct);
        var retold = rows.Where(x => x.Read.Retold).Select(x => x.Read.Label).Distinct().ToArray();
        if (retold.Length == 0)
            return [.. rows.Select(x => (x.Read.Statement, x.Beside))];

        var reports = await db.Query(Sql.Of($"""
            select {Citation.Columns}, f.speaker_name, f.speaker_role, f.attribution, f.origin, f.statement from stances.statements f {Citation.Join}
            where (f.sequence = any ({retold}) or f.statement = any ({retold}) and f.statement <> f.sequence) and {clock.Counts}
            order by f.sequence
            """), row =>
        {
            var c = new Columns(row);
            return (Report: ReadReport(c), Label: c.Number());
        }, ct);
        var of = reports.ToLookup(x => x.Label, x => x.Report);
        return [.. rows.Select(x => (x.Read.Statement with { Others = [.. of[x.Read.Label].Where(r => r.Cited.Sequence != x.Read.Statement.Told.Cited.Sequence)] }, x.Beside))];
    }

    private static Report ReadReport(Columns c) => new(Citation.Read(c), c.Speaker(), c.Name<Attribution>(), c.Number());

    private static (Statement Statement, long Label, bool Retold) Read(Columns c)
    {
        var told = ReadReport(c);
        var statement = new Statement(
            c.Text()!, c.Text()!, c.Name<Position>(), c.Name<Direction>(), c.Text(), c.Text()!, c.Day(), c.Day()!.Value, told, []);
        return (statement, c.Number(), c.Flag());
    }
}
