using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>What is asked of the matrix: one group of topics, one country and those it shares topics with, a later set of columns.</summary>
public sealed record MatrixFilter(string? Group, string? Country, int Set);

/// <summary>One topic and what each of the shown countries holds on it.</summary>
public sealed record MatrixRow(Topic Topic, IReadOnlyList<Period?> Cells);

/// <summary>Who holds what: topics down, countries across, as many as people can take in at once.</summary>
/// <param name="Positions">How many positions there are in all, shown or not.</param>
/// <param name="Sets">How many sets of columns there are.</param>
/// <param name="Read">How much was read; null at another state of knowledge, for which it would have to be added up over everything.</param>
/// <param name="LatelyFrom">Positions taken since this day are marked.</param>
/// <param name="TopicsShown">The topics there are rows of; empty where nothing narrows them.</param>
/// <param name="TopicsOfGroup">All topics of the group asked for.</param>
/// <param name="Live">Where changes are told while the page is open; null where it shows another time than now.</param>
public sealed record MatrixView(
    AsOf AsOf, MatrixFilter Filter, IReadOnlyList<Country> Countries, IReadOnlyList<MatrixRow> Rows, int Positions, int AllCountries, int AllTopics, int Sets,
    IReadOnlyList<string> Groups, IReadOnlyList<Country> Known, YearMarks Marks, CoverageSummary? Read, DateOnly LatelyFrom, string? Live,
    IReadOnlyList<string> TopicsShown, IReadOnlyList<string> TopicsOfGroup)
{
    private const int Columns = 10, Lines = 40, LatelyDays = 90;

    /// <summary>The matrix at a time.</summary>
    public static async Task<MatrixView> Load(Workspace workspace, AsOf asOf, MatrixFilter filter, CancellationToken ct)
    {
        var catalogue = workspace.Catalogue;
        var today = workspace.Today;
        var basis = await Projections.Basis.Now(workspace.Db, ct);
        var all = await Projections.Positions.Pairs(workspace.Db, asOf.Clock, ct);
        var read = asOf.Known is null ? await workspace.Totals.Read(Clock.Now, ct) : null;

        var topics = filter.Country is null ? null : all.Where(x => x.Country == filter.Country).Select(x => x.Topic).ToHashSet();
        var held = all.Where(x => (filter.Group is null || catalogue.TopicOf(x.Topic).Group == filter.Group) && topics?.Contains(x.Topic) != false).ToList();
        var ranked = held.GroupBy(x => x.Country).OrderByDescending(x => x.Key == filter.Country).ThenByDescending(x => x.Count())
            .ThenBy(x => catalogue.CountryOf(x.Key).Name, StringComparer.Ordinal).Select(x => x.Key).ToList();
        var sets = Math.Max(1, (ranked.Count + Columns - 1) / Columns);
        var set = Math.Clamp(filter.Set, 1, sets);
        var shown = ranked.Skip((set - 1) * Columns).Take(Columns).ToList();

        var within = held.Select(x => x.Topic).ToHashSet();
        var cells = shown.Count == 0 ? [] : await Projections.Positions.Matrix(workspace.Db, asOf.Clock, shown, ct: ct);
        var rows = cells.Where(x => within.Contains(x.Topic)).GroupBy(x => x.Topic)
            .OrderByDescending(x => x.Count()).ThenByDescending(x => x.Max(p => p.From)).ThenBy(x => x.Key, StringComparer.Ordinal).Take(Lines)
            .Select(x => new MatrixRow(catalogue.TopicOf(x.Key), [.. shown.Select(c => x.FirstOrDefault(p => p.Country == c))])).ToList();
        return new MatrixView(
            asOf, filter with { Set = set }, [.. shown.Select(catalogue.CountryOf)], rows, held.Count, ranked.Count, within.Count, sets,
            [.. all.Select(x => catalogue.TopicOf(x.Topic).Group).Where(x => x.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            [.. all.Select(x => x.Country).Distinct().Select(catalogue.CountryOf).OrderBy(x => x.Name, StringComparer.Ordinal)],
            await YearMarks.OfAll(workspace, asOf, ct), read, (asOf.On ?? today).AddDays(-LatelyDays), asOf.Live(basis),
            filter is { Group: null, Country: null } ? [] : [.. within.Order(StringComparer.Ordinal)],
            filter.Group is null ? [] : [.. catalogue.Topics.Where(x => x.Group == filter.Group).Select(x => x.Id)]);
    }

    /// <summary>Whether a position was taken lately, seen from the day asked for.</summary>
    public bool IsLate(Period held) => held.From >= LatelyFrom;

    /// <summary>The filter as fields of a form or link.</summary>
    public IReadOnlyList<(string Name, string Value)> Keep =>
        [.. new (string, string?)[] { ("group", Filter.Group), ("country", Filter.Country) }.Where(x => x.Item2 is not null).Select(x => (x.Item1, x.Item2!))];

    /// <summary>Which of the countries are in a set of columns: "11 to 15".</summary>
    public string NumbersOf(int set)
    {
        var (first, last) = ((set - 1) * Columns + 1, Math.Min(set * Columns, AllCountries));
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first}{(last > first ? $" to {last}" : "")}");
    }

    /// <summary>The address of another set of columns.</summary>
    public string SetLink(int set) => AsOf.Link("/", [.. Keep.Select(x => (x.Name, (string?)x.Value)), ("set", set.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
}
