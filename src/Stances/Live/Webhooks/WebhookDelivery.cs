using Stances.Live.Subscriptions;

namespace Stances.Live.Webhooks;

/// <summary>
/// Delivers one subscription to its web address, one notice after the other: the next is sent when the one before was taken or, after days
/// of trying, given up. If the one after fails as well it is the receiver that is away, and the subscription is paused where it stands.
/// </summary>
internal sealed class WebhookDelivery(WebhookSender sender, RetrySchedule schedule, SubscriptionStore store, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 20;

    // Receivers that fail or hang wait among themselves, so that they never hold up those that answer.
    private readonly SemaphoreSlim sound = new(256), failing = new(64);

    private sealed record Receiver(Uri Address, Lazy<Task<IReadOnlyList<WebhookSecret>>> Secrets);

    /// <summary>Delivers until cancelled, or until the subscription ends, pauses or is no longer this process's.</summary>
    public async Task Run(Desk desk, Tail tail, CancellationToken ct)
    {
        var terms = desk.Subscription.Terms;
        // The secrets are asked for when something is sent: thousands that start at once and have nothing to send ask the database for nothing.
        var receiver = new Receiver(new Uri(terms.Target), new(() => store.Secrets(desk.Subscription.Id, ct)));
        if (desk.Subscription.Replays)
            await Replay(desk, tail, receiver, ct);
        while (true)
        {
            await Until(desk.Progress.DueAt, ct);
            // After a failure the stretch is read again, so that who waits keeps nothing in memory.
            await foreach (var stretch in tail.Read(desk.Progress.At, terms.Selection, ct, AtOnce))
            {
                var (mine, failed) = await Deliver(desk, stretch, receiver, ct);
                if (!mine)
                    return;
                if (failed)
                    break;
            }
        }
    }

    private async Task<(bool Mine, bool Failed)> Deliver(Desk desk, Stretch stretch, Receiver receiver, CancellationToken ct)
    {
        foreach (var notice in stretch.Notices)
        {
            if (notice.RecordedAt < desk.Subscription.Since)
                continue;
            var attempt = await Send(desk, receiver, notice, ct);
            if (attempt.Error is { } error)
                return (await Failed(desk, notice, attempt, error, ct), true);
            var taken = new Progress(notice.Place, Delivered: desk.Progress.Delivered + 1, DeliveredAt: clock.GetUtcNow());
            if (!await desk.Save(taken, ct))
                return (false, false);
        }
        return (await desk.Passed(stretch.Through, ct), false);
    }

    private async Task<Attempt> Send(Desk desk, Receiver receiver, Notice notice, CancellationToken ct)
    {
        var lane = desk.Progress.Failures == 0 ? sound : failing;
        await lane.WaitAsync(ct);
        try
        {
            return await sender.Send(receiver.Address, notice.Id, CloudEvent.Utf8(notice), await receiver.Secrets.Value, ct);
        }
        finally
        {
            lane.Release();
        }
    }

    private async Task<bool> Failed(Desk desk, Notice notice, Attempt attempt, string error, CancellationToken ct)
    {
        var (now, was) = (clock.GetUtcNow(), desk.Progress);
        if (attempt.Gone)
            return await desk.Save(was with { LastError = error }, ct, SubscriptionState.Ended, "The receiver answered 410: it wants nothing more.");
        if (was.GivenUp)
            return await desk.Save(was with { LastError = error, GivenUp = false }, ct, SubscriptionState.Paused, "Nothing was taken for days. Resume to go on where it stopped.");

        var since = was.FailingSince ?? now;
        if (now - since >= schedule.Patience)
            return await desk.GiveUp(notice, error, ct);
        var wait = schedule.After(was.Failures + 1, Random.Shared.NextDouble(), attempt.RetryAfter);
        return await desk.Save(was with { Failures = was.Failures + 1, FailingSince = since, DueAt = now + wait, LastError = error }, ct);
    }

    private async Task Replay(Desk desk, Tail tail, Receiver receiver, CancellationToken ct)
    {
        foreach (var place in await desk.Replays(ct))
        {
            if (await tail.Find(place, ct) is not { } notice)
                await desk.Replayed(place, "It is no longer there.", ct);
            else
                await desk.Replayed(place, (await Send(desk, receiver, notice, ct)).Error, ct);
        }
    }

    public void Dispose()
    {
        sound.Dispose();
        failing.Dispose();
    }

    private async Task Until(DateTimeOffset? due, CancellationToken ct)
    {
        if (due - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, ct);
    }
}
