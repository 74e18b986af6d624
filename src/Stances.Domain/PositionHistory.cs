namespace Stances.Domain;

/// <summary>How a statement stands to the one held before it.</summary>
public enum ChangeKind
{
    /// <summary>Nothing was held before.</summary>
    First,

    /// <summary>The same again.</summary>
    Reaffirmed,

    /// <summary>The same way, more strongly.</summary>
    Sharpened,

    /// <summary>The same way, less strongly.</summary>
    Softened,

    /// <summary>From for to against, or back.</summary>
    Reversed,
}

/// <summary>One report of what a country said, as the fold of its history sees it.</summary>
/// <param name="SaidBy">The day said, or else the latest day it can have been said: published, or recorded.</param>
/// <param name="Statement">The sequence of the first report of the same statement, where this is not the first.</param>
public sealed record Held(DateOnly SaidBy, long Sequence, Position Position, Direction Direction, long? Statement = null);

/// <summary>A stretch of days through which a country held one position; <paramref name="To"/> is the day the next opened, or null while it lasts.</summary>
public sealed record PositionPeriod(DateOnly From, DateOnly? To, Position Position, Direction Direction, ChangeKind Change, long OpenedBy, IReadOnlyList<long> Statements);

/// <summary>How reports of what one country said on one topic become periods.</summary>
public static class PositionHistory
{
    /// <summary>
    /// The periods that these reports give, in order of the day said and then of the log. Several reports of one statement count once,
    /// where the first of them stands. A neutral statement opens a period only where nothing was held; later it belongs to the period
    /// it falls in and moves nothing. A period opened on the day another one was leaves that one no days at all, but it stays in the history.
    /// </summary>
    public static IReadOnlyList<PositionPeriod> Fold(IEnumerable<Held> reports)
    {
        var periods = new List<PositionPeriod>();
        var (told, leaning) = (0L, Direction.Unclear);
        foreach (var said in reports.OrderBy(x => x.SaidBy).ThenBy(x => x.Statement ?? x.Sequence).ThenBy(x => x.Sequence))
        {
            var held = periods.Count > 0 ? periods[^1] : null;
            var again = told == (said.Statement ?? said.Sequence);
            told = said.Statement ?? said.Sequence;
            var change = held is null ? ChangeKind.First : Change(held.Position, leaning, said.Position, said.Direction);
            if (held is not null && (again || change == ChangeKind.Reaffirmed || said.Position == Position.Neutral))
            {
                periods[^1] = held with { Statements = [.. held.Statements, said.Sequence] };
            }
            else
            {
                if (held is not null)
                    periods[^1] = held with { To = said.SaidBy };
                periods.Add(new PositionPeriod(said.SaidBy, null, said.Position, said.Direction, change, said.Sequence, [said.Sequence]));
            }

            // What was last said clearly stands until the opposite is said, through all that leaves the direction open.
            if (said.Position != Position.Neutral && said.Direction != Direction.Unclear)
                leaning = said.Direction;
        }

        return periods;
    }

    /// <summary>
    /// How a new statement stands to what is held. It reverses what was last said clearly, <paramref name="leaning"/>, if it says the
    /// opposite; where either direction is unclear, strength alone is compared.
    /// </summary>
    public static ChangeKind Change(Position held, Direction leaning, Position said, Direction direction)
    {
        if ((leaning, direction) is (Direction.For, Direction.Against) or (Direction.Against, Direction.For))
            return ChangeKind.Reversed;

        return Strength(said).CompareTo(Strength(held)) switch
        {
            > 0 => ChangeKind.Sharpened,
            < 0 => ChangeKind.Softened,
            _ => ChangeKind.Reaffirmed,
        };
    }

    /// <summary>How strongly a position binds: 0 neutral, 1 concerned or supports, 2 opposes or commits, 3 demands or rejects.</summary>
    public static int Strength(Position position) => position switch
    {
        Position.Neutral => 0,
        Position.Concerned or Position.Supports => 1,
        Position.Opposes or Position.Commits => 2,
        Position.Demands or Position.Rejects => 3,
        _ => throw new System.Diagnostics.UnreachableException($"{position} has no strength."),
    };
}
