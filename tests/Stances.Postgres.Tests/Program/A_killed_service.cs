using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;

namespace Stances.Postgres.Tests.Program;

public sealed class A_killed_service(PostgresServer server)
{
    private const int Writers = 4, AcknowledgedBeforeTheKill = 12;

    [Fact]
    public async Task Leaves_every_acknowledged_article_whole_and_none_half_there()
    {
        await using var database = await server.NewDatabase();
        using var program = StancesProgram.Start(database.ConnectionString, "serve", "--no-samples", "--urls", "http://127.0.0.1:0");
        var acknowledged = await WriteUntilKilled(program);

        var log = new EventLog(database.DataSource);
        var events = await log.ReadAll(0, 100_000);
        var streams = events.GroupBy(x => x.Stream).ToDictionary(x => x.Key, x => x.ToList());
        Assert.Superset(acknowledged.Keys.ToHashSet(), streams.Keys.ToHashSet());
        Assert.All(acknowledged, x => Assert.Equal(x.Value, streams[x.Key].Count));
        foreach (var stream in streams.Values)
        {
            Assert.Equal(Enumerable.Range(1, stream.Count).Select(x => (long)x), stream.Select(x => x.Version));
            var article = stream.Select(x => EventJson.Read(x.Type, x.Data)).Aggregate(Article.Unread, Article.Fold);
            var text = (await Texts.Get(database.DataSource, article.TextHash))!.Text!;
            Assert.All(article.Findings.Values, x => Assert.True(x.Grounds!.StandsIn(text)));
        }

        // And whoever starts next goes on from there.
        var (code, output, error) = await StancesProgram.Run(database.ConnectionString, "position", "JPN", "comfort-women-deal", "--json");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("demands", JsonNode.Parse(output)!["held"]!["position"]!.ToString());
    }

    private static async Task<ConcurrentDictionary<string, int>> WriteUntilKilled(StancesProgram program)
    {
        using var http = new HttpClient { BaseAddress = await program.Address() };
        var acknowledged = new ConcurrentDictionary<string, int>();
        var enough = new TaskCompletionSource();
        var writers = Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    using var answer = await http.PostAsJsonAsync("/articles", Report(writer, i));
                    var receipt = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
                    acknowledged[receipt["article"]!.ToString()] = receipt["events"]!.AsArray().Count;
                }
                catch (HttpRequestException)
                {
                    return;
                }

                if (acknowledged.Count >= AcknowledgedBeforeTheKill)
                    enough.TrySetResult();
            }
        }).ToList();
        await enough.Task;
        await program.Kill();
        await Task.WhenAll(writers);
        return acknowledged;
    }

    private static object Report(int writer, int i) => new
    {
        text = $"MANILA -- Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal. Report {writer}-{i}.",
        publishedOn = "2017-08-08",
    };
}
