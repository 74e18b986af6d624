using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>A day the text tells, with the tokens that tell it; null where they tell a time that is no single day, or one to come.</summary>
internal sealed record DayTold(int First, int End, DateOnly? Day, bool Future);

/// <summary>Reads days from words: weekdays, yesterday, "Aug. 7", "7 August 2017".</summary>
internal sealed class DayFinder(Document document, DateOnly? published)
{
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>How many days ahead a day without its year may be though nothing beside it tells of what is to come.</summary>
    private const int Soon = 31;

    private Chapters? chapters;

    public DateOnly? Published => published;

    /// <summary>What the headings of the text date.</summary>
    public Chapters Chapters => chapters ??= new Chapters(document, this);

    /// <summary>The days told between two tokens, in their order.</summary>
    public List<DayTold> In(int first, int end)
    {
        var days = new List<DayTold>();
        for (var i = first; i < end; i++)
        {
            // "today" in a quote is the speaker's day, not the article's.
            if (document.QuoteOf[i] >= 0 || At(i, first, end) is not { } told)
                continue;
            days.Add(told);
            i = told.End - 1;
        }

        return days;
    }

    /// <summary>The first past day told between two tokens.</summary>
    public DateOnly? Past(int first, int end) => In(first, end).FirstOrDefault(x => x is { Day: not null, Future: false })?.Day;

    /// <summary>A written date within free text, such as a "Published:" line.</summary>
    public static DateOnly? Written(string text)
    {
        var tokens = Tokenizer.Read(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Iso(tokens[i].Name, text, tokens, i) is { } iso)
                return iso;
            if (WrittenDay.MonthDay(tokens, i, tokens.Count) is { Year: { } year } date && WrittenDay.Make(year, date.Month, date.Day) is { } day)
                return day;
        }

        return null;
    }

    private static DateOnly? Iso(string word, string text, List<Token> tokens, int i)
    {
        if (word.Length == 10 && DateOnly.TryParseExact(word, "yyyy-MM-dd", out var day))
            return day;
        if (word.Length != 4 || tokens[i].Kind != TokenKind.Number)
            return null;
        var raw = text.AsSpan(tokens[i].Start, Math.Min(10, text.Length - tokens[i].Start));
        foreach (var format in (string[])["yyyy-MM-dd", "yyyy.MM.dd", "yyyy/MM/dd"])
        {
            if (DateOnly.TryParseExact(raw, format, out day))
                return day;
        }

        return null;
    }

    private DayTold? At(int i, int first, int end)
    {
        var token = document.Tokens[i];
        var before = i > first ? document.Tokens[i - 1].Lower : "";
        if (document.Tags[i] == Tag.Time && token.Capital && English.Weekdays.Contains(token.Lower))
        {
            if (Written(i) is not { } day)
                return new DayTold(i, i + 1, null, before is "next" or "coming");
            var wanted = Array.FindIndex(Weekdays, x => token.Lower.StartsWith(x, StringComparison.Ordinal));
            var back = ((int)day.DayOfWeek - wanted + 7) % 7;
            if (before is "next" or "coming" or "until" or "by")
                return new DayTold(i, i + 1, day.AddDays(back == 0 ? 7 : 7 - back), true);
            return new DayTold(i, i + 1, day.AddDays(-back), false);
        }

        switch (token.Lower)
        {
            case "yesterday":
                return new DayTold(i, i + 1, Written(i)?.AddDays(-1), false);
            case "today" or "tonight":
                return new DayTold(i, i + 1, Written(i), false);
            case "morning" or "afternoon" or "evening" when before == "this":
                return new DayTold(i - 1, i + 1, Written(i), false);
            case "night" when before == "last":
                return new DayTold(i - 1, i + 1, Written(i)?.AddDays(-1), false);
            case "tomorrow":
                return new DayTold(i, i + 1, Written(i)?.AddDays(1), true);
        }

        if (WrittenDay.MonthDay(document.Tokens, i, end) is not { } date)
            return null;
        if (date.Year is { } year)
            return new DayTold(i, date.End, WrittenDay.Make(year, date.Month, date.Day), published is { } p && WrittenDay.Make(year, date.Month, date.Day) > p);
        if (published is not { } on)
            return new DayTold(i, date.End, null, false);
        // Without a year: the nearest such day, the past one where both are near.
        var near = new[] { on.Year - 1, on.Year, on.Year + 1 }.Select(x => WrittenDay.Make(x, date.Month, date.Day)).OfType<DateOnly>()
            .OrderBy(x => Math.Abs(x.DayNumber - on.DayNumber) + (x > on ? 60 : 0)).Cast<DateOnly?>().FirstOrDefault();
        // "On December 29 he went": what is months ahead, in a sentence that tells of nothing to come, was the year before.
        if (near is { } ahead && ahead.DayNumber - on.DayNumber > Soon && !Coming(i) && WrittenDay.Make(ahead.Year - 1, date.Month, date.Day) is { } past)
            near = past;
        return new DayTold(i, date.End, near, near > on);
    }

    /// <summary>Whether the sentence at a token tells of something to come.</summary>
    private bool Coming(int token)
    {
        if (document.SentenceOf(token) is not (>= 0 and var k))
            return true;
        for (var i = document.Sentences[k].First; i < document.Sentences[k].End; i++)
        {
            if (document.Tags[i] is Tag.Modal || document.Tags[i] is Tag.To && i < token || document.Tokens[i].Lower is "due" or "scheduled" or "planned" or "until" or "by" or "next"
                or "upcoming" or "coming" or "ahead" or "expire" or "expires" or "begin" or "begins" or "start" or "starts" or "is" or "are" or "for"
                or "before" or "from" or "deadline")
                return true;
        }

        return false;
    }

    /// <summary>The day that "today" means at a token.</summary>
    private DateOnly? Written(int token) => chapters?.Written(token) ?? published;
}
