using System.Text.Json;

namespace Stances.EventStore;

/// <summary>Which events a reader wants: every condition that is given must hold.</summary>
/// <param name="Types">Stored names, any of them; null for all.</param>
/// <param name="Stream">One stream; null for all.</param>
/// <param name="Fields">Fields of the data and the texts they must equal: <c>("Country", "JPN")</c>.</param>
/// <param name="Since">Recorded at this time or later.</param>
public sealed record EventFilter(
    IReadOnlyList<string>? Types = null, string? Stream = null,
    IReadOnlyList<(string Field, string Value)>? Fields = null, DateTimeOffset? Since = null)
{
    /// <summary>Lets everything through.</summary>
    public static readonly EventFilter All = new();

    /// <summary>The filter as conditions on <c>stances_log.mt_events</c>, each with its leading <c>and</c>.</summary>
    internal Sql Where
    {
        get
        {
            var where = Sql.Raw("");
            if (Types is not null)
                where = Sql.Of($"{where} and type = any ({Types.ToArray()})");
            if (Stream is not null)
                where = Sql.Of($"{where} and stream_id = {Stream}");
            if (Since is { } since)
                where = Sql.Of($"{where} and timestamp >= {since.ToUniversalTime()}");
            foreach (var (name, value) in Fields ?? [])
                where = Sql.Of($"{where} and data ->> {name} = {value}");
            return where;
        }
    }

    /// <summary>The filter for an event that is here already; must agree with <see cref="Where"/>.</summary>
    public bool Matches(RecordedEvent e)
    {
        if (Types is not null && !Types.Contains(e.Type) || Stream is not null && Stream != e.Stream || e.RecordedAt < Since)
            return false;
        if (Fields is null or [])
            return true;
        using var data = JsonDocument.Parse(e.Data);
        return Fields.All(f => data.RootElement.ValueKind == JsonValueKind.Object
            && data.RootElement.TryGetProperty(f.Field, out var value) && AsText(value) == f.Value);
    }

    private static string? AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
