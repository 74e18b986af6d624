using Npgsql;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>
/// Which rows of a table of findings retell what another article told before, and which are copies: as <see cref="Corroboration"/> does for
/// statements, for what is rarer. A row is compared with those the log had before it alone, so what it belongs to never changes.
/// </summary>
/// <param name="Table">The table; its rows have <see cref="Columns"/> behind those of every finding.</param>
/// <param name="Same">Whether <c>n</c> tells of the same as the earlier <c>q</c> of another article.</param>
internal sealed record Retelling(string Table, Sql Same)
{
    // On a day when all the world's papers tell it, each is compared with no more than the first of them.
    private const int Most = 200;

    public const string Columns = """
        told   bigint not null,                     -- the first report of the same
        origin bigint not null                      -- the first of its reports that this one may be copied from
        """;

    /// <summary>What <see cref="Read"/> reads, before the table's own columns.</summary>
    public static readonly Sql Selected = Sql.Of($"{Citation.Columns}, f.origin, f.told");

    public IReadOnlyList<Sql> Apply(long after, long upTo) =>
    [
        // A table that was filled in this transaction has no statistics yet.
        .. upTo - after > 10_000 ? [Sql.Of($"analyze {Table:name}")] : (Sql[])[],
        Sql.Of($"""
            insert into alike
            select n.sequence, q.sequence, true, coalesce(a.data->>'TextHash' = b.data->>'TextHash', false)
                or coalesce(house(a.data->'Source'->>'Publisher', a.data->'Source'->>'Url') = house(b.data->'Source'->>'Publisher', b.data->'Source'->>'Url'), false)
                or coalesce(likeness(words(n.evidence_exact), words(q.evidence_exact)) >= {Corroboration.Copied}, false)
            from {Table:name} n cross join lateral (
                select q.* from {Table:name} q where q.sequence < n.sequence and q.stream <> n.stream and {Same} order by q.sequence limit {Most}) q
            left join stances_log.mt_events a on a.seq_id = n.article
            left join stances_log.mt_events b on b.seq_id = q.article
            where n.sequence > {after} and n.sequence <= {upTo}
            """),
        .. Corroboration.Group(Table, "told"),
    ];

    /// <summary>Whether <c>f</c> is the first report of its kind that counts at the clock.</summary>
    public Sql Leads(Clock clock) => Corroboration.Leads(Table, "told", clock);

    /// <summary>The report and its label at the head of a row.</summary>
    public static (Told Told, long Label) Read(Columns c) => (new Told(Citation.Read(c), c.Number()), c.Number());

    /// <summary>All sources of each row, by its first report.</summary>
    public async Task<Func<(Told Told, long Label), Sources>> SourcesOf(NpgsqlDataSource db, IEnumerable<(Told Told, long Label)> rows, Clock clock, CancellationToken ct)
    {
        var labels = rows.Select(x => x.Label).Distinct().ToArray();
        var found = labels.Length == 0 ? [] : await db.Query(Sql.Of($"""
            select {Selected} from stances.{Table:name} f {Citation.Join}
            where (f.sequence = any ({labels}) or f.told = any ({labels}) and f.told <> f.sequence) and {clock.Counts} order by f.sequence
            """), row => Read(new Columns(row)), ct);
        var of = found.ToLookup(x => x.Label, x => x.Told);
        return row => new Sources(row.Told, [.. of[row.Label].Where(x => x.Cited.Sequence != row.Told.Cited.Sequence)]);
    }
}
