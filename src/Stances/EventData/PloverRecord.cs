using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.EventData;

/// <summary>One event record in the data interchange format of the PLOVER manual 0.8, chapter "Data Fields": one line of JSON each.</summary>
/// <param name="Id">The article's stream and the event's version in it, which no other log gives to another event.</param>
/// <param name="Date">The day it was said or happened, else the latest day it can have been.</param>
/// <param name="Source">Who acted; all who took part where they acted together.</param>
/// <param name="Recipient">To whom it was addressed, where told.</param>
/// <param name="Context">What it was about, by the topic's contexts; null where PLOVER has none for it, and for a meeting, which is on no topic.</param>
/// <param name="EventText">The words it rests on.</param>
public sealed record PloverRecord(
    string Id, DateOnly Date, IReadOnlyList<PloverActor> Source, IReadOnlyList<PloverActor>? Recipient, IReadOnlyList<string> Event, IReadOnlyList<string>? Mode,
    IReadOnlyList<string>? Context, PloverPlace? EventLoc, IReadOnlyList<string> EventText, int QuadCode, double EventScale, PloverText TextInfo, PloverCitation CiteInfo, string Coder,
    DateOnly CodedDate, string CodedTime, string? Comment)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The record as one line of JSON.</summary>
    public override string ToString() => JsonSerializer.Serialize(this, Json);

    /// <summary>The record of a statement; null where PLOVER has no category for it.</summary>
    public static PloverRecord? Of(Statement x, WorldCatalogue catalogue) => Plover.Of(x.Position, x.Direction) is { } code
        ? Of(code, x.SaidBy, [PloverActor.Of(x.Country, x.Speaker, catalogue)], x.Target is null ? null : [PloverActor.Of(x.Target, null, catalogue)], About(x.Topic, catalogue), null, x.Summary, x.Told.Cited)
        : null;

    /// <summary>The record of a meeting; null where nobody who met is known to act for a country.</summary>
    public static PloverRecord? Of(Meeting x, WorldCatalogue catalogue) =>
        x.Participants.Where(p => p.Country is not null).Select(p => PloverActor.Of(p.Country!, new Speaker(p.Person, p.Role), catalogue)).ToList() is { Count: > 0 } all
            ? Of(Plover.Of(x.Format), x.HeldBy, all, null, null, x.Place, x.Occasion, x.Cited) : null;

    /// <summary>The record of an agreement.</summary>
    public static PloverRecord? Of(Agreement x, WorldCatalogue catalogue) =>
        Of(Plover.Of(x.Stage), x.AgreedBy, [.. x.Parties.Select(p => PloverActor.Of(p, null, catalogue))], null, About(x.Topic, catalogue), null, x.Summary, x.Cited);

    private static IReadOnlyList<string>? About(string topic, WorldCatalogue catalogue) => catalogue.Topic(topic)?.Contexts is { Count: > 0 } contexts ? contexts : null;

    private static PloverRecord Of(
        Plover code, DateOnly day, IReadOnlyList<PloverActor> source, IReadOnlyList<PloverActor>? recipient, IReadOnlyList<string>? context, string? place, string? comment, Citation cited) => new(
        $"{cited.Article.Id}/{cited.Version}", day, source, recipient, [code.Event], code.Mode is { } mode ? [mode] : null, context,
        place is null ? null : new PloverPlace(place), [cited.Evidence.Exact], code.QuadCode, code.EventScale, new PloverText(cited.Evidence.Start, cited.Evidence.End),
        new PloverCitation(cited.Article.Id, cited.Article.Url, cited.Article.Title, cited.Article.Publisher, cited.Article.PublishedOn, code.Ontology), "stances",
        DateOnly.FromDateTime(cited.RecordedAt.UtcDateTime), cited.RecordedAt.UtcDateTime.ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture), comment);
}

/// <summary>Who acted or was addressed: always a government here, or an organisation of governments.</summary>
/// <param name="Code">ISO 3166-1 alpha-3, or <c>IGO</c>.</param>
/// <param name="IdentifierText">The person's name, else that of the country or organisation.</param>
public sealed record PloverActor(string Code, string Sector, string IdentifierText, string? Office)
{
    internal static PloverActor Of(string country, Speaker? speaker, WorldCatalogue catalogue) =>
        new(country is "EUU" or "UNO" ? "IGO" : country, "GOV", speaker?.Name ?? catalogue.Country(country)?.Name ?? country, speaker?.Role);
}

/// <summary>Where it happened, by the name the text gives.</summary>
public sealed record PloverPlace(string Name);

/// <summary>Where in the text the words stand, in UTF-16 code units.</summary>
public sealed record PloverText(int Start, int End);

/// <summary>Where it is written, and by which codebook it was coded. <paramref name="Date"/> is the day of publication.</summary>
public sealed record PloverCitation(string Citation, string? Url, string? Title, string? Publication, DateOnly? Date, string Codebook);
