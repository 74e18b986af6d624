using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>A difference with the names of it.</summary>
public sealed record DiffRow(Country Country, Topic Topic, Period? Before, Period? After);

/// <summary>Two countries on one topic.</summary>
public sealed record SideRow(Topic Topic, Period? One, Period? Other, bool Opposed);

/// <summary>Two answers held against each other: two days, or two countries on one day.</summary>
public sealed record DiffView(
    AsOf AsOf, DateOnly? From, Country? One, Country? Other, IReadOnlyList<DiffRow> Days, IReadOnlyList<SideRow> Sides, IReadOnlyList<Country> Countries, YearMarks Marks)
{
    private const int Most = 100;

    /// <summary>The rows that a page can hold; how many there are beyond them is <see cref="Beyond"/>.</summary>
    public IReadOnlyList<DiffRow> DaysShown => [.. Days.Take(Most)];

    /// <inheritdoc cref="DaysShown"/>
    public IReadOnlyList<SideRow> SidesShown => [.. Sides.Take(Most)];

    /// <summary>How many rows are not shown.</summary>
    public int Beyond => Math.Max(0, Math.Max(Days.Count, Sides.Count) - Most);

    /// <summary>Where all rows are, for programs.</summary>
    public string All => From is null
        ? AsOf.Link("/diff", [.. Keep.Select(x => (x.Name, (string?)x.Value)), ("format", "json")])
        : (AsOf with { On = null }).Link("/diff", [.. Keep.Select(x => (x.Name, (string?)x.Value)), ("on2", AsOf.OnText), ("known2", AsOf.KnownText), ("format", "json")]);

    /// <summary>The comparison as fields of a form or link, but for the day that moves.</summary>
    public IReadOnlyList<(string Name, string Value)> Keep =>
        [.. new (string, string?)[] { ("on", From is { } day ? Say.Iso(day) : null), ("country", One?.Code), ("country2", Other?.Code) }.Where(x => x.Item2 is not null).Select(x => (x.Item1, x.Item2!))];

    /// <summary>The comparison that is asked for; of nothing where neither a day nor two countries are given.</summary>
    public static async Task<DiffView> Load(Workspace workspace, AsOf asOf, DateOnly? from, Country? one, Country? other, CancellationToken ct)
    {
        var catalogue = workspace.Catalogue;
        var days = from is null ? [] : await Differences.Between(workspace.Db, asOf.Clock with { On = from }, asOf.Clock, one is null ? null : [one.Code], ct: ct);
        var sides = from is not null || one is null || other is null ? [] : await Differences.OfCountries(workspace.Db, one.Code, other.Code, asOf.Clock, ct: ct);
        return new DiffView(
            asOf, from, one, other,
            [.. days.Select(x => new DiffRow(catalogue.CountryOf(x.Country), catalogue.TopicOf(x.Topic), x.Before, x.After))],
            [.. sides.Select(x => new SideRow(catalogue.TopicOf(x.Topic), x.One, x.Other, x.Opposed)).OrderByDescending(x => x.Opposed).ThenByDescending(x => x.One is not null && x.Other is not null)],
            [.. (await Positions.Countries(workspace.Db, ct)).Select(catalogue.CountryOf).OrderBy(x => x.Name, StringComparer.Ordinal)],
            await YearMarks.OfAll(workspace, asOf, ct));
    }
}
