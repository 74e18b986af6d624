using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances;

/// <summary>What a country held on a topic as the interfaces show it; <paramref name="Held"/> is null where nothing had been said.</summary>
public sealed record PositionView(string Country, string Topic, string Label, string Proposition, Period? Held, StatementView? Opened, IReadOnlyList<StatementView> Since)
{
    /// <summary>The state of the record it is out of, where it was asked for over HTTP.</summary>
    public string? Basis { get; init; }

    /// <summary>The view of a position, or of its absence.</summary>
    public static PositionView Of(Country country, Topic topic, HeldPosition? held) => new(
        country.Code, topic.Id, topic.Label, topic.Proposition, held?.Period,
        held is null ? null : StatementView.Of(held.Opened), held is null ? [] : [.. held.Since.Select(StatementView.Of)]);
}
