using System.Threading.Channels;

namespace Stances.EventStore;

/// <summary>One reader at the end of the log for all who follow it in this process; it reads only while somebody does.</summary>
internal sealed class FanOut(EventLog log)
{
    private const int PagesAhead = 16, PageSize = 500;

    private readonly Lock gate = new();
    private readonly HashSet<Seat> seats = [];
    private bool reading;
    private long position;

    /// <summary>A place at the end of the log for one who has read up to <paramref name="after"/>; null if that is no longer the end.</summary>
    public Seat? Join(Feed feed, long after)
    {
        lock (gate)
        {
            if (reading && after < position)
                return null;
            var seat = new Seat(this);
            seats.Add(seat);
            if (!reading)
            {
                (reading, position) = (true, after);
                _ = Task.Run(() => Read(feed));
            }
            return seat;
        }
    }

    private async Task Read(Feed feed)
    {
        using var listening = log.Bell.Listen();
        try
        {
            while (true)
            {
                var ring = log.Bell.NextRing;
                var page = await feed.Page(position, EventFilter.All, PageSize);
                if (!HandOut(page))
                    return;
                if (page.Events.Count == 0)
                    await feed.Pause(ring, position, CancellationToken.None);
            }
        }
        catch
        {
            // Whatever went wrong: everyone reads for himself again, and so meets it himself.
            LetAllGo();
            throw;
        }
    }

    private void LetAllGo()
    {
        lock (gate)
        {
            foreach (var seat in seats)
                seat.LetGo();
            seats.Clear();
            reading = false;
        }
    }

    /// <summary>False when nobody is left to read for.</summary>
    private bool HandOut(FeedPage page)
    {
        lock (gate)
        {
            if (seats.Count == 0)
                return reading = false;     // here, so that who joins from now on finds that a new reader is needed
            if (page.Through > position)
            {
                seats.RemoveWhere(seat => !seat.Take(page));
                position = page.Through;
            }
            return true;
        }
    }

    /// <summary>One follower's place: at most a few pages wait for him.</summary>
    internal sealed class Seat(FanOut fanOut) : IDisposable
    {
        private readonly Channel<FeedPage> pages = Channel.CreateBounded<FeedPage>(
            new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true });

        public ChannelReader<FeedPage> Pages => pages.Reader;

        public bool Take(FeedPage page)
        {
            if (pages.Writer.TryWrite(page))
                return true;
            LetGo();
            return false;
        }

        public void LetGo() => pages.Writer.TryComplete();

        public void Dispose()
        {
            lock (fanOut.gate)
                fanOut.seats.Remove(this);
        }
    }
}
