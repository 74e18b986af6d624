using System.Runtime.CompilerServices;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction;
using Stances.Extraction.Catalogue;

namespace Stances.Tests.Reading;

/// <summary>The reader with the catalogue as it is given out.</summary>
internal static class Reader
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Folder(), "../../.."));

    public static readonly WorldCatalogue Catalogue = CatalogueFiles.Load([Path.Combine(Root, "catalogue")]);

    public static readonly RulesReader Rules = new(Catalogue);

    public static IReadOnlyList<ArticleEvent> Read(string text, string? published = null, string? publisher = null) =>
        Rules.Read(new ArticleText(text, published is null ? null : DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture), new Source(publisher, null, null, null, "en"))).Events;

    /// <summary>The stances of a text in short: country, speaker, topic, position, direction.</summary>
    public static IReadOnlyList<string> Stances(string text, string? published = null, string? publisher = null) =>
        [.. Read(text, published, publisher).OfType<ArticleEvent.StanceStated>().Select(x => $"{x.Country} {x.Speaker?.Name ?? "-"} {x.Topic} {x.Position}")];

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
