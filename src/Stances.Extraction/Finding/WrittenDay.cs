using System.Globalization;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads the day and month, and the year where one is told, that tokens write out.</summary>
internal static class WrittenDay
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Ordinals =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];

    /// <summary>"Aug. 7, 2017", "7 August", "August 7th".</summary>
    public static (int Month, int Day, int? Year, int End)? MonthDay(IReadOnlyList<Token> tokens, int i, int end)
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

    public static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
