using Stances.Projections;

namespace Stances.Http;

/// <summary>What countries hold and held, on both clocks.</summary>
internal static class PositionsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/positions", Matrix).Produces<List<Period>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Every country's position on every topic, as had been said `on` and was `known`; `format` is json, csv or jsonl.");
        routes.MapGet("/positions/{country}/{topic}", Position).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("What a country held on a topic, the statement that opened the position, and those since.");
        routes.MapGet("/timeline/{country}", Timeline).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("The periods of a country's positions, of one `topic` or of all.");
    }

    private static async Task<PositionView> Position(HttpContext http, Workspace workspace, string country, string topic, string? on, string? known, CancellationToken ct)
    {
        var (who, what) = (workspace.KnownCountry(country), workspace.KnownTopic(topic));
        var clock = Fields.Clock(on, known);
        clock = clock with { Known = clock.Known ?? MementosApi.Asked(http.Request) };
        MementosApi.Mark(http, who.Code, what.Id, clock.Known);
        return PositionView.Of(who, what, await Positions.Get(workspace.Db, who.Code, what.Id, clock, ct));
    }

    private static async Task<IResult> Matrix(Workspace workspace, string[]? country, string[]? topic, string? on, string? known, string? format, CancellationToken ct)
    {
        var held = await Positions.Matrix(
            workspace.Db, Fields.Clock(on, known), [.. (country ?? []).Select(x => workspace.KnownCountry(x).Code)],
            [.. (topic ?? []).Select(x => workspace.KnownTopic(x).Id)], ct);
        return Formats.IsFile(format) ? Formats.Write(format, held, null) : Results.Json(held);
    }

    private static async Task<List<Period>> Timeline(Workspace workspace, string country, string? topic, string? on, string? known, CancellationToken ct) =>
        await Positions.Timeline(
            workspace.Db, workspace.KnownCountry(country).Code, string.IsNullOrEmpty(topic) ? null : workspace.KnownTopic(topic).Id, Fields.Clock(on, known), ct);
}
