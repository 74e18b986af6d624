using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class A_stream_of_events(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";

    private static StanceStated Japan(double confidence = 0.9) => Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", speaker: "Taro Kono", confidence: confidence);

    private static StanceStated Korea => Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07");

    [Fact]
    public async Task Catches_up_from_a_sequence_and_goes_live()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"), Japan(), Korea);
        await using var client = await StreamClient.Open(at.Http, "/events/stream?after=1");

        Assert.Equal("2 3", await client.Ids(2));
        await at.Append("article-2", Ingested("2017-08-08", "Example Wire"), Japan());
        var (id, type, _) = await client.Next();
        var stance = await client.Next();

        Assert.Equal(("4", "article_ingested"), (id, type));
        Assert.Equal(("5", "stance_stated", "JPN", "Example Wire"), (stance.Id, stance.Type, (string?)stance.Data["country"], (string?)stance.Data["source"]!["publisher"]));
        Assert.Equal(("text/event-stream", "no"), (client.Response.Content.Headers.ContentType!.MediaType, client.Response.Headers.GetValues("X-Accel-Buffering").Single()));
    }

    [Fact]
    public async Task Goes_on_behind_the_last_event_seen_wherever_it_first_began()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"), Japan(), Korea);
        await using var client = await StreamClient.Open(at.Http, "/events/stream?after=0", lastEventId: "2");

        Assert.Equal("3", await client.Ids(1));
    }

    [Fact]
    public async Task Begins_with_what_comes_next_where_no_start_is_named()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"), Japan());
        await using var client = await StreamClient.Open(at.Http, "/events/stream");
        await at.Append("article-2", Ingested("2017-08-08"));

        Assert.Equal("3", await client.Ids(1));
    }

    [Fact]
    public async Task Begins_at_a_day()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"));
        var today = DateTime.UtcNow.Date;
        await using var all = await StreamClient.Open(at.Http, $"/events/stream?since={today.AddDays(-1):yyyy-MM-dd}");
        await using var none = await StreamClient.Open(at.Http, $"/events/stream?since={DateTime.UtcNow.AddSeconds(1):yyyy-MM-ddTHH:mm:ss.fffffffZ}");

        Assert.Equal("1", await all.Ids(1));
        await Task.WhenAny(at.Workspace.Feed.MarkAt(2), Until(DateTime.UtcNow.AddSeconds(1.2)));
        await at.Append("article-2", Ingested("2017-08-08"));
        Assert.Equal("2", await none.Ids(1));

        static async Task Until(DateTime moment)
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while (DateTime.UtcNow < moment)
                await timer.WaitForNextTickAsync();
        }
    }

    [Fact]
    public async Task Tells_what_was_asked_for_and_of_its_retraction()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08", "Example Wire"), Japan(), Korea, Japan(0.5));
        await at.Append("article-2", Ingested("2017-08-08", "Another"));
        await at.Append("article-1", new EventRetracted(2, "misread", "desk"));
        await at.Append("article-9", Ingested("2017-08-09", "Example Wire"),
            Said("JPN", "gsomia", Position.Opposes, Direction.For, null, speaker: "Kono", confidence: 1), Korea, new EventRetracted(2, "x", "y"));

        Assert.Equal("2 4 6", await Found("country=JPN"));
        Assert.Equal("3", await Found("country=South+Korea"));
        Assert.Equal("2 6", await Found("country=JPN&minConfidence=0.7"));
        Assert.Equal("", await Found("country=JPN,KOR&topic=gsomia"));
        Assert.Equal("3", await Found("position=opposes"));
        Assert.Equal("2 4 6", await Found("direction=for&person=kono"));
        Assert.Equal("1 2 3 4 6", await Found("publisher=Example+Wire"));
        Assert.Equal("6", await Found("type=event_retracted"));
        Assert.Equal("1 2 3 4 5", await Found("type=stance_stated,article_ingested"));

        async Task<string> Found(string filter)
        {
            await using var client = await StreamClient.Open(at.Http, $"/events/stream?after=0&{filter}");
            var found = new List<string>();
            while ((await client.Next()).Id is var id && int.Parse(id) < 7)
                found.Add(id);
            return string.Join(' ', found);
        }
    }

    [Fact]
    public async Task Shows_what_a_retraction_takes_back()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08", "Example Wire"), Japan(), Korea);
        await at.Append("article-1", new EventRetracted(2, "misread", "desk"), new ArticleWithdrawn("taken back", "wire"));
        await using var client = await StreamClient.Open(at.Http, "/events/stream?after=3");

        var (retracted, withdrawn) = (await client.Next(), await client.Next());

        Assert.Equal(["JPN"], retracted.Data["retracted"]!.AsArray().Select(x => (string?)x!["country"]));
        Assert.Equal(["KOR"], withdrawn.Data["retracted"]!.AsArray().Select(x => (string?)x!["country"]));
    }

    [Fact]
    public async Task Serves_from_the_log_who_has_fallen_behind_what_is_kept()
    {
        await using var at = await Newsroom.Open(server);
        await using var client = await StreamClient.Open(at.Http, "/events/stream?after=0");
        for (var i = 0; i < 10; i++)
            await at.Append($"article-{i}", [Ingested("2017-08-08"), .. Enumerable.Repeat(Japan(), 499)]);

        Assert.Equal(string.Join(' ', Enumerable.Range(1, 5000)), await client.Ids(5000));
    }

    [Fact]
    public async Task Refuses_what_it_does_not_understand()
    {
        await using var at = await Newsroom.Open(server);

        Assert.Equal((400, "#/after"), await Refused("after=x"));
        Assert.Equal((400, "#/after"), await Refused("after=-1"));
        Assert.Equal((400, "#/since"), await Refused("since=yesterday"));
        Assert.Equal((404, "#/country"), await Refused("country=Atlantis"));
        Assert.Equal((400, "#/position"), await Refused("position=likes"));
        Assert.Equal((400, "#/minConfidence"), await Refused("minConfidence=2"));
        Assert.Equal((400, "#/minConfidence"), await Refused("minConfidence=1e999"));
        Assert.Equal((400, "#/person"), await Refused("person=" + string.Join(',', Enumerable.Range(0, 201))));

        async Task<(int, string?)> Refused(string query)
        {
            using var answer = await at.Http.GetAsync("/events/stream?" + query, HttpCompletionOption.ResponseHeadersRead);
            return ((int)answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![0]!["pointer"]);
        }
    }
}
