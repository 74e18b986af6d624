using System.Globalization;
using Stances.Http;

namespace Stances.EventData;

/// <summary>
/// Event records in the columns of POLECAT, the public data set that is coded in PLOVER: tab-separated, several values joined by "; ",
/// <c>None</c> where there is none.
/// </summary>
public static class PolecatTable
{
    private const string None = "None";

    private static readonly (string Column, Func<PloverRecord, string?> Value)[] Columns =
    [
        ("Event ID", x => x.Id),
        ("Event Date", x => Day(x.Date)),
        // The manual's DEMAND was renamed in the data set, where it takes in requests as our demands do.
        ("Event Type", x => Joined(x.Event.Select(e => e == "DEMAND" ? "REQUEST" : e))),
        ("Event Mode", x => Joined(x.Mode)),
        ("Intensity", x => x.EventScale.ToString("0.0", CultureInfo.InvariantCulture)),
        ("Quad Code", x => x.QuadCode.ToString(CultureInfo.InvariantCulture)),
        ("Contexts", x => Joined(x.Context)),
        .. Actor("Actor", x => x.Source),
        .. Actor("Recipient", x => x.Recipient),
        ("Placename", x => x.EventLoc?.Name), ("City", _ => null), ("District", _ => null), ("Province", _ => null), ("Country", _ => null), ("Latitude", _ => null),
        ("Longitude", _ => null), ("GeoNames ID", _ => null), ("Raw Placename", x => x.EventLoc?.Name), ("Feature Type", _ => null),
        ("Source", x => x.CiteInfo.Publication),
        ("Publication Date", x => x.CiteInfo.Date is { } day ? Day(day) : null),
        ("Story People", _ => null), ("Story Organizations", _ => null), ("Story Locations", _ => null), ("Language", _ => null),
        ("Version", x => $"{x.Coder} {x.CiteInfo.Codebook}"),
    ];

    /// <summary>The line of column names.</summary>
    public static string Header { get; } = string.Join('\t', Columns.Select(x => x.Column));

    /// <summary>A record's line.</summary>
    public static string Row(PloverRecord record) => string.Join('\t', Columns.Select(x => Cell(x.Value(record))));

    // Nothing here has COW numbers or Wikipedia pages; a raw name is what the text wrote, which is not kept apart.
    private static (string, Func<PloverRecord, string?>)[] Actor(string who, Func<PloverRecord, IReadOnlyList<PloverActor>?> actors) =>
    [
        ($"{who} Name", x => Joined(actors(x)?.Select(a => a.IdentifierText))),
        ($"{who} Country", x => Joined(actors(x)?.Select(a => a.Code))),
        ($"{who} COW", _ => null),
        ($"Primary {who} Sector", x => actors(x)?[0].Sector),
        ($"{who} Sectors", x => Joined(actors(x)?.Select(a => a.Sector))),
        ($"{who} Title", x => Joined(actors(x)?.Select(a => a.Office).OfType<string>())),
        ($"{who} Name Raw", _ => null),
        ($"Wikipedia {who} ID", _ => null),
    ];

    private static string? Joined(IEnumerable<string>? values) => values is null ? null : string.Join("; ", values.Distinct());

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cell(string? text) => string.IsNullOrEmpty(text) ? None : Formats.Inert(text).ReplaceLineEndings(" ").Replace('\t', ' ');
}
