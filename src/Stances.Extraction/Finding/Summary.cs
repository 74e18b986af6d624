using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;

namespace Stances.Extraction.Finding;

/// <summary>A short plain sentence about an event, made of its fields and the evidence's own words.</summary>
internal static class Summary
{
    private const int Most = 160;

    public static string Stance(Scene scene, string country, Speaker? speaker, Topic? topic, Position position, Statement s)
    {
        var who = speaker?.Name is { } name ? $"{Name(scene, country)} ({name})" : Name(scene, country);
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
        return $"{who} {does}{On(topic)}: {Words(scene, s)}";
    }

    public static string Agreement(Scene scene, IReadOnlyList<string> parties, Topic? topic, Statement s) =>
        $"{string.Join(" and ", parties.Select(x => Name(scene, x)))} agree{On(topic)}: {Words(scene, s)}";

    private static string On(Topic? topic) => topic is null ? "" : $" on {topic.Label}";

    private static string Name(Scene scene, string code) => scene.Gazetteer.Catalogue.Country(code)?.Name ?? code;

    private static string Words(Scene scene, Statement s)
    {
        var (first, end) = s.ContentEnd > s.ContentFirst ? (s.ContentFirst, s.ContentEnd) : (s.First, s.End);
        var words = string.Join(' ', scene.Document.Text[scene.Tokens[first].Start..scene.Tokens[end - 1].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart(',', ' ', '.');
        if (words.Length <= Most)
            return words;
        var cut = words.LastIndexOf(' ', Most);
        return words[..(cut > 40 ? cut : Most)] + " \u2026";
    }
}
