using System.Text.Json;
using System.Text.Json.Nodes;
using Stances.Http;
using Stances.Live.Webhooks;

namespace Stances.Live.Subscriptions;

/// <summary>Managing subscriptions.</summary>
internal static class SubscriptionsApi
{
    private const int Usual = 100, Most = 1000, LongestForm = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/subscriptions").ProducesProblem(400).ProducesProblem(404);
        api.MapPost("", Add).Accepts<JsonObject>("application/json").Produces<JsonObject>(201).ProducesProblem(413).ProducesProblem(415)
            .WithSummary("Subscribe: `channel` (webhook, email), `target`, `watches` (events, changes), `filter`, `start` ({after} or {since}). A webhook's `secret` is answered this once.");
        api.MapGet("", List).Produces<JsonObject>().WithSummary("Subscriptions by id; go on with `after` = `next`.");
        api.MapGet("/{id}", Get).Produces<JsonObject>().WithSummary("One subscription: how far it has come, and what stands in its way.");
        api.MapPatch("/{id}", Change).Accepts<JsonObject>("application/json").Produces<JsonObject>().ProducesProblem(413).ProducesProblem(415)
            .WithSummary("Change `name`, `target`, `watches`, `filter` or `schedule`; `state` pauses (paused) and resumes (active).");
        api.MapDelete("/{id}", Remove).Produces(204).WithSummary("End a subscription.");
        api.MapPost("/{id}/test", Test).Produces<JsonObject>().WithSummary("Send a signed test now and say what came of it.");
        api.MapPost("/{id}/secret", Rotate).Produces<JsonObject>().WithSummary("Make a new secret; the one before signs beside it for a day.");
        api.MapGet("/{id}/dead", Dead).Produces<JsonObject>().WithSummary("Notices that were given up after days of trying.");
        api.MapPost("/{id}/replay", Replay).Produces<JsonObject>().WithSummary("Try given-up notices again: one (`message`), or all.");
    }

    private static async Task<IResult> Add(HttpRequest request, Workspace workspace, LiveOptions options, Deliveries deliveries, CancellationToken ct)
    {
        var (made, secret) = await new Subscribing(workspace, options).Add(await Body(request, ct), ct);
        deliveries.Wake();
        var view = await View(made, workspace, ct);
        if (secret is not null)
            view["secret"] = secret.Text;
        return Results.Created($"/subscriptions/{made.Id}", view);
    }

    private static async Task<JsonObject> List(Workspace workspace, LiveOptions options, string? after, string? limit, CancellationToken ct)
    {
        var most = Fields.Limit(limit, Usual, Most);
        var found = await new Subscribing(workspace, options).Store.List(after, most, ct);
        var mark = await workspace.Feed.Mark(ct);
        return new JsonObject
        {
            ["subscriptions"] = new JsonArray([.. found.Select(x => SubscriptionView.Of(x, mark))]),
            ["next"] = found.Count == most ? found[^1].Id : null,
        };
    }

    private static async Task<JsonObject> Get(string id, Workspace workspace, LiveOptions options, CancellationToken ct) =>
        await View(await new Subscribing(workspace, options).Get(id, ct), workspace, ct);

    private static async Task<JsonObject> Change(string id, HttpRequest request, Workspace workspace, LiveOptions options, Deliveries deliveries, CancellationToken ct)
    {
        var changed = await new Subscribing(workspace, options).Change(id, await Body(request, ct), ct);
        deliveries.Wake();
        return await View(changed, workspace, ct);
    }

    private static async Task<IResult> Remove(string id, Workspace workspace, LiveOptions options, Deliveries deliveries, CancellationToken ct)
    {
        await new Subscribing(workspace, options).Remove(id, ct);
        deliveries.Wake();
        return Results.NoContent();
    }

    private static async Task<JsonObject> Test(string id, Workspace workspace, LiveOptions options, WebhookSender sender, CancellationToken ct)
    {
        var attempt = await new Subscribing(workspace, options).Test(id, sender, ct);
        return new JsonObject { ["delivered"] = attempt.Error is null, ["error"] = attempt.Error };
    }

    private static async Task<JsonObject> Rotate(string id, Workspace workspace, LiveOptions options, Deliveries deliveries, CancellationToken ct)
    {
        var secret = await new Subscribing(workspace, options).Rotate(id, ct);
        deliveries.Wake();
        return new JsonObject { ["secret"] = secret.Text };
    }

    private static async Task<JsonObject> Dead(string id, Workspace workspace, LiveOptions options, string? limit, CancellationToken ct)
    {
        var subscribing = new Subscribing(workspace, options);
        await subscribing.Get(id, ct);
        var dead = await subscribing.Store.DeadLetters(id, Fields.Limit(limit, Usual, Most), ct);
        return new JsonObject { ["deadLetters"] = new JsonArray([.. dead.Select(SubscriptionView.Of)]) };
    }

    private static async Task<JsonObject> Replay(string id, string? message, Workspace workspace, LiveOptions options, Deliveries deliveries, CancellationToken ct)
    {
        var asked = await new Subscribing(workspace, options).Replay(id, message, ct);
        deliveries.Wake();
        return new JsonObject { ["replaying"] = asked };
    }

    private static async Task<JsonObject> View(Subscription x, Workspace workspace, CancellationToken ct) => SubscriptionView.Of(x, await workspace.Feed.Mark(ct));

    private static async Task<JsonObject> Body(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("Send application/json.", 415);
        var buffer = new byte[LongestForm + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        if (length > LongestForm)
            throw new InvalidInputException("", $"The request has more than {LongestForm} bytes.") { Kind = InputFault.TooLarge };
        try
        {
            return JsonNode.Parse(buffer.AsSpan(0, length), documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject ?? throw new JsonException("A subscription is a JSON object.");
        }
        catch (JsonException e)
        {
            throw InvalidInputException.Of(e);
        }
    }
}
