namespace Stances.Http;

/// <summary>Whether the service can do its work: the database answers and every projection keeps up. That it is busy does not make it ill.</summary>
internal static class HealthApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", Health).DisableRateLimiting().Produces<Status>().Produces<Status>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("200 while all is well; 503 with the reason where a projection has stopped or the database is away.");

    private static async Task<IResult> Health(Workspace workspace, CancellationToken ct)
    {
        var status = await Status.Of(workspace, ct);
        return Results.Json(status, statusCode: status.Well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
