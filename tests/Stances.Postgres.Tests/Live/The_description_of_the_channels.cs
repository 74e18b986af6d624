using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

/// <summary>The AsyncAPI document against what is really sent.</summary>
public sealed class The_description_of_the_channels(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";
    private static readonly Evidence Words = new(0, 5, "words");

    [Fact]
    public async Task Fits_every_message_that_is_sent()
    {
        await using var at = await Newsroom.Open(server, "--Live:AllowedNetworks", "127.0.0.0/8");
        await using var receiver = await Receiver.Start();
        var document = (await at.Http.GetFromJsonAsync<JsonObject>("/asyncapi/v1.json"))!;
        var check = new SchemaCheck(document);
        foreach (var watches in new[] { "events", "changes" })
            (await at.Http.PostAsJsonAsync("/subscriptions", new { target = receiver.Url, watches, filter = new { minConfidence = 0 } })).Dispose();
        await OneOfEach(at);

        var (seen, faults) = (new SortedSet<string>(), new List<string>());
        foreach (var (stream, count) in new[] { ("/events/stream?after=0", 12), ("/changes/stream?after=0&minConfidence=0", 4) })
        {
            await using var client = await StreamClient.Open(at.Http, stream);
            for (var i = 0; i < count; i++)
            {
                var (_, type, data) = await client.Next();
                Hold(type, data);
            }
        }
        for (var i = 0; i < 16; i++)
        {
            var arrival = await receiver.Next();
            Hold("cloud_" + ((string)arrival.Event["type"]!)["stances.".Length..], arrival.Event);
        }

        Assert.Empty(faults);
        Assert.Equal(document["components"]!["messages"]!.AsObject().Select(x => x.Key).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));

        void Hold(string message, JsonObject data)
        {
            seen.Add(message);
            faults.AddRange(check.Faults(document["components"]!["messages"]![message]!["payload"], data).Select(x => $"{message}{x}: {data.ToJsonString()}"));
        }
    }

    [Fact]
    public async Task Does_not_fit_what_lacks_a_field_or_has_one_that_is_wrong()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07"));
        var document = (await at.Http.GetFromJsonAsync<JsonObject>("/asyncapi/v1.json"))!;
        await using var client = await StreamClient.Open(at.Http, "/events/stream?after=1");
        var (_, _, data) = await client.Next();
        var payload = document["components"]!["messages"]!["stance_stated"]!["payload"];

        Assert.Equal([], Faults(_ => { }));
        Assert.Equal([": 'country' is missing"], Faults(x => x.Remove("country")));
        Assert.Equal(["/on: 'Monday' is no date"], Faults(x => x["on"] = "Monday"));
        Assert.Equal(["/evidence/start: \"0\" is not of type \"integer\""], Faults(x => x["evidence"]!["start"] = "0"));
        Assert.Equal([": 'mood' is not described"], Faults(x => x["mood"] = "grave"));

        IReadOnlyList<string> Faults(Action<JsonObject> spoil)
        {
            var spoilt = data.DeepClone().AsObject();
            spoil(spoilt);
            return new SchemaCheck(document).Faults(payload, spoilt);
        }
    }

    [Fact]
    public async Task Leads_nowhere_in_none_of_its_references()
    {
        await using var at = await Newsroom.Open(server, "--Live:RabbitMq", "amqp://desk:hidden@127.0.0.1:1/");
        var document = (await at.Http.GetFromJsonAsync<JsonObject>("/asyncapi/v1.json"))!;
        var check = new SchemaCheck(document);

        var references = References(document).ToList();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, x => check.Find(x) is null);
        Assert.Equal(("3.0.0", "eventStream changeStream webhook exchange"), ((string?)document["asyncapi"], string.Join(' ', document["channels"]!.AsObject().Select(x => x.Key))));
        Assert.Equal("127.0.0.1:1", (string?)document["servers"]!["broker"]!["host"]);
        Assert.DoesNotContain("hidden", document.ToJsonString());
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(x => x.Key == "$ref" ? [(string)x.Value!] : References(x.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    /// <summary>Twelve events, of every kind, with their optional fields and without; four of them change an answer.</summary>
    private static async Task OneOfEach(Newsroom at)
    {
        await at.Append("article-1",
            Ingested("2017-08-08", "Wire", "https://example.org/a"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", speaker: "Taro Kono"),
            new StanceStated("KOR", new Speaker(null, "foreign minister"), Attribution.Quote, Deal, Position.Opposes, Direction.Against, "JPN", "objects", null, 0.9, ["said so"], Words),
            new MeetingHeld(null, "Manila", null, MeetingFormat.Bilateral, [new Participant("Taro Kono", null, "JPN"), new Participant(null, "envoy", null)], 0.8, [], Words),
            new MeetingHeld(Day("2017-08-07"), null, "a forum", MeetingFormat.Summit, [], 0.8, ["told"], Words),
            new AgreementReached(["JPN", "KOR"], Deal, "to talk", AgreementStage.Declared, null, 0.8, [], Words),
            new EventRetracted(2, "misread", "desk"));
        await at.Append("article-1", Revised("2017-08-09"), new ArticleWithdrawn("taken back", "wire"));
        await at.Append("article-2", Ingested(null), Said("USA", Deal, Position.Supports, Direction.For, "2017-08-07"), Said("USA", Deal, Position.Opposes, Direction.Against, "2017-08-08"));
    }
}
