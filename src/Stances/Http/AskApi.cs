using Stances.Answers;

namespace Stances.Http;

/// <summary>Questions in people's words, answered from the record.</summary>
internal static class AskApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ask", Answer).Produces<Answer>().Produces(StatusCodes.Status304NotModified).ProducesProblem(400)
            .WithSummary("A cited answer to `q`, as had been said `on` and was `known`; with the `basis` of an earlier answer, the same bytes again.");
        routes.MapGet("/answers/{basis}/verify", Verify).Produces<AnswerCheck>().ProducesProblem(400)
            .WithSummary("Checks every quote of an answer against the stored text and every event against the log.");
    }

    private static async Task<IResult> Answer(HttpRequest request, Workspace workspace, string? q, string? on, string? known, string? basis, CancellationToken ct)
    {
        var answer = string.IsNullOrEmpty(basis)
            ? await Ask.Answer(q ?? "", Fields.Clock(on, known), workspace, ct)
            : await Ask.Again(basis, workspace, ct);
        return Replies.Of(request, answer.Basis, answer);
    }

    private static Task<AnswerCheck> Verify(Workspace workspace, string basis, CancellationToken ct) => AnswerCheck.Of(basis, workspace, ct);
}
