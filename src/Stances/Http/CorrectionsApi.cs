using System.Text.Json.Nodes;

namespace Stances.Http;

/// <summary>Putting right what was stored: each correction is an event with its reason and who made it.</summary>
internal static class CorrectionsApi
{
    private const int MostReason = 2000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/articles/{id}/retractions", Retract).Produces<JsonObject>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(415)
            .WithSummary("Take one finding back, by its `version` or `sequence`. It stays in the log and in what was known before.");
        routes.MapPost("/articles/{id}/withdrawal", Withdraw).Produces<JsonObject>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(415)
            .WithSummary("Take the whole article back.");
        routes.MapPost("/articles/{id}/erasure", Erase).Produces<JsonObject>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(415)
            .WithSummary("Erase the article's text for good; events, quotes and hashes stay.");
        routes.MapPost("/articles/{id}/readings", Reread).Produces<JsonObject>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Read the stored text again with the reader of today; `?commit=true` stores the difference.");
    }

    private static async Task<JsonObject> Retract(string id, RetractionRequest? request, Workspace workspace, CancellationToken ct)
    {
        var (reason, by) = Checked(request?.Reason, request?.By);
        var version = request!.Version
            ?? (request.Sequence is { } sequence
                ? (await Streams.Read(id, workspace, ct)).FirstOrDefault(x => x.Sequence == sequence)?.Version
                    ?? throw new InvalidInputException("sequence", $"{id} has no event {sequence}.") { Kind = InputFault.Unknown }
                : throw new InvalidInputException("version", "Say which event by its version or its sequence."));
        return ArticlesApi.Receipt(await Corrections.Retract(id, version, reason, by, workspace, ct));
    }

    private static async Task<JsonObject> Withdraw(string id, CorrectionRequest? request, Workspace workspace, CancellationToken ct)
    {
        var (reason, by) = Checked(request?.Reason, request?.By);
        return ArticlesApi.Receipt(await Corrections.Withdraw(id, reason, by, workspace, ct));
    }

    private static async Task<JsonObject> Erase(string id, CorrectionRequest? request, Workspace workspace, CancellationToken ct)
    {
        var (reason, by) = Checked(request?.Reason, request?.By);
        return new JsonObject { ["article"] = id, ["erasedTexts"] = await Corrections.Erase(id, reason, by, workspace, ct) };
    }

    private static async Task<JsonObject> Reread(string id, string? commit, Workspace workspace, CancellationToken ct)
    {
        var stored = Fields.Flag(commit, "commit");
        var changes = await Corrections.Reread(id, stored, workspace, ct);
        return new JsonObject { ["article"] = id, ["committed"] = stored, ["changes"] = new JsonArray([.. changes.Select(EventView.Of)]) };
    }

    private static (string Reason, string By) Checked(string? reason, string? by) =>
        (Words(reason, "reason"), Words(by, "by"));

    private static string Words(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? throw new InvalidInputException(field, $"The {field} is missing.")
        : text.Length > MostReason ? throw new InvalidInputException(field, $"The {field} has more than {MostReason} characters.")
        : text.Contains('\0', StringComparison.Ordinal) ? throw new InvalidInputException(field, $"The {field} is no text.")
        : text;
}

/// <summary>Which finding is taken back, why and by whom.</summary>
/// <param name="Version">The event's place in the article's stream.</param>
/// <param name="Sequence">Or its place in the log.</param>
public sealed record RetractionRequest(long? Version, long? Sequence, string? Reason, string? By);

/// <summary>Why a whole article is corrected, and by whom.</summary>
public sealed record CorrectionRequest(string? Reason, string? By);
