using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Stances.Http;
using Stances.Live;
using Stances.Live.Subscriptions;
using Stances.Live.Webhooks;

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

    private static async Task<IResult> Show(HttpContext http, Workspace workspace, LiveOptions options, string? after, CancellationToken ct)
    {
        var view = await SubscriptionsView.Load(workspace, options, SubscriptionForm.From(http.Request.Query, workspace.Catalogue), after, ct);
        return Page(view with { Outcome = Handover.Take(http) });
    }

    private static async Task<IResult> Add(HttpContext http, Workspace workspace, LiveOptions options, Deliveries deliveries, CancellationToken ct)
    {
        // A program that sends no JSON is told so, not shown a page.
        if (!Negotiation.PrefersPage(http.Request))
            throw new BadHttpRequestException("Send application/json.", StatusCodes.Status415UnsupportedMediaType);
        var sent = await SentForm.Read(http.Request, ct);
        var form = SubscriptionForm.Of(x => sent[x]);
        try
        {
            await FormKeys.Check(http);
            var (made, secret) = await new Subscribing(workspace, options).Add(form.Json(workspace), ct);
            deliveries.Wake();
            Handover.Give(http, new Outcome(made.Id, made.Terms.Name, "made", secret?.Text));
            return To(made.Id);
        }
        catch (InvalidInputException e)
        {
            return await Again(e, workspace, options, form, ct);
        }
    }

    private static async Task<IResult> Do(HttpContext http, Workspace workspace, LiveOptions options, Deliveries deliveries, WebhookSender sender, string id, CancellationToken ct)
    {
        var sent = await SentForm.Read(http.Request, ct);
        var subscribing = new Subscribing(workspace, options);
        try
        {
            await FormKeys.Check(http);
            var name = (await subscribing.Get(id, ct)).Terms.Name;
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
                case "test":
                    Handover.Give(http, new Outcome(id, name, "tested", Error: (await subscribing.Test(id, sender, ct)).Error));
                    break;
                case "rotate":
                    Handover.Give(http, new Outcome(id, name, "rotated", (await subscribing.Rotate(id, ct)).Text));
                    break;
                case "replay":
                    await subscribing.Replay(id, sent["message"].FirstOrDefault(), ct);
                    Handover.Give(http, new Outcome(id, name, "replayed"));
                    break;
                default:
                    throw new InvalidInputException("do", "A subscription can be tested, paused, resumed, given a new secret, made to try again, or deleted here.");
            }
        }
        catch (InvalidInputException e)
        {
            var about = new InvalidInputException("", e.Message) { Kind = e.Kind };
            return await Again(about, workspace, options, SubscriptionForm.Of(_ => default), ct);
        }

        deliveries.Wake();
        return To(id);
    }

    private static IResult To(string id) => Results.Redirect("/subscriptions#" + Uri.EscapeDataString(id));

    private static async Task<IResult> Again(InvalidInputException e, Workspace workspace, LiveOptions options, SubscriptionForm form, CancellationToken ct)
    {
        var view = await SubscriptionsView.Load(workspace, options, form, null, ct);
        var field = SubscriptionForm.FieldOf(e.Field);
        return Page(view with { Fault = new FormFault(SubscriptionForm.Fields.Contains(field) ? field : "", e.Message) }, StatusCodes.Status400BadRequest);
    }

    private static RazorComponentResult<SubscriptionsPage> Page(SubscriptionsView view, int status = StatusCodes.Status200OK) => new(new { View = view }) { StatusCode = status };
}
