using Stances.Http.OpenApi;
using Stances.Projections;

namespace Stances.Http;

/// <summary>What countries hold and held, on both clocks.</summary>
internal static class PositionsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/positions", Matrix).Produces<List<Period>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Every country's position on every topic, as had been said `on` and was `known`; `format` is json, csv or jsonl.");
        routes.MapGet("/positions/{country}/{topic}", Position).Produces<PositionView>().ProducesProblem(400).ProducesProblem(404)
            .WithMetadata(new Taken("Accept-Datetime", "As it was known at this moment, where `known` is left out (RFC 7089).", InHeader: true))
            .WithSummary("What a country held on a topic, the statement that opened the position, and those since.");
        routes.MapGet("/timeline/{country}", Timeline).Produces<List<Period>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("The periods of a country's positions, of one `topic` or of all.");
    }

    private static Task<IResult> Position(HttpContext http, Workspace workspace, Replies replies, string country, string topic, string? on, string? known, CancellationToken ct)
    {
        var (who, what) = (workspace.KnownCountry(country), workspace.KnownTopic(topic));
        var clock = Fields.Clock(on, known);
        clock = clock with { Known = clock.Known ?? MementosApi.Asked(http.Request) };
        MementosApi.Mark(http, who.Code, what.Id, clock.Known);
        return replies.Of(http.Request, clock, async (at, basis) =>
            Reply.Json(PositionView.Of(who, what, await Positions.Get(workspace.Db, who.Code, what.Id, at, ct)) with { Basis = basis }), clock.Known);
    }

    private static Task<IResult> Matrix(
        HttpRequest request, Workspace workspace, Replies replies, string[]? country, string[]? topic, string? on, string? known, string? format, CancellationToken ct)
    {
        var (countries, topics) = ((country ?? []).Select(x => workspace.KnownCountry(x).Code).ToList(), (topic ?? []).Select(x => workspace.KnownTopic(x).Id).ToList());
        return replies.Of(request, Fields.Clock(on, known), async (at, basis) =>
        {
            var held = await Positions.Matrix(workspace.Db, at, countries, topics, ct);
            return Formats.IsFile(format) ? Formats.Write(format, held, null, basis) : Reply.Json(held);
        });
    }

    private static Task<IResult> Timeline(
        HttpRequest request, Workspace workspace, Replies replies, string country, string? topic, string? on, string? known, CancellationToken ct)
    {
        var (who, what) = (workspace.KnownCountry(country).Code, string.IsNullOrEmpty(topic) ? null : workspace.KnownTopic(topic).Id);
        return replies.Of(request, Fields.Clock(on, known), async (at, _) => Reply.Json(await Positions.Timeline(workspace.Db, who, what, at, ct)));
    }
}
