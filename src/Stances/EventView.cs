using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stances.Domain;
using Stances.EventStore;

namespace Stances;

/// <summary>
/// Events as the interfaces show them: the stored fields in camelCase, plus <c>type</c>, the <see cref="Plover"/> code derived from them
/// (null where there is none) and, once recorded, where in the log they stand.
/// </summary>
public static class EventView
{
    /// <summary>How every JSON answer of this program is written.</summary>
    public static readonly JsonSerializerOptions Json = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>Makes these options write as <see cref="Json"/> does.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Articles come in every script; what is written here is JSON and never HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }

    /// <summary>An event that was found but not stored.</summary>
    public static JsonObject Of(ArticleEvent e)
    {
        var fields = JsonSerializer.SerializeToNode(e, e.GetType(), Json)!.AsObject();
        fields.Insert(0, "type", EventJson.NameOf(e));
        fields.Add("plover", JsonSerializer.SerializeToNode(Plover.Of(e), Json));
        return fields;
    }

    /// <summary>
    /// A recorded event with its sequence, id, stream, version and the moment it was recorded. Another application may keep events of its own in
    /// the same log, and write one of ours that is none: they are told as they are, in <c>data</c>.
    /// </summary>
    public static JsonObject Of(RecordedEvent e)
    {
        var view = Read(e.Type, e.Data) is { } read ? Of(read) : new JsonObject { ["type"] = e.Type, ["data"] = JsonNode.Parse(e.Data) };
        // A retraction names the version it takes back, which is not its own.
        if (view.Remove("version", out var retracts))
            view.Insert(1, "retracts", retracts);
        view.Insert(0, "sequence", e.Sequence);
        view.Insert(1, "id", e.Id);
        view.Insert(2, "article", e.Stream);
        view.Insert(3, "version", e.Version);
        view.Insert(4, "recordedAt", e.RecordedAt.UtcDateTime);
        return view;
    }

    /// <summary>A stored event as one of ours; null where it is none.</summary>
    public static ArticleEvent? Read(string type, string data)
    {
        try
        {
            return EventJson.Names.Contains(type) ? EventJson.Read(type, data) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
