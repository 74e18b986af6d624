using Stances.Domain;
using Stances.Live.Changes;

namespace Stances.Tests.Live;

public sealed class A_changed_answer
{
    private static Held Said(string day, long sequence, Position position, Direction direction = Direction.For) => new(DateOnly.Parse(day, null), sequence, position, direction);

    private static string? Change(Held[] before, Held[] after)
    {
        var change = AnswerChange.Between(PositionHistory.Fold(before), PositionHistory.Fold(after), ChangeCause.Said);
        return change is null ? null : $"{change.Kind} {change.From:yyyy-MM-dd}..{change.To:yyyy-MM-dd} {change.Before?.OpenedBy} -> {change.After?.OpenedBy}";
    }

    [Fact]
    public void Is_none_where_each_day_s_answer_is_as_it_was()
    {
        var supports = Said("2017-01-01", 1, Position.Supports);

        Assert.Null(Change([supports], [supports, Said("2018-01-01", 2, Position.Supports)]));
        Assert.Null(Change([supports, Said("2017-01-01", 3, Position.Demands)], [Said("2017-01-01", 2, Position.Commits), supports, Said("2017-01-01", 3, Position.Demands)]));
    }

    [Fact]
    public void Lasts_where_something_newer_is_said() =>
        Assert.Equal("Reversed 2018-01-01.. 1 -> 2", Change(
            [Said("2017-01-01", 1, Position.Supports)], [Said("2017-01-01", 1, Position.Supports), Said("2018-01-01", 2, Position.Supports, Direction.Against)]));

    [Fact]
    public void Ends_where_the_later_answer_stands() =>
        Assert.Equal("Sharpened 2017-06-01..2018-01-01 1 -> 3", Change(
            [Said("2017-01-01", 1, Position.Supports), Said("2018-01-01", 2, Position.Supports, Direction.Against)],
            [Said("2017-01-01", 1, Position.Supports), Said("2018-01-01", 2, Position.Supports, Direction.Against), Said("2017-06-01", 3, Position.Demands)]));

    [Fact]
    public void Can_leave_nothing() =>
        Assert.Equal(" 2017-01-01.. 1 -> ", Change([Said("2017-01-01", 1, Position.Supports)], []));
}
