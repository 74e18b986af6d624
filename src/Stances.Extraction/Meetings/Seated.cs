using Stances.Extraction.Naming;

namespace Stances.Extraction.Meetings;

/// <summary>Those who sat together, and the words that say so.</summary>
/// <param name="Until">Where the words of time and place that belong to it end.</param>
internal sealed record Seated(List<Actor> Actors, int First, int End, int Until, double Penalty, bool Certain)
{
    /// <summary>Where the words begin that tell who met, where they stand before those of time and place.</summary>
    public int? Told { get; init; }

    /// <summary>The country of whoever received the others; null where the words tell none.</summary>
    public string? Host { get; init; }

    /// <summary>Where another meeting begins that the same verb tells; null where none does.</summary>
    public int? Closed { get; init; }

    /// <summary>Over a line, whatever words tell it.</summary>
    public bool Remote { get; init; }

    public int Countries => Actors.Select(x => x.Country).Distinct().Count();

    /// <summary>Takes in somebody, unless his country sits there through somebody named or he is in already.</summary>
    public static void Add(List<Actor> actors, Actor actor)
    {
        if (!actors.Any(x => x == actor || x.Country == actor.Country && (x.Person == actor.Person || actor.Person is null)))
            actors.Add(actor);
    }
}
