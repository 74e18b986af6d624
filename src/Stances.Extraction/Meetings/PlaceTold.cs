namespace Stances.Extraction.Meetings;

/// <summary>A place as the text names it.</summary>
/// <param name="Name">In the text's own words; a capital that is only called one has its own name.</param>
/// <param name="Town">The town; null for a palace, a hotel, a country.</param>
/// <param name="Country">Whose it is, as far as the catalogue knows.</param>
/// <param name="End">The token behind it.</param>
internal sealed record PlaceTold(string Name, string? Town, string? Country, int End)
{
    /// <summary>A country is no place to sit at where a town is told.</summary>
    public bool Land { get; init; }
}
