using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Whose "the foreign minister" is where the text says no more: the country of whoever publishes.</summary>
internal static class Home
{
    private static readonly FrozenSet<string> Offices =
        English.Set(
            "ministry government presidency president chancellery embassy department office commission council minister secretariat "
            + "kremlin parliament");

    public static string? Of(Source source, Publisher? publisher, Scene scene) =>
        (publisher is { Country: { } country } && (scene.Countries.ContainsKey(country) || publisher.Kind == "ministry") ? country : null)
            ?? (publisher?.Country is null ? null : Own(scene) ?? publisher.Country) ?? Named(source.Publisher, scene.Gazetteer)
            ?? (publisher is null ? Letterhead(scene) : null) ?? Dateline(scene) ?? Own(scene);

    /// <summary>Whether the publisher is a part of a state: known as one, or by its name, or by the head of its letter.</summary>
    public static bool Official(Source source, Publisher? publisher, Scene scene) =>
        publisher is not null
            ? publisher.Kind == "ministry"
            : source.Publisher is { } name
            ? Tokenizer.Read(name).Any(x => Offices.Contains(x.Lower))
            : Letterhead(scene) is not null;

    private static string? Named(string? text, Gazetteer gazetteer)
    {
        if (text is null)
            return null;
        var tokens = Tokenizer.Read(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (gazetteer.NameAt(tokens, i, tokens.Count) is { } found
                && found.Values.FirstOrDefault(x => x is { Country: not null, Weak: false, With: null })?.Country is { } country)
                return country;
        }

        return null;
    }

    /// <summary>A short line over the text that names a ministry: "Ministry of Foreign Affairs of Japan".</summary>
    private static string? Letterhead(Scene scene)
    {
        for (var b = 0; b < scene.Document.Blocks.Count && scene.Document.Blocks[b].Kind != BlockKind.Body; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            var office =
                Enumerable.Range(first, end - first)
                    .Any(i => scene.Tokens[i].Lower is "ministry" or "embassy" or "department" or "kingdom" or "republic" or "office");
            if (office && end - first < 20 && scene.CountryIn(first, end) is { } country)
                return country;
        }

        return null;
    }

    /// <summary>A report filed from a capital.</summary>
    private static string? Dateline(Scene scene)
    {
        // "ISLAMABAD: Pakistan on Sunday rejected ..."
        var place =
            scene.Document.Blocks.FirstOrDefault(x => x.Dateline is not null)?.Dateline!.Place.Split('/', ',')[0].Trim()
                ?? scene.Document.Blocks.FirstOrDefault(x => x.Kind == BlockKind.Body)?.Label;
        return place is null
            ? null
            : scene.Gazetteer.Catalogue.Countries.FirstOrDefault(x => string.Equals(x.Capital, place,
                StringComparison.OrdinalIgnoreCase))?.Code;
    }

    /// <summary>A source names its own officials without their country: "Prime Minister Kakar".</summary>
    private static string? Own(Scene scene)
    {
        for (var i = 1; i < scene.Tokens.Count; i++)
        {
            if (scene.Mentions[i] is not { Kind: MentionKind.Person, Person.Known: { } known } mention || mention.First != i
                || scene.Roles[i - 1] is not { Country: null } role)
                continue;
            var start = scene.PhraseStart(role.First, Math.Max(0, role.First - 6));
            if (scene.CountryIn(start, role.First) is null)
                return known.Offices.Where(x => scene.Day is not { } day || x.HeldOn(day)).Select(x => x.Country).FirstOrDefault();
        }

        return null;
    }
}
