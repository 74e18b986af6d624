using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells where those who met sat.</summary>
internal sealed class MeetingPlace(Scene scene)
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Matters = English.Set(
        "situation war conflict ceasefire crisis escalation peace violence developments tensions stability security operation operations fighting hostilities coup rights reforms process events settlement investment investments sector interests presence");

    /// <summary>The place told beside who met: "in Doha", "at the Kremlin", "near Oslo".</summary>
    public string? Told(int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Lower is not ("in" or "at" or "near") || Elsewhere(i - 1))
                continue;
            if (Name(i + 1, end) is { } name)
                return scene.Tokens[i].Lower == "near" ? "near " + name : name;
        }

        return null;
    }

    /// <summary>Where they had come to, told before it: "travelled on to Jeddah, where he met", "visited Tallinn and met".</summary>
    public string? Reached(int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Document.QuoteOf[i] < 0 && (scene.Tokens[i].Lower is "to" or "in" or "visited" or "at" || scene.Tokens[i].Lower == "from" && scene.Tokens[end - 1].Lower == "where") && scene.Tags[i + 1] == Tag.Name && scene.Mentions[i + 1] is { Kind: MentionKind.Capital or MentionKind.City } && Name(i + 1, end) is { } name)
                return name;
        }

        return null;
    }

    /// <summary>"met here Thursday": where the report was filed.</summary>
    public string? Here(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].Lower == "here" && scene.Document.QuoteOf[i] < 0)
                return scene.Document.Blocks.FirstOrDefault(x => x.Dateline is not null)?.Dateline!.Place is { } place ? Titled(place.Split('/', ',')[0].Trim()) : null;
        }

        return null;
    }

    private static string Titled(string place) => place.Any(char.IsLower) ? place : System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(place.ToLowerInvariant());

    private string? Name(int at, int end)
    {
        // "the Palace", "the capital Ankara", "the Cambodian capital of Phnom Penh", "the Jordanian capital, Amman"
        for (var i = at; i < Math.Min(end - 1, at + 4); i++)
        {
            if (scene.Tokens[i].Lower is "capital" or "city" or "town" or "resort")
                at = (scene.Tokens[i + 1].Lower == "of" || scene.Tokens[i + 1].Kind == TokenKind.Comma) && i + 2 < end ? i + 2 : i + 1;
        }

        if (scene.Tokens[at].Lower == "the" && at + 1 < end && scene.Tokens[at + 1].Capital)
            at++;
        if (!scene.Tokens[at].Capital || scene.Tags[at] is not Tag.Name || scene.Mentions[at] is { Kind: MentionKind.Adjective or MentionKind.Person } || at + 1 < end && scene.Mentions[at + 1] is { Kind: MentionKind.Adjective })
            return null;
        var stop = at + 1;
        while (stop < end && (scene.Tags[stop] == Tag.Name && scene.Mentions[stop] is not { Kind: MentionKind.Person } || scene.Tokens[stop].Kind == TokenKind.Hyphen))
            stop++;
        return scene.Document.Text[scene.Tokens[at].Start..scene.Tokens[stop - 1].End];
    }

    /// <summary>"the situation in Gaza": the place belongs to what they spoke of.</summary>
    private bool Elsewhere(int before) =>
        before >= 0 && scene.Tags[before] == Tag.Noun && scene.Roles[before] is null && scene.Mentions[before] is null && Matters.Contains(scene.Tokens[before].Lower);
}
