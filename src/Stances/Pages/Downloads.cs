using Stances.Projections;

namespace Stances.Pages;

/// <summary>What is taken away from the pages: bibliography entries.</summary>
internal static class Downloads
{
    public const string BibTeX = "application/x-bibtex; charset=utf-8", Ris = "application/x-research-info-systems; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").ExcludeFromDescription();
        Citing.Map(files);
        files.MapGet("/statements/{sequence:long}.bib", async (HttpRequest request, Workspace workspace, long sequence, CancellationToken ct) =>
            Text((await Statement(request, workspace, sequence, ct)).BibTeX(), BibTeX));
        files.MapGet("/statements/{sequence:long}.ris", async (HttpRequest request, Workspace workspace, long sequence, CancellationToken ct) =>
            Text((await Statement(request, workspace, sequence, ct)).Ris(), Ris));
        files.MapGet("/articles/{id}.bib", async (HttpRequest request, Workspace workspace, string id, CancellationToken ct) =>
            Text((await Article(request, workspace, id, ct)).BibTeX(), BibTeX));
        files.MapGet("/articles/{id}.ris", async (HttpRequest request, Workspace workspace, string id, CancellationToken ct) =>
            Text((await Article(request, workspace, id, ct)).Ris(), Ris));
    }

    private static async Task<Bibliography> Statement(HttpRequest request, Workspace workspace, long sequence, CancellationToken ct)
    {
        var said = await StatementQuery.Get(workspace.Db, sequence, Clock.Now, ct)
            ?? throw new InvalidInputException("sequence", $"No statement that counts has the sequence {sequence}.") { Kind = InputFault.Unknown };
        var (now, cited) = (Known(workspace), said.Told.Cited);
        return Bibliography.Of(said, workspace.Catalogue, Origin(request) + now.Article(cited.Article.Id, cited.Sequence), Today(workspace));
    }

    private static async Task<Bibliography> Article(HttpRequest request, Workspace workspace, string id, CancellationToken ct)
    {
        var history = await ArticleHistory.Get(workspace.Log, id, Clock.Now, ct);
        return history.Entries.Count == 0
            ? throw new InvalidInputException("id", "No such article is known.") { Kind = InputFault.Unknown }
            : Bibliography.Of(id, history.Article, Origin(request) + Known(workspace).Article(id), Today(workspace));
    }

    private static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    // What is cited is in the article whatever day it was said; only what was known must stay.
    private static AsOf Known(Workspace workspace) => new AsOf(null, null).Fixed(workspace.Clock) with { On = null };

    private static DateOnly Today(Workspace workspace) => DateOnly.FromDateTime(workspace.Clock.GetUtcNow().UtcDateTime);

    private static IResult Text(string text, string type) => Results.Text(text, type);
}
