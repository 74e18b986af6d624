namespace Stances.Live.Digests;

/// <summary>When digests go out: at six in the morning UTC, each day or each Monday.</summary>
public static class Calendar
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(6);

    /// <summary>The first time after a moment.</summary>
    public static DateTimeOffset Next(Subscriptions.DigestSchedule schedule, DateTimeOffset after)
    {
        var next = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero) + Hour;
        while (next <= after || schedule == Subscriptions.DigestSchedule.Week && next.DayOfWeek != DayOfWeek.Monday)
            next = next.AddDays(1);
        return next;
    }
}
