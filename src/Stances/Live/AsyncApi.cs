using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Live.Changes;

namespace Stances.Live;

/// <summary>What this service sends by itself, as an AsyncAPI 3 document at <c>/asyncapi/v1.json</c>.</summary>
internal static class AsyncApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/asyncapi/v1.json", (HttpRequest request, LiveOptions options) => Results.Json(Document(request, options), EventView.Json))
            .Produces<JsonObject>().WithSummary("The streams, webhooks and broker messages of this service as AsyncAPI 3.");

    private static JsonObject Document(HttpRequest request, LiveOptions options)
    {
        var (servers, channels, operations, messages) = (new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject());
        servers["http"] = new JsonObject { ["host"] = request.Host.ToString(), ["protocol"] = request.Scheme };
        if (options.RabbitMq is { } broker && Uri.TryCreate(broker, UriKind.Absolute, out var uri))
            servers["broker"] = new JsonObject { ["host"] = uri.Authority.Split('@')[^1], ["protocol"] = "amqp" };

        string[] events = [.. EventJson.Names];
        foreach (var type in events.Append(ChangeReader.Type))
            messages[type] = Message(type);
        Add("eventStream", "/events/stream", "Events as server-sent events; `Last-Event-ID` or `after` resumes.", events);
        Add("changeStream", "/changes/stream", "Changes of answers as server-sent events.", [ChangeReader.Type]);
        Add("webhook", null, "CloudEvents posted to a subscriber, signed by the Standard Webhooks specification.", [.. events, ChangeReader.Type]);
        if (options.RabbitMq is not null)
            Add("exchange", options.Exchange, "CloudEvents on a topic exchange; the routing key is country.topic.type.", [.. events, ChangeReader.Type]);

        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Stances", ["version"] = "1.0.0", ["description"] = "What countries are reported to hold, and when it changed." },
            ["defaultContentType"] = "application/json",
            ["servers"] = servers,
            ["channels"] = channels,
            ["operations"] = operations,
            ["components"] = new JsonObject { ["messages"] = messages },
        };

        void Add(string name, string? address, string description, IReadOnlyList<string> types)
        {
            channels[name] = new JsonObject
            {
                ["address"] = address,
                ["description"] = description,
                ["messages"] = new JsonObject(types.Select(x => KeyValuePair.Create(x, (JsonNode?)Reference("#/components/messages/" + x)))),
            };
            operations["send" + char.ToUpperInvariant(name[0]) + name[1..]] = new JsonObject { ["action"] = "send", ["channel"] = Reference("#/channels/" + name) };
        }
    }

    private static JsonObject Message(string type)
    {
        var properties = new JsonObject
        {
            ["sequence"] = new JsonObject { ["type"] = "integer" },
            ["id"] = new JsonObject { ["type"] = "string" },
            ["type"] = new JsonObject { ["const"] = type },
            ["recordedAt"] = new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        };
        return new JsonObject
        {
            ["name"] = type,
            ["contentType"] = "application/json",
            ["payload"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("sequence", "id", "type", "recordedAt"), ["properties"] = properties },
        };
    }

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
