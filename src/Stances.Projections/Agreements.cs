using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>An agreement, however many reported it, as its first report that counts told it.</summary>
/// <param name="On">The day it was reached, where told.</param>
/// <param name="AgreedBy">The latest day it can have been reached.</param>
public sealed record Agreement(
    IReadOnlyList<string> Parties, string Topic, string Summary, AgreementStage Stage, DateOnly? On, DateOnly AgreedBy, Sources Sources)
{
    /// <summary>Its first report.</summary>
    public Citation Cited => Sources.First.Cited;
}

/// <summary>
/// What countries agreed on together: one row per report of an agreement. Reports of one day, the same parties and topic are of one agreement
/// where they share a good part of their words: parties that meet often agree on several things of one kind.
/// </summary>
public static class Agreements
{
    private static readonly Retelling Retelling = new("agreements", Sql.Raw("""
        q.agreed_on = n.agreed_on and q.topic = n.topic and q.parties @> n.parties and q.parties <@ n.parties
        and likeness(words(n.evidence_exact), words(q.evidence_exact)) >= 0.3
        """));

    /// <summary>The read model.</summary>
    public static readonly Projection Projection = new(
        "agreements", 2, ["agreements"],
        $"""
        create table agreements (
            {Findings.Columns},
            agreed_on date,
            agreed_by date not null,                    -- the latest day it can have been reached: reached, else published, else recorded
            parties   text[] not null,
            topic     text not null,
            summary   text not null,
            stage     text not null,
            {Retelling.Columns}
        );
        {Corroboration.Create}
        """,
        """
        create index agreements_parties on agreements using gin (parties);
        create index agreements_topic on agreements (topic, agreed_by, sequence);
        create index agreements_agreed on agreements (agreed_by, sequence);
        create index agreements_told on agreements (told) where told <> sequence;
        """,
        Apply)
    {
        Keys = [Sql.Raw("create index if not exists agreements_same on agreements (agreed_on, topic, sequence)")],
    };

    private static IReadOnlyList<Sql> Apply(long after, long upTo) =>
    [
        Sql.Of($"""
            insert into agreements
            select {Findings.Values}, (e.data->>'On')::date, coalesce((e.data->>'On')::date, r.published, (e.timestamp at time zone 'UTC')::date),
                array(select jsonb_array_elements_text(e.data->'Parties')), e.data->>'Topic', e.data->>'Summary', e.data->>'Stage', e.seq_id, e.seq_id
            from {Findings.Found("agreement_reached", after, upTo)}
            """),
        Findings.Retract("agreements", after, upTo),
        .. Retelling.Apply(after, upTo),
    ];

    /// <summary>Agreements that all of these countries are party to, on these topics (empty: any), oldest first, a page at a time.</summary>
    public static async Task<Page<Agreement>> Between(
        NpgsqlDataSource db, IReadOnlyList<string> countries, IReadOnlyList<string> topics, Clock clock, DateOnly? from = null, DateOnly? to = null,
        Cursor? after = null, int limit = 50, CancellationToken ct = default)
    {
        var rows = await db.Query(Sql.Of($"""
            select {Retelling.Selected}, f.agreed_on, f.agreed_by, f.parties, f.topic, f.summary, f.stage
            from stances.agreements f {Citation.Join}
            where {clock.Counts} and {clock.Said("f.agreed_by")} and f.parties @> {countries.ToArray()} and {Retelling.Leads(clock)}
            and {Filter.AnyOf("f.topic", topics)} and {Filter.Within("f.agreed_by", from, to)} and {Cursor.Beyond(after, "f.agreed_by", oldestFirst: true)}
            order by f.agreed_by, f.sequence limit {limit + 1}
            """), Read, ct);
        var sources = await Retelling.SourcesOf(db, rows.Select(x => x.Report), clock, ct);
        return Page.Of(rows.ConvertAll(x => x.Agreement with { Sources = sources(x.Report) }), limit, x => new Cursor(x.AgreedBy, x.Cited.Sequence));
    }

    private static (Agreement Agreement, (Told Told, long Label) Report) Read(NpgsqlDataReader row)
    {
        var c = new Columns(row);
        var report = Retelling.Read(c);
        var (on, by) = (c.Day(), c.Day()!.Value);
        return (new Agreement(c.Texts(), c.Text()!, c.Text()!, c.Name<AgreementStage>(), on, by, new Sources(report.Told, [])), report);
    }
}
