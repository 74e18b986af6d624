using System.Globalization;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>Some of a list, and where the rest goes on; <paramref name="Next"/> is null at its end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, Cursor? Next);

/// <summary>A place in a list that is ordered by day and sequence; rows that come or go do not shift it.</summary>
public sealed record Cursor(DateOnly Day, long Sequence)
{
    /// <summary>The cursor that <see cref="ToString"/> wrote, or null where the text is none.</summary>
    public static Cursor? Parse(string? text) =>
        text?.Split('~') is [var day, var sequence]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)
            && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? new Cursor(d, s) : null;

    /// <summary>As it stands in a link.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}~{Sequence}");

    internal static Sql Beyond(Cursor? cursor, string day, bool oldestFirst) => (cursor, oldestFirst) switch
    {
        (null, _) => Sql.Raw("true"),
        (var c, true) => Sql.Of($"({Sql.Raw(day)}, f.sequence) > ({c.Day}, {c.Sequence})"),
        (var c, false) => Sql.Of($"({Sql.Raw(day)}, f.sequence) < ({c.Day}, {c.Sequence})"),
    };
}

internal static class Page
{
    /// <summary>A page out of rows of which one more was asked for than fit.</summary>
    public static Page<T> Of<T>(List<T> rows, int limit, Func<T, Cursor> cursor) =>
        rows.Count > limit ? new Page<T>(rows.GetRange(0, limit), cursor(rows[limit - 1])) : new Page<T>(rows, null);
}
