using System.Net.Mail;
using Stances.Live.Subscriptions;
using Stances.Live.Webhooks;

namespace Stances.Live.Digests;

/// <summary>Gathers what a subscriber wants and mails it when the day or week is over; nothing new, no mail.</summary>
internal sealed class DigestDelivery(Mailer mailer, RetrySchedule schedule, TimeProvider clock)
{
    private const int Kept = 201;

    /// <summary>Mails until cancelled or the subscription is no longer this process's.</summary>
    public async Task Run(Desk desk, Tail tail, CancellationToken ct)
    {
        var terms = desk.Subscription.Terms;
        while (true)
        {
            var due = desk.Progress.DueAt ?? Calendar.Next(terms.Schedule!.Value, clock.GetUtcNow());
            if (desk.Progress.DueAt is null && !await desk.Save(desk.Progress with { DueAt = due }, ct))
                return;
            if (due - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, ct);

            var (notices, count, through) = await Gather(desk, tail, ct);
            try
            {
                if (count > 0)
                    await mailer.Send(terms.Target, Digest.Of(desk.Subscription.Id, terms.Name, notices, count), ct);
            }
            catch (SmtpException e)
            {
                var (now, was) = (clock.GetUtcNow(), desk.Progress);
                var again = now + schedule.After(was.Failures + 1, Random.Shared.NextDouble(), null);
                if (!await desk.Save(was with { Failures = was.Failures + 1, FailingSince = was.FailingSince ?? now, DueAt = again, LastError = e.Message }, ct))
                    return;
                continue;
            }
            var sent = new Progress(Place.Behind(through), DueAt: Calendar.Next(terms.Schedule!.Value, clock.GetUtcNow()),
                Delivered: desk.Progress.Delivered + count, DeliveredAt: count > 0 ? clock.GetUtcNow() : desk.Progress.DeliveredAt);
            if (!await desk.Save(sent, ct))
                return;
        }
    }

    private static async Task<(List<Notice> Notices, long Count, long Through)> Gather(Desk desk, Tail tail, CancellationToken ct)
    {
        var (notices, count, end) = (new List<Notice>(), 0L, await tail.End(ct));
        if (Place.Behind(end) <= desk.Progress.At)
            return (notices, 0, end);
        await foreach (var stretch in tail.Read(desk.Progress.At, desk.Subscription.Terms.Selection, ct))
        {
            foreach (var notice in stretch.Notices.Where(x => x.Place <= Place.Behind(end) && !(x.RecordedAt < desk.Subscription.Since)))
            {
                count++;
                if (notices.Count < Kept)
                    notices.Add(notice);
            }
            if (stretch.Through >= end)
                break;
        }
        return (notices, count, end);
    }
}
