using System.Globalization;

namespace Stances.Live;

/// <summary>
/// How far a subscriber has come. One event may change several answers: those before the last are numbered, so that a subscriber who was
/// cut off between them goes on with the next one. Written <c>17</c> (all of event 17) or <c>17.1</c> (its first part).
/// </summary>
public readonly record struct Place(long Sequence, int Part) : IComparable<Place>
{
    private const int Whole = int.MaxValue;

    /// <summary>Behind everything that an event brought about.</summary>
    public static Place Behind(long sequence) => new(sequence, Whole);

    /// <summary>The sequence behind which to read so that nothing after this place is missed.</summary>
    public long After => Part == Whole ? Sequence : Sequence - 1;

    /// <summary>The place a subscriber named, or null where the text is none.</summary>
    public static Place? Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        if (parts.Length is 0 or > 2 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return null;
        if (parts.Length == 1)
            return Behind(sequence);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var part) && part > 0 ? new Place(sequence, part) : null;
    }

    /// <inheritdoc/>
    public int CompareTo(Place other) => (Sequence, Part).CompareTo((other.Sequence, other.Part));

    /// <inheritdoc/>
    public override string ToString() => Part == Whole
        ? Sequence.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Sequence}.{Part}");

    /// <summary>Whether one place is behind another.</summary>
    public static bool operator >(Place one, Place other) => one.CompareTo(other) > 0;

    /// <summary>Whether one place is before another.</summary>
    public static bool operator <(Place one, Place other) => one.CompareTo(other) < 0;

    /// <summary>Whether one place is behind another or the same.</summary>
    public static bool operator >=(Place one, Place other) => one.CompareTo(other) >= 0;

    /// <summary>Whether one place is before another or the same.</summary>
    public static bool operator <=(Place one, Place other) => one.CompareTo(other) <= 0;
}
