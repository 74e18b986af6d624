using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>What one country held and said on a topic.</summary>
public sealed record PairHistory(Country Country, HeldPosition? Held, IReadOnlyList<Period> Periods, IReadOnlyList<StatementRow> Statements, Cursor? Older);

/// <summary>A meeting or an agreement around a pair.</summary>
public sealed record Happening(DateOnly Day, bool Agreement, string Told, string Href);

/// <summary>One country on one topic, and beside it another where one is chosen.</summary>
/// <param name="Read">How much was read, where a country held nothing: whether that means anything.</param>
public sealed record PairView(
    Topic Topic, AsOf AsOf, PairHistory One, PairHistory? Other, Timeline? Timeline, IReadOnlyList<Happening> Happenings, IReadOnlyList<Country> Others,
    YearMarks Marks, CoverageSummary? Read)
{
    private const int Most = 100, MostEvents = 60;

    /// <summary>The address of this view, without its time.</summary>
    public string Path => $"/countries/{One.Country.Code}/topics/{Topic.Id}";

    /// <summary>Whose words these are.</summary>
    public string Who => Other is null ? One.Country.Name : $"{One.Country.Name} and {Other.Country.Name}";

    /// <summary>The other country, as a field of a form or link.</summary>
    public IReadOnlyList<(string Name, string Value)> Keep => Other is null ? [] : [("with", Other.Country.Code)];

    /// <summary>The pair at a time.</summary>
    public static async Task<PairView> Load(Workspace workspace, Country country, Topic topic, Country? with, Cursor? before, AsOf asOf, CancellationToken ct)
    {
        var (db, clock) = (workspace.Db, asOf.Clock);
        var one = await History(workspace, country, topic, before, asOf, ct);
        var other = with is null || with.Code == country.Code ? null : await History(workspace, with, topic, null, asOf, ct);
        var happenings = await Around(workspace, other is null ? [one] : [one, other], topic, asOf, ct);

        var holders = await Positions.Matrix(db, clock, topics: [topic.Id], ct: ct);
        var openings = await Positions.OpeningsByYear(db, new Clock(Known: asOf.Known), country.Code, topic.Id, ct);
        var today = workspace.Today;
        return new PairView(
            topic, asOf, one, other, Timeline.Of(other is null ? [one] : [one, other], happenings, asOf.On), happenings,
            [.. holders.Select(x => x.Country).Where(x => x != country.Code).Distinct().Select(workspace.Catalogue.CountryOf).OrderBy(x => x.Name, StringComparer.Ordinal)],
            YearMarks.Of(openings, asOf.On, today), one.Held is null || other is { Held: null } ? await workspace.Totals.Read(clock, ct) : null);
    }

    private static async Task<PairHistory> History(Workspace workspace, Country country, Topic topic, Cursor? before, AsOf asOf, CancellationToken ct)
    {
        var held = await Positions.Get(workspace.Db, country.Code, topic.Id, asOf.Clock, ct);
        var periods = await Positions.Timeline(workspace.Db, country.Code, topic.Id, asOf.Clock, ct);
        var said = await StatementQuery.List(
            workspace.Db, new StatementFilter([country.Code], [topic.Id]), asOf.Clock, after: before, limit: Most, ct: ct);
        return new PairHistory(country, held, periods, [.. said.Items.Select(x => StatementRow.Of(x, workspace.Catalogue))], said.Next);
    }

    /// <summary>Meetings told by the articles that the statements are from, or of both countries; agreements of theirs on the topic.</summary>
    private static async Task<IReadOnlyList<Happening>> Around(Workspace workspace, IReadOnlyList<PairHistory> pairs, Topic topic, AsOf asOf, CancellationToken ct)
    {
        var statements = pairs.SelectMany(x => x.Statements).ToList();
        if (statements.Count == 0)
            return [];

        var articles = statements.Select(x => x.Said.Article.Id).ToHashSet();
        var (from, to) = (statements.Min(x => x.Said.SaidBy), statements.Max(x => x.Said.SaidBy));
        string[] countries = [.. pairs.Select(x => x.Country.Code)];
        var meetings = await Meetings.Between(workspace.Db, countries, asOf.Clock, from, to, limit: MostEvents, ct: ct);
        var agreements = await Agreements.Between(workspace.Db, countries, [topic.Id], asOf.Clock, limit: MostEvents, ct: ct);
        return
        [
            .. meetings.Items.Where(x => articles.Contains(x.Cited.Article.Id)).DistinctBy(x => (x.HeldBy, x.Place))
                .Select(x => new Happening(x.HeldBy, false, Met(x, workspace.Catalogue), asOf.Article(x.Cited.Article.Id, x.Cited.Sequence)))
                .Concat(agreements.Items.Select(x => new Happening(
                    x.AgreedBy, true, $"{Say.SaidOn(x.On, x.AgreedBy)}: {Say.List([.. x.Parties.Select(p => workspace.Catalogue.CountryOf(p).Name)])} agreed: {x.Summary}",
                    asOf.Article(x.Cited.Article.Id, x.Cited.Sequence))))
                .OrderBy(x => x.Day),
        ];
    }

    private static string Met(Meeting meeting, WorldCatalogue catalogue)
    {
        var sides = meeting.Participants.Select(x => x.Country).OfType<string>().Distinct().Select(x => catalogue.CountryOf(x).Name).ToList();
        var where = meeting.Place is { } place ? " in " + place : "";
        return $"{Say.SaidOn(meeting.On, meeting.HeldBy)}: {Say.List(sides)} {(meeting.Format == MeetingFormat.Call ? "spoke" : "met" + where)}";
    }
}
