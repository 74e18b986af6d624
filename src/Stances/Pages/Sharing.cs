namespace Stances.Pages;

/// <summary>What can be taken away from a view: feeds, a table, a subscription, a citation; each of what the view shows and no more.</summary>
/// <param name="Path">The address of the view, without its time and filter.</param>
/// <param name="Keep">Its filter, as fields of a link.</param>
/// <param name="Table">Where its rows are had as a table, with the filter as it is taken there.</param>
/// <param name="What">What a subscription is of, as its form says it.</param>
/// <param name="Filter">The filter as feeds and subscriptions take it.</param>
/// <param name="But">What of the filter they cannot take; null where they take it all.</param>
public sealed record Sharing(
    string Path, AsOf AsOf, IReadOnlyList<(string Name, string Value)> Keep, (string Path, IReadOnlyList<(string Name, string Value)> Filter) Table,
    string What, IReadOnlyList<(string Name, string Value)> Filter, string? But = null)
{
    // What is new is of no time gone by, so feeds and subscriptions have the filter alone.
    private static readonly AsOf Always = new(null, null);

    /// <summary>The rows as a table.</summary>
    public string Csv => AsOf.Link(Table.Path, Fields(Table.Filter, ("format", "csv")));

    /// <summary>The form of a subscription, filled in.</summary>
    public string Subscribe => Always.Link("/subscriptions", Fields(Filter, ("what", What))) + "#new";

    /// <summary>The feed in this format: <c>atom</c> or <c>json</c>.</summary>
    public string Feed(string format) => What == "changes"
        // A feed of changes leaves doubtful ones out unless it is asked; the page shows them.
        ? Always.Link("/feeds/changes." + format, Fields(Filter, ("minConfidence", "0")))
        : Always.Link("/feeds/events." + format, Fields(Filter, ("type", What)));

    /// <summary>A link that shows the same for ever.</summary>
    public string Permalink(TimeProvider clock) => AsOf.Fixed(clock).Link(Path, Fields(Keep));

    /// <summary>The entry of a bibliography in the format with this ending.</summary>
    public string Cite(string ending) => AsOf.Link((Path == "/" ? "/positions" : Path) + ending, Fields(Keep));

    /// <summary>Of the matrix.</summary>
    public static Sharing Of(MatrixView view) => new(
        "/", view.AsOf, view.Keep, ("/positions", [.. view.TopicsShown.Select(x => ("topic", x))]), "changes",
        [.. view.Keep.Where(x => x.Name == "country"), .. view.TopicsOfGroup.Select(x => ("topic", x))]);

    /// <summary>Of a country.</summary>
    public static Sharing Of(CountryView view) => Said(view.Path, view.AsOf, [], [("country", view.Country.Code)]);

    /// <summary>Of a topic.</summary>
    public static Sharing Of(TopicView view) => Said(view.Path, view.AsOf, [], [("topic", view.Topic.Id)]);

    /// <summary>Of one country, or two, on a topic.</summary>
    public static Sharing Of(PairView view) => Said(
        view.Path, view.AsOf, view.Keep, [("country", view.One.Country.Code), .. view.Keep.Select(x => ("country", x.Value)), ("topic", view.Topic.Id)]);

    /// <summary>Of positions as they were taken.</summary>
    public static Sharing Of(ListView<Held> view) => new(
        view.Path, view.AsOf, view.Filter.Keep, ("/changes", view.Filter.Keep), "changes", [.. view.Filter.Keep.Select(x => (x.Name == "kind" ? "change" : x.Name, x.Value))]);

    /// <summary>Of meetings.</summary>
    public static Sharing Of(ListView<MeetingRow> view) => new(
        view.Path, view.AsOf, view.Filter.Keep, ("/meetings", view.Filter.Keep), "meeting_held", view.Filter.Keep,
        view.Filter.With is null ? null : "Feeds and subscriptions tell of the meetings of either country.");

    /// <summary>Of statements found.</summary>
    public static Sharing Of(ListView<StatementRow> view) => new(
        view.Path, view.AsOf, view.Filter.Keep, ("/statements", view.Filter.Keep), "stance_stated", [.. view.Filter.Keep.Where(x => x.Name != "q")],
        view.Filter.Words is null ? null : "Feeds and subscriptions go by country and topic, not by words.");

    private static Sharing Said(string path, AsOf asOf, IReadOnlyList<(string, string)> keep, IReadOnlyList<(string, string)> filter) =>
        new(path, asOf, keep, ("/statements", filter), "changes", filter);

    private static (string, string?)[] Fields(IReadOnlyList<(string Name, string Value)> filter, params (string, string?)[] more) =>
        [.. filter.Select(x => (x.Name, (string?)x.Value)), .. more];
}
