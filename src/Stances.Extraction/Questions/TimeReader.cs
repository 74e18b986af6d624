namespace Stances.Extraction.Questions;

/// <summary>Reads times out of a question and takes their words.</summary>
internal sealed class TimeReader
{
    private readonly Draft draft;
    private readonly CalendarDays calendar;
    private readonly DaysFromToday fromToday;

    public TimeReader(Draft draft, DateOnly today)
    {
        this.draft = draft;
        calendar = new CalendarDays(draft, today);
        fromToday = new DaysFromToday(draft, today, calendar);
    }

    public DaySpan Said { get; private set; }

    public DateOnly? AsOf { get; private set; }

    /// <summary>Whether the question asks of days to come.</summary>
    public bool Ahead { get; private set; }

    public void Read()
    {
        for (var i = 0; i < draft.Count; i++)
        {
            if (draft.Loose(i) && At(i) is { } end)
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
        if (!draft.Loose(i))
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
                "mid" or "middle" => new DaySpan(from.AddDays((to.DayNumber - from.DayNumber) / 3), to.AddDays((from.DayNumber - to.DayNumber) / 3)),
                _ => whole.Days,
            }, whole.End);
        }

        return calendar.At(i) ?? fromToday.At(i);
    }

    private int? At(int i)
    {
        switch (draft.At(i))
        {
            case "as" when draft.At(i + 1) is "of" or "at" or "on" && DaysAt(i + 2) is { } asOf:
                AsOf = asOf.Days.To;
                return asOf.End;
            case "between" or "from" when DaysAt(i + 1) is { } first
                && draft.At(first.End) is "and" or "to" or "until" or "till" or "through" && DaysAt(first.End + 1) is { } last:
                return Narrow(new DaySpan(Dated(i + 1, first, last).From, last.Days.To), last.End);
            case "from" when QuestionWords.Say.Contains(draft.At(i - 1)) && DaysAt(i + 1) is { } dated
                && draft.At(dated.End) is not ("on" or "onwards" or "onward"):
                return Narrow(dated.Days, dated.End);
            case "since" or "from" or "starting" when DaysAt(i + 1) is { } since:
                return Narrow(new DaySpan(since.Days.From, null), since.End);
            case "after" or "following" or "past" when DaysAt(i + 1) is { } after:
                return Narrow(new DaySpan(after.Days.To?.AddDays(1), null), after.End);
            case "before" when DaysAt(i + 1) is { } before:
                return Narrow(new DaySpan(null, before.Days.From?.AddDays(-1)), before.End);
            case "prior" or "ahead" when DaysAt(i + 2) is { } prior:
                return Narrow(new DaySpan(null, prior.Days.From?.AddDays(-1)), prior.End);
            case "run" when draft.Is(i + 1, "up") && DaysAt(i + 3) is { } runUp:
                return Narrow(new DaySpan(null, runUp.Days.From?.AddDays(-1)), runUp.End);
            case "until" or "till" or "by" or "through" when DaysAt(i + 1) is { } until:
                return Narrow(new DaySpan(null, until.Days.To), until.End);
            case "up" when draft.Is(i + 1, "to") && DaysAt(i + 2) is { } upTo:
                return Narrow(new DaySpan(null, upTo.Days.To), upTo.End);
            case "around" or "circa" when DaysAt(i + 1) is { } around:
                return Narrow(new DaySpan(around.Days.From?.AddDays(-7), around.Days.To?.AddDays(7)), around.End);
            case "in" or "on" or "during" or "for" or "at" or "within" or "over" or "throughout" or "of" or "back" when DaysAt(i + 1) is { } within:
                return Narrow(InClause(i, within.Days), within.End);
            case "now" or "currently" or "nowadays" or "presently":
                return i + 1;
            case "right" or "these" or "at" when draft.At(i + 1) is "now" or "days" or "present":
                return i + 2;
            case "tomorrow":
                Ahead = true;
                return i + 1;
            case "next" or "coming" or "upcoming" when draft.At(i + 1) is "week" or "month" or "year" or "decade" or "days" or "summer"
                or "spring" or "winter" or "autumn":
                Ahead = true;
                return i + 2;
            default:
                return draft.At(i) is not ("the" or "of" or "year" or "month") && DaysAt(i) is { } bare ? Narrow(bare.Days, bare.End) : null;
        }
    }

    /// <summary>"before the release began on 24 August": the day is that of the clause, and what is asked lies before it.</summary>
    private DaySpan InClause(int i, DaySpan days)
    {
        for (var x = i - 1; x >= Math.Max(0, i - 6) && draft.Free(x) && !draft.Words[x].IsMark; x--)
        {
            if (draft.At(x) is "before" or "until" or "after" or "since" && draft.NameAt(x) is null)
            {
                return draft.At(x) switch
                {
                    "before" or "until" => new DaySpan(null, days.From?.AddDays(-1)),
                    "after" => new DaySpan(days.To?.AddDays(1), null),
                    _ => new DaySpan(days.From, null),
                };
            }
        }

        return days;
    }

    private int Narrow(DaySpan days, int end)
    {
        Said = Said.And(days);
        return end;
    }

    /// <summary>"between July 5 and July 9 2019": a first day without a year has that of the last.</summary>
    private DaySpan Dated(int at, (DaySpan Days, int End) first, (DaySpan Days, int End) last)
    {
        if (Enumerable.Range(at, first.End - at)
            .Any(i => calendar.IsYear(i) || draft.At(i).Contains('-', StringComparison.Ordinal)
                || draft.At(i) is "ago" or "today" or "yesterday" or "last")
            || first.Days.From is not { } from || last.Days.To is not { } to)
            return first.Days;
        var day = from.AddYears(to.Year - from.Year);
        return new DaySpan(day > to ? day.AddYears(-1) : day, null);
    }
}
