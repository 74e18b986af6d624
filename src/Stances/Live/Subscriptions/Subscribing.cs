using System.Net;
using System.Text.Json.Nodes;
using Stances.Live.Webhooks;

namespace Stances.Live.Subscriptions;

/// <summary>What owners do with subscriptions, whether over HTTP or at a terminal.</summary>
internal sealed class Subscribing(Workspace workspace, LiveOptions options)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private readonly AddressGuard guard = AddressGuard.Allowing(options.AllowedNetworks);

    /// <summary>What is kept of them.</summary>
    public SubscriptionStore Store { get; } = new(workspace.Db);

    /// <summary>Subscribes; a webhook's secret is told this once.</summary>
    public async Task<(Subscription Subscription, WebhookSecret? Secret)> Add(JsonObject form, CancellationToken ct)
    {
        var read = new Form(form);
        var (terms, start) = (read.Terms(workspace, null), read.Start());
        Check(terms);
        var at = await start.In(workspace.Feed, workspace.Feed.Mark, ct);
        var secret = terms.Channel == Channel.Webhook ? WebhookSecret.New() : null;
        DateTimeOffset? due = terms.Schedule is { } schedule ? Digests.Calendar.Next(schedule, workspace.Clock.GetUtcNow()) : null;
        var id = Subscription.NewId();
        await Store.Add(id, terms, at, start.Since, secret?.Text, due, ct);
        if (read.State() == SubscriptionState.Paused)
            await Store.Pause(id, ct);
        return (await Get(id, ct), secret);
    }

    /// <summary>Changes terms, pauses or resumes.</summary>
    public async Task<Subscription> Change(string id, JsonObject form, CancellationToken ct)
    {
        var was = await Get(id, ct);
        var read = new Form(form);
        var terms = read.Terms(workspace, was.Terms);
        Check(terms);
        if (read.HasTerms)
            await Store.Change(id, terms, ct);
        if (read.State() == SubscriptionState.Paused)
            await Store.Pause(id, ct);
        else if (read.State() == SubscriptionState.Active)
            await Store.Resume(id, ct);
        return await Get(id, ct);
    }

    /// <summary>The subscription with this id.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public async Task<Subscription> Get(string id, CancellationToken ct) => await Store.Get(id, ct)
        ?? throw new InvalidInputException("id", "There is no such subscription.") { Kind = InputFault.Unknown };

    /// <summary>Ends a subscription and forgets it.</summary>
    public async Task Remove(string id, CancellationToken ct)
    {
        await Get(id, ct);
        await Store.Remove(id, ct);
    }

    /// <summary>A new secret; the one before signs beside it for a day.</summary>
    public async Task<WebhookSecret> Rotate(string id, CancellationToken ct)
    {
        await Webhook(id, ct);
        var secret = WebhookSecret.New();
        await Store.Rotate(id, secret, Overlap, ct);
        return secret;
    }

    /// <summary>Sends a test to the receiver now, and says what came of it.</summary>
    public async Task<Attempt> Test(string id, WebhookSender sender, CancellationToken ct)
    {
        var subscription = await Webhook(id, ct);
        var now = workspace.Clock.GetUtcNow();
        var message = "test_" + Guid.NewGuid().ToString("n");
        var notice = new Notice(() => new JsonObject { ["subscription"] = id, ["name"] = subscription.Terms.Name })
        {
            Place = subscription.Progress.At, Id = message, Type = "test", Article = "test", RecordedAt = now, Facets = Facets.None,
        };
        return await sender.Send(new Uri(subscription.Terms.Target), message, CloudEvent.Utf8(notice), await Store.Secrets(id, ct), ct);
    }

    /// <summary>Asks for another try of one given-up notice, or of all; says how many.</summary>
    public async Task<int> Replay(string id, string? message, CancellationToken ct)
    {
        await Webhook(id, ct);
        var asked = await Store.Replay(id, message, ct);
        return asked > 0 || message is null ? asked
            : throw new InvalidInputException("message", "There is no such given-up notice.") { Kind = InputFault.Unknown };
    }

    private async Task<Subscription> Webhook(string id, CancellationToken ct)
    {
        var subscription = await Get(id, ct);
        return subscription.Terms.Channel == Channel.Webhook ? subscription : throw new InvalidInputException("id", "This is not a webhook.");
    }

    // A name is looked up when a delivery connects; an address that is written out can be refused at once.
    private void Check(SubscriptionTerms terms)
    {
        if (terms.Channel == Channel.Email && options.Smtp is null)
            throw new InvalidInputException("channel", "This service has no mail server (Live:Smtp), so it sends no digests.");
        if (terms.Channel != Channel.Webhook)
            return;
        var host = new Uri(terms.Target).IdnHost;
        var address = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.TryParse(host, out var literal) ? literal : null;
        if (address is not null && !guard.Lets(address))
            throw new InvalidInputException("target", new ForbiddenAddressException().Message);
    }
}
