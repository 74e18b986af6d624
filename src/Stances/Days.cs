using System.Globalization;
using Stances.Projections;

namespace Stances;

/// <summary>How days and instants are written by people who ask: ISO 8601 only, so that 03/04 is never guessed at.</summary>
public static class Days
{
    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads <c>yyyy-MM-dd</c>, and only a day that exists.</summary>
    public static bool TryParse(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Reads an instant, or a day as its last moment in UTC: "known by the 1st" includes the 1st.</summary>
    public static bool TryParseKnown(string? text, out DateTimeOffset instant)
    {
        if (TryParse(text, out var day))
        {
            instant = Clock.EndOf(day);
            return true;
        }

        return DateTimeOffset.TryParseExact(
            text?.Replace(' ', '+'), Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }
}
