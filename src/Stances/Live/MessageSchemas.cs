using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Stances.Domain;
using Stances.Live.Changes;

namespace Stances.Live;

/// <summary>
/// What notices look like, as JSON Schema (draft 2020-12 without its newer words). Events are described from the very records they are written from,
/// so a field that is added to one is described as well.
/// </summary>
internal static class MessageSchemas
{
    private const string Source = "source", Coded = "plover", Answer = "answer", Envelope = "cloud_event";
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (_, node) => WithoutNull(node) };

    // Options that nobody has written with yet know no types.
    private static readonly JsonSerializerOptions Written = new(EventView.Json) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>The schema of each notice under its type, and of the parts they share.</summary>
    public static JsonObject All()
    {
        var schemas = new JsonObject { [Source] = Export(typeof(Source)), [Coded] = Export(typeof(Plover)), [Answer] = OfAnswer(), [Envelope] = OfEnvelope() };
        foreach (var type in EventJson.Names)
            schemas[type] = OfEvent(type);
        schemas[ChangeReader.Type] = OfChange();
        return schemas;
    }

    /// <summary>A reference to a schema.</summary>
    public static JsonObject Named(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    /// <summary>A notice as a CloudEvent.</summary>
    public static JsonObject Enveloped(string type) => new()
    {
        ["allOf"] = new JsonArray(Named(Envelope), new JsonObject
        {
            ["properties"] = new JsonObject { ["type"] = new JsonObject { ["const"] = "stances." + type }, ["data"] = Named(type) },
        }),
    };

    private static JsonObject OfEvent(string type)
    {
        var schema = Export(EventJson.CaseOf(type));
        var (fields, required) = (schema["properties"]!.AsObject(), schema["required"]!.AsArray());
        // A retraction names the version it takes back, which is not its own.
        if (fields.Remove("version", out var retracts))
        {
            fields["retracts"] = retracts;
            required.Remove(required.First(x => (string?)x == "version"));
            required.Add("retracts");
        }
        foreach (var (name, field) in Recorded(type))
        {
            fields[name] = field;
            required.Add(name);
        }
        fields[Source] = Named(Source);
        if (type is "event_retracted" or "article_withdrawn")
            fields["retracted"] = new JsonObject { ["type"] = "array", ["items"] = TakenBack() };
        return schema;
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Recorded(string type) =>
    [
        ("sequence", Integer()), ("id", Text("uuid")), ("article", Text()), ("version", Integer()), ("recordedAt", Text("date-time")), ("type", new() { ["const"] = type }),
        (Coded, OrNothing(Named(Coded))),
    ];

    private static JsonObject TakenBack() => Object(
        [("sequence", Integer()), ("id", Text("uuid")), ("version", Integer()), ("type", OneOf(["stance_stated", "agreement_reached", "meeting_held"]))], additional: true);

    private static JsonObject OfChange() => Object(
    [
        ("sequence", Integer()), ("id", Text()), ("place", Text()), ("recordedAt", Text("date-time")), ("type", new() { ["const"] = ChangeReader.Type }), ("country", Text()), ("topic", Text()),
        ("change", OneOf(["first", "reaffirmed", "sharpened", "softened", "reversed", null])), ("because", OneOf(["said", "late", "retracted"])),
        ("from", Text("date")), ("to", OrNothing(Text("date"))), ("before", OrNothing(Named(Answer))), ("after", OrNothing(Named(Answer))),
        ("by", new() { ["anyOf"] = new JsonArray(Named("stance_stated"), Named("event_retracted"), Named("article_withdrawn")) }),
    ]);

    private static JsonObject OfAnswer() => Object(
        [("position", Export(typeof(Position))), ("direction", Export(typeof(Direction))), ("since", Text("date")), ("statement", Named("stance_stated"))]);

    private static JsonObject OfEnvelope()
    {
        var schema = Object(
        [
            ("specversion", new() { ["const"] = "1.0" }), ("id", Text()), ("source", Text("uri-reference")), ("type", Text()), ("recordedtime", Text("date-time")), ("sequence", Text()),
            ("datacontenttype", new() { ["const"] = "application/json" }), ("data", new() { ["type"] = "object" }),
        ]);
        (schema["properties"]!["subject"], schema["properties"]!["time"]) = (Text(), Text("date-time"));
        return schema;
    }

    private static JsonObject Export(Type type) => Written.GetJsonSchemaAsNode(type, Exporting).AsObject();

    /// <summary>The schema of a value as it is written: what is null is left out, and all else is there.</summary>
    private static JsonNode WithoutNull(JsonNode node)
    {
        if (node is JsonObject schema && schema["properties"] is JsonObject fields)
        {
            schema["required"] = new JsonArray([.. fields.Where(x => !MayBeNull(x.Value!)).Select(x => JsonValue.Create(x.Key))]);
            foreach (var field in fields.Select(x => x.Value).OfType<JsonObject>().Where(MayBeNull))
            {
                var where = field.ContainsKey("enum") ? "enum" : "type";
                JsonNode?[] rest = [.. field[where]!.AsArray().Where(x => !IsNull(x)).Select(x => x!.DeepClone())];
                field[where] = where == "type" && rest.Length == 1 ? rest[0] : new JsonArray(rest);
            }
        }
        return node;
    }

    private static bool MayBeNull(JsonNode schema) => (schema["enum"] ?? schema["type"]) is JsonArray kinds && kinds.Any(IsNull);

    private static bool IsNull(JsonNode? x) => x is null || x is JsonValue value && value.TryGetValue<string>(out var text) && text == "null";

    private static JsonObject Object(IReadOnlyList<(string Name, JsonObject Schema)> fields, bool additional = false)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray([.. fields.Select(x => JsonValue.Create(x.Name))]),
            ["properties"] = new JsonObject(fields.Select(x => KeyValuePair.Create(x.Name, (JsonNode?)x.Schema))),
        };
        if (additional)
            schema["additionalProperties"] = true;
        return schema;
    }

    private static JsonObject OrNothing(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static JsonObject OneOf(string?[] words) => new() { ["enum"] = new JsonArray([.. words.Select(x => JsonValue.Create(x))]) };

    private static JsonObject Integer() => new() { ["type"] = "integer" };

    private static JsonObject Text(string? format = null) => format is null ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["format"] = format };
}
