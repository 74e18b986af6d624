using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>Everything one country held, topic by topic, and what it said last.</summary>
/// <param name="Groups">Its positions by the heading their topics are filed under.</param>
public sealed record CountryView(
    Country Country, AsOf AsOf, IReadOnlyList<(string Group, IReadOnlyList<Held> Held)> Groups, IReadOnlyList<StatementRow> Latest, YearMarks Marks)
{
    private const int MostLatest = 8;

    /// <summary>The address of this view, without its time.</summary>
    public string Path => "/countries/" + Country.Code;

    /// <summary>The country at a time.</summary>
    public static async Task<CountryView> Load(Workspace workspace, Country country, AsOf asOf, CancellationToken ct)
    {
        var openings = await Positions.OpeningsByYear(workspace.Db, new Clock(Known: asOf.Known), country.Code, ct: ct);
        var held = await Positions.Matrix(workspace.Db, asOf.Clock, [country.Code], ct: ct);
        var said = await StatementQuery.List(workspace.Db, new StatementFilter([country.Code]), asOf.Clock, limit: MostLatest, ct: ct);
        var today = workspace.Today;
        return new CountryView(
            country, asOf,
            [.. held.Select(x => Held.Of(x, workspace.Catalogue)).GroupBy(x => x.Topic.Group).OrderBy(x => x.Key, StringComparer.Ordinal)
                .Select(x => (x.Key, (IReadOnlyList<Held>)[.. x.OrderByDescending(h => h.Period.From)]))],
            [.. said.Items.Select(x => StatementRow.Of(x, workspace.Catalogue))], YearMarks.Of(openings, asOf.On, today));
    }
}
