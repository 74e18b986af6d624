using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stances.Live;

/// <summary>Notices as CloudEvents 1.0 in structured JSON.</summary>
public static class CloudEvent
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/cloudevents+json";

    /// <summary>
    /// The notice as an event: <c>time</c> is the day it was said (left out where unknown), <c>recordedtime</c> when the log took it in,
    /// <c>sequence</c> its place.
    /// </summary>
    public static JsonObject Of(Notice notice)
    {
        var e = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = notice.Id,
            ["source"] = "/articles/" + Uri.EscapeDataString(notice.Article),
            ["type"] = "stances." + notice.Type,
        };
        if (Subject(notice.Facets) is { } subject)
            e["subject"] = subject;
        if (notice.On is { } day)
            e["time"] = day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        e["recordedtime"] = notice.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        e["sequence"] = notice.Place.ToString();
        e["datacontenttype"] = "application/json";
        e["data"] = notice.Body();
        return e;
    }

    /// <summary>The event as UTF-8 JSON.</summary>
    public static byte[] Utf8(Notice notice) => JsonSerializer.SerializeToUtf8Bytes(Of(notice), EventView.Json);

    private static string? Subject(Facets facets) => (facets.Countries, facets.Topics) switch
    {
        ({ Count: 0 }, { Count: 0 }) => null,
        (var countries, { Count: 0 }) => string.Join('+', countries),
        (var countries, var topics) => $"{string.Join('+', countries)}/{string.Join('+', topics)}",
    };
}
