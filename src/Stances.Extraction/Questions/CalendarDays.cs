using System.Globalization;
using Stances.Extraction.Words;

namespace Stances.Extraction.Questions;

/// <summary>Reads the days that a date of the calendar tells: "2019-07-05", "5 July", "July 2019", "summer of 2019", "Q3 2019", "2019".</summary>
internal sealed class CalendarDays(Draft draft, DateOnly today)
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The days told at a word, and where the telling ends; a date without a year is the last such one.</summary>
    public (DaySpan Days, int End)? At(int i)
    {
        var word = draft.At(i);
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
            return (new DaySpan(iso, iso), i + 1);
        if (DateOnly.TryParseExact(word, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (Month(month.Year, month.Month), i + 1);
        if (word.Length == 9 && word[4] == '-' && int.TryParse(word[..4], out var first) && int.TryParse(word[5..], out var last)
            && first is >= 1900 and <= 2100 && last >= first && last <= 2100)
            return (new DaySpan(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31)), i + 1);
        if (IsYear(i))
            return BelongsToName(i) ? null : (Year(int.Parse(word, CultureInfo.InvariantCulture)), i + 1);
        if (PartOfYear(i) is { } part)
            return part;
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

    public bool IsYear(int i) =>
        draft.Loose(i) && draft.At(i).Length == 4
            && int.TryParse(draft.At(i), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;

    public int? MonthNumber(int i)
    {
        var word = draft.At(i);
        if (!draft.Loose(i) || word.Length < 3 || !English.Months.Contains(word))
            return null;
        return Array.IndexOf(MonthNames, word[..3]) + 1;
    }

    public static DaySpan Month(int year, int month) => Months(year, month, 1);

    public static DaySpan Months(int year, int first, int count) =>
        new(new DateOnly(year, first, 1), new DateOnly(year, first, 1).AddMonths(count).AddDays(-1));

    /// <summary>The month a season begins with, north of the equator; winter is the one that begins in the year it is told by.</summary>
    public static int? SeasonStart(string name) => name switch { "spring" => 3, "summer" => 6, "autumn" or "fall" => 9, "winter" => 12, _ => null };

    public static DaySpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private (DaySpan Days, int End)? Season(int i)
    {
        var at = draft.Is(i + 1, "of") ? i + 2 : i + 1;
        return SeasonStart(draft.At(i)) is { } start && IsYear(at) ? (Months(int.Parse(draft.At(at), CultureInfo.InvariantCulture), start, 3), at + 1) : null;
    }

    /// <summary>"Q2 2018", "the second quarter of 2018", "the first half of 2018", "H1 2018", "New Year 2018".</summary>
    private (DaySpan Days, int End)? PartOfYear(int i)
    {
        var (word, next) = (draft.At(i), draft.At(i + 1));
        if (word is "new" && next is "year" && IsYear(i + 2))
            return Day(1, 1, i + 2);
        var short_ = word.Length == 2 && word[0] is 'q' or 'h' && word[1] is >= '1' and <= '4';
        var ordinal = word switch { "first" or "1st" => 1, "second" or "2nd" => 2, "third" or "3rd" => 3, "fourth" or "4th" or "last" or "final" => 4, _ => 0 };
        var months = short_ ? (word[0] == 'q' ? 3 : 6) : next switch { "quarter" => 3, "half" => 6, _ => 0 };
        var number = short_ ? word[1] - '0' : word is "last" or "final" ? 12 / Math.Max(months, 1) : ordinal;
        var at = i + (short_ ? 1 : 2);
        if (draft.At(at) is "of" or "in")
            at++;
        if (months == 0 || number == 0 || number * months > 12 || !IsYear(at))
            return null;
        return (Months(int.Parse(draft.At(at), CultureInfo.InvariantCulture), ((number - 1) * months) + 1, months), at + 1);
    }

    private (DaySpan Days, int End)? Day(int day, int month, int end)
    {
        if (draft.Is(end, ",") && IsYear(end + 1))
            end++;
        var year =
            IsYear(end)
                ? int.Parse(draft.At(end++), CultureInfo.InvariantCulture)
                : (month, day).CompareTo((today.Month, today.Day)) <= 0
                ? today.Year
                : today.Year - 1;
        if (day > DateTime.DaysInMonth(year, month))
            return null;
        var on = new DateOnly(year, month, day);
        return (new DaySpan(on, on), end);
    }

    /// <summary>A year that stands right before a name is part of it: "the 2015 comfort women accord".</summary>
    private bool BelongsToName(int i) => draft.At(i - 1) is not ("in" or "since" or "during" or "after" or "before" or "until" or "by")
        && (draft.Names.Exists(x => x.Start == i + 1 && x.Is(NameKind.Topic) && !x.IsActor)
            || QuestionWords.Agree.Contains(draft.At(i + 1)) && draft.At(i - 1) is "the"
            || draft.At(i + 1) is "summit" or "meeting" or "talks" or "visit" or "election" or "elections" or "olympics" or "war" or "crisis");

    private int? DayNumber(int i)
    {
        var word = draft.At(i);
        if (word.Length is 3 or 4 && word[^2..] is "st" or "nd" or "rd" or "th")
            word = word[..^2];
        return draft.Loose(i) && word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31
            ? day
            : null;
    }
}
