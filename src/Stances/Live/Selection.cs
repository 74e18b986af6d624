using Stances.Domain;

namespace Stances.Live;

/// <summary>What a subscriber wants to be told of: every condition that is given must hold, and of a list any entry will do.</summary>
public sealed record Selection
{
    /// <summary>From here up an event is worth an alert, where the subscriber says nothing else.</summary>
    public const double AlertConfidence = 0.7;

    /// <summary>Everything.</summary>
    public static readonly Selection All = new();

    /// <summary>Stored names of events.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];
    /// <summary>Codes.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
    /// <summary>Ids.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
    /// <summary>What was held.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];
    /// <summary>What that means for the topic.</summary>
    public IReadOnlyList<Direction> Directions { get; init; } = [];
    /// <summary>Full names of people, or the last part of them.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];
    /// <summary>Names of publishers.</summary>
    public IReadOnlyList<string> Publishers { get; init; } = [];
    /// <summary>The least confidence; what carries none passes.</summary>
    public double? MinConfidence { get; init; }
    /// <summary>How an answer changed; for changes alone.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Whether this is wanted.</summary>
    public bool Matches(Notice notice)
    {
        var has = notice.Facets;
        return Any(Types, notice.Type) && Any(Countries, has.Countries) && Any(Topics, has.Topics)
            && Any(Positions, has.Positions) && Any(Directions, has.Directions) && Any(Changes, has.Changes)
            && (Persons.Count == 0 || has.Persons.Any(p => Persons.Any(wanted => Is(p, wanted))))
            && (Publishers.Count == 0 || Publishers.Contains(has.Publisher ?? "", StringComparer.OrdinalIgnoreCase))
            && !(has.Confidence < MinConfidence);
    }

    private static bool Any<T>(IReadOnlyList<T> wanted, T given) => wanted.Count == 0 || wanted.Contains(given);

    private static bool Any<T>(IReadOnlyList<T> wanted, IReadOnlyList<T> given) => wanted.Count == 0 || given.Any(wanted.Contains);

    private static bool Is(string person, string wanted) =>
        person.Equals(wanted, StringComparison.OrdinalIgnoreCase) || person.EndsWith(" " + wanted, StringComparison.OrdinalIgnoreCase);
}
