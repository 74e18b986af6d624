using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Stances.Http;
using Stances.Live;
using Stances.Live.Subscriptions;

namespace Stances.Pages;

/// <summary>The page of subscriptions. What it does is what programs do at the same addresses; only the forms are its own.</summary>
internal static class SubscriptionRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/subscriptions", Show);
        pages.MapPost("/subscriptions", Add);
        pages.MapPost("/subscriptions/{id}", Do);
    }

    private static async Task<IResult> Show(HttpRequest request, Workspace workspace, LiveOptions options, string? after, CancellationToken ct) =>
        Page(await SubscriptionsView.Load(workspace, options, SubscriptionForm.From(request.Query, workspace.Catalogue), after, ct));

    private static async Task<IResult> Add(HttpContext http, Workspace workspace, LiveOptions options, Deliveries deliveries, CancellationToken ct)
    {
        // A program that sends no JSON is told so, not shown a page.
        if (!Negotiation.PrefersPage(http.Request))
            throw new BadHttpRequestException("Send application/json.", StatusCodes.Status415UnsupportedMediaType);
        var sent = await http.Request.ReadFormAsync(ct);
        var form = SubscriptionForm.Of(x => sent[x]);
        try
        {
            await FormKeys.Check(http);
            var (made, secret) = await new Subscribing(workspace, options).Add(form.Json(workspace), ct);
            deliveries.Wake();
            if (secret is null)
                return Results.Redirect("/subscriptions#" + made.Id);
            // The secret is told in this answer and nowhere else: no address would show it again.
            var view = await SubscriptionsView.Load(workspace, options, SubscriptionForm.Of(_ => default), null, ct);
            return Page(view with { Made = new NewWebhook(made.Id, made.Terms.Name, secret.Text) }, StatusCodes.Status201Created);
        }
        catch (InvalidInputException e)
        {
            return await Again(e, workspace, options, form, ct);
        }
    }

    private static async Task<IResult> Do(HttpContext http, Workspace workspace, LiveOptions options, Deliveries deliveries, string id, CancellationToken ct)
    {
        var sent = await http.Request.ReadFormAsync(ct);
        var subscribing = new Subscribing(workspace, options);
        try
        {
            await FormKeys.Check(http);
            switch (sent["do"].ToString())
            {
                case "delete":
                    await subscribing.Remove(id, ct);
                    break;
                case "pause":
                    await subscribing.Change(id, new JsonObject { ["state"] = "paused" }, ct);
                    break;
                case "resume":
                    await subscribing.Change(id, new JsonObject { ["state"] = "active" }, ct);
                    break;
                default:
                    throw new InvalidInputException("do", "A subscription can be paused, resumed or deleted here.");
            }
        }
        catch (InvalidInputException e)
        {
            var about = new InvalidInputException("", e.Message) { Kind = e.Kind };
            return await Again(about, workspace, options, SubscriptionForm.Of(_ => default), ct);
        }

        deliveries.Wake();
        return Results.Redirect("/subscriptions#" + Uri.EscapeDataString(id));
    }

    private static async Task<IResult> Again(InvalidInputException e, Workspace workspace, LiveOptions options, SubscriptionForm form, CancellationToken ct)
    {
        var view = await SubscriptionsView.Load(workspace, options, form, null, ct);
        var field = SubscriptionForm.FieldOf(e.Field);
        return Page(view with { Fault = new FormFault(SubscriptionForm.Fields.Contains(field) ? field : "", e.Message) }, StatusCodes.Status400BadRequest);
    }

    private static RazorComponentResult<SubscriptionsPage> Page(SubscriptionsView view, int status = StatusCodes.Status200OK) => new(new { View = view }) { StatusCode = status };
}
