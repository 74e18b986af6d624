namespace Stances.Live.Webhooks;

/// <summary>When a delivery that failed is tried again: each wait four times the last, up to twelve hours, for three days in all.</summary>
/// <param name="First">The first wait.</param>
/// <param name="Patience">How long something is tried before it is given up.</param>
public sealed record RetrySchedule(TimeSpan First, TimeSpan Patience)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Two seconds, then 8, 32, ... for three days.</summary>
    public static readonly RetrySchedule Usual = new(TimeSpan.FromSeconds(2), TimeSpan.FromDays(3));

    /// <summary>
    /// The wait after the nth failure in a row (from 1), a quarter more or less by <paramref name="chance"/> (0 to 1) so that many do not
    /// come back at once. Where the receiver asked for a longer wait it gets it, but no longer than a day.
    /// </summary>
    public TimeSpan After(int failures, double chance, TimeSpan? asked)
    {
        var grown = Math.Min(First.TotalSeconds * Math.Pow(4, Math.Min(failures - 1, 20)), Longest.TotalSeconds);
        var wait = TimeSpan.FromSeconds(grown * (0.75 + 0.5 * chance));
        return asked > wait ? TimeSpan.FromTicks(Math.Min(asked.Value.Ticks, TimeSpan.TicksPerDay)) : wait;
    }
}
