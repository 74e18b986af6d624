using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stances.Live.Subscriptions;

/// <summary>How a selection is stored.</summary>
internal static class SelectionJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static string Write(Selection selection) => JsonSerializer.Serialize(selection, Options);

    public static Selection Read(string json) => JsonSerializer.Deserialize<Selection>(json, Options)!;
}
