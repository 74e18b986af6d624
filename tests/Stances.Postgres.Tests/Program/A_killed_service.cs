using System.Text.Json.Nodes;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Cluster;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;

namespace Stances.Postgres.Tests.Program;

/// <summary>
/// What was acknowledged outlives the service and its PostgreSQL. <c>STANCES_KILLS</c> tells how often each is killed (2 by default):
/// <c>STANCES_KILLS=100 dotnet test tests/Stances.Postgres.Tests --filter A_killed_service</c>.
/// </summary>
public sealed class A_killed_service(PostgresServer server)
{
    private const int AcknowledgedBeforeTheKill = 12;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("STANCES_KILLS"), out var kills) ? kills : 2;

    // Nobody reads what it prints while it runs, and a full pipe would stop it.
    private static readonly Dictionary<string, string> Quiet = new() { ["Logging__LogLevel__Default"] = "None" };

    [Fact]
    public async Task Leaves_every_acknowledged_article_whole_and_none_half_there()
    {
        await using var database = await server.NewDatabase();
        var desk = new NewsDesk();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var program = StancesProgram.Start(database.ConnectionString, Quiet, "serve", "--no-samples", "--urls", "http://127.0.0.1:0");
            await using var writing = desk.Write(await program.Address());
            await writing.Acknowledged(AcknowledgedBeforeTheKill);
            await program.Kill();
            await writing.Stop();
            await Verify(database.ConnectionString, []);
        }

        await Whole(database.DataSource, desk);
        // And whoever starts next goes on from there.
        var (code, output, error) = await StancesProgram.Run(database.ConnectionString, "position", "JPN", "comfort-women-deal", "--json");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("demands", JsonNode.Parse(output)!["held"]!["position"]!.ToString());
    }

    [Fact]
    public async Task Is_not_one_whose_own_PostgreSQL_was_killed_it_goes_on_and_nothing_is_lost()
    {
        await using var home = new TempHome();
        var settings = new Dictionary<string, string>(Quiet) { ["STANCES_HOME"] = home.Path };
        var desk = new NewsDesk();
        using (var program = StancesProgram.Start("", settings, "serve", "--no-samples", "--urls", "http://127.0.0.1:0"))
        {
            var address = await program.Address();
            for (var kill = 0; kill < Kills; kill++)
            {
                await using var writing = desk.Write(address);
                await writing.Acknowledged(AcknowledgedBeforeTheKill);
                await home.KillPostmaster();
                await writing.Acknowledged(1);
                await writing.Stop();
                await Verify("", settings);
            }

            await using var more = desk.Write(address);
            await more.Acknowledged(AcknowledgedBeforeTheKill);
            await Verify("", settings);   // while it goes on being written to
            await more.Stop();
            await program.Kill();
        }

        await Verify("", settings);
        await using var database = await home.Open();
        await Whole(database.DataSource, desk);
    }

    /// <summary>Every sequence, stream, projection and quote is what it should be.</summary>
    private static async Task Verify(string database, Dictionary<string, string> settings)
    {
        var (code, output, error) = await StancesProgram.Run(database, settings, "verify");
        Assert.True(code == 0, output + error);
    }

    private static async Task Whole(NpgsqlDataSource database, NewsDesk desk)
    {
        var events = await new EventLog(database).ReadAll(0, 1_000_000);
        var streams = events.GroupBy(x => x.Stream).ToDictionary(x => x.Key, x => x.ToList());
        Assert.Superset(desk.Receipts.Keys.ToHashSet(), streams.Keys.ToHashSet());
        Assert.All(desk.Receipts, x => Assert.Equal(x.Value, streams[x.Key].Count));
        foreach (var stream in streams.Values)
        {
            Assert.Equal(Enumerable.Range(1, stream.Count).Select(x => (long)x), stream.Select(x => x.Version));
            var article = stream.Select(x => EventJson.Read(x.Type, x.Data)).Aggregate(Article.Unread, Article.Fold);
            var text = (await Texts.Get(database, article.TextHash))!.Text!;
            Assert.All(article.Findings.Values, x => Assert.True(x.Grounds!.StandsIn(text)));
        }
    }
}
