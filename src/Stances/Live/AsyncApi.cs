using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Live.Changes;

namespace Stances.Live;

/// <summary>What this service sends by itself, as an AsyncAPI 3 document at <c>/asyncapi/v1.json</c>.</summary>
internal static class AsyncApi
{
    private static readonly string[] Events = [.. EventJson.Names], Changes = [ChangeReader.Type], Both = [.. Events, .. Changes];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/asyncapi/v1.json", (HttpRequest request, LiveOptions options) => Results.Json(Document(request, options), EventView.Json))
            .Produces<JsonObject>().WithSummary("The streams, webhooks and broker messages of this service as AsyncAPI 3.");

    private static JsonObject Document(HttpRequest request, LiveOptions options)
    {
        var servers = new JsonObject { ["http"] = new JsonObject { ["host"] = request.Host.ToString(), ["protocol"] = request.Scheme } };
        var channels = new JsonObject
        {
            ["eventStream"] = Channel("http", "/events/stream", "Events as server-sent events: `id` is the sequence, `event` the type, `data` the payload. `Last-Event-ID` or `after` resumes.", Events),
            ["changeStream"] = Channel("http", "/changes/stream", "Changes of answers as server-sent events, in the same way; `id` is the place.", Changes),
            ["webhook"] = Channel(null, null, "CloudEvents posted to a subscriber, signed by the Standard Webhooks specification.", [.. Both.Select(Enveloped)]),
        };
        if (options.RabbitMq is { } broker && Uri.TryCreate(broker, UriKind.Absolute, out var uri))
        {
            servers["broker"] = new JsonObject { ["host"] = uri.Authority.Split('@')[^1], ["protocol"] = "amqp" };
            channels["exchange"] = Channel("broker", options.Exchange, "CloudEvents on a topic exchange; the routing key is country.topic.type.", [.. Both.Select(Enveloped)]);
            channels["exchange"]!["bindings"] = new JsonObject
            {
                ["amqp"] = new JsonObject { ["is"] = "routingKey", ["exchange"] = new JsonObject { ["name"] = options.Exchange, ["type"] = "topic", ["durable"] = true } },
            };
        }

        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Stances", ["version"] = "1.0.0", ["description"] = "What countries are reported to hold, and when it changed." },
            ["defaultContentType"] = "application/json",
            ["servers"] = servers,
            ["channels"] = channels,
            ["operations"] = new JsonObject(channels.Select(x => KeyValuePair.Create("send" + char.ToUpperInvariant(x.Key[0]) + x.Key[1..], (JsonNode?)Operation(x.Key)))),
            ["components"] = new JsonObject { ["messages"] = Messages(), ["schemas"] = MessageSchemas.All() },
        };
    }

    private static JsonObject Channel(string? server, string? address, string description, IReadOnlyList<string> messages)
    {
        var channel = new JsonObject
        {
            ["address"] = address,
            ["description"] = description,
            ["messages"] = new JsonObject(messages.Select(x => KeyValuePair.Create(x, (JsonNode?)Reference("#/components/messages/" + x)))),
        };
        if (server is not null)
            channel["servers"] = new JsonArray(Reference("#/servers/" + server));
        return channel;
    }

    private static JsonObject Operation(string channel)
    {
        var operation = new JsonObject { ["action"] = "send", ["channel"] = Reference("#/channels/" + channel) };
        if (channel.EndsWith("Stream", StringComparison.Ordinal))
        {
            var query = new JsonObject(SelectionFields.Names.Concat(["after", "since"]).Select(x => KeyValuePair.Create(x, (JsonNode?)new JsonObject { ["type"] = "string" })));
            operation["bindings"] = new JsonObject { ["http"] = new JsonObject { ["method"] = "GET", ["query"] = new JsonObject { ["type"] = "object", ["properties"] = query } } };
        }
        return operation;
    }

    private static JsonObject Messages()
    {
        var messages = new JsonObject();
        foreach (var type in Both)
        {
            messages[type] = new JsonObject { ["name"] = type, ["contentType"] = "application/json", ["payload"] = MessageSchemas.Named(type) };
            messages[Enveloped(type)] = new JsonObject { ["name"] = "stances." + type, ["contentType"] = CloudEvent.MediaType, ["payload"] = MessageSchemas.Enveloped(type) };
        }
        return messages;
    }

    private static string Enveloped(string type) => "cloud_" + type;

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
