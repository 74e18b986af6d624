namespace Stances.Live.Subscriptions;

/// <summary>
/// One subscription while this process has it: how far it has come, and the ways to write that down. Every way says whether the
/// subscription is still this process's; if not, the work on it ends.
/// </summary>
internal sealed class Desk(Subscription subscription, Share share, TimeProvider clock)
{
    private const int Unsaved = 1000;
    private static readonly TimeSpan SavedEvery = TimeSpan.FromMinutes(1);

    private DateTimeOffset saved = clock.GetUtcNow();

    /// <summary>The subscription as it was when this process took it.</summary>
    public Subscription Subscription => subscription;

    /// <summary>How far it has come.</summary>
    public Progress Progress { get; private set; } = subscription.Progress;

    /// <summary>The place that was written down last.</summary>
    public Place Written { get; private set; } = subscription.Progress.At;

    /// <summary>Writes progress down.</summary>
    public async Task<bool> Save(Progress progress, CancellationToken ct, SubscriptionState state = SubscriptionState.Active, string? reason = null)
    {
        if (!await share.Save(subscription.Id, progress, ct, state, reason))
            return false;
        (Progress, Written, saved) = (progress, progress.At, clock.GetUtcNow());
        return state == SubscriptionState.Active;
    }

    /// <summary>Nothing up to here was wanted: remembered, and written down now and then.</summary>
    public async Task<bool> Passed(long through, CancellationToken ct)
    {
        var at = Place.Behind(through);
        if (at <= Progress.At)
            return true;
        Progress = Progress with { At = at };
        return through - Written.Sequence < Unsaved && clock.GetUtcNow() - saved < SavedEvery || await Save(Progress, ct);
    }

    /// <summary>Writes down what was only remembered.</summary>
    public Task Flush(CancellationToken ct) => Written == Progress.At ? Task.CompletedTask : share.Save(subscription.Id, Progress, ct);

    /// <summary>Puts a notice among the given-up ones and goes on behind it.</summary>
    public async Task<bool> GiveUp(Notice notice, string error, CancellationToken ct)
    {
        var behind = Progress with { At = notice.Place, Failures = 0, FailingSince = null, DueAt = null, GivenUp = true, LastError = error };
        if (!await share.GiveUp(subscription.Id, notice, Progress.Failures + 1, error, behind, ct))
            return false;
        (Progress, Written) = (behind, behind.At);
        return true;
    }

    /// <summary>Given-up notices that are to be tried again.</summary>
    public Task<List<Place>> Replays(CancellationToken ct) => share.Replays(subscription.Id, ct);

    /// <summary>What came of trying one again.</summary>
    public Task Replayed(Place place, string? error, CancellationToken ct) => share.Replayed(subscription.Id, place, error, ct);
}
