using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Stances.Live.Subscriptions;
using Stances.Live.Webhooks;

namespace Stances.Live.Broker;

/// <summary>
/// Relays notices to a RabbitMQ exchange as CloudEvents. A stretch counts as delivered when the broker has confirmed each of its messages,
/// so after a fault at most the unconfirmed ones come again, under the ids they had.
/// </summary>
internal sealed class BrokerRelay(string address, string exchange, RetrySchedule schedule, TimeProvider clock)
{
    /// <summary>The id of the subscription that stands for the relay of a stream.</summary>
    public static string IdOf(string watches) => "broker_" + watches;

    /// <summary>Relays until cancelled or the relay is no longer this process's.</summary>
    public async Task Run(Desk desk, Tail tail, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!await Relay(desk, tail, ct))
                    return;
            }
            catch (Exception e) when (e is BrokerUnreachableException or RabbitMQClientException or IOException)
            {
                var (now, was) = (clock.GetUtcNow(), desk.Progress);
                var wait = TimeSpan.FromTicks(Math.Min(schedule.After(was.Failures + 1, Random.Shared.NextDouble(), null).Ticks, TimeSpan.TicksPerMinute));
                if (!await desk.Save(was with { Failures = was.Failures + 1, FailingSince = was.FailingSince ?? now, DueAt = now + wait, LastError = e.Message }, ct))
                    return;
                await Task.Delay(wait, clock, ct);
            }
        }
    }

    private async Task<bool> Relay(Desk desk, Tail tail, CancellationToken ct)
    {
        var factory = new ConnectionFactory { Uri = new Uri(address), ClientProvidedName = "stances", AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), ct);
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true, cancellationToken: ct);
        await foreach (var stretch in tail.Read(desk.Progress.At, desk.Subscription.Terms.Selection, ct))
        {
            // Each call waits for the broker's word; all of a stretch are under way at once, in order.
            await Task.WhenAll(stretch.Notices.Select(x => Publish(channel, x, ct).AsTask()).ToList());
            var mine = stretch.Notices.Count == 0 ? await desk.Passed(stretch.Through, ct) : await desk.Save(
                new Progress(stretch.Notices[^1].Place, Delivered: desk.Progress.Delivered + stretch.Notices.Count, DeliveredAt: clock.GetUtcNow()), ct);
            if (!mine)
                return false;
        }
        return true;
    }

    private ValueTask Publish(IChannel channel, Notice notice, CancellationToken ct)
    {
        var properties = new BasicProperties
        {
            MessageId = notice.Id, Type = notice.Type, ContentType = CloudEvent.MediaType, DeliveryMode = DeliveryModes.Persistent, AppId = "stances",
        };
        return channel.BasicPublishAsync(exchange, RoutingKey(notice), mandatory: false, properties, CloudEvent.Utf8(notice), ct);
    }

    /// <summary><c>country.topic.type</c>; several countries are joined by hyphens, several topics by plus signs, none is a hyphen.</summary>
    public static string RoutingKey(Notice notice)
    {
        var key = $"{Part(notice.Facets.Countries, '-')}.{Part(notice.Facets.Topics, '+')}.{notice.Type}";
        return key.Length <= 255 ? key : key[..255];
    }

    // Keys have at most 255 bytes, and dots divide them.
    private static string Part(IReadOnlyList<string> words, char between) =>
        words.Count == 0 ? "-" : words.Count > 8 ? "many" : string.Join(between, words).Replace('.', '_');
}
