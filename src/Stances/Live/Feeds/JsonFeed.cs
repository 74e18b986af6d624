using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stances.Live.Feeds;

/// <summary>A feed as JSON Feed 1.1. What no longer counts stays away from the items and is named in <c>_stances.deleted</c>.</summary>
internal static class JsonFeed
{
    public const string MediaType = "application/feed+json";

    /// <summary>The document; <paramref name="link"/> gives the address of an archive, or of the newest document for null.</summary>
    public static byte[] Write(FeedDocument document, string title, Func<long?, string> link)
    {
        var feed = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = title,
            ["feed_url"] = link(document.Archive),
            ["authors"] = new JsonArray(new JsonObject { ["name"] = "Stances" }),
            ["items"] = new JsonArray([.. document.Notices.Where(x => !document.Gone.ContainsKey(x.Id)).Select(Item)]),
            ["_stances"] = new JsonObject
            {
                ["deleted"] = new JsonArray([.. document.Gone.Select(x => new JsonObject { ["id"] = AtomFeed.Id(x.Key), ["when"] = AtomFeed.Moment(x.Value) })]),
            },
        };
        if (document.Older is { } older)
            feed["next_url"] = link(older);
        return JsonSerializer.SerializeToUtf8Bytes(feed, EventView.Json);
    }

    private static JsonObject Item(Notice notice)
    {
        var words = Wording.Of(notice);
        var item = new JsonObject
        {
            ["id"] = AtomFeed.Id(notice.Id),
            ["title"] = words.Title,
            ["content_text"] = words.Quote ?? words.Title,
            ["date_published"] = AtomFeed.Moment(notice.RecordedAt),
            ["tags"] = new JsonArray([.. notice.Facets.Countries.Concat(notice.Facets.Topics).Select(x => JsonValue.Create(x))]),
            ["_stances"] = notice.Body(),
        };
        if (words.Link is { } source)
            item["external_url"] = source;
        return item;
    }
}
