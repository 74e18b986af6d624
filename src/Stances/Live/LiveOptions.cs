using Stances.Live.Webhooks;

namespace Stances.Live;

/// <summary>What an operator can set of live feeds and deliveries, in the section <c>Live</c> of the configuration.</summary>
public sealed record LiveOptions
{
    /// <summary>A silent stream gives a sign of life this often.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
    /// <summary>A process that has not been heard of for this long is gone, and others take over what it delivered.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(20);
    /// <summary>The first wait before a failed delivery is tried again.</summary>
    public TimeSpan FirstRetry { get; init; } = RetrySchedule.Usual.First;
    /// <summary>How long a delivery is tried before it is given up.</summary>
    public TimeSpan Patience { get; init; } = RetrySchedule.Usual.Patience;
    /// <summary>How long a receiver has to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
    /// <summary>Networks webhooks may call although they are not public, separated by commas: <c>10.1.0.0/16, 127.0.0.1</c>.</summary>
    public string? AllowedNetworks { get; init; }
    /// <summary>The message broker events are relayed to, such as <c>amqp://user:password@host/</c>; none where left out.</summary>
    public string? RabbitMq { get; init; }
    /// <summary>The exchange on it.</summary>
    public string Exchange { get; init; } = "stances";
    /// <summary>The server digests are sent through, such as <c>smtp://user:password@host:587</c>; none where left out.</summary>
    public string? Smtp { get; init; }
    /// <summary>Who digests are from.</summary>
    public string MailFrom { get; init; } = "stances@localhost";
    /// <summary>Where the pages of this service are found from outside, for links in feeds and mails.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The options that a configuration sets, looked through before anything is begun with them.</summary>
    /// <exception cref="InvalidInputException">One of them is none; the message does not show it, for addresses hold passwords.</exception>
    public static LiveOptions Of(IConfiguration configuration)
    {
        var options = configuration.GetSection("Live").Get<LiveOptions>() ?? new LiveOptions();
        RefuseOther("Live:Smtp", options.Smtp, "smtp://user:password@host:587", "smtp", "smtps");
        RefuseOther("Live:RabbitMq", options.RabbitMq, "amqp://user:password@host/", "amqp", "amqps");
        RefuseOther("Live:PublicUrl", options.PublicUrl, "https://host", "http", "https");
        AddressGuard.Allowing(options.AllowedNetworks);
        return options;
    }

    /// <summary>The options that a verb finds in its environment (<c>Live__AllowedNetworks</c>), where there is no service with a configuration.</summary>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static LiveOptions FromEnvironment() => Of(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    private static void RefuseOther(string setting, string? address, string such, params string[] schemes)
    {
        if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && schemes.Contains(uri.Scheme) && uri.Host.Length > 0))
            throw new InvalidInputException(setting, $"{setting} is no address; write {such}.");
    }

    internal RetrySchedule Schedule => new(FirstRetry, Patience);
}
