using System.Diagnostics;
using Npgsql;
using Stances.EventStore;
using Stances.Projections;

namespace Stances.Benchmarks;

/// <summary>
/// Answers out of 5 million statements (50 countries, 400 topics, 30 years; <c>STANCES_STATEMENTS</c> for another number) in
/// milliseconds, less is better. The floor is the bare SQL that fetches the same rows by the same index.
/// </summary>
internal static class AsOf
{
    private const int Warm = 30, Times = 300;
    private static readonly string[] Countries = [.. Enumerable.Range(0, 50).Select(i => $"C{i:00}")];
    private static readonly string[] Topics = [.. Enumerable.Range(0, 400).Select(i => $"matter-{i}")];

    public static async Task Run(BenchServer server)
    {
        await using var db = await server.NewLog();
        await ManyStatements.Fill(db, Countries, Topics);

        await Measure("asof-position", Times, r => Positions.Get(db, Country(r), Topic(r), Clock.At(Day(r))), r => Sql.Of($"""
            select * from stances.positions where country = {Country(r)} and topic = {Topic(r)} and "from" <= {Day(r)} order by "from" desc limit 1
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
        await Measure("asof-known-matrix", 30, r => Positions.Matrix(db, Clock.At(Day(r), Day(r / 7))), r => Sql.Raw("select * from stances.positions where span = -1"));
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

    private static string Country(int r) => Countries[r % Countries.Length];

    private static string Topic(int r) => Topics[r / Countries.Length % Topics.Length];

    private static DateOnly Day(int r) => ManyStatements.First.AddDays(r / 20_000 % ManyStatements.Days);
}
