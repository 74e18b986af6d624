using Stances.Projections;

namespace Stances.Pages;

/// <summary>What is taken away from the pages: bibliography entries.</summary>
internal static class Downloads
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").ExcludeFromDescription();
        Citing.Map(files);
        foreach (var format in EntryFormat.All)
        {
            files.MapGet("/statements/{sequence:long}" + format.Ending, async (HttpRequest request, Workspace workspace, long sequence, CancellationToken ct) =>
                format.Answer(await Statement(request, workspace, sequence, ct)));
            files.MapGet("/articles/{id}" + format.Ending, async (HttpRequest request, Workspace workspace, string id, CancellationToken ct) =>
                format.Answer(await Article(request, workspace, id, ct)));
        }
    }

    private static async Task<Bibliography> Statement(HttpRequest request, Workspace workspace, long sequence, CancellationToken ct)
    {
        var said = await StatementQuery.Get(workspace.Db, sequence, Clock.Now, ct)
            ?? throw new InvalidInputException("sequence", $"No statement that counts has the sequence {sequence}.") { Kind = InputFault.Unknown };
        var (now, cited) = (Known(workspace), said.Told.Cited);
        return Bibliography.Of(said, workspace.Catalogue, Origin(request) + now.Article(cited.Article.Id, cited.Sequence), workspace.Today);
    }

    private static async Task<Bibliography> Article(HttpRequest request, Workspace workspace, string id, CancellationToken ct)
    {
        var history = await ArticleHistory.Get(workspace.Log, id, Clock.Now, ct);
        return history.Entries.Count == 0
            ? throw new InvalidInputException("id", "No such article is known.") { Kind = InputFault.Unknown }
            : Bibliography.Of(id, history.Article, Origin(request) + Known(workspace).Article(id), workspace.Today);
    }

    /// <summary>The address of this service as the request called it, for links that leave the page.</summary>
    public static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    // What is cited is in the article whatever day it was said; only what was known must stay.
    private static AsOf Known(Workspace workspace) => new AsOf(null, null).Fixed(workspace.Clock) with { On = null };
}
