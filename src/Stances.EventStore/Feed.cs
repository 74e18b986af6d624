using System.Runtime.CompilerServices;

namespace Stances.EventStore;

/// <summary>A page of the log, complete up to a number: a filter may have kept out what lies between.</summary>
/// <param name="Events">In order.</param>
/// <param name="Through">Where the next page starts after.</param>
public sealed record FeedPage(IReadOnlyList<RecordedEvent> Events, long Through);

/// <summary>
/// The log as one ordered read for everything downstream: never a later event before an earlier one, none missed, none
/// twice. Who remembers the last sequence number it has dealt with can go on from there at any time.
/// </summary>
public sealed class Feed(EventLog log)
{
    private const int PageSize = 500;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250), InDoubt = TimeSpan.FromMilliseconds(1);

    // Times are taken within a transaction and numbers too, so the two orders differ by no more than a transaction lasts.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    private readonly Mark mark = new(log.Db);
    private readonly FanOut fanOut = new(log);

    /// <summary>For the tests that show what the mark is for.</summary>
    internal Feed(EventLog log, bool careless) : this(log) => mark = new Mark(log.Db, careless);

    /// <summary>The log that is read.</summary>
    public EventLog Log => log;

    /// <summary>The highest sequence number that is safe to read up to: nothing will come below it any more.</summary>
    public Task<long> Mark(CancellationToken ct = default) => mark.Get(ct);

    /// <summary>Waits until the mark has reached a number, which takes as long as the transactions that own numbers below run.</summary>
    public async Task<long> MarkAt(long sequence, CancellationToken ct = default)
    {
        while (true)
        {
            var ring = log.Bell.NextRing;
            var at = await mark.Get(ct);
            if (at >= sequence)
                return at;
            await Pause(ring, at, ct);
        }
    }

    /// <summary>The next page after a sequence number; empty at the end of the log.</summary>
    public async Task<FeedPage> Page(long after, EventFilter? filter = null, int limit = PageSize, CancellationToken ct = default)
    {
        var upTo = await mark.Get(ct);
        if (upTo <= after)
            return new FeedPage([], after);
        var events = await log.ReadRange(after, upTo, limit, filter ?? EventFilter.All, ct);
        return new FeedPage(events, events.Count == limit ? events[^1].Sequence : upTo);
    }

    /// <summary>Every event after a sequence number, those to come included; ends only when cancelled.</summary>
    /// <remarks>
    /// A reader that is behind reads its own pages. At the end of the log it joins the one reader of this process, which
    /// hands each page to all; one that does not keep up is let go and reads for itself again.
    /// </remarks>
    public async IAsyncEnumerable<RecordedEvent> Read(
        long after, EventFilter? filter = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        filter ??= EventFilter.All;
        while (true)
        {
            var page = await Page(after, filter, PageSize, ct);
            foreach (var e in page.Events)
                yield return e;
            if (page.Through > after)
            {
                after = page.Through;
                continue;
            }
            using var seat = fanOut.Join(this, after);
            if (seat is null)
                continue;
            await foreach (var live in seat.Pages.ReadAllAsync(ct))
            {
                foreach (var e in live.Events)
                {
                    if (e.Sequence > after && filter.Matches(e))
                        yield return e;
                }
                after = Math.Max(after, live.Through);
            }
        }
    }

    /// <summary>
    /// A sequence number such that every event recorded at or after a time comes later in the log: where to start reading
    /// from a point in time. What it lets through from before is for <see cref="EventFilter.Since"/> to keep out.
    /// </summary>
    public Task<long> Before(DateTimeOffset time, CancellationToken ct = default) =>
        log.Db.First(Sql.Of($"select stances.sequence_before({(time - Skew).ToUniversalTime()})"), row => row.GetInt64(0), ct);

    internal Task<Task> Pause(Task ring, long at, CancellationToken ct) =>
        Task.WhenAny(ring, Task.Delay(mark.Seen > at ? InDoubt : Tick, ct));
}
