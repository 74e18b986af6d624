using System.Text;
using System.Text.Json.Nodes;

namespace Stances.Live;

/// <summary>
/// One thing subscribers are told: an event of the log, or a change of an answer that an event brought about. Made once per process and
/// shared by all who are told.
/// </summary>
public sealed class Notice(Func<JsonObject> body)
{
    private byte[]? json, serverSent;

    /// <summary>Where it stands; a subscriber who names it goes on behind it.</summary>
    public required Place Place { get; init; }

    /// <summary>The same whenever and however often it is told.</summary>
    public required string Id { get; init; }

    /// <summary>The stored name of the event, or <c>answer_changed</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The article it comes from.</summary>
    public required string Article { get; init; }

    /// <summary>When the log took it in.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The day it was said or happened, where known.</summary>
    public DateOnly? On { get; init; }

    /// <summary>What it can be chosen by.</summary>
    public required Facets Facets { get; init; }

    /// <summary>What is told, as an object of the caller's own.</summary>
    public JsonObject Body() => JsonNode.Parse(Json.Span)!.AsObject();

    /// <summary>The notice as one server-sent event, made once however many clients it goes to.</summary>
    public ReadOnlyMemory<byte> ServerSent => serverSent ??= Frame();

    /// <summary>What is told, as UTF-8 JSON on one line.</summary>
    public ReadOnlyMemory<byte> Json => json ??= System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body(), EventView.Json);

    private byte[] Frame()
    {
        // Another application names its events as it likes.
        var type = Type.AsSpan().ContainsAny('\r', '\n') ? Type.ReplaceLineEndings(" ") : Type;
        return [.. Encoding.UTF8.GetBytes($"id: {Place}\nevent: {type}\ndata: "), .. Json.Span, .. "\n\n"u8];
    }
}

/// <summary>Notices in order, complete up to a sequence; one without notices tells only that nothing was missed up to there.</summary>
public sealed record Stretch(IReadOnlyList<Notice> Notices, long Through);
