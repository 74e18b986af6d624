using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Http;

/// <summary>The log as it is: events in the order of their sequence, page by page.</summary>
internal static class EventsApi
{
    private const int Usual = 100, Most = 1000;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/events", Page).Produces<JsonObject>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Events after a sequence, in order. Go on with `after` = `next`; nothing is ever skipped.");

    private static Task<IResult> Page(
        HttpRequest request, Workspace workspace, Replies replies, string? after, string? since, string? limit, string? type, string? stream, string? country, string? topic,
        CancellationToken ct)
    {
        var (from, filter, most) = (Fields.After(after, "after"), Filter(workspace, type, stream, country, topic, since), Fields.Limit(limit, Usual, Most));
        return replies.OfLog(request, async upTo =>
        {
            var page = await workspace.Feed.Page(from, filter, most, ct);
            var through = Math.Max(from, Math.Min(page.Through, upTo ?? long.MaxValue));
            return (new JsonObject
            {
                ["events"] = new JsonArray([.. page.Events.Where(x => x.Sequence <= through).Select(EventView.Of)]),
                ["next"] = through,
            }, through);
        });
    }

    private static EventFilter Filter(Workspace workspace, string? type, string? stream, string? country, string? topic, string? since)
    {
        var fields = new List<(string, string)>();
        if (!string.IsNullOrEmpty(country))
            fields.Add((nameof(ArticleEvent.StanceStated.Country), workspace.KnownCountry(country).Code));
        if (!string.IsNullOrEmpty(topic))
            fields.Add((nameof(ArticleEvent.StanceStated.Topic), workspace.KnownTopic(topic).Id));
        if (!string.IsNullOrEmpty(type) && !EventJson.Names.Contains(type))
            throw new InvalidInputException("type", $"There is no event type '{type}'; there are {string.Join(", ", EventJson.Names)}.") { Kind = InputFault.Unknown };
        return new EventFilter(string.IsNullOrEmpty(type) ? null : [type], string.IsNullOrEmpty(stream) ? null : stream, fields, Fields.Since(since, "since"));
    }
}
