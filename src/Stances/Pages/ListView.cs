using Stances.Answers;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>What lists are asked for: a country, another one, a topic, words, a kind of change.</summary>
public sealed record ListFilter(Country? Country = null, Country? With = null, Topic? Topic = null, string? Words = null, ChangeKind? Kind = null)
{
    /// <summary>The filter as fields of a form or link.</summary>
    public IReadOnlyList<(string Name, string Value)> Keep =>
        [.. new (string Name, string? Value)[]
        {
            ("q", Words), ("country", Country?.Code), ("country", With?.Code), ("topic", Topic?.Id), ("kind", Kind is { } kind ? kind.ToString().ToLowerInvariant() : null),
        }.Where(x => !string.IsNullOrEmpty(x.Value)).Select(x => (x.Name, x.Value!))];
}

/// <summary>A page of a list, what it was asked for, and what else could be.</summary>
/// <param name="Next">The address of what follows; null at the end.</param>
/// <param name="Live">Where what is new is told; null where nothing new belongs on the page.</param>
public sealed record ListView<T>(
    string Path, AsOf AsOf, ListFilter Filter, IReadOnlyList<T> Rows, string? Next, IReadOnlyList<Country> Countries, IReadOnlyList<Topic> Topics, YearMarks Marks, string? Live);

/// <summary>The lists: changes, meetings, and statements found.</summary>
internal static class Lists
{
    private const int Size = 40;

    public static Task<ListView<Held>> Changes(Workspace workspace, ListFilter filter, Cursor? after, AsOf asOf, CancellationToken ct) =>
        List(workspace, "/changes", filter, asOf, after is not null, async () =>
        {
            var page = await Positions.Changes(
                workspace.Db, asOf.Clock, Codes(filter), filter.Topic is { } topic ? [topic.Id] : null, filter.Kind is { } kind ? [kind] : null, after: after, limit: Size, ct: ct);
            return new Page<Held>([.. page.Items.Select(x => Held.Of(x, workspace.Catalogue))], page.Next);
        }, ct);

    public static Task<ListView<MeetingRow>> Meetings(Workspace workspace, ListFilter filter, Cursor? after, AsOf asOf, CancellationToken ct) =>
        List(workspace, "/meetings", filter, asOf, after is not null, async () =>
        {
            var page = await Projections.Meetings.Between(workspace.Db, Codes(filter) ?? [], asOf.Clock, after: after, limit: Size, ct: ct);
            return new Page<MeetingRow>([.. page.Items.Select(x => MeetingRow.Of(x, workspace.Catalogue))], page.Next);
        }, ct);

    public static Task<ListView<StatementRow>> Search(Workspace workspace, ListFilter filter, Cursor? after, AsOf asOf, CancellationToken ct) =>
        List(workspace, "/search", filter, asOf, after is not null, async () =>
        {
            if (filter.Keep.Count == 0)
                return new Page<StatementRow>([], null);
            var page = await StatementQuery.List(
                workspace.Db, new StatementFilter(Codes(filter), filter.Topic is { } topic ? [topic.Id] : null, Words: filter.Words), asOf.Clock, after: after, limit: Size / 2, ct: ct);
            return new Page<StatementRow>([.. page.Items.Select(x => StatementRow.Of(x, workspace.Catalogue))], page.Next);
        }, ct);

    private static string[]? Codes(ListFilter filter) => (filter.Country, filter.With) switch
    {
        ({ } one, { } other) => [one.Code, other.Code],
        ({ } one, null) => [one.Code],
        _ => null,
    };

    private static async Task<ListView<T>> List<T>(Workspace workspace, string path, ListFilter filter, AsOf asOf, bool paged, Func<Task<Page<T>>> ask, CancellationToken ct)
    {
        var basis = await Projections.Basis.Now(workspace.Db, ct);
        var page = await ask();
        var next = page.Next is { } cursor ? asOf.Link(path, [.. filter.Keep.Select(x => (x.Name, (string?)x.Value)), ("after", cursor.ToString())]) : null;
        return new ListView<T>(
            path, asOf, filter, page.Items, next,
            [.. (await Positions.Countries(workspace.Db, ct)).Select(workspace.Catalogue.CountryOf).OrderBy(x => x.Name, StringComparer.Ordinal)],
            [.. (await Positions.Topics(workspace.Db, ct)).Select(workspace.Catalogue.TopicOf).OrderBy(x => x.Label, StringComparer.Ordinal)],
            await YearMarks.OfAll(workspace, asOf, ct),
            path == "/changes" && !paged ? asOf.Live(basis, filter.Country?.Code, filter.Topic?.Id) : null);
    }
}

/// <summary>A meeting with the names of who sat in it.</summary>
public sealed record MeetingRow(MeetingView Met, IReadOnlyList<(Country Country, IReadOnlyList<Participant> People)> Sides)
{
    /// <summary>The meeting with its names.</summary>
    public static MeetingRow Of(Meeting met, WorldCatalogue catalogue) => Of(MeetingView.Of(met), catalogue);

    /// <inheritdoc cref="Of(Meeting, WorldCatalogue)"/>
    public static MeetingRow Of(MeetingView met, WorldCatalogue catalogue) => new(met,
        [.. met.Participants.Where(x => x.Country is not null).GroupBy(x => x.Country!)
            .Select(x => (catalogue.CountryOf(x.Key), (IReadOnlyList<Participant>)[.. x.Where(p => p.Person is not null || p.Role is not null)]))]);
}
