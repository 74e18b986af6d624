using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class A_stream_of_changes(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";

    [Fact]
    public async Task Tells_of_each_answer_that_changed_with_the_old_and_the_new_side_by_side()
    {
        await using var at = await Newsroom.Open(server);
        await using var client = await StreamClient.Open(at.Http, "/changes/stream");
        await at.Append("article-1", Ingested("2017-08-08", "Wire"), Said("JPN", Deal, Position.Supports, Direction.For, "2017-08-01", "backs it"));
        await at.Append("article-2", Ingested("2017-08-09"), Said("JPN", Deal, Position.Supports, Direction.For, "2017-08-02", "backs it still"));
        await at.Append("article-3", Ingested("2017-09-08"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-09-01", "insists"));
        await at.Append("article-4", Ingested("2018-01-08"), Said("JPN", Deal, Position.Rejects, Direction.Against, "2018-01-01", "refuses"));
        await at.Append("article-5", Ingested("2017-11-08"), Said("JPN", Deal, Position.Concerned, Direction.For, "2017-11-01", "worries"));
        await at.Append("article-4", new EventRetracted(2, "misread", "desk"));

        var told = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var (id, type, data) = await client.Next();
            told.Add($"{id} {type} {data["change"]} {data["because"]} {data["from"]}..{data["to"]} {Side(data["before"])} -> {Side(data["after"])}");
        }

        Assert.Equal(
            [
                "2 answer_changed first said 2017-08-01..  -> supports for 2017-08-01 [2 backs it]",
                "6 answer_changed sharpened said 2017-09-01.. supports for 2017-08-01 [2 backs it] -> demands for 2017-09-01 [6 insists]",
                "8 answer_changed reversed said 2018-01-01.. demands for 2017-09-01 [6 insists] -> rejects against 2018-01-01 [8 refuses]",
                "10 answer_changed softened late 2017-11-01..2018-01-01 demands for 2017-09-01 [6 insists] -> concerned for 2017-11-01 [10 worries]",
                "11 answer_changed reversed retracted 2018-01-01.. rejects against 2018-01-01 [8 refuses] -> concerned for 2017-11-01 [10 worries]",
            ],
            told);
    }

    [Fact]
    public async Task Goes_on_between_the_answers_that_one_event_changed()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"),
            Said("JPN", Deal, Position.Supports, Direction.For, "2017-08-01"), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-01"),
            Said("USA", Deal, Position.Supports, Direction.For, "2017-08-01"));
        await at.Append("article-1", new ArticleWithdrawn("taken back", "wire"));

        await using var all = await StreamClient.Open(at.Http, "/changes/stream?after=0");
        await using var rest = await StreamClient.Open(at.Http, "/changes/stream", lastEventId: "5.1");
        await using var korea = await StreamClient.Open(at.Http, "/changes/stream?after=4&country=KOR");

        Assert.Equal("2 3 4 5.1 5.2 5", await all.Ids(6));
        Assert.Equal("5.2 5", await rest.Ids(2));
        Assert.Equal("5.2", await korea.Ids(1));
    }

    [Fact]
    public async Task Leaves_out_what_is_doubtful_unless_asked()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"),
            Said("JPN", Deal, Position.Supports, Direction.For, "2017-08-01", confidence: 0.69), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-01", confidence: 0.7));

        await using var alerts = await StreamClient.Open(at.Http, "/changes/stream?after=0");
        await using var all = await StreamClient.Open(at.Http, "/changes/stream?after=0&minConfidence=0");

        Assert.Equal("3", await alerts.Ids(1));
        Assert.Equal("2 3", await all.Ids(2));
    }

    private static string Side(JsonNode? side) =>
        side is null ? "" : $"{side["position"]} {side["direction"]} {side["since"]} [{side["statement"]!["sequence"]} {side["statement"]!["evidence"]!["exact"]}]";
}
