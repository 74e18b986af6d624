using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using static Stances.Domain.ArticleEvent;

namespace Stances.Domain;

/// <summary>
/// The storage format of events: a pinned name and JSON with PascalCase names, enums as snake_case strings, dates as yyyy-MM-dd, nulls omitted.
/// </summary>
public static class EventJson
{
    // The one table that ties a case to its stored name. Names are never reused and never renamed.
    private static readonly (string Name, JsonTypeInfo Shape)[] Stored =
    [
        ("article_ingested", EventJsonContext.Default.ArticleIngested),
        ("article_revised", EventJsonContext.Default.ArticleRevised),
        ("article_withdrawn", EventJsonContext.Default.ArticleWithdrawn),
        ("meeting_held", EventJsonContext.Default.MeetingHeld),
        ("stance_stated", EventJsonContext.Default.StanceStated),
        ("agreement_reached", EventJsonContext.Default.AgreementReached),
        ("event_retracted", EventJsonContext.Default.EventRetracted),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByName = Stored.ToFrozenDictionary(x => x.Name, x => x.Shape);
    private static readonly FrozenDictionary<Type, (string Name, JsonTypeInfo Shape)> ByCase = Stored.ToFrozenDictionary(x => x.Shape.Type);

    /// <summary>Every stored name, in the order of the design page.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Stored.Select(x => x.Name)];

    /// <summary>The stored name of an event's case.</summary>
    public static string NameOf(ArticleEvent e) => ByCase[e.GetType()].Name;

    /// <summary>The case that is stored under a name.</summary>
    public static Type CaseOf(string name) => ByName[name].Type;

    /// <summary>The name Marten writes beside an event: <c>Namespace.Outer+Nested, Assembly</c>.</summary>
    public static string DotnetTypeOf(ArticleEvent e) => $"{e.GetType().FullName}, {e.GetType().Assembly.GetName().Name}";

    /// <summary>The event as it is stored.</summary>
    public static string Write(ArticleEvent e) => JsonSerializer.Serialize(e, ByCase[e.GetType()].Shape);

    /// <summary>The event that was stored under this name.</summary>
    /// <exception cref="UnknownEventException">The name is none of <see cref="Names"/>: a newer program wrote it.</exception>
    /// <exception cref="JsonException">The data is not of that event's shape.</exception>
    public static ArticleEvent Read(string name, string data) =>
        ByName.TryGetValue(name, out var shape)
            ? (ArticleEvent?)JsonSerializer.Deserialize(data, shape) ?? throw new JsonException($"A {name} is stored as null.")
            : throw new UnknownEventException(name);
}

/// <summary>The log holds an event whose name this program does not know; it must not be passed over.</summary>
public sealed class UnknownEventException(string name) : Exception($"The log holds an event named '{name}', which this version does not know.");

[JsonSourceGenerationOptions(
    UseStringEnumConverter = false,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false,
    Converters = [typeof(SnakeCaseNames<Position>), typeof(SnakeCaseNames<Direction>), typeof(SnakeCaseNames<Attribution>), typeof(SnakeCaseNames<MeetingFormat>), typeof(SnakeCaseNames<AgreementStage>)])]
[JsonSerializable(typeof(ArticleIngested))]
[JsonSerializable(typeof(ArticleRevised))]
[JsonSerializable(typeof(ArticleWithdrawn))]
[JsonSerializable(typeof(MeetingHeld))]
[JsonSerializable(typeof(StanceStated))]
[JsonSerializable(typeof(AgreementReached))]
[JsonSerializable(typeof(EventRetracted))]
internal sealed partial class EventJsonContext : JsonSerializerContext
{
    // Texts come in every script; escaping each letter outside ASCII would triple them. The log is not HTML.
    static EventJsonContext() => Default = new EventJsonContext(new JsonSerializerOptions(s_defaultOptions) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>Enums are stored as snake_case strings, so that their order in code may change; numbers are refused.</summary>
public sealed class SnakeCaseNames<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
