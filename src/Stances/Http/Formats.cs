using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stances.Projections;

namespace Stances.Http;

/// <summary>A list as JSON, as JSON Lines, or as a table (RFC 4180) with one column per field.</summary>
internal static class Formats
{
    /// <summary>Whether a list is asked for as a file to take away.</summary>
    /// <exception cref="InvalidInputException">It is asked for in no form there is.</exception>
    public static bool IsFile(string? format) => format switch
    {
        "csv" or "jsonl" => true,
        null or "" or "json" => false,
        _ => throw new InvalidInputException("format", "The format is json, csv or jsonl."),
    };

    public static Reply Write<T>(string? format, IEnumerable<T> items, Cursor? next, string basis) =>
        !IsFile(format) ? Reply.Json(new Listed<T>([.. items], next?.ToString(), basis))
        : format == "csv" ? Reply.Text(Csv(items), "text/csv")
        : Reply.Text(string.Concat(items.Select(x => JsonSerializer.Serialize(x, EventView.Json) + "\n")), "application/jsonl");

    public static string Csv<T>(IEnumerable<T> items)
    {
        var rows = items.Select(x => Flat(JsonSerializer.SerializeToNode(x, EventView.Json)!.AsObject(), "").ToDictionary()).ToList();
        var columns = rows.SelectMany(x => x.Keys).Distinct().ToList();
        var table = new StringBuilder();
        table.AppendJoin(',', columns.Select(Cell)).Append("\r\n");
        foreach (var row in rows)
            table.AppendJoin(',', columns.Select(x => Cell(row.GetValueOrDefault(x, "")))).Append("\r\n");
        return table.ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonObject item, string prefix) =>
        item.SelectMany(x => x.Value switch
        {
            null => [],
            JsonObject inner => Flat(inner, prefix + x.Key + "."),
            JsonArray list => [new(prefix + x.Key, string.Join("; ", list.Select(Words)))],
            var value => [new KeyValuePair<string, string>(prefix + x.Key, value.ToString())],
        });

    private static string? Words(JsonNode? node) => node is JsonObject several ? string.Join(", ", several.Select(x => x.Value?.ToString())) : node?.ToString();

    /// <summary>What a spreadsheet shows and does not run: it takes what begins like a formula for one, and an apostrophe makes it text again.</summary>
    public static string Inert(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n'
        && !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "'" + text : text;

    private static string Cell(string text)
    {
        var safe = Inert(text);
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : safe;
    }
}
