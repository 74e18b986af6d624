using System.Globalization;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>A day the text tells, with the tokens that tell it; null where they tell a time that is no single day, or one to come.</summary>
internal sealed record DayTold(int First, int End, DateOnly? Day, bool Future);

/// <summary>Reads days from words: weekdays, yesterday, "Aug. 7", "7 August 2017".</summary>
internal sealed class DayFinder(Document document, DateOnly? published)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];

    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

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
            if (MonthDay(tokens, i, tokens.Count) is { Year: { } year } date && Make(year, date.Month, date.Day) is { } day)
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

        if (MonthDay(document.Tokens, i, end) is not { } date)
            return null;
        if (date.Year is { } year)
            return new DayTold(i, date.End, Make(year, date.Month, date.Day), published is { } p && Make(year, date.Month, date.Day) > p);
        if (published is not { } on)
            return new DayTold(i, date.End, null, false);
        // Without a year: the nearest such day, the past one where both are near.
        var near = new[] { on.Year - 1, on.Year, on.Year + 1 }.Select(x => Make(x, date.Month, date.Day)).OfType<DateOnly>()
            .OrderBy(x => Math.Abs(x.DayNumber - on.DayNumber) + (x > on ? 60 : 0)).Cast<DateOnly?>().FirstOrDefault();
        return new DayTold(i, date.End, near, near > on);
    }

    /// <summary>The day that "today" means at a token.</summary>
    private DateOnly? Written(int token) => chapters?.Written(token) ?? published;

    /// <summary>"Aug. 7, 2017", "7 August", "August 7th".</summary>
    private static (int Month, int Day, int? Year, int End)? MonthDay(IReadOnlyList<Token> tokens, int i, int end)
    {
        if (Month(tokens[i]) is { } month)
        {
            var at = i + 1;
            if (at < end && tokens[at].Name == ".")
                at++;
            if (at >= end || Number(tokens[at], 31) is not { } day)
                return null;
            var (year, stop) = Year(tokens, at + 1, end);
            return (month, day, year, stop);
        }

        if ((Number(tokens[i], 31) ?? Ordinal(tokens, i, end)) is { } first && i + 1 < end)
        {
            var at = i + 1;
            if (tokens[at].Lower == "of" && at + 1 < end)
                at++;
            if (Month(tokens[at]) is not { } named)
                return null;
            at++;
            if (at < end && tokens[at].Name == ".")
                at++;
            var (year, stop) = Year(tokens, at, end);
            return (named, first, year, stop);
        }

        return null;
    }

    /// <summary>"the third of October"</summary>
    private static int? Ordinal(IReadOnlyList<Token> tokens, int i, int end)
    {
        var day = Array.IndexOf(Ordinals, tokens[i].Lower) + 1;
        return day > 0 && i + 2 < end && tokens[i + 1].Lower == "of" && Month(tokens[i + 2]) is not null ? day : null;
    }

    private static (int? Year, int End) Year(IReadOnlyList<Token> tokens, int at, int end)
    {
        var i = at;
        if (i < end && tokens[i].Kind == TokenKind.Comma)
            i++;
        return i < end && tokens[i].Name.Length == 4 && Number(tokens[i], 2200) is >= 1900 and var year ? (year, i + 1) : (null, at);
    }

    private static int? Month(Token token)
    {
        if (!token.Capital || !English.Months.Contains(token.Lower))
            return null;
        var found = Array.FindIndex(Months, x => token.Lower.StartsWith(x, StringComparison.Ordinal));
        return found < 0 ? null : found + 1;
    }

    private static int? Number(Token token, int most)
    {
        if (token.Kind != TokenKind.Number)
            return null;
        var word = token.Lower;
        if (word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal)
            || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal))
            word = word[..^2];
        return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most ? value : null;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
