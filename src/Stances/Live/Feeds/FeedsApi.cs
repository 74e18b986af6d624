using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Stances.Http;
using Stances.Http.OpenApi;

namespace Stances.Live.Feeds;

/// <summary>Feeds of any selection: <c>/feeds/events.atom</c>, <c>/feeds/events.json</c>, and the same of changes.</summary>
internal static class FeedsApi
{
    private static readonly Taken Archive = new("archive", "An archived document, as the links of the newer ones name it; the newest where left out.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (watches, what) in new[] { ("events", "Events"), ("changes", "Changes of answers") })
        {
            routes.MapGet($"/feeds/{watches}.atom", (HttpContext http, Workspace workspace, LiveOptions options, CancellationToken ct) =>
                    Answer(http, workspace, options, watches, AtomFeed.MediaType, AtomFeed.Write, ct))
                .Produces(200, contentType: AtomFeed.MediaType).ProducesProblem(400).ProducesProblem(404)
                .WithMetadata(Archive).WithMetadata(SelectionFields.Described(watches)).WithSummary($"{what} as Atom, archived by RFC 5005, with tombstones.");
            routes.MapGet($"/feeds/{watches}.json", (HttpContext http, Workspace workspace, LiveOptions options, CancellationToken ct) =>
                    Answer(http, workspace, options, watches, JsonFeed.MediaType, JsonFeed.Write, ct))
                .Produces(200, contentType: JsonFeed.MediaType).ProducesProblem(400).ProducesProblem(404)
                .WithMetadata(Archive).WithMetadata(SelectionFields.Described(watches)).WithSummary($"{what} as JSON Feed 1.1.");
        }
    }

    private static async Task<IResult> Answer(
        HttpContext http, Workspace workspace, LiveOptions options, string watches, string type, Func<FeedDocument, string, Func<long?, string>, byte[]> write, CancellationToken ct)
    {
        var asked = http.Request.Query;
        var selection = SelectionFields.Read(workspace, x => asked[x], watches == "changes" ? Selection.AlertConfidence : null);
        long? archive = string.IsNullOrEmpty(asked["archive"]) ? null : Fields.After(asked["archive"], "archive");
        var source = watches == "changes" ? NoticeSources.Changes(workspace.Feed) : NoticeSources.Events(workspace.Feed);
        var document = await FeedQuery.Read(workspace.Db, source, selection, archive, ct)
            ?? throw new InvalidInputException("archive", "There is no such archive.") { Kind = InputFault.Unknown };

        var bytes = write(document, Title(watches, selection), n => Link(http.Request, options, n));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(bytes, type + "; charset=utf-8", entityTag: tag);
    }

    private static string Title(string watches, Selection selection)
    {
        var fields = SelectionFields.Write(selection).Where(x => x.Key != "minConfidence").SelectMany(x => x.Value).ToList();
        return $"Stances: {watches}{(fields.Count > 0 ? " of " + string.Join(", ", fields) : "")}";
    }

    private static string Link(HttpRequest request, LiveOptions options, long? archive)
    {
        var host = options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        var query = request.Query.Where(x => x.Key != "archive").SelectMany(x => x.Value.Select(v => $"{Uri.EscapeDataString(x.Key)}={Uri.EscapeDataString(v ?? "")}"));
        if (archive is { } n)
            query = query.Append("archive=" + n.ToString(CultureInfo.InvariantCulture));
        var text = string.Join('&', query);
        return host + request.Path + (text.Length > 0 ? "?" + text : "");
    }
}
