using System.Globalization;
using Stances.Extraction.Words;

namespace Stances.Extraction.Questions;

/// <summary>Reads times out of a question and takes their words.</summary>
internal sealed class TimeReader(Draft draft, DateOnly today)
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public DaySpan Said { get; private set; }

    public DateOnly? AsOf { get; private set; }

    /// <summary>Whether the question asks of days to come.</summary>
    public bool Ahead { get; private set; }

    public void Read()
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (Loose(i) && At(i) is { } end)
            {
                draft.Take(i, end);
                i = end - 1;
            }
        }
    }

    /// <summary>The days told at a word, and where the telling ends.</summary>
    public (DaySpan Days, int End)? DaysAt(int i)
    {
        while (draft.At(i) is "the" or "of" or "year" or "month")
            i++;
        if (!Loose(i))
            return null;
        if (draft.At(i) is "end" or "close" or "beginning" or "start" or "early" or "late" or "mid" or "middle")
        {
            if (DaysAt(draft.Is(i + 1, "of") ? i + 2 : i + 1) is not { Days: { From: { } from, To: { } to } } whole)
                return null;
            var half = from.AddDays((to.DayNumber - from.DayNumber) / 2);
            return (draft.At(i) switch
            {
                "end" or "close" => new DaySpan(to, to),
                "beginning" or "start" => new DaySpan(from, from),
                "early" => new DaySpan(from, half),
                "late" => new DaySpan(half, to),
                _ => whole.Days,
            }, whole.End);
        }

        return Absolute(i) ?? Relative(i);
    }

    private int? At(int i)
    {
        switch (draft.At(i))
        {
            case "as" when draft.At(i + 1) is "of" or "at" or "on" && DaysAt(i + 2) is { } asOf:
                AsOf = asOf.Days.To;
                return asOf.End;
            case "between" or "from" when DaysAt(i + 1) is { } first && draft.At(first.End) is "and" or "to" or "until" or "till" or "through" && DaysAt(first.End + 1) is { } last:
                return Narrow(new DaySpan(Dated(i + 1, first, last).From, last.Days.To), last.End);
            case "since" or "from" or "starting" when DaysAt(i + 1) is { } since:
                return Narrow(new DaySpan(since.Days.From, null), since.End);
            case "after" or "following" or "past" when DaysAt(i + 1) is { } after:
                return Narrow(new DaySpan(after.Days.To?.AddDays(1), null), after.End);
            case "before" when DaysAt(i + 1) is { } before:
                return Narrow(new DaySpan(null, before.Days.From?.AddDays(-1)), before.End);
            case "prior" or "ahead" when DaysAt(i + 2) is { } prior:
                return Narrow(new DaySpan(null, prior.Days.From?.AddDays(-1)), prior.End);
            case "until" or "till" or "by" or "through" when DaysAt(i + 1) is { } until:
                return Narrow(new DaySpan(null, until.Days.To), until.End);
            case "up" when draft.Is(i + 1, "to") && DaysAt(i + 2) is { } upTo:
                return Narrow(new DaySpan(null, upTo.Days.To), upTo.End);
            case "around" or "circa" when DaysAt(i + 1) is { } around:
                return Narrow(new DaySpan(around.Days.From?.AddDays(-7), around.Days.To?.AddDays(7)), around.End);
            case "in" or "on" or "during" or "for" or "at" or "within" or "over" or "throughout" or "of" or "back" when DaysAt(i + 1) is { } within:
                return Narrow(within.Days, within.End);
            case "now" or "currently" or "nowadays" or "presently":
                return i + 1;
            case "right" or "these" or "at" when draft.At(i + 1) is "now" or "days" or "present":
                return i + 2;
            case "tomorrow":
                Ahead = true;
                return i + 1;
            case "next" or "coming" or "upcoming" when draft.At(i + 1) is "week" or "month" or "year" or "decade" or "days" or "summer" or "spring" or "winter" or "autumn":
                Ahead = true;
                return i + 2;
            default:
                return draft.At(i) is not ("the" or "of" or "year" or "month") && DaysAt(i) is { } bare ? Narrow(bare.Days, bare.End) : null;
        }
    }

    /// <summary>A year that stands right before a name is part of it: "the 2015 comfort women accord".</summary>
    private bool BelongsToName(int i) => draft.At(i - 1) is not ("in" or "since" or "during" or "after" or "before" or "until" or "by")
        && (draft.Names.Exists(x => x.Start == i + 1 && x.Is(NameKind.Topic) && !x.IsActor) || QuestionWords.Agree.Contains(draft.At(i + 1)) && draft.At(i - 1) is "the"
            || draft.At(i + 1) is "summit" or "meeting" or "talks" or "visit" or "election" or "elections" or "olympics" or "war" or "crisis");

    private int Narrow(DaySpan days, int end)
    {
        Said = Said.And(days);
        return end;
    }

    /// <summary>"between July 5 and July 9 2019": a first day without a year has that of the last.</summary>
    private DaySpan Dated(int at, (DaySpan Days, int End) first, (DaySpan Days, int End) last)
    {
        if (Enumerable.Range(at, first.End - at).Any(i => IsYear(i) || draft.At(i).Contains('-', StringComparison.Ordinal) || draft.At(i) is "ago" or "today" or "yesterday" or "last")
            || first.Days.From is not { } from || last.Days.To is not { } to)
            return first.Days;
        var day = from.AddYears(to.Year - from.Year);
        return new DaySpan(day > to ? day.AddYears(-1) : day, null);
    }

    /// <summary>Whether the word is no part of a name: "the 2015 deal" tells no year.</summary>
    private bool Loose(int i) => draft.Free(i) && draft.NameAt(i) is null;

    private (DaySpan Days, int End)? Absolute(int i)
    {
        var word = draft.At(i);
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return (new DaySpan(iso, iso), i + 1);
        if (DateOnly.TryParseExact(word, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (Month(month.Year, month.Month), i + 1);
        if (word.Length == 9 && word[4] == '-' && int.TryParse(word[..4], out var first) && int.TryParse(word[5..], out var last) && first is >= 1900 and <= 2100 && last >= first && last <= 2100)
            return (new DaySpan(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31)), i + 1);
        if (IsYear(i))
            return BelongsToName(i) ? null : (Year(int.Parse(word, CultureInfo.InvariantCulture)), i + 1);
        if (DayNumber(i) is { } number)
        {
            var at = draft.Is(i + 1, "of") ? i + 2 : i + 1;
            return MonthNumber(at) is { } m ? Day(number, m, at + 1) : null;
        }

        if (MonthNumber(i) is { } named)
        {
            if (DayNumber(draft.Is(i + 1, "the") ? i + 2 : i + 1) is { } day)
                return Day(day, named, draft.Is(i + 1, "the") ? i + 3 : i + 2);
            var at = draft.At(i + 1) is "of" or "," ? i + 2 : i + 1;
            if (IsYear(at))
                return (Month(int.Parse(draft.At(at), CultureInfo.InvariantCulture), named), at + 1);
            // "may" and "march" alone are words.
            if (named is 3 or 5 && !(draft.At(i - 1) is "in" or "since" or "before" or "after" or "last" or "until" or "by" or "of"))
                return null;
            return (Month(named <= today.Month ? today.Year : today.Year - 1, named), i + 1);
        }

        return Season(i);
    }

    private (DaySpan Days, int End)? Season(int i)
    {
        var start = draft.At(i) switch { "spring" => 3, "summer" => 6, "autumn" or "fall" => 9, _ => 0 };
        var at = draft.Is(i + 1, "of") ? i + 2 : i + 1;
        if (start == 0 || !IsYear(at))
            return null;
        var first = new DateOnly(int.Parse(draft.At(at), CultureInfo.InvariantCulture), start, 1);
        return (new DaySpan(first, first.AddMonths(3).AddDays(-1)), at + 1);
    }

    private (DaySpan Days, int End)? Day(int day, int month, int end)
    {
        if (draft.Is(end, ",") && IsYear(end + 1))
            end++;
        var year = IsYear(end) ? int.Parse(draft.At(end++), CultureInfo.InvariantCulture) : (month, day).CompareTo((today.Month, today.Day)) <= 0 ? today.Year : today.Year - 1;
        if (day > DateTime.DaysInMonth(year, month))
            return null;
        var on = new DateOnly(year, month, day);
        return (new DaySpan(on, on), end);
    }

    private (DaySpan Days, int End)? Relative(int i)
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
            case "last" or "past" when MonthNumber(i + 1) is { } month:
                return (Month(month < today.Month ? today.Year : today.Year - 1, month), i + 2);
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
            "month" => Month(day.Year, day.Month),
            "year" => Year(day.Year),
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

    private int? DayNumber(int i)
    {
        var word = draft.At(i);
        if (word.Length is 3 or 4 && word[^2..] is "st" or "nd" or "rd" or "th")
            word = word[..^2];
        return Loose(i) && word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private int? MonthNumber(int i)
    {
        var word = draft.At(i);
        if (!Loose(i) || word.Length < 3 || !English.Months.Contains(word))
            return null;
        return Array.IndexOf(MonthNames, word[..3]) + 1;
    }

    private bool IsYear(int i) =>
        Loose(i) && draft.At(i).Length == 4 && int.TryParse(draft.At(i), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;

    private static DaySpan Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    private static DaySpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}
