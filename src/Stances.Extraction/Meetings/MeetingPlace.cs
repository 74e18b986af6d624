using System.Collections.Frozen;
using System.Globalization;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells where those who met sat, by the sentence that tells it.</summary>
internal sealed class MeetingPlace(Scene scene)
{
    private static readonly FrozenSet<string> Matters = English.Set(
            "situation war conflict ceasefire crisis escalation peace violence developments tensions stability security operation "
            + "operations fighting hostilities coup rights reforms process events settlement investment investments sector interests "
            + "presence ambassador embassy forces troops elections massacre attack attacks strike strikes influence role people minorities "
            + "mission");

    private readonly PlaceNames names = new(scene);

    /// <summary>The place told beside who met: "in Doha", "at the Kremlin", "near Oslo", "at State House in Nairobi"; the town comes first.</summary>
    public PlaceTold? Told(int first, int end)
    {
        PlaceTold? house = null;
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Lower is not ("in" or "at" or "near" or "outside") || Elsewhere(i - 1))
                continue;
            if (names.Read(i + 1, end, scene.Tokens[i].Lower) is not { } place)
                continue;
            if (scene.Tokens[i].Lower is "near" or "outside")
                place = place with { Name = scene.Tokens[i].Lower + " " + place.Name };
            if (place.Town is not null)
                return house is { Land: false } ? place with { Name = house.Name + ", " + place.Name } : place;
            // "at the G20 in India": a country is better than nothing.
            house = house is { Land: false } ? house with { Country = house.Country ?? place.Country } : place;
        }

        return house;
    }

    /// <summary>Where they had come to, told before it: "travelled on to Jeddah, where he met", "visited Tallinn and met".</summary>
    public PlaceTold? Reached(int first, int end)
    {
        PlaceTold? reached = null;
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Document.QuoteOf[i] < 0
                && (scene.Tokens[i].Lower is "to" or "in" or "visited" or "at"
                    || scene.Tokens[i].Lower == "from" && scene.Tokens[end - 1].Lower == "where")
                && names.Read(i + 1, end, scene.Tokens[i].Lower) is { Town: not null, Country: not null } place)
                reached = place;
        }

        return reached;
    }

    /// <summary>"met here Thursday": where the report was filed.</summary>
    public PlaceTold? Here(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].Lower == "here" && scene.Document.QuoteOf[i] < 0)
                return Filed();
        }

        return null;
    }

    /// <summary>The town of the dateline.</summary>
    public PlaceTold? Filed()
    {
        if (scene.Document.Blocks.FirstOrDefault(x => x.Dateline is not null)?.Dateline!.Place is not { } place)
            return Opening();
        var town = Titled(place.Split('/', ',')[0].Trim());
        var country =
            scene.Gazetteer.Catalogue.Countries.FirstOrDefault(x => string.Equals(x.Capital, town, StringComparison.OrdinalIgnoreCase)
                || x.Cities.Contains(town, StringComparer.OrdinalIgnoreCase));
        return new PlaceTold(town, town, country?.Code, 0);
    }

    /// <summary>"ANTALYA, March 10. /TASS/.", "KUWAIT CITY, June 5 |": a town in capitals, or with a day behind it, that opens the text.</summary>
    private PlaceTold? Opening()
    {
        for (var b = 0; b < scene.Document.Blocks.Count; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            if (scene.Document.Blocks[b].Kind != BlockKind.Body)
                continue;
            if (first >= end || scene.Mentions[first] is not { Kind: MentionKind.Capital or MentionKind.City } town || town.End >= end)
                return null;
            var shouted = Enumerable.Range(first, town.End - first).All(i => scene.Tokens[i].AllCaps);
            var dated = scene.Tokens[town.End].Kind == TokenKind.Comma && town.End + 1 < end && scene.Tags[town.End + 1] is Tag.Time or Tag.Number;
            var name = Titled(scene.Document.Text[scene.Tokens[first].Start..scene.Tokens[town.End - 1].End]);
            return !scene.Tokens[town.End].IsWord && (shouted || dated) ? new PlaceTold(name, name, town.Country, 0) : null;
        }

        return null;
    }

    private static string Titled(string place) => place.Any(char.IsLower) ? place : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant());

    /// <summary>"the situation in Gaza": the place belongs to what they spoke of.</summary>
    private bool Elsewhere(int before) =>
        before >= 0 && scene.Tags[before] == Tag.Noun && scene.Roles[before] is null && scene.Mentions[before] is null
            && Matters.Contains(scene.Tokens[before].Lower);
}
