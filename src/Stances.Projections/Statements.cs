using Stances.EventStore;

namespace Stances.Projections;

/// <summary>
/// What countries were reported to say (<c>statements</c>, one row per report), which reports tell of one statement, and the
/// positions that follow (<c>positions</c>, one row per period): one read model, so that they never disagree.
/// </summary>
public static class Statements
{
    /// <summary>The read model.</summary>
    public static readonly Projection Projection = new("statements", 5, ["statements", "positions"], Create, $"{ToldAgain};{Day};{Speaker};{Open};{First};{From};{Topic};{Recorded};{KnownThen.LateIndex};{KnownThen.EarlyIndex};", Apply)
    {
        Keys = [Sql.Raw(Key), Sql.Raw(Retracted), Sql.Raw(Said), Sql.Raw(Pair)],
        Rebuild = Rebuild,
    };

    private const int Parts = 4;

    // Sorting and joining a whole log wants more than a page of memory; compiling a plan to machine code costs more than it gives.
    private static readonly Sql Memory = Sql.Raw("select set_config('work_mem', '64MB', true)"), NoCompiler = Sql.Raw("select set_config('jit', 'off', true)");

    private static string Create => $"""
        create table statements (
            sequence       bigint not null,
            {Findings.BehindSequence},
            statement      bigint not null,             -- the first report of the same statement
            origin         bigint not null,             -- the first of its reports that this one may be copied from
            country        text collate "C" not null,
            topic          text collate "C" not null,
            position       text not null,
            direction      text not null,
            said_on        date,
            said_by        date not null,               -- the latest day it can have been said: said, else published, else recorded
            speaker_name   text,
            speaker_role   text,
            attribution    text not null,
            target         text,
            summary        text not null
        );
        -- Nothing is planned by what long texts hold, and to look at them takes most of an analyze.
        alter table statements alter evidence_exact set statistics 0, alter summary set statistics 0, alter target set statistics 0,
            alter speaker_role set statistics 0;
        {Corroboration.Create}
        {PositionFold.Create}
        """;

    // What applying a stretch needs.
    private const string
        Key = "create unique index if not exists statements_sequence on statements (sequence)",
        Retracted = "create index if not exists statements_retracted on statements (retracted_by) where retracted_by is not null",
        Said = "create index if not exists statements_said on statements (country, topic, said_by, statement, sequence)",
        Pair = """create unique index if not exists positions_pair on positions (country, topic, "from", nth)""";

    // What only readers need.
    private const string
        ToldAgain = "create index if not exists statements_told_again on statements (statement) where statement <> sequence",
        Day = "create index if not exists statements_day on statements (said_by, sequence)",
        Speaker = "create index if not exists statements_speaker on statements (lower(speaker_name), said_by) where speaker_name is not null",
        First = """create index if not exists positions_first on positions (country, topic) include ("from") where nth = 1""",
        From = """create index if not exists positions_from on positions ("from", opened_by)""",
        Topic = """create index if not exists positions_topic on positions (topic, "from", opened_by)""",
        Recorded = "create index if not exists statements_recorded on statements using brin (recorded_at) with (autosummarize = on)",
        Open = """create index if not exists positions_open on positions (country, span, "from") include ("to", topic, position, direction, change, opened_by, nth)""";

    private static IReadOnlyList<Sql> Apply(long after, long upTo) =>
    [
        Memory,
        NoCompiler,
        Add(after, upTo),
        Findings.Retract("statements", after, upTo),
        // A table that was filled in this transaction has no statistics yet, and a plan for few rows would never end.
        .. upTo - after > 10_000 ? [Sql.Raw("analyze statements")] : (Sql[])[],
        .. Corroboration.Apply(after, upTo),
        PositionFold.Apply(after, upTo),
    ];

    /// <summary>The whole of it from nothing: what rows say alone side by side, and what follows across rows once, over all.</summary>
    private static IReadOnlyList<RebuildStep> Rebuild(long upTo) =>
    [
        new([.. Enumerable.Range(0, Parts).Select(i => (Sql[])[Memory, NoCompiler, Add(upTo * i / Parts, upTo * (i + 1) / Parts)])]),
        new([Memory, NoCompiler, Findings.Retract("statements", 0, upTo)], [Sql.Raw("analyze statements (sequence, country, topic, said_by)")]),
        new([Memory, Sql.Raw(Said)], [Memory, NoCompiler, Sql.Raw(Key), Sql.Raw(Retracted), .. Corroboration.Compare()]),
        new([Memory, NoCompiler, .. Corroboration.Group("statements", "statement")]),
        new([.. Enumerable.Range(0, Parts).Select(i => (Sql[])[Memory, NoCompiler, PositionFold.Fill(i, Parts)])]),
        new([Memory, Sql.Raw(Pair)], [Memory, Sql.Raw(Open), Sql.Raw(First)], [Memory, Sql.Raw(From), Sql.Raw(Topic)], [Memory, Sql.Raw(ToldAgain), Sql.Raw(Day), Sql.Raw(Speaker), Sql.Raw(Recorded), Sql.Raw(KnownThen.LateIndex), Sql.Raw(KnownThen.EarlyIndex)]),
    ];

    private static Sql Add(long after, long upTo) => Sql.Of($"""
        insert into statements
        select {Findings.Values}, e.seq_id, e.seq_id, e.data->>'Country', e.data->>'Topic', e.data->>'Position', e.data->>'Direction',
            (e.data->>'On')::date, coalesce((e.data->>'On')::date, r.published, (e.timestamp at time zone 'UTC')::date),
            e.data->'Speaker'->>'Name', e.data->'Speaker'->>'Role', e.data->>'Attribution', e.data->>'Target', e.data->>'Summary'
        from {Findings.Found("stance_stated", after, upTo)}
        """);
}
