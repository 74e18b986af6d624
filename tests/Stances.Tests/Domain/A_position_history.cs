using Stances.Domain;

namespace Stances.Tests.Domain;

public class A_position_history
{
    private static readonly DateOnly Monday = new(2017, 8, 7);
    private static readonly DateOnly Tuesday = new(2017, 12, 19);
    private static readonly DateOnly Later = new(2018, 4, 11);

    [Fact]
    public void Opens_with_the_first_statement() =>
        Folds([new(Monday, 1, Position.Demands, Direction.For)], "2017-08-07.. Demands For First by 1 [1]");

    [Fact]
    public void Keeps_a_position_said_again_in_one_period() =>
        Folds(
            [new(Monday, 1, Position.Demands, Direction.For), new(Tuesday, 2, Position.Demands, Direction.For)],
            "2017-08-07.. Demands For First by 1 [1 2]");

    [Fact]
    public void Turns_when_the_direction_flips() =>
        Folds(
            [new(Monday, 1, Position.Supports, Direction.For), new(Tuesday, 2, Position.Opposes, Direction.Against)],
            "2017-08-07..2017-12-19 Supports For First by 1 [1]", "2017-12-19.. Opposes Against Reversed by 2 [2]");

    [Fact]
    public void Tells_sharper_from_softer() =>
        Folds(
            [new(Monday, 1, Position.Opposes, Direction.Against), new(Tuesday, 2, Position.Rejects, Direction.Against), new(Later, 3, Position.Concerned, Direction.Against)],
            "2017-08-07..2017-12-19 Opposes Against First by 1 [1]",
            "2017-12-19..2018-04-11 Rejects Against Sharpened by 2 [2]",
            "2018-04-11.. Concerned Against Softened by 3 [3]");

    [Fact]
    public void Is_not_moved_by_a_neutral_word() =>
        Folds(
            [new(Monday, 1, Position.Demands, Direction.For), new(Tuesday, 2, Position.Neutral, Direction.Unclear)],
            "2017-08-07.. Demands For First by 1 [1 2]");

    [Fact]
    public void Is_ordered_by_the_day_said_and_not_by_the_day_recorded() =>
        Folds(
            [new(Later, 1, Position.Opposes, Direction.Against), new(Monday, 2, Position.Supports, Direction.For)],
            "2017-08-07..2018-04-11 Supports For First by 2 [2]", "2018-04-11.. Opposes Against Reversed by 1 [1]");

    [Fact]
    public void Remembers_the_last_clear_direction_through_unclear_words() =>
        Folds(
            [new(Monday, 1, Position.Opposes, Direction.Unclear), new(Monday, 2, Position.Commits, Direction.For), new(Tuesday, 3, Position.Commits, Direction.Unclear), new(Later, 4, Position.Opposes, Direction.Against)],
            "2017-08-07..2018-04-11 Opposes Unclear First by 1 [1 2 3]", "2018-04-11.. Opposes Against Reversed by 4 [4]");

    [Fact]
    public void Counts_several_reports_of_one_statement_once() =>
        Folds(
            [new(Monday, 1, Position.Supports, Direction.For), new(Monday, 2, Position.Opposes, Direction.Against), new(Monday, 3, Position.Supports, Direction.For, 1)],
            "2017-08-07..2017-08-07 Supports For First by 1 [1 3]", "2017-08-07.. Opposes Against Reversed by 2 [2]");

    [Fact]
    public void Keeps_both_sides_of_a_day_that_was_contradictory() =>
        Folds(
            [new(Monday, 1, Position.Supports, Direction.For), new(Monday, 2, Position.Opposes, Direction.Against)],
            "2017-08-07..2017-08-07 Supports For First by 1 [1]", "2017-08-07.. Opposes Against Reversed by 2 [2]");

    private static void Folds(Held[] statements, params string[] periods) =>
        Assert.Equal(
            periods,
            PositionHistory.Fold(statements).Select(p =>
                $"{p.From:yyyy-MM-dd}..{p.To:yyyy-MM-dd} {p.Position} {p.Direction} {p.Change} by {p.OpenedBy} [{string.Join(' ', p.Statements)}]"));
}
