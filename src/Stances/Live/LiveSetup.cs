using Stances.Live.Broker;
using Stances.Live.Digests;
using Stances.Live.Subscriptions;
using Stances.Live.Webhooks;

namespace Stances.Live;

/// <summary>Live streams, subscriptions and feeds, as the service has them.</summary>
internal static class LiveSetup
{
    /// <summary>What runs behind the routes.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(LiveOptions.Of(configuration));
        services.AddSingleton(x => new LiveFeeds(x.GetRequiredService<Workspace>(), x.GetRequiredService<LiveOptions>().Heartbeat));
        services.AddSingleton(x => Sender(x.GetRequiredService<LiveOptions>(), x.GetRequiredService<Workspace>().Clock));
        services.AddSingleton(x => new SubscriptionStore(x.GetRequiredService<Workspace>().Db));
        services.AddSingleton(x => new WebhookDelivery(
            x.GetRequiredService<WebhookSender>(), x.GetRequiredService<LiveOptions>().Schedule, x.GetRequiredService<SubscriptionStore>(), x.GetRequiredService<Workspace>().Clock));
        services.AddSingleton(x => new Deliveries(
            new Share(x.GetRequiredService<Workspace>().Db, x.GetRequiredService<LiveOptions>().Lease), x.GetRequiredService<LiveFeeds>(),
            Channels(x), x.GetRequiredService<LiveOptions>().RabbitMq is not null,
            x.GetRequiredService<LiveOptions>().Lease, x.GetRequiredService<Workspace>().Clock, x.GetRequiredService<ILogger<Deliveries>>()));
        services.AddHostedService<LiveService>();
        services.AddHostedService(x => x.GetRequiredService<Deliveries>());
    }

    private static Dictionary<Channel, Func<Desk, Tail, CancellationToken, Task>> Channels(IServiceProvider services)
    {
        var (options, clock) = (services.GetRequiredService<LiveOptions>(), services.GetRequiredService<Workspace>().Clock);
        var channels = new Dictionary<Channel, Func<Desk, Tail, CancellationToken, Task>> { [Channel.Webhook] = services.GetRequiredService<WebhookDelivery>().Run };
        if (options.Smtp is { } smtp)
            channels[Channel.Email] = new DigestDelivery(new Mailer(new Uri(smtp), options.MailFrom), options.Schedule, clock).Run;
        if (options.RabbitMq is { } broker)
            channels[Channel.Broker] = new BrokerRelay(broker, options.Exchange, options.Schedule, clock).Run;
        return channels;
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        StreamApi.Map(routes);
        SubscriptionsApi.Map(routes);
        Feeds.FeedsApi.Map(routes);
        AsyncApi.Map(routes);
    }

    /// <summary>What sends webhooks under these options.</summary>
    public static WebhookSender Sender(LiveOptions options, TimeProvider clock) => new(AddressGuard.Allowing(options.AllowedNetworks), options.Timeout, clock);
}
