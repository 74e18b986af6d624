using System.Globalization;
using Npgsql;
using Stances.EventStore;
using Stances.Projections;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Benchmarks;

/// <summary>
/// Read models with 5 million statements of 30 years and the million articles they come from (<c>STANCES_STATEMENTS</c> for another
/// number), recorded within a day and a half, but one in a hundred up to 400 days late. They come by SQL and not through the log, at random;
/// what follows from them and the indexes, as a rebuild does. 20,000 articles stand in the log to be cited.
/// </summary>
internal static class ManyStatements
{
    public const int Days = 10_950;
    private const int Cited = 20_000, StatementsAnArticle = 5, Beyond = 100_000_000;

    public static readonly DateOnly First = new(1995, 1, 1);

    private static readonly int Number =
        int.TryParse(Environment.GetEnvironmentVariable("STANCES_STATEMENTS"), CultureInfo.InvariantCulture, out var n) ? n : 5_000_000;

    /// <summary>Fills the read models of an empty log with statements of these countries on these topics.</summary>
    public static async Task Fill(NpgsqlDataSource db, string[] countries, string[] topics)
    {
        await ReadModels.Migrate(db);
        var log = new EventLog(db);
        await new BulkAppend(log).Run(Enumerable.Range(1, Cited).Select(Articles.Make).ToAsyncEnumerable(), 2, null);
        await new ProjectionRunner(new Feed(log), ReadModels.All).CatchUp();

        await using var connection = await db.OpenConnectionAsync();
        var schema = await Live("statements");
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
            select 1000000 + n, 'article-' || n / 5, 2 + n % 5, a.seq, said + interval '1 hour' * (r[5] % 36) + interval '1 day' * case when r[4] % 100 = 0 then r[1] % 400 else 0 end, 0.5 + (r[1] % 50) / 100.0, 10, 60,
                'words ' || r[2] % 5000 || ' of matter ' || r[4] % 5000, 1000000 + n, 1000000 + n,
                ({countries})[1 + r[1] % {countries.Length}], ({topics})[1 + r[2] % {topics.Length}], (array['supports', 'opposes', 'demands', 'commits', 'rejects', 'concerned', 'neutral'])[1 + r[3] % 7],
                (array['for', 'against', 'unclear'])[1 + r[4] % 3], said, said, 'paraphrase', 'says ' || (array['agreement', 'treaty', 'war', 'talks', 'sanctions'])[1 + r[5] % 5]
            from generate_series(1, {Number}) n,
                lateral (select array[hashint4(n) & 2147483647, hashint4(n + 10000000) & 2147483647, hashint4(n + 20000000) & 2147483647, hashint4(n + 30000000) & 2147483647, hashint4(n + 40000000) & 2147483647] as r) x,
                lateral (select {First} + (hashint4(n + 50000000) & 2147483647) % {Days} as said) d,
                lateral (select 1 + {Articles.EventsEach} * (n % {Cited}) as seq) a
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

        var words = await Live("words");
        await Run(Sql.Of($"truncate {words:name}.words; drop index {words:name}.words_words"));
        await Run(Sql.Of($"""
            insert into {words:name}.words
            select sequence, to_tsvector('simple', summary || ' ' || evidence_exact)
                || array_to_tsvector(array['country:' || country, 'topic:' || topic, 'position:' || position, 'direction:' || direction]) from statements
            """));
        await Run(Sql.Of($"create index words_words on {words:name}.words using gin (words)"));
        await Run(Sql.Of($"vacuum analyze {words:name}.words"));

        var articles = await Live("articles");
        await Run(Sql.Of($"""
            insert into {articles:name}.articles
            select {Beyond} + n, 'article-more-' || n, 1, recorded_at, null, null, 'Example Post ' || n % 40, url, title, author, language, day, day, text_hash,
                text_length, reader, reader_version, catalogue, submitted_by
            from generate_series(1, {Number / StatementsAnArticle}) n
            join {articles:name}.articles a on a.sequence = 1 + {Articles.EventsEach} * (n % {Cited}),
                lateral (select {First} + (hashint4(n) & 2147483647) % {Days} as day) d
            """));
        await Run(Sql.Of($"vacuum analyze {articles:name}.articles"));

        // What was just written goes to disk now, and not page by page in place of what the questions ask for.
        await Run(Sql.Raw("checkpoint"));

        async Task<string> Live(string name) =>
            (await connection.First(Sql.Of($"select build from stances.checkpoints where name = {name} and live"), row => $"stances_{name}_{row.GetInt32(0)}"))!;

        async Task Run(Sql sql)
        {
            await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
            foreach (var part in sql.Text.Contains('$', StringComparison.Ordinal) ? [sql] : sql.Text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Sql.Raw))
                batch.BatchCommands.Add(part.ToBatchCommand());
            await batch.ExecuteNonQueryAsync();
        }
    }
}
