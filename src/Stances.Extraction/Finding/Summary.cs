using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;

namespace Stances.Extraction.Finding;

/// <summary>A short plain sentence about an event, made of its fields and the evidence's own words.</summary>
internal static class Summary
{
    private const int Most = 160;

    public static string Stance(Scene scene, string country, Speaker? speaker, Topic? topic, Position position, Statement s) =>
        Stance(scene.Gazetteer.Catalogue, country, speaker, topic, position, Words(scene, s));

    /// <summary>The same in words that stand in the text.</summary>
    public static string Stance(WorldCatalogue catalogue, string country, Speaker? speaker, Topic? topic, Position position, string words)
    {
        var who = speaker?.Name is { } name ? $"{Name(catalogue, country)} ({name})" : Name(catalogue, country);
        var does = position switch
        {
            Position.Supports => "speaks in favour",
            Position.Opposes => "objects",
            Position.Demands => "asks for action",
            Position.Commits => "undertakes to act",
            Position.Rejects => "refuses",
            Position.Concerned => "voices concern",
            _ => "states its view",
        };
        return $"{who} {does}{On(topic)}: {Short(words)}";
    }

    public static string Agreement(Scene scene, IReadOnlyList<string> parties, Topic? topic, Statement s) =>
        Agreement(scene.Gazetteer.Catalogue, parties, topic, Words(scene, s));

    /// <summary>The same in words that stand in the text.</summary>
    public static string Agreement(WorldCatalogue catalogue, IReadOnlyList<string> parties, Topic? topic, string words) =>
        $"{string.Join(" and ", parties.Select(x => Name(catalogue, x)))} agree{On(topic)}: {Short(words)}";

    private static string On(Topic? topic) => topic is null ? "" : $" on {topic.Label}";

    private static string Name(WorldCatalogue catalogue, string code) => catalogue.Country(code)?.Name ?? code;

    private static string Words(Scene scene, Statement s)
    {
        var (first, end) = s.ContentEnd > s.ContentFirst ? (s.ContentFirst, s.ContentEnd) : (s.First, s.End);
        return scene.Document.Text[scene.Tokens[first].Start..scene.Tokens[end - 1].End];
    }

    private static string Short(string told)
    {
        var words = string.Join(' ', told.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart(',', ' ', '.');
        if (words.Length <= Most)
            return words;
        var cut = words.LastIndexOf(' ', Most);
        return words[..(cut > 40 ? cut : Most)] + " \u2026";
    }
}
