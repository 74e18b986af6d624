using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stances.Postgres.Tests.Live;

/// <summary>
/// Holds JSON against the words of JSON Schema that a document uses, and is stricter in one thing: a field that no schema describes is a fault,
/// unless the schema says that there may be others.
/// </summary>
internal sealed class SchemaCheck(JsonObject document)
{
    private static readonly string[] Understood = ["$ref", "allOf", "anyOf", "const", "enum", "type", "format", "properties", "required", "items", "additionalProperties"];

    /// <summary>What is wrong with a value, each fault with its place; none where it is as described.</summary>
    public IReadOnlyList<string> Faults(JsonNode? schema, JsonNode? value) => [.. Faults(schema!, value, "")];

    /// <summary>What a reference leads to; null where it leads nowhere.</summary>
    public JsonNode? Find(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode?)document, (at, name) => at?[name]);

    private IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string at, bool strict = true)
    {
        var s = schema.AsObject();
        foreach (var word in s.Select(x => x.Key).Except(Understood))
            yield return $"{at}: the schema says '{word}', which is not understood";
        if (s["$ref"] is { } reference)
        {
            foreach (var fault in Find((string)reference!) is { } there ? Faults(there, value, at, strict) : [$"{at}: {reference} leads nowhere"])
                yield return fault;
        }
        foreach (var part in s["allOf"]?.AsArray() ?? [])
        {
            foreach (var fault in Faults(part!, value, at, strict: false))
                yield return fault;
        }
        if (s["anyOf"] is JsonArray some && !some.Any(x => !Faults(x!, value, at).Any()))
            yield return $"{at}: none of the {some.Count} fits {value?.ToJsonString()}: {string.Join("; ", some.SelectMany(x => Faults(x!, value, at)))}";
        if (s["const"] is { } only && !JsonNode.DeepEquals(only, value))
            yield return $"{at}: {value} is not {only}";
        if (s["enum"] is JsonArray words && !words.Any(x => JsonNode.DeepEquals(x, value)))
            yield return $"{at}: {value} is none of {words.ToJsonString()}";
        if (s["type"] is { } type && !(type is JsonArray types ? types.Any(x => Is((string)x!, value)) : Is((string)type!, value)))
            yield return $"{at}: {value?.ToJsonString() ?? "null"} is not of type {type.ToJsonString()}";
        if (s["format"] is { } format && value is JsonValue && !IsWritten((string)format!, (string)value!))
            yield return $"{at}: '{value}' is no {format}";
        foreach (var (x, i) in s["items"] is null ? [] : (value as JsonArray ?? []).Select((x, i) => (x, i)))
        {
            foreach (var fault in Faults(s["items"]!, x, $"{at}/{i}"))
                yield return fault;
        }
        if (value is not JsonObject fields)
            yield break;
        foreach (var name in s["required"]?.AsArray() ?? [])
        {
            if (!fields.ContainsKey((string)name!))
                yield return $"{at}: '{name}' is missing";
        }
        foreach (var (name, field) in fields)
        {
            if (s["properties"]?[name] is { } described)
            {
                foreach (var fault in Faults(described, field, $"{at}/{name}"))
                    yield return fault;
            }
        }
        if (strict && !s.ContainsKey("$ref") && s["additionalProperties"] is null && (s.ContainsKey("properties") || s.ContainsKey("allOf")))
        {
            foreach (var name in fields.Select(x => x.Key).Except(Described(s)))
                yield return $"{at}: '{name}' is not described";
        }
    }

    private IEnumerable<string> Described(JsonNode schema) =>
        (schema["properties"]?.AsObject().Select(x => x.Key) ?? [])
        .Concat(schema["$ref"] is { } reference && Find((string)reference!) is { } there ? Described(there) : [])
        .Concat(schema["allOf"]?.AsArray().SelectMany(x => Described(x!)) ?? []);

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "null" => value is null,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && long.TryParse(value.ToJsonString(), out _),
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        _ => value?.GetValueKind().ToString().Equals(type, StringComparison.OrdinalIgnoreCase) ?? false,
    };

    private static bool IsWritten(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => false,
    };
}
