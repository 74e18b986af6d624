using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Stances.EventStore;
using Stances.Projections;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Benchmarks;

/// <summary>
/// Answers out of 5 million statements (50 countries, 400 topics, 30 years; <c>STANCES_STATEMENTS</c> for another number) in
/// milliseconds, less is better. The floor is the bare SQL that fetches the same rows by the same index. Statements come by SQL and not
/// through the log; 20,000 articles stand in the log to be cited.
/// </summary>
internal static class AsOf
{
    private const int Warm = 30, Times = 300;
    private static readonly DateOnly First = new(1995, 1, 1);

    public static async Task Run(BenchServer server)
    {
        await using var db = await server.NewLog();
        await ReadModels.Migrate(db);
        var log = new EventLog(db);
        await new BulkAppend(log).Run(Enumerable.Range(1, 20_000).Select(Articles.Make).ToAsyncEnumerable(), 2, null);
        await new ProjectionRunner(new Feed(log), ReadModels.All).CatchUp();
        await Fill(db, int.TryParse(Environment.GetEnvironmentVariable("STANCES_STATEMENTS"), CultureInfo.InvariantCulture, out var n) ? n : 5_000_000);

        await Measure("asof-position", Times, r => Positions.Get(db, Country(r), Topic(r), Clock.At(Day(r))), r => Sql.Of($"""
            select * from stances.positions where country = {Country(r)} and topic = {Topic(r)} and "from" <= {Day(r)} order by nth desc limit 1
            """));
        await Measure("asof-country", Times, r => Positions.Matrix(db, Clock.At(Day(r)), [Country(r)]), r => Sql.Of($"""
            select * from stances.positions where country = {Country(r)} and span = -1
            """));
        await Measure("asof-matrix", 30, r => Positions.Matrix(db, Clock.At(Day(r))), r => Sql.Raw("select * from stances.positions where span = -1"));
        await Measure("asof-timeline", Times, r => Positions.Timeline(db, Country(r), Topic(r), Clock.Now), r => Sql.Of($"""
            select * from stances.positions where country = {Country(r)} and topic = {Topic(r)}
            """));
        await Measure("asof-known", Times, r => Positions.Get(db, Country(r), Topic(r), Clock.At(Day(r), Day(r).AddYears(3))), r => Sql.Of($"""
            select * from stances.statements where country = {Country(r)} and topic = {Topic(r)}
            """));
        await Measure("asof-search", 100, r => StatementQuery.List(db, new StatementFilter([Country(r)], [Topic(r)], Words: "agreement -war"), Clock.Now), r => Sql.Of($"""
            select sequence from stances.words where words @@ 'agreement'::tsquery and words @@ {$"'country:{Country(r)}'"}::tsquery and words @@ {$"'topic:{Topic(r)}'"}::tsquery
            """));

        async Task Measure(string name, int times, Func<int, Task> ours, Func<int, Sql> floor)
        {
            var rounds = new List<(double[] Ours, double[] Floor)>();
            for (var round = 0; round < 3; round++)
            {
                var bare = await Each(times, r => db.Query(floor(r), row => row.GetValue(0)));
                rounds.Add((await Each(times, ours), bare));
            }
            Figure.Print(name + "-p50", [.. rounds.Select(x => (Figure.Median(x.Ours), Figure.Median(x.Floor)))]);
            Figure.Print(name + "-p99", [.. rounds.Select(x => (Figure.Percentile(x.Ours, 0.99), Figure.Percentile(x.Floor, 0.99)))]);
        }
    }

    private static async Task<double[]> Each(int times, Func<int, Task> ask)
    {
        var random = new Random(7);
        var took = new List<double>();
        for (var i = -Warm; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            await ask(random.Next());
            if (i >= 0)
                took.Add(clock.Elapsed.TotalMilliseconds);
        }
        return [.. took];
    }

    private static string Country(int r) => string.Create(CultureInfo.InvariantCulture, $"C{r % 50:00}");

