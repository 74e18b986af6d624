using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using CodeHollow.FeedReader;
using Microsoft.AspNetCore.Http;
using StandardWebhooks;
using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

/// <summary>What is sent, read by implementations of its specifications that are none of ours.</summary>
public sealed class Others_libraries(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";

    [Fact]
    public async Task Take_a_webhook_for_a_signed_cloud_event_and_refuse_one_that_was_changed()
    {
        await using var at = await Newsroom.Open(server, "--Live:AllowedNetworks", "127.0.0.0/8");
        await using var receiver = await Receiver.Start();
        using var answer = await at.Http.PostAsJsonAsync("/subscriptions", new { target = receiver.Url, filter = new { country = "Japan" } });
        var key = new StandardWebhook((string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["secret"]!);
        await at.Append("article-1", Ingested("2017-08-08", "Wire"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07"));

        var arrival = await receiver.Next();
        var headers = new HeaderDictionary
        {
            ["webhook-id"] = arrival.Id, ["webhook-timestamp"] = $"{arrival.Timestamp}", ["webhook-signature"] = arrival.Signature,
        };
        key.Verify(arrival.Body, headers);
        Assert.ThrowsAny<Exception>(() => key.Verify(arrival.Body + " ", headers));

        var e = new JsonEventFormatter().DecodeStructuredModeMessage(Encoding.UTF8.GetBytes(arrival.Body), contentType: null, extensionAttributes: null);
        Assert.True(e.IsValid);
        Assert.Equal(
            (CloudEventsSpecVersion.V1_0, arrival.Id, "/articles/article-1", "stances.stance_stated", new DateTimeOffset(2017, 8, 7, 0, 0, 0, TimeSpan.Zero), "2"),
            (e.SpecVersion, e.Id, e.Source!.ToString(), e.Type, e.Time, e["sequence"]));
    }

    [Fact]
    public async Task Read_a_feed_whatever_its_entries_say()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append(
            "article-1", Ingested("2017-08-08", "Wire", "https://example.org/a"),
            Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", "<script>alert(1)</script> & \u0001"), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07"));

        var feed = FeedReader.ReadFromString(await at.Http.GetStringAsync("/feeds/events.atom?topic=" + Deal));

        var told = await at.Workspace.Log.ReadAll(1, 2);
        Assert.Equal(FeedType.Atom, feed.Type);
        Assert.Equal(told.AsEnumerable().Reverse().Select(x => ("urn:uuid:" + x.Id, "https://example.org/a")), feed.Items.Select(x => (x.Id, x.Link)));
        Assert.Equal("\"<script>alert(1)</script> & \uFFFD\" (Wire)", feed.Items[^1].Content);
    }
}
