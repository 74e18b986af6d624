using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stances.Extraction.Llm;

/// <summary>One event as a model claims it: nothing of it is believed yet.</summary>
internal sealed record ModelClaim(JsonObject Fields)
{
    public string Type => Text("type") ?? "";

    public string Quote => Text("quote") ?? "";

    public int? Paragraph => Fields["paragraph"] is JsonValue number && number.TryGetValue(out int paragraph) ? paragraph : null;

    /// <summary>A field's words; null where it is missing, empty or no text.</summary>
    public string? Text(string field) => Words(Fields[field]);

    /// <summary>A field's list of words.</summary>
    public IReadOnlyList<string> Texts(string field) => Fields[field] is JsonArray list ? [.. list.Select(Words).OfType<string>()] : [];

    /// <summary>A field's list of objects.</summary>
    public IReadOnlyList<ModelClaim> Parts(string field) =>
        Fields[field] is JsonArray list ? [.. list.OfType<JsonObject>().Select(x => new ModelClaim(x))] : [];

    /// <summary>The claims of an answer, whether or not it dressed its JSON up as a code block.</summary>
    /// <exception cref="ModelException">The answer is not the JSON asked for.</exception>
    public static IReadOnlyList<ModelClaim> In(string answer)
    {
        var (open, close) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        try
        {
            if (open >= 0 && close > open
                && JsonNode.Parse(answer[open..(close + 1)],
                    documentOptions: new JsonDocumentOptions { MaxDepth = 16 })?["events"] is JsonArray events)
                return [.. events.OfType<JsonObject>().Select(x => new ModelClaim(x))];
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new ModelException("The model's answer is no JSON.", e);
        }

        throw new ModelException("The model's answer holds no list of events.");
    }

    private static string? Words(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
