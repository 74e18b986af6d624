using Stances.Answers;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>One topic: who is for, who is against, whose words do not decide, and what was agreed.</summary>
public sealed record TopicView(
    Topic Topic, AsOf AsOf, IReadOnlyList<(Direction Direction, IReadOnlyList<Held> Held)> Sides, IReadOnlyList<Held> Changes, IReadOnlyList<AgreementRow> Agreements, YearMarks Marks)
{
    private const int MostChanges = 20, MostAgreements = 20;

    /// <summary>The address of this view, without its time.</summary>
    public string Path => "/topics/" + Topic.Id;

    /// <summary>The topic at a time.</summary>
    public static async Task<TopicView> Load(Workspace workspace, Topic topic, AsOf asOf, CancellationToken ct)
    {
        var held = (await Positions.Matrix(workspace.Db, asOf.Clock, topics: [topic.Id], ct: ct)).Select(x => Held.Of(x, workspace.Catalogue)).ToLookup(x => x.Period.Direction);
        var changes = await Positions.Changes(workspace.Db, asOf.Clock, topics: [topic.Id], limit: MostChanges, ct: ct);
        var agreed = await Projections.Agreements.Between(workspace.Db, [], [topic.Id], asOf.Clock, limit: MostAgreements, ct: ct);
        var openings = await Positions.OpeningsByYear(workspace.Db, new Clock(Known: asOf.Known), topic: topic.Id, ct: ct);
        var today = workspace.Today;
        return new TopicView(
            topic, asOf, [.. new[] { Direction.For, Direction.Against, Direction.Unclear }.Select(x => (x, (IReadOnlyList<Held>)[.. held[x].OrderBy(h => h.Country.Name, StringComparer.Ordinal)]))],
            [.. changes.Items.Select(x => Held.Of(x, workspace.Catalogue))], [.. agreed.Items.Select(x => AgreementRow.Of(x, workspace.Catalogue))],
            YearMarks.Of(openings, asOf.On, today));
    }
}

/// <summary>An agreement with the names of its parties.</summary>
public sealed record AgreementRow(AgreementView Agreed, IReadOnlyList<Country> Parties, Topic Topic)
{
    /// <summary>The agreement with its names.</summary>
    public static AgreementRow Of(Agreement agreed, WorldCatalogue catalogue) => Of(AgreementView.Of(agreed), catalogue);

    /// <inheritdoc cref="Of(Agreement, WorldCatalogue)"/>
    public static AgreementRow Of(AgreementView agreed, WorldCatalogue catalogue) =>
        new(agreed, [.. agreed.Parties.Select(catalogue.CountryOf)], catalogue.TopicOf(agreed.Topic));
}
