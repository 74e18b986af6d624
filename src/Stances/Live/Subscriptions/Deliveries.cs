using Npgsql;

namespace Stances.Live.Subscriptions;

/// <summary>What a process does for its share of the subscriptions: each has a worker of its own, which starts again when its owner changes it.</summary>
internal sealed class Deliveries(
    Share share, LiveFeeds feeds, IReadOnlyDictionary<Channel, Func<Desk, Tail, CancellationToken, Task>> channels, bool relays, TimeSpan lease, TimeProvider clock, ILogger<Deliveries> log)
    : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1), AfterFault = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Worker> workers = [];
    private volatile TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed record Worker(int Version, CancellationTokenSource Stop, Task Done);

    private string[] Names => [.. channels.Keys.Select(x => SubscriptionView.Word(x))];

    /// <summary>An owner changed something: look at once.</summary>
    public void Wake() => woken.TrySetResult();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (asked, kept) = (DateTimeOffset.MinValue, DateTimeOffset.MinValue);
        var relaying = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var asks = woken.Task.IsCompleted;
            woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
            try
            {
                if (relays && !relaying)
                    relaying = await share.Relay(stoppingToken);
                if (asks || clock.GetUtcNow() - kept > lease / 4)
                {
                    await GiveBack(await share.Keep(Names, stoppingToken), stoppingToken);
                    kept = clock.GetUtcNow();
                }
                var (changed, now) = await share.Changes(asked, stoppingToken);
                asked = now;
                foreach (var (subscription, mine) in changed)
                    await Attend(subscription, mine, stoppingToken);
            }
            catch (NpgsqlException e)
            {
                log.LogError(e, "Deliveries wait for the database");
            }
            await Task.WhenAny(woken.Task, Task.Delay(Tick, stoppingToken));
        }
        await StopAll();
    }

    private async Task Attend(Subscription subscription, bool mine, CancellationToken ct)
    {
        var running = workers.GetValueOrDefault(subscription.Id);
        // Which channels there are is this process's configuration; what it cannot deliver waits for one that can.
        var wanted = mine && subscription.State == SubscriptionState.Active && channels.ContainsKey(subscription.Terms.Channel);
        if (running is not null && (!wanted || running.Version != subscription.Version || running.Done.IsCompleted))
            await Stop(subscription.Id, running);
        if (!wanted || workers.ContainsKey(subscription.Id))
            return;
        var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        workers[subscription.Id] = new Worker(subscription.Version, stop, Task.Run(() => Work(subscription, stop.Token), ct));
    }

    private async Task Work(Subscription subscription, CancellationToken ct)
    {
        var desk = new Desk(subscription, share, clock);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await channels[subscription.Terms.Channel](desk, feeds.Of(subscription.Terms.Watches), ct);
                return;
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(5));
                await desk.Flush(moment.Token);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that fails must not end the others; what it has not written down it does again.
                log.LogError(e, "Subscription {Id} stopped at {Place} and goes on in a moment", subscription.Id, desk.Progress.At);
                await Task.Delay(AfterFault, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Ends what is no longer this process's, and lets others have what is more than its share.</summary>
    private async Task GiveBack(int most, CancellationToken ct)
    {
        var mine = (await share.Existing([.. workers.Keys], ct)).ToHashSet();
        foreach (var (id, worker) in workers.Where(x => !mine.Contains(x.Key)).ToList())
            await Stop(id, worker);
        var over = workers.Keys.Order(StringComparer.Ordinal).Skip(most).ToArray();
        foreach (var id in over)
            await Stop(id, workers[id]);
        if (over.Length > 0)
            await share.Release(over, ct);
    }

    private async Task Stop(string id, Worker worker)
    {
        workers.Remove(id);
        await worker.Stop.CancelAsync();
        await worker.Done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        worker.Stop.Dispose();
    }

    private async Task StopAll()
    {
        foreach (var worker in workers.Values)
            await worker.Stop.CancelAsync();
        await Task.WhenAll(workers.Values.Select(x => x.Done)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await share.Leave(moment.Token);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
        {
            log.LogWarning(e, "The others take over the subscriptions of this process when its lease has ended");
        }
    }
}
