using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>A statement with the names of what it is about, ready to be shown.</summary>
public sealed record StatementRow(StatementView Said, Country Country, Topic Topic, Country? Target)
{
    /// <summary>Where on a page it stands.</summary>
    public string Anchor => $"s{Said.Sequence}";

    /// <summary>The statement with its names.</summary>
    public static StatementRow Of(Statement said, WorldCatalogue catalogue) => Of(StatementView.Of(said), catalogue);

    /// <inheritdoc cref="Of(Statement, WorldCatalogue)"/>
    public static StatementRow Of(StatementView said, WorldCatalogue catalogue) => new(
        said, catalogue.CountryOf(said.Country), catalogue.TopicOf(said.Topic), said.Target is { } target ? catalogue.CountryOf(target) : null);
}
