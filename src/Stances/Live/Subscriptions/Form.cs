using System.Text.Json.Nodes;

namespace Stances.Live.Subscriptions;

/// <summary>
/// A subscription as its owner writes it, each fault told by its field. On a change, what is left out stays as it was.
/// </summary>
internal sealed class Form(JsonObject fields)
{
    private const int LongestName = 200, LongestTarget = 2000;
    private static readonly string[] Known = ["name", "channel", "target", "watches", "filter", "start", "schedule", "state"];

    /// <summary>The terms the form gives.</summary>
    public SubscriptionTerms Terms(Workspace workspace, SubscriptionTerms? was)
    {
        if (fields.FirstOrDefault(x => !Known.Contains(x.Key)).Key is { } unknown)
            throw new InvalidInputException(unknown, $"There is no field '{unknown}'; there are {string.Join(", ", Known)}.");
        var channel = was?.Channel ?? OneOf("channel", [(Channel.Webhook, "webhook"), (Channel.Email, "email")], Channel.Webhook);
        if (was is not null && fields.ContainsKey("channel") && Text("channel") != SubscriptionView.Word(channel))
            throw new InvalidInputException("channel", "The channel cannot be changed; make another subscription.");
        var target = Target(channel, Text("target") ?? was?.Target);
        var schedule = channel == Channel.Email ? OneOf("schedule", [(DigestSchedule.Day, "day"), (DigestSchedule.Week, "week")], was?.Schedule ?? DigestSchedule.Day)
            : Text("schedule") is null ? (DigestSchedule?)null : throw new InvalidInputException("schedule", "Only digests by email have a schedule.");
        var watches = OneOf("watches", [("events", "events"), ("changes", "changes")], was?.Watches ?? "events");
        return new SubscriptionTerms(Name(was?.Name ?? target), channel, target, watches, Filter(workspace) ?? was?.Selection ?? Filter(workspace, []), schedule);
    }

    /// <summary>Where it begins.</summary>
    public Start Start() => fields["start"] switch
    {
        null => new Start(),
        JsonObject start when start.All(x => x.Key is "after" or "since") => Live.Start.Read(null, Plain(start["after"], "start"), Plain(start["since"], "start")),
        _ => throw new InvalidInputException("start", "Write {\"after\": SEQUENCE} or {\"since\": \"yyyy-MM-dd\"}, or leave it out to begin now."),
    };

    /// <summary>Whether it is to deliver, where the form says.</summary>
    public SubscriptionState? State() => fields.ContainsKey("state")
        ? OneOf("state", [(SubscriptionState.Active, "active"), (SubscriptionState.Paused, "paused")], SubscriptionState.Active) : null;

    /// <summary>Whether the form changes the terms.</summary>
    public bool HasTerms => fields.Any(x => x.Key is not ("state" or "start"));

    private string Name(string usual)
    {
        var name = Text("name") ?? usual;
        return name.Length is > 0 and <= LongestName && !name.Any(char.IsControl) ? name
            : throw new InvalidInputException("name", $"A name has 1 to {LongestName} characters, none of them control characters.");
    }

    private static string Target(Channel channel, string? target)
    {
        if (string.IsNullOrEmpty(target) || target.Length > LongestTarget || target.Any(char.IsControl))
            throw new InvalidInputException("target", "Say where to deliver: a web address, or a mail address for digests.");
        if (channel == Channel.Email)
            return System.Net.Mail.MailAddress.TryCreate(target, out var mail) && mail.Address == target ? target
                : throw new InvalidInputException("target", "This is not a mail address.");
        return Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Host.Length > 0 ? uri.AbsoluteUri
            : throw new InvalidInputException("target", "This is not a web address (http or https, without a password in it).");
    }

    private Selection? Filter(Workspace workspace) => fields["filter"] switch
    {
        null => null,
        JsonObject filter => Filter(workspace, filter),
        _ => throw new InvalidInputException("filter", "The filter is an object, such as {\"country\": [\"KOR\"]}."),
    };

    private static Selection Filter(Workspace workspace, JsonObject filter)
    {
        if (filter.FirstOrDefault(x => !SelectionFields.Names.Contains(x.Key)).Key is { } unknown)
            throw new InvalidInputException("filter/" + unknown, $"There is no filter '{unknown}'; there are {string.Join(", ", SelectionFields.Names)}.");
        try
        {
            return SelectionFields.Read(workspace, x => filter[x] is JsonArray many ? many.Select(v => Plain(v, x)) : [Plain(filter[x], x)], Selection.AlertConfidence);
        }
        catch (InvalidInputException e)
        {
            throw new InvalidInputException("filter/" + e.Field, e.Message) { Kind = e.Kind };
        }
    }

    private T OneOf<T>(string field, (T Value, string Word)[] words, T usual)
    {
        if (Text(field) is not { } text)
            return usual;
        foreach (var (value, word) in words)
        {
            if (word == text)
                return value;
        }
        throw new InvalidInputException(field, $"Write one of {string.Join(", ", words.Select(x => x.Word))}.");
    }

    private string? Text(string field) => fields[field] is null ? null
        : fields[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text
        : throw new InvalidInputException(field, "This must be a text.");

    private static string? Plain(JsonNode? node, string field) =>
        node is JsonObject or JsonArray ? throw new InvalidInputException(field, "Values are texts, numbers, or lists of them.") : node?.ToString();
}
