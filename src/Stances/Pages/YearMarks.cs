using Stances.Projections;

namespace Stances.Pages;

/// <summary>The years that the date control offers, and in how many cases something changed in each.</summary>
public sealed record YearMarks(int First, int Last, IReadOnlyDictionary<int, int> Changes)
{
    // More than these do not fit a row that a finger can use.
    private const int Most = 40;

    /// <summary>The years from the first of these days to the last or to <paramref name="on"/>; this year where there are none.</summary>
    public static YearMarks Of(IEnumerable<DateOnly> changes, DateOnly? on, DateOnly today) =>
        Of(changes.GroupBy(x => x.Year).ToDictionary(x => x.Key, x => x.Count()), on, today);

    /// <inheritdoc cref="Of(IEnumerable{DateOnly}, DateOnly?, DateOnly)"/>
    public static YearMarks Of(IReadOnlyDictionary<int, int> changes, DateOnly? on, DateOnly today)
    {
        var years = changes.Keys.Append(on?.Year ?? changes.Keys.DefaultIfEmpty(today.Year).Max()).ToList();
        var last = Math.Max(years.Max(), Math.Min(today.Year, years.Max() + 1));
        return new YearMarks(Math.Max(years.Min(), last - Most + 1), last, changes);
    }

    /// <summary>The years in which any position changed.</summary>
    internal static async Task<YearMarks> OfAll(Workspace workspace, AsOf asOf, CancellationToken ct) =>
        Of(await workspace.Totals.Openings(ct), asOf.On, workspace.Today);

    /// <summary>From 0 to 4, how much changed in a year beside the busiest one.</summary>
    public int Level(int year)
    {
        var most = Changes.Values.DefaultIfEmpty(0).Max();
        return Changes.TryGetValue(year, out var count) && count > 0 ? Math.Clamp((int)Math.Ceiling(4.0 * count / most), 1, 4) : 0;
    }
}
