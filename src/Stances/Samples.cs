using System.Text.Json;
using Stances.Domain;

namespace Stances;

/// <summary>The sample articles that come with the program: real matters retold in our own words, so that an empty log has something to show.</summary>
public static class Samples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seeds");

    private const string Submitter = "samples";

    /// <summary>Reads the samples into a log that is empty or began with them; a log of somebody's own articles stays his own.</summary>
    public static async Task Load(Workspace workspace, CancellationToken ct)
    {
        if (await workspace.Log.ReadAll(0, 1, ct: ct) is [var first] && EventView.Read(first.Type, first.Data) is not ArticleEvent.ArticleIngested { SubmittedBy: Submitter })
            return;

        foreach (var file in Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal))
            await Ingest.File(await Read(file, ct), workspace, ct);
        await workspace.Projections.CatchUp(ct);
    }

    private static async Task<Submission> Read(string file, CancellationToken ct)
    {
        await using var about = File.OpenRead(Path.ChangeExtension(file, ".json"));
        var sample = await JsonSerializer.DeserializeAsync<Sample>(about, EventView.Json, ct) ?? throw new JsonException($"{file} has no description.");
        return Submission.Of(await File.ReadAllBytesAsync(file, ct), html: false, sample.PublishedOn, sample.Source, Submitter);
    }

    private sealed record Sample(DateOnly? PublishedOn, Source Source);
}
