using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Live;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Program;

/// <summary>The verbs <c>watch</c> and <c>subscriptions</c> of the real program.</summary>
public sealed class Following_at_a_terminal(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";
    private static readonly Dictionary<string, string> Local = new() { ["Live__AllowedNetworks"] = "127.0.0.0/8" };

    [Fact]
    public async Task Tells_what_there_is_and_stops_where_that_is_all_that_was_asked()
    {
        await using var database = await server.NewDatabase();
        await Two(await Log(database));

        Assert.Equal("     2  2017-08-07 JPN demands (for): comfort-women-deal\n        \"insists\" (Wire)\n", await Printed(database, "watch", "--since", "2017-01-01", "--once", "--country", "Japan"));
        Assert.Equal(["3"], (await Printed(database, "watch", "--after", "1", "--once", "--position", "opposes", "--json")).TrimEnd().Split('\n').Select(x => JsonNode.Parse(x)!["sequence"]!.ToString()));
        Assert.Equal("", await Printed(database, "watch", "--after", "3", "--once"));
        Assert.Equal(
            "     2  2017-08-07 JPN on comfort-women-deal: nothing -> demands (for) (first, said; from 2017-08-07)\n        \"insists\" (Wire)\n",
            await Printed(database, "watch", "--changes", "--after", "0", "--once", "--country", "JPN"));
    }

    [Fact]
    public async Task Goes_on_with_what_is_recorded_meanwhile()
    {
        await using var database = await server.NewDatabase();
        var log = await Log(database);
        await Two(log);
        using var watch = StancesProgram.Start(database.ConnectionString, "watch", "--after", "1", "--json", "--country", "JPN");
        var before = await watch.Line();
        await log.Append([Of("article-2", 0, Ingested("2017-08-09"), Said("JPN", Deal, Position.Rejects, Direction.Against, "2017-08-09"))]);
        var after = await watch.Line();

        Assert.Equal(("2", "5"), (JsonNode.Parse(before!)!["sequence"]!.ToString(), JsonNode.Parse(after!)!["sequence"]!.ToString()));
    }

    [Fact]
    public async Task Manages_a_subscription_from_its_first_day_to_its_last()
    {
        await using var database = await server.NewDatabase();
        await using var receiver = await Receiver.Start();
        var made = await Answer(database, "add", receiver.Url + "/hook", "--name", "Desk", "--watches", "changes", "--country", "Japan,KOR", "--min-confidence", "0.9", "--after", "7");
        var id = made["id"]!.ToString();
        var secret = made["secret"]!.ToString();
        Assert.Equal(
            ("Desk", "webhook", "changes", "active", "7", """{"country":["JPN","KOR"],"minConfidence":["0.9"]}"""),
            (Of("name"), Of("channel"), Of("watches"), Of("state"), Of("place"), made["filter"]!.ToJsonString()));

        Assert.Equal((0, $"{id}  Desk  {receiver.Url}/hook  active  7  behind 0\n1 subscriptions\n", ""), await Run(database, "list"));
        Assert.Equal("paused", (await Answer(database, "pause", id))["state"]!.ToString());
        Assert.Equal("active", (await Answer(database, "resume", id))["state"]!.ToString());
        var rotated = (await Answer(database, "rotate", id))["secret"]!.ToString();
        Assert.True((bool)(await Answer(database, "test", id))["delivered"]!);
        var arrival = await receiver.Next();
        Assert.Equal(("/hook", 1, 1), (arrival.Path, arrival.SignedBy(secret), arrival.SignedBy(rotated)));

        await database.DataSource.Execute(Sql.Of($"insert into stances.dead_letters (subscription, sequence, part, message, attempts, error) values ({id}, 7, 1, 'm1', 9, 'The receiver answered 500.')"));
        Assert.Equal((0, "m1  7.1  attempts 9  The receiver answered 500.\n1 deadLetters\n", ""), await Run(database, "dead", id));
        Assert.Equal("1", (await Answer(database, "replay", id, "m1"))["replaying"]!.ToString());
        Assert.Equal(id, (await Answer(database, "remove", id))["removed"]!.ToString());
        Assert.Equal((2, "", "stances: There is no such subscription.\n"), await Run(database, "show", id));

        string? Of(string field) => made[field]?.ToString();
    }

    [Theory]
    [InlineData(1, "stances: The address is loopback, link-local, private or reserved; deliveries do not go there.\n", "http://127.0.0.1/hook")]
    [InlineData(1, "stances: This service has no mail server (Live:Smtp), so it sends no digests.\n", "desk@example.org")]
    [InlineData(2, "stances: There is no country 'Japn'. Did you mean Japan?\n", "https://example.org/hook", "--country", "Japn")]
    public async Task Says_in_one_line_why_it_subscribes_nobody(int code, string error, params string[] args)
    {
        await using var database = await server.NewDatabase();
        var run = await StancesProgram.Run(database.ConnectionString, ["subscriptions", "add", .. args]);

        Assert.Equal((code, "", error), run);
    }

    private static async Task Two(EventLog log) => await log.Append([Of("article-1", 0,
        Ingested("2017-08-08", "Wire"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", "insists"), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07"))]);

    private static async Task<EventLog> Log(TestDatabase database)
    {
        await LogSchema.Migrate(database.DataSource);
        return new EventLog(database.DataSource);
    }

    private static StreamAppend Of(string article, long expected, params ArticleEvent[] events) =>
        new(article, expected, [.. events.Select(e => new NewEvent(Guid.NewGuid(), EventJson.NameOf(e), EventJson.DotnetTypeOf(e), EventJson.Write(e)))]);

    private static Task<(int Code, string Out, string Error)> Run(TestDatabase database, params string[] args) =>
        StancesProgram.Run(database.ConnectionString, Local, ["subscriptions", .. args]);

    private static async Task<JsonObject> Answer(TestDatabase database, params string[] args)
    {
        var run = await Run(database, [.. args, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Out)!.AsObject();
    }

    private static async Task<string> Printed(TestDatabase database, params string[] args)
    {
        var run = await StancesProgram.Run(database.ConnectionString, args);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run.Out;
    }
}
