using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>An entry of a bibliography: who, what, where and when, and the address it is found at.</summary>
/// <param name="Key">What it is cited by.</param>
/// <param name="Quote">The words, where it is a statement.</param>
public sealed record Bibliography(string Key, string? Author, string Title, string? In, DateOnly? Day, string Url, DateOnly Seen, string? Quote)
{
    /// <summary>The entry for a statement.</summary>
    public static Bibliography Of(Statement said, WorldCatalogue catalogue, string url, DateOnly seen)
    {
        var article = said.Told.Cited.Article;
        var (country, topic) = (catalogue.CountryOf(said.Country), catalogue.TopicOf(said.Topic));
        return new Bibliography(
            string.Create(CultureInfo.InvariantCulture, $"stances-s{said.Told.Cited.Sequence}"), said.Speaker?.Name ?? country.Name, $"{country.Name} on {topic.Label}",
            string.Join(", ", new[] { article.Title, article.Publisher }.OfType<string>()) is { Length: > 0 } source ? source : null, said.SaidBy, url, seen, said.Told.Cited.Evidence.Exact);
    }

    /// <summary>The entry for an article.</summary>
    public static Bibliography Of(string id, Domain.Article article, string url, DateOnly seen) => new(
        id, article.Source.Author, article.Source.Title ?? "An article without a title", article.Source.Publisher, article.PublishedOn, article.Source.Url ?? url, seen, null);

    /// <summary>As BibTeX.</summary>
    public string BibTeX()
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@misc{{{Key},\n");
        Field("author", Author, braced: true);
        Field("title", Title, braced: true);
        Field("howpublished", In);
        if (Day is { } day)
            entry.Append(CultureInfo.InvariantCulture, $"  year = {{{day.Year}}},\n  month = {{{day.Month}}},\n  day = {{{day.Day}}},\n");
        Field("note", Quote);
        entry.Append(CultureInfo.InvariantCulture, $"  url = {{{Url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)}}},\n  urldate = {{{Say.Iso(Seen)}}}\n}}\n");
        return entry.ToString();

        void Field(string name, string? text, bool braced = false)
        {
            if (text is not null)
                entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{(braced ? "{" : "")}{Tex(text)}{(braced ? "}" : "")}}},\n");
        }
    }

    /// <summary>As RIS.</summary>
    public string Ris()
    {
        var entry = new StringBuilder("TY  - GEN\r\n");
        foreach (var (tag, text) in new (string, string?)[]
        {
            ("ID", Key), ("AU", Author), ("TI", Title), ("T2", In), ("PY", Day?.Year.ToString(CultureInfo.InvariantCulture)),
            ("DA", Day?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)), ("N1", Quote), ("UR", Url), ("Y2", Seen.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
        })
        {
            if (text is not null)
                entry.Append(CultureInfo.InvariantCulture, $"{tag}  - {Line(text)}\r\n");
        }

        return entry.Append("ER  - \r\n").ToString();
    }

    /// <summary>As CSL-JSON, an array of the one entry (Citation Style Language 1.0.2, <c>csl-data.json</c>).</summary>
    public string CslJson()
    {
        var entry = new JsonObject { ["id"] = Key, ["type"] = "webpage", ["title"] = Line(Title) };
        if (Author is not null)
            entry["author"] = new JsonArray(new JsonObject { ["literal"] = Line(Author) });
        if (In is not null)
            entry["container-title"] = Line(In);
        if (Day is { } day)
            entry["issued"] = Date(day);
        entry["accessed"] = Date(Seen);
        entry["URL"] = Url;
        if (Quote is not null)
            entry["note"] = Line(Quote);
        return new JsonArray(entry).ToJsonString();

        static JsonObject Date(DateOnly day) => new() { ["date-parts"] = new JsonArray(new JsonArray(day.Year, day.Month, day.Day)) };
    }

    // A stranger's text must stay in its line and its braces.
    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Tex(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in Line(text))
        {
            safe.Append(c switch
            {
                '\\' => @"\textbackslash{}",
                '~' => @"\textasciitilde{}",
                '^' => @"\textasciicircum{}",
                '{' or '}' or '&' or '%' or '$' or '#' or '_' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return safe.ToString();
    }
}