    private static string Topic(int r) => string.Create(CultureInfo.InvariantCulture, $"matter-{r / 50 % 400}");

    private static DateOnly Day(int r) => First.AddDays(r / 20_000 % 10_950);

    /// <summary>Statements at random into the live tables, then what follows from them and the indexes, as a rebuild does.</summary>
    private static async Task Fill(NpgsqlDataSource db, int statements)
    {
        await using var connection = await db.OpenConnectionAsync();
        var schema = (await connection.First(Sql.Raw("select 'stances_statements_' || build from stances.checkpoints where name = 'statements' and live"), row => row.GetString(0)))!;
        var indexes = await connection.Query(Sql.Of($"""
            select indexname from pg_indexes where schemaname = {schema} and indexname not like '%\_pkey' and indexname <> 'statements_retracted'
            """), row => row.GetString(0));
        await Run(Sql.Of($"select set_config('search_path', {schema}, false)"));
        foreach (var index in indexes)
            await Run(Sql.Of($"drop index {index:name}"));
        await Run(Sql.Raw("truncate statements; truncate positions"));
        await Run(Sql.Of($"""
            insert into statements (sequence, stream, version, article, recorded_at, confidence, evidence_start, evidence_end, evidence_exact, statement, origin,
                country, topic, position, direction, said_on, said_by, attribution, summary)
            select 1000000 + n, 'article-' || n / 5, 2 + n % 5, a.seq, said + interval '1 day' * (r[5] % 30), 0.5 + (r[1] % 50) / 100.0, 10, 60,
                'words ' || r[2] % 5000 || ' of matter ' || r[4] % 5000, 1000000 + n, 1000000 + n,
                'C' || lpad((r[1] % 50)::text, 2, '0'), 'matter-' || r[2] % 400, (array['supports', 'opposes', 'demands', 'commits', 'rejects', 'concerned', 'neutral'])[1 + r[3] % 7],
                (array['for', 'against', 'unclear'])[1 + r[4] % 3], said, said, 'paraphrase', 'says ' || (array['agreement', 'treaty', 'war', 'talks', 'sanctions'])[1 + r[5] % 5]
            from generate_series(1, {statements}) n,
                lateral (select array[hashint4(n) & 2147483647, hashint4(n + 10000000) & 2147483647, hashint4(n + 20000000) & 2147483647, hashint4(n + 30000000) & 2147483647, hashint4(n + 40000000) & 2147483647] as r) x,
                lateral (select {First} + (hashint4(n + 50000000) & 2147483647) % 10950 as said) d,
                lateral (select 1 + 6 * (n % 20000) as seq) a
            """));
        foreach (var set in Statements.Projection.Rebuild!(0).SelectMany(step => step.SideBySide))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var statement in set)
                await Run(statement);
            await transaction.CommitAsync();
        }
        await Run(Sql.Raw(Statements.Projection.Index));
        await Run(Sql.Raw("vacuum analyze statements"));
        await Run(Sql.Raw("vacuum analyze positions"));

        var words = (await connection.First(Sql.Raw("select 'stances_words_' || build from stances.checkpoints where name = 'words' and live"), row => row.GetString(0)))!;
        await Run(Sql.Of($"truncate {words:name}.words; drop index {words:name}.words_words"));
        await Run(Sql.Of($"""
            insert into {words:name}.words
            select sequence, to_tsvector('simple', summary || ' ' || evidence_exact)
                || array_to_tsvector(array['country:' || country, 'topic:' || topic, 'position:' || position, 'direction:' || direction]) from statements
            """));
        await Run(Sql.Of($"create index words_words on {words:name}.words using gin (words)"));
        await Run(Sql.Of($"vacuum analyze {words:name}.words"));

        async Task Run(Sql sql)
        {
            await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
            foreach (var part in sql.Text.Contains('$', StringComparison.Ordinal) ? [sql] : sql.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Sql.Raw))
                batch.BatchCommands.Add(part.ToBatchCommand());
            await batch.ExecuteNonQueryAsync();
        }
    }
}
