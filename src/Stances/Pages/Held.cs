using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>A position with the names of who holds it and on what.</summary>
public sealed record Held(Period Period, Country Country, Topic Topic)
{
    /// <summary>The period with its names.</summary>
    public static Held Of(Period period, WorldCatalogue catalogue) => new(period, catalogue.CountryOf(period.Country), catalogue.TopicOf(period.Topic));
}
