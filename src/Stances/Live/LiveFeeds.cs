namespace Stances.Live;

/// <summary>The streams this process follows for all who listen to it, and when it gives a sign of life.</summary>
internal sealed class LiveFeeds : IDisposable
{
    /// <summary>Follows the log of a workspace. Listeners get a sign of life at least every <paramref name="heartbeat"/>.</summary>
    public LiveFeeds(Workspace workspace, TimeSpan heartbeat)
    {
        Events = new Tail(NoticeSources.Events(workspace.Feed), heartbeat);
        Changes = new Tail(NoticeSources.Changes(workspace.Feed), heartbeat);
    }

    /// <summary>The events of the log.</summary>
    public Tail Events { get; }

    /// <summary>The changes of answers.</summary>
    public Tail Changes { get; }

    /// <summary>The stream a subscription watches.</summary>
    public Tail Of(string watches) => watches == "changes" ? Changes : Events;

    public void Dispose()
    {
        Events.Dispose();
        Changes.Dispose();
    }
}

/// <summary>Keeps the streams going for as long as the service runs.</summary>
internal sealed class LiveService(LiveFeeds feeds, ILogger<Tail> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(feeds.Events.Run(log, stoppingToken), feeds.Changes.Run(log, stoppingToken));
}
