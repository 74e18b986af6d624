using Stances.Extraction.Naming;

namespace Stances.Extraction.Meetings;

/// <summary>A meeting as one sentence tells it.</summary>
/// <param name="Certain">Told as an event of its own and not only in passing.</param>
internal sealed record MeetingTold(IReadOnlyList<Actor> Actors, DateOnly? Day, bool Background, PlaceTold? Place, bool Call, bool Summit,
    int First, int End, double Penalty, bool Certain)
{
    /// <summary>The clause that tells it.</summary>
    public required (int First, int End) Words { get; init; }

    /// <summary>Held over a line, though it is called a summit.</summary>
    public bool Remote { get; init; }

    /// <summary>The country of whoever received the others; null where the words tell none.</summary>
    public string? Host { get; init; }

    public string Key => string.Join('+', Actors.Select(x => x.Country).Distinct().Order(StringComparer.Ordinal));
}
