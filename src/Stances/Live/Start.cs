using Stances.EventStore;

namespace Stances.Live;

/// <summary>Where a subscriber begins: behind a place, at a moment, or (neither) with what comes next.</summary>
public sealed record Start(Place? After = null, DateTimeOffset? Since = null)
{
    /// <summary>The start that a request names. What an interrupted client last saw counts for more than where it first began.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    public static Start Read(string? lastEventId, string? after, string? since)
    {
        if (!string.IsNullOrEmpty(lastEventId))
            return new Start(Place.Parse(lastEventId) ?? throw new InvalidInputException("Last-Event-ID", "This is no id of an event in this stream."));
        if (!string.IsNullOrEmpty(after))
            return new Start(Place.Parse(after) ?? throw new InvalidInputException("after", "This is not a sequence; write a number from 0."));
        if (string.IsNullOrEmpty(since))
            return new Start();
        if (Days.TryParse(since, out var day))
            return new Start(Since: new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        return Days.TryParseKnown(since, out var instant) ? new Start(Since: instant)
            : throw new InvalidInputException("since", "This is neither a day (yyyy-MM-dd) nor an instant (yyyy-MM-ddTHH:mm:ssZ).");
    }

    /// <summary>The place to read behind; what was recorded before <see cref="Since"/> may still come and is the caller's to leave out.</summary>
    internal async Task<Place> In(Feed feed, Func<CancellationToken, Task<long>> end, CancellationToken ct)
    {
        if (After is { } after)
            return after;
        if (Since is { } since)
            return Place.Behind(since < DateTimeOffset.UnixEpoch ? 0 : await feed.Before(since, ct));
        return Place.Behind(await end(ct));
    }
}
