using System.Globalization;

namespace Stances.Extraction.Questions;

/// <summary>Reads the days told by how far they lie from today: "yesterday", "last month", "two weeks ago", "this year".</summary>
internal sealed class DaysFromToday(Draft draft, DateOnly today, CalendarDays calendar)
{
    /// <summary>The days told at a word, and where the telling ends.</summary>
    public (DaySpan Days, int End)? At(int i)
    {
        var unit = draft.At(i + 1);
        switch (draft.At(i))
        {
            case "today":
                return (new DaySpan(today, today), i + 1);
            case "yesterday":
                return (new DaySpan(today.AddDays(-1), today.AddDays(-1)), i + 1);
            case "last" or "past" or "previous" when Count(i + 1) is { } past && UnitDays(draft.At(i + 2)) is { } days:
                return (new DaySpan(days(today, -past), today), i + 3);
            case "last" or "past" or "previous" when Unit(unit, -1) is { } before:
                return (before, i + 2);
            case "last" or "past" when calendar.MonthNumber(i + 1) is { } month:
                return (CalendarDays.Month(month < today.Month ? today.Year : today.Year - 1, month), i + 2);
            case "this" or "current" when Unit(unit, 0) is { } current:
                return (current, i + 2);
            default:
                return Count(i) is { } ago && UnitDays(unit) is { } back && draft.Is(i + 2, "ago") ? (Whole(unit, back(today, -ago)), i + 3) : null;
        }
    }

    private DaySpan? Unit(string unit, int ahead) => unit switch
    {
        "week" => Whole(unit, today.AddDays(7 * ahead)),
        "month" => Whole(unit, today.AddMonths(ahead)),
        "year" => Whole(unit, today.AddYears(ahead)),
        _ => null,
    };

    /// <summary>The week, month or year that a day lies in; the day itself for any other unit.</summary>
    private static DaySpan Whole(string unit, DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return unit.TrimEnd('s') switch
        {
            "week" => new DaySpan(monday, monday.AddDays(6)),
            "month" => CalendarDays.Month(day.Year, day.Month),
            "year" => CalendarDays.Year(day.Year),
            _ => new DaySpan(day, day),
        };
    }

    private static Func<DateOnly, int, DateOnly>? UnitDays(string unit) => unit switch
    {
        "day" or "days" => (x, n) => x.AddDays(n),
        "week" or "weeks" => (x, n) => x.AddDays(7 * n),
        "month" or "months" => (x, n) => x.AddMonths(n),
        "year" or "years" => (x, n) => x.AddYears(n),
        _ => null,
    };

    private int? Count(int i) => draft.At(i) switch
    {
        "couple" or "two" => 2,
        "few" or "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "ten" => 10,
        "a" or "one" => 1,
        var x => x.Length <= 3 && int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null,
    };
}
