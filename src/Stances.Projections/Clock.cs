using Stances.EventStore;

namespace Stances.Projections;

/// <summary>When an answer is asked for: of what had been said by a day, and of what the log held by a moment.</summary>
/// <param name="On">Valid time: what had been said by the end of this day; null for all that has been said.</param>
/// <param name="Known">System time: what was recorded, and not yet taken back, at this moment; null for now.</param>
/// <param name="Sequence">The same by place in the log, which is exact where two events share a moment; null for all.</param>
public sealed record Clock(DateOnly? On = null, DateTimeOffset? Known = null, long? Sequence = null)
{
    /// <summary>All that was said, as it is known now.</summary>
    public static readonly Clock Now = new();

    /// <summary>What had been said by the end of <paramref name="on"/>, as it was known at the end of <paramref name="known"/> (UTC).</summary>
    public static Clock At(DateOnly? on, DateOnly? known = null) => new(on, known is { } day ? EndOf(day) : null);

    /// <summary>The last microsecond of a day in UTC: PostgreSQL keeps no finer ones.</summary>
    public static DateTimeOffset EndOf(DateOnly day) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddTicks(TimeSpan.TicksPerDay - TimeSpan.TicksPerMicrosecond);

    /// <summary>Whether this asks for the log as it stands, so that tables which keep only that can answer.</summary>
    public bool IsCurrent => Known is null && Sequence is null;

    /// <summary>Whether a finding <c>f</c> (a row with sequence, recorded_at, retracted_by, retracted_at) counted by then.</summary>
    internal Sql Counts
    {
        get
        {
            if (IsCurrent)
                return Sql.Raw("f.retracted_by is null");
            var recorded = Sql.Raw("true");
            var stood = Sql.Raw("f.retracted_by is null");
            if (Known?.ToUniversalTime() is { } known)
                (recorded, stood) = (Sql.Of($"{recorded} and f.recorded_at <= {known}"), Sql.Of($"{stood} or f.retracted_at > {known}"));
            if (Sequence is { } sequence)
                (recorded, stood) = (Sql.Of($"{recorded} and f.sequence <= {sequence}"), Sql.Of($"{stood} or f.retracted_by > {sequence}"));
            return Sql.Of($"{recorded} and ({stood})");
        }
    }

    /// <summary>Whether a day <paramref name="column"/> of ours has come by <see cref="On"/>.</summary>
    internal Sql Said(string column) => On is { } on ? Sql.Of($"{Sql.Raw(column)} <= {on}") : Sql.Raw("true");
}
