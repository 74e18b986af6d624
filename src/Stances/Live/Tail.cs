using System.Runtime.CompilerServices;
using Npgsql;

namespace Stances.Live;

/// <summary>
/// The end of a stream of notices, kept by one reader per process and shared by all who listen: what is new is read and made once, however
/// many listen. Each listener has a place of his own; one that has fallen behind what is kept is served from the log. Nobody has a queue.
/// </summary>
internal sealed class Tail : IDisposable
{
    /// <summary>How many who have fallen behind read the log at once, so that they leave the connections to the database to others; the rest wait for their turn.</summary>
    public const int AtOnce = 4;

    private const int Kept = 2048, PageSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NoticeSource source;
    private readonly TimeSpan heartbeat;
    private readonly SemaphoreSlim turns = new(AtOnce);
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Window? window;

    public Tail(NoticeSource source, TimeSpan heartbeat) => (this.source, this.heartbeat) = (source, heartbeat);

    /// <summary>What is kept: everything in (After, Through], and word of what comes next.</summary>
    private sealed record Window(long After, Notice[] Notices, long Through)
    {
        public readonly TaskCompletionSource Next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>How far everybody could be by now.</summary>
    public long Through => window?.Through ?? 0;

    /// <summary>Where one who wants only what is yet to come begins.</summary>
    public async Task<long> End(CancellationToken ct)
    {
        await begun.Task.WaitAsync(ct);
        return window!.Through;
    }

    /// <summary>Follows the source until cancelled. A database that is away is waited for; nothing is skipped.</summary>
    public async Task Run(ILogger log, CancellationToken ct)
    {
        var failing = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var at = window?.Through ?? await source.End(ct);
                if (window is null)
                {
                    window = new Window(at, [], at);
                    begun.SetResult();
                }
                var upTo = await Reached(at, ct);
                if (upTo > at)
                    Publish(await source.Read(at, upTo, Selection.All, PageSize, ct));
                else
                    Publish(new Stretch([], at));
                failing = false;
            }
            catch (NpgsqlException e)
            {
                if (!failing)
                    log.LogError(e, "The live feed of {Source} waits for the database at {Sequence}", source.Name, Through);
                failing = true;
                await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Waits for something new, but no longer than until the next heartbeat is due.</summary>
    private async Task<long> Reached(long at, CancellationToken ct)
    {
        using var beat = CancellationTokenSource.CreateLinkedTokenSource(ct);
        beat.CancelAfter(heartbeat);
        try
        {
            return await source.Reached(at + 1, beat.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return at;
        }
    }

    private void Publish(Stretch news)
    {
        var was = window!;
        var notices = was.Notices;
        var after = was.After;
        var over = Math.Min(notices.Length, notices.Length + news.Notices.Count - Kept);
        if (over > 0)
        {
            // All parts of one event go together.
            after = notices[over - 1].Place.Sequence;
            notices = [.. notices.Where(x => x.Place.Sequence > after)];
        }
        if (news.Notices.Count > 0)
            notices = [.. notices, .. news.Notices];
        window = new Window(after, notices, news.Through);
        was.Next.SetResult();
    }

    /// <summary>
    /// Every notice behind a place that the selection lets through, in order, those to come included. A stretch without notices comes now and
    /// then: a sign of life, and how far nothing was wanted.
    /// </summary>
    public async IAsyncEnumerable<Stretch> Read(
        Place after, Selection selection, [EnumeratorCancellation] CancellationToken ct, int pageSize = PageSize)
    {
        await End(ct);
        var at = after;
        while (true)
        {
            var now = window!;
            Stretch stretch;
            if (at.After >= now.After)
            {
                if (Place.Behind(now.Through) <= at)
                {
                    await now.Next.Task.WaitAsync(ct);
                    now = window!;
                    // Fallen behind while waiting, or nothing new: look again, or give a sign of life.
                    if (at.After < now.After)
                        continue;
                }
                stretch = new Stretch(Wanted(now.Notices.AsSpan(FirstBehind(now.Notices, at)), at, selection), now.Through);
            }
            else
            {
                var page = await CatchUp(at, now.Through, selection, pageSize, ct);
                stretch = new Stretch(Wanted(page.Notices.ToArray(), at, selection), page.Through);
            }
            yield return stretch;
            if (Place.Behind(stretch.Through) > at)
                at = Place.Behind(stretch.Through);
        }
    }

    private async Task<Stretch> CatchUp(Place at, long upTo, Selection selection, int pageSize, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        try
        {
            return await source.Read(at.After, upTo, selection, pageSize, ct);
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    /// <summary>The notice at a place, or null where there is none.</summary>
    public async Task<Notice?> Find(Place place, CancellationToken ct)
    {
        var page = await source.Read(place.Sequence - 1, place.Sequence, Selection.All, 1, ct);
        return page.Notices.FirstOrDefault(x => x.Place == place);
    }

    private static List<Notice> Wanted(ReadOnlySpan<Notice> notices, Place after, Selection selection)
    {
        var wanted = new List<Notice>();
        foreach (var notice in notices)
        {
            if (notice.Place > after && selection.Matches(notice))
                wanted.Add(notice);
        }
        return wanted;
    }

    private static int FirstBehind(Notice[] notices, Place place)
    {
        var (low, high) = (0, notices.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (notices[middle].Place > place)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
