using System.Globalization;
using Stances.Domain;
using Stances.Domain.Catalogue;

namespace Stances.Pages;

/// <summary>How the pages put things.</summary>
public static class Say
{
    /// <summary>"7 August 2017".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"7 August 2017, 14:05 UTC".</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The day something was said, or that it is only known to have been said by then.</summary>
    public static string SaidOn(DateOnly? on, DateOnly by) => on is { } day ? Day(day) : "by " + Day(by);

    /// <summary>As the attribute of a time element.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"supports".</summary>
    public static string Verb(Position position) => position switch
    {
        Position.Neutral => "is neutral",
        Position.Supports => "supports",
        Position.Opposes => "opposes",
        Position.Demands => "demands",
        Position.Commits => "commits",
        Position.Rejects => "rejects",
        Position.Concerned => "is concerned",
        _ => throw new System.Diagnostics.UnreachableException($"{position} has no verb."),
    };

    /// <summary>"neutral", as short as a cell wants it.</summary>
    public static string Word(Position position) => position switch
    {
        Position.Neutral => "neutral",
        Position.Concerned => "concerned",
        _ => Verb(position),
    };

    /// <summary>The class and the word of a direction.</summary>
    public static string Word(Direction direction) => direction switch
    {
        Direction.For => "for",
        Direction.Against => "against",
        Direction.Unclear => "unclear",
        _ => throw new System.Diagnostics.UnreachableException($"{direction} has no word."),
    };

    /// <summary>A shape for each direction, so that colour is never alone.</summary>
    public static string Shape(Direction direction) => direction switch
    {
        Direction.For => "▲",
        Direction.Against => "▼",
        Direction.Unclear => "◆",
        _ => throw new System.Diagnostics.UnreachableException($"{direction} has no shape."),
    };

    /// <summary>What a change was.</summary>
    public static string Word(ChangeKind change) => change switch
    {
        ChangeKind.First => "first recorded",
        ChangeKind.Reaffirmed => "said again",
        ChangeKind.Sharpened => "sharpened",
        ChangeKind.Softened => "softened",
        ChangeKind.Reversed => "reversed",
        _ => throw new System.Diagnostics.UnreachableException($"{change} has no word."),
    };

    /// <summary>How the words reached the article.</summary>
    public static string Word(Attribution attribution) => attribution switch
    {
        Attribution.Quote => "in the speaker's own words",
        Attribution.Paraphrase => "as the article tells it",
        Attribution.Ministry => "as the government told it",
        Attribution.Document => "in a document",
        _ => throw new System.Diagnostics.UnreachableException($"{attribution} has no word."),
    };

    /// <summary>"Taro Kono, foreign minister"; the government where nobody is named.</summary>
    public static string Speaker(Speaker? speaker, Country country) => (speaker?.Name, speaker?.Role) switch
    {
        ({ } name, { } role) => $"{name}, {role}",
        ({ } name, null) => name,
        (null, { } role) => Capital($"{country.Name}: {role}"),
        _ => $"the government of {country.Name}",
    };

    /// <summary>With its first letter large.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"1 article", "3 articles".</summary>
    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>"A, B and C".</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1],
    };

    /// <summary>The country of this code; one that the catalogue no longer has keeps its code for a name.</summary>
    public static Country CountryOf(this WorldCatalogue catalogue, string code) => catalogue.Country(code) ?? new Country { Code = code, Name = code };

    /// <summary>The topic of this id; one that the catalogue no longer has keeps its id for a label.</summary>
    public static Topic TopicOf(this WorldCatalogue catalogue, string id) =>
        catalogue.Topic(id) ?? new Topic { Id = id, Label = id, Proposition = "", Group = "" };
}
