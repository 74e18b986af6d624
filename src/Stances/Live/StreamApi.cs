using Stances.Http.OpenApi;

namespace Stances.Live;

/// <summary>Live streams: <c>/events/stream</c> and <c>/changes/stream</c>, as server-sent events that catch up and go live without a gap.</summary>
internal static class StreamApi
{
    private static readonly object[] Start =
    [
        new Taken("after", "Begin behind this sequence."), new Taken("since", "Begin with what was recorded on this day or from this instant on."),
        new Taken("Last-Event-ID", "The last `id` that was seen; counts for more than where it first began.", InHeader: true),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/events/stream", (HttpContext http, LiveFeeds feeds, Workspace workspace, IHostApplicationLifetime life) =>
                Serve(http, feeds.Events, workspace, null, life))
            .DisableRateLimiting().Produces(200, contentType: "text/event-stream").ProducesProblem(400).ProducesProblem(404)
            .WithMetadata(Start).WithMetadata(SelectionFields.Described("events"))
            .WithSummary("Events as they are recorded. `after` (a sequence) or `since` (a day or instant) first catch up; `Last-Event-ID` resumes.");
        routes.MapGet("/changes/stream", (HttpContext http, LiveFeeds feeds, Workspace workspace, IHostApplicationLifetime life) =>
                Serve(http, feeds.Changes, workspace, Selection.AlertConfidence, life))
            .DisableRateLimiting().Produces(200, contentType: "text/event-stream").ProducesProblem(400).ProducesProblem(404)
            .WithMetadata(Start).WithMetadata(SelectionFields.Described("changes"))
            .WithSummary("Changes of answers, old and new side by side: a position opened, sharpened, softened or reversed, or is another because of a late "
                + "article or a retraction. From confidence 0.7 up unless `minConfidence` says otherwise.");
    }

    private static async Task Serve(HttpContext http, Tail tail, Workspace workspace, double? usualConfidence, IHostApplicationLifetime life)
    {
        var asked = http.Request.Query;
        var selection = SelectionFields.Read(workspace, x => asked[x], usualConfidence);
        var start = Live.Start.Read(http.Request.Headers["Last-Event-ID"], asked["after"], asked["since"]);
        var after = await start.In(workspace.Feed, tail.End, http.RequestAborted);
        await EventStream.Serve(http, tail, after, start.Since, selection, life.ApplicationStopping);
    }
}
