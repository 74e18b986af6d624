using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class A_feed(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Tombstones = "http://purl.org/atompub/tombstones/1.0", History = "http://purl.org/syndication/history/1.0";

    [Fact]
    public async Task Shows_the_newest_first_and_a_tombstone_for_what_was_taken_back()
    {
        await using var at = await Newsroom.Open(server);
        var words = "<script>alert(1)</script> & \u0001";
        await at.Append("article-1", Ingested("2017-08-08", "Wire", "https://example.org/a"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", words), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07"));
        await at.Append("article-1", new EventRetracted(3, "misread", "desk"));
        var ids = (await at.Workspace.Log.ReadAll(0, 10)).Select(x => "urn:uuid:" + x.Id).ToList();

        var feed = XDocument.Parse(await at.Http.GetStringAsync("/feeds/events.atom?topic=" + Deal)).Root!;
        var json = (await at.Http.GetFromJsonAsync<JsonObject>("/feeds/events.json?topic=" + Deal))!;

        Assert.Equal([ids[3], ids[1]], feed.Elements(Atom + "entry").Select(x => (string)x.Element(Atom + "id")!));
        Assert.Equal([ids[2]], feed.Elements(Tombstones + "deleted-entry").Select(x => (string)x.Attribute("ref")!));
        Assert.Equal("\"<script>alert(1)</script> & \uFFFD\" (Wire)", (string)feed.Elements(Atom + "entry").Last().Element(Atom + "content")!);
        Assert.Equal("https://example.org/a", (string)feed.Elements(Atom + "entry").Last().Element(Atom + "link")!.Attribute("href")!);
        Assert.All(feed.DescendantsAndSelf(Atom + "entry"), x => Assert.NotNull(x.Element(Atom + "updated")));
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)json["version"]);
        Assert.Equal([ids[3], ids[1]], json["items"]!.AsArray().Select(x => (string?)x!["id"]));
        Assert.Equal([ids[2]], json["_stances"]!["deleted"]!.AsArray().Select(x => (string?)x!["id"]));
    }

    [Fact]
    public async Task Is_archived_so_that_a_reader_who_follows_the_links_misses_nothing()
    {
        await using var at = await Newsroom.Open(server);
        for (var i = 0; i < 5; i++)
            await at.Append($"article-{i}", [Ingested("2017-08-08"), .. Enumerable.Repeat(Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07"), 499)]);

        var (seen, next, archives) = (new HashSet<string>(), "/feeds/events.atom?type=stance_stated", 0);
        while (next is not null)
        {
            var feed = XDocument.Parse(await at.Http.GetStringAsync(next)).Root!;
            seen.UnionWith(feed.Elements(Atom + "entry").Select(x => (string)x.Element(Atom + "id")!));
            archives += feed.Element(History + "archive") is null ? 0 : 1;
            next = (string?)feed.Elements(Atom + "link").FirstOrDefault(x => (string)x.Attribute("rel")! == "prev-archive")?.Attribute("href");
        }

        Assert.Equal((5 * 499, 2), (seen.Count, archives));
        Assert.Equal(HttpStatusCode.NotFound, (await at.Http.GetAsync("/feeds/events.atom?archive=3")).StatusCode);
    }

    [Fact]
    public async Task Is_not_sent_again_where_nothing_is_new()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"));
        using var first = await at.Http.GetAsync("/feeds/events.json");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/feeds/events.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await at.Http.SendAsync(again);

        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
        await at.Append("article-2", Ingested("2017-08-08"));
        Assert.NotEqual(first.Headers.ETag, (await at.Http.GetAsync("/feeds/events.json")).Headers.ETag);
    }

    [Fact]
    public async Task Tells_of_changed_answers_too()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07"));
        await at.Workspace.Projections.CatchUp();

        var feed = XDocument.Parse(await at.Http.GetStringAsync("/feeds/changes.atom")).Root!;
        var document = (await at.Http.GetFromJsonAsync<JsonObject>("/asyncapi/v1.json"))!;

        Assert.Equal(["2017-08-07 JPN on comfort-women-deal: nothing -> demands (for) (first, said; from 2017-08-07)"], feed.Elements(Atom + "entry").Select(x => (string)x.Element(Atom + "title")!));
        Assert.Equal("3.0.0", (string?)document["asyncapi"]);
    }
}
