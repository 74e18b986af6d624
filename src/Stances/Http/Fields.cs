using Stances.Projections;

namespace Stances.Http;

/// <summary>Parameters of requests, each read in one way and refused by name.</summary>
internal static class Fields
{
    public static DateOnly? Day(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null
        : Days.TryParse(text, out var day) ? day
        : throw new InvalidInputException(field, $"'{Short(text)}' is not a day; write yyyy-MM-dd.");

    public static DateTimeOffset? Known(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null
        : Days.TryParseKnown(text, out var instant) ? instant
        : throw new InvalidInputException(field, $"'{Short(text)}' is neither a day (yyyy-MM-dd) nor an instant (yyyy-MM-ddTHH:mm:ssZ).");

    /// <summary>An instant, or a day as its first moment in UTC: "since the 1st" includes the 1st.</summary>
    public static DateTimeOffset? Since(string? text, string field) =>
        Days.TryParse(text, out var day) ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : Known(text, field);

    /// <summary>Both clocks: what had been said by <paramref name="on"/>, as the log held it by <paramref name="known"/>.</summary>
    public static Clock Clock(string? on, string? known) => new(Day(on, "on"), Known(known, "known"));

    public static string? WebAddress(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null
        : Submission.IsWebAddress(text) ? text
        : throw new InvalidInputException(field, $"'{Short(text)}' is not a web address.");

    /// <summary>Terms of a closed list, as the catalogue of terms writes them.</summary>
    public static List<T>? Terms<T>(string[]? texts, string field) where T : struct, Enum =>
        texts is null or [] ? null : [.. texts.Select(x => Enum.TryParse<T>(x, ignoreCase: true, out var term) && Enum.IsDefined(term) && !char.IsAsciiDigit(x[0])
            ? term
            : throw new InvalidInputException(field, $"'{Short(x)}' is none of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.") { Kind = InputFault.Unknown })];

    public static double? Share(string? text, string field) =>
        string.IsNullOrEmpty(text) ? null
        : double.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share
        : throw new InvalidInputException(field, $"'{Short(text)}' is not a number from 0 to 1.");

    public static bool Flag(string? text, string field) => text switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => throw new InvalidInputException(field, $"'{Short(text)}' is neither true nor false."),
    };

    public static long After(string? text, string field) =>
        string.IsNullOrEmpty(text) ? 0
        : long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var sequence) ? sequence
        : throw new InvalidInputException(field, $"'{Short(text)}' is not a sequence; write a number from 0.");

    public static int Limit(string? text, int usual, int most, string field = "limit") =>
        string.IsNullOrEmpty(text) ? usual
        : int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most ? limit
        : throw new InvalidInputException(field, $"'{Short(text)}' is not a number from 1 to {most}.");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
