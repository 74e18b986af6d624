using System.Globalization;
using System.Text.Json;
using Stances.Domain;
using Stances.Http.OpenApi;

namespace Stances.Live;

/// <summary>
/// A selection as people write it: lists separated by commas, countries and topics by code or name. The same names serve as query
/// parameters, JSON fields and options.
/// </summary>
internal static class SelectionFields
{
    private const int MostEntries = 200, LongestEntry = 200;

    /// <summary>The names of all fields.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["type", "country", "topic", "position", "direction", "person", "publisher", "minConfidence", "change"];

    /// <summary>Words a change can be chosen by: what became of the position, and why the answer is another.</summary>
    public static readonly IReadOnlyList<string> ChangeWords = ["first", "sharpened", "softened", "reversed", "late", "retracted"];

    /// <summary>The fields as parameters of a route that tells of events, or of changes.</summary>
    public static object[] Described(string watches) =>
        [.. Names.Where(x => x != (watches == "changes" ? "type" : "change")).Select(x => new Taken(x, x == "minConfidence"
            ? $"The least confidence, 0 to 1{(watches == "changes" ? $"; {Selection.AlertConfidence.ToString(CultureInfo.InvariantCulture)} where left out" : "")}."
            : $"Only this {x}; several separated by commas."))];

    /// <summary>The selection that <paramref name="values"/> of each field describe.</summary>
    /// <exception cref="InvalidInputException">A value names nothing, or there are too many of them.</exception>
    public static Selection Read(Workspace workspace, Func<string, IEnumerable<string?>> values, double? usualConfidence = null)
    {
        return new Selection
        {
            Types = Known("type", EventJson.Names),
            Countries = List("country", x => workspace.KnownCountry(x).Code),
            Topics = List("topic", x => workspace.KnownTopic(x).Id),
            Positions = List("position", x => Word<Position>("position", x)),
            Directions = List("direction", x => Word<Direction>("direction", x)),
            Persons = List("person", x => x),
            Publishers = List("publisher", x => x),
            MinConfidence = Confidence(values("minConfidence").LastOrDefault(x => !string.IsNullOrEmpty(x))) ?? usualConfidence,
            Changes = Known("change", ChangeWords),
        };

        IReadOnlyList<string> Known(string field, IReadOnlyList<string> known) => List(field, x => known.Contains(x) ? x
            : throw new InvalidInputException(field, $"There is no {field} '{x}'; there are {string.Join(", ", known)}."));

        IReadOnlyList<T> List<T>(string field, Func<string, T> read)
        {
            var entries = values(field).SelectMany(x => (x ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            if (entries.Count > MostEntries)
                throw new InvalidInputException(field, $"There are {entries.Count} entries; at most {MostEntries} are taken.");
            if (entries.Exists(x => x.Length > LongestEntry))
                throw new InvalidInputException(field, $"An entry has more than {LongestEntry} characters.");
            if (entries.Exists(x => x.Any(char.IsControl)))
                throw new InvalidInputException(field, "An entry has control characters.");
            return [.. entries.Select(read).Distinct()];
        }
    }

    /// <summary>The selection as the fields it came from; those that were left out are left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Write(Selection selection)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>
        {
            ["type"] = selection.Types, ["country"] = selection.Countries, ["topic"] = selection.Topics,
            ["position"] = [.. selection.Positions.Select(x => Name(x))], ["direction"] = [.. selection.Directions.Select(x => Name(x))],
            ["person"] = selection.Persons, ["publisher"] = selection.Publishers, ["change"] = selection.Changes,
            ["minConfidence"] = selection.MinConfidence is { } least ? [least.ToString(CultureInfo.InvariantCulture)] : [],
        };
        return fields.Where(x => x.Value.Count > 0).ToDictionary();
    }

    private static T Word<T>(string field, string text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Name(value) == text)
                return value;
        }
        throw new InvalidInputException(field, $"There is no {field} '{text}'; there are {string.Join(", ", Enum.GetValues<T>().Select(x => Name(x)))}.");
    }

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static double? Confidence(string? text) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var x) && x is >= 0 and <= 1 ? x
        : throw new InvalidInputException("minConfidence", $"'{text}' is not a number from 0 to 1.");
}
