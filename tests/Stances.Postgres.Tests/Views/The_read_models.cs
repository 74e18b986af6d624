using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;

namespace Stances.Postgres.Tests.Views;

/// <summary>
/// Random logs, asked at random days and states of knowledge, against a plain fold of their events. <c>STANCES_LOGS</c> says how many logs
/// (default 300), <c>STANCES_SEED</c> repeats a run.
/// </summary>
public sealed class The_read_models(PostgresServer server)
{
    private const int LogsAtOnce = 100;

    [Fact]
    public async Task Say_what_a_plain_fold_of_the_events_says_at_every_clock()
    {
        var logs = int.TryParse(Environment.GetEnvironmentVariable("STANCES_LOGS"), out var asked) ? asked : 300;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("STANCES_SEED"), out var given) ? given : Environment.TickCount;
        for (var done = 0; done < logs; done += LogsAtOnce)
            await Agree(seed + done, Math.Min(LogsAtOnce, logs - done));
    }

    private async Task Agree(int seed, int count)
    {
        TestContext.Current.AddAttachment($"seed {seed}", $"STANCES_SEED={seed}");
        var random = new Random(seed);
        await using var at = await ViewsDatabase.Create(server);
        var model = new PlainModel();
        var logs = Enumerable.Range(0, count).Select(n => new RandomLog(n, random)).ToArray();

        var moments = new List<DateTimeOffset>();
        for (var round = 0; round < 14; round++)
        {
            // Now one log goes on by itself, now many together; and the read models follow at once or later.
            foreach (var some in logs.Chunk(random.Next(1, count)))
            {
                var recorded = await at.Log.Append([.. some.Select(x => x.Next()).Select(x => at.Of(x.Article, x.Events))]);
                model.Add(recorded);
                moments.Add(recorded[0].RecordedAt);
                if (random.Next(3) == 0)
                    await at.Runner.CatchUp();
            }
        }
        await at.Runner.CatchUp();
        var last = await Basis.Now(at.Db);

        await Hold(at, model, logs, Clock.Now, $"seed {seed}");
        foreach (var _ in Enumerable.Range(0, 12))
        {
            var clock = new Clock(
                random.Next(3) == 0 ? null : RandomLog.Begin[random.Next(RandomLog.Begin.Length)].AddDays(random.Next(-1, 5)),
                random.Next(3) == 0 ? null : moments[random.Next(moments.Count)].AddMicroseconds(random.Next(-1, 2)),
                random.Next(2) == 0 ? null : random.NextInt64(last + 1));
            await Hold(at, model, logs, clock, $"seed {seed}, {clock}");
        }
        foreach (var log in logs)
            await Moments(at, model, log, $"seed {seed}");
        foreach (var projection in ReadModels.All)
            await Rebuilt.IsTheSame(at, projection, last, random);
    }

    private static async Task Hold(ViewsDatabase at, PlainModel model, RandomLog[] logs, Clock clock, string where)
    {
        Same(model.Statements(clock), (await StatementQuery.List(at.Db, new(), clock, oldestFirst: true, limit: 100_000)).Items.Select(x =>
            $"{x.Told.Cited.Sequence} {x.Country} {x.Topic} {x.On:yyyy-MM-dd} {x.SaidBy:yyyy-MM-dd} {x.Told.Cited.Article.Url} "
            + $"[{string.Join(' ', x.Others.Select(o => o.Cited.Sequence))}] {x.IndependentSources}"), $"statements, {where}");
        Same(model.Periods(clock), (await Positions.Changes(at.Db, clock, limit: 100_000)).Items.OrderBy(x => x.Topic).ThenBy(x => x.Country).ThenBy(x => x.Nth).Select(Told), $"periods, {where}");
        Same(model.Periods(clock).Where(x => x.Contains(".. ", StringComparison.Ordinal)), (await Positions.Matrix(at.Db, clock)).OrderBy(x => x.Topic).ThenBy(x => x.Country).Select(Told), $"matrix, {where}");
        Same(model.Periods(clock).Select(x => string.Join(' ', x.Split(' ')[..2])).Distinct(), (await Positions.Pairs(at.Db, clock)).OrderBy(x => x.Topic).ThenBy(x => x.Country).Select(x => $"{x.Topic} {x.Country}"), $"pairs, {where}");
        var topics = logs.Take(5).SelectMany(x => x.Topics).ToList();
        Same(model.Periods(clock).Where(x => x.Contains(".. ", StringComparison.Ordinal) && topics.Contains(x.Split(' ')[0])), (await Positions.Matrix(at.Db, clock, topics: topics)).OrderBy(x => x.Topic).ThenBy(x => x.Country).Select(Told), $"some topics, {where}");
        Same(model.Periods(clock).Where(x => x.Contains(".. ", StringComparison.Ordinal) && x.Split(' ')[1] == logs[0].Country), (await Positions.Matrix(at.Db, clock, [logs[0].Country])).OrderBy(x => x.Topic).ThenBy(x => x.Country).Select(Told), $"one country, {where}");
        Same(model.Meetings(clock), (await Meetings.Between(at.Db, [], clock, limit: 100_000)).Items.Select(x =>
            $"{x.Cited.Sequence} {x.HeldBy:yyyy-MM-dd} {x.Place} {From(x.Sources)}"), $"meetings, {where}");
        Same(model.Agreements(clock), (await Agreements.Between(at.Db, [], [], clock, limit: 100_000)).Items.Select(x =>
            $"{x.Cited.Sequence} {x.AgreedBy:yyyy-MM-dd} {x.Summary} {From(x.Sources)}"), $"agreements, {where}");
        Same(model.Articles(clock), (await Articles.List(at.Db, clock, limit: 100_000)).Items.Select(x =>
            $"{x.Sequence} {x.Id} {x.Source.Url}"), $"articles, {where}");
    }

    private static async Task Moments(ViewsDatabase at, PlainModel model, RandomLog log, string where)
    {
        foreach (var topic in log.Topics)
        {
            Same(model.Moments(log.Country, topic, log.Articles), (await TimeMap.Of(at.Db, log.Country, topic, Clock.Now)).Select(x =>
                x.Sequence + (x.Held is null ? " nothing" : $" {x.Held.From:yyyy-MM-dd} {x.Held.Position} {x.Held.Direction}")), $"moments of {topic}, {where}");
        }
    }

    private static string From(Sources x) => $"[{string.Join(' ', x.Others.Select(o => o.Cited.Sequence))}] {x.Independent}";

    private static string Told(Period x) => $"{x.Topic} {x.Country} {x.From:yyyy-MM-dd}..{x.To:yyyy-MM-dd} {x.Position} {x.Direction} {x.Change} {x.OpenedBy}";

    private static void Same(IEnumerable<string> expected, IEnumerable<string> actual, string where)
    {
        var (should, does) = (expected.ToList(), actual.ToList());
        Assert.True(should.SequenceEqual(does), $"{where}\nmissing: {string.Join("\n  ", should.Except(does).Take(5))}\ntoo much: {string.Join("\n  ", does.Except(should).Take(5))}");
    }
}
