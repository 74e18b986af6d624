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
            case "day" when unit == "before" && draft.Is(i + 2, "yesterday"):
                return (new DaySpan(today.AddDays(-2), today.AddDays(-2)), i + 3);
            case "lately" or "recently":
                return (Recent(""), i + 1);
            case "recent" when draft.At(i - 1) is not ("most" or "more"):
                return (Recent(unit), Recent(unit) == Recent("") ? i + 1 : i + 2);
            case "last" or "past" or "previous" when Count(i + 1) is { } past && UnitDays(draft.At(i + 2)) is { } days:
                return (new DaySpan(days(today, -past), today), i + 3);
            case "past" when UnitDays(unit) is { } rolling:
                return (new DaySpan(rolling(today, -1), today), i + 2);
            case "last" or "previous" when Unit(unit, -1) is { } before:
                return (before, i + 2);
            case "last" when Season(unit) is { } season:
                return (season, i + 2);
            case "last" when Weekday(unit) is { } weekday:
                return (weekday, i + 2);
            case "last" or "past" when calendar.MonthNumber(i + 1) is { } month:
                return (CalendarDays.Month(month < today.Month ? today.Year : today.Year - 1, month), i + 2);
            case "this" or "current" when Unit(unit, 0) is { } current:
                return (current, i + 2);
            default:
                if (draft.At(i - 1) is "on" or "since" or "after" or "before" or "until" && Weekday(draft.At(i)) is { } on)
                    return (on, i + 1);
                return Count(i) is { } ago && UnitDays(unit) is { } back && draft.Is(i + 2, "ago") ? (Whole(unit, back(today, -ago)), i + 3) : null;
        }
    }

    private DaySpan? Unit(string unit, int ahead) => unit switch
    {
        "week" => Whole(unit, today.AddDays(7 * ahead)),
        "month" => Whole(unit, today.AddMonths(ahead)),
        "quarter" => Whole(unit, today.AddMonths(3 * ahead)),
        "year" => Whole(unit, today.AddYears(ahead)),
        _ => null,
    };

    /// <summary>What counts as of late: the days, weeks, months or years that are named, else the past twelve months.</summary>
    private DaySpan Recent(string unit) => new(unit switch
    {
        "days" => today.AddDays(-14),
        "weeks" => today.AddDays(-56),
        "months" => today.AddMonths(-6),
        "years" => today.AddYears(-3),
        _ => today.AddMonths(-12),
    }, today);

    /// <summary>The last such season that is over.</summary>
    private DaySpan? Season(string name)
    {
        if (CalendarDays.SeasonStart(name) is not { } start)
            return null;
        var end = new DateOnly(today.Year + 1, start, 1).AddMonths(3).AddDays(-1);
        while (end >= today)
            end = end.AddDays(1).AddYears(-1).AddDays(-1);
        return new DaySpan(end.AddDays(1).AddMonths(-3), end);
    }

    /// <summary>The last such day before today.</summary>
    private DaySpan? Weekday(string name)
    {
        if (!name.EndsWith("day", StringComparison.Ordinal) || !Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var weekday))
            return null;
        var day = today.AddDays(-1);
        while (day.DayOfWeek != weekday)
            day = day.AddDays(-1);
        return new DaySpan(day, day);
    }

    /// <summary>The week, month, quarter or year that a day lies in; the day itself for any other unit.</summary>
    private static DaySpan Whole(string unit, DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return unit.TrimEnd('s') switch
        {
            "week" => new DaySpan(monday, monday.AddDays(6)),
            "month" => CalendarDays.Month(day.Year, day.Month),
            "quarter" => CalendarDays.Months(day.Year, ((day.Month - 1) / 3 * 3) + 1, 3),
            "year" => CalendarDays.Year(day.Year),
            _ => new DaySpan(day, day),
        };
    }

    private static Func<DateOnly, int, DateOnly>? UnitDays(string unit) => unit switch
    {
        "day" or "days" => (x, n) => x.AddDays(n),
        "week" or "weeks" => (x, n) => x.AddDays(7 * n),
        "fortnight" or "fortnights" => (x, n) => x.AddDays(14 * n),
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
