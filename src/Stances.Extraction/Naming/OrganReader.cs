using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads whose a part of a state is: a ministry, an army, officials, a bloc.</summary>
internal sealed class OrganReader(Scene scene, Focus focus)
{
    /// <summary>How far back a bloc may have been told of.</summary>
    private const int Recent = 120;

    private readonly Possession possession = new(scene, focus);

    public Party? Read(int first, int end, int last, string word, IReadOnlyList<string> behind)
    {
        if (word is "office" or "department" or "team" or "commission" or "side" && last == first && !(word == "office" && behind.Count == 1))
            return null;
        if (word is "office" or "department" or "council" or "agency" or "secretariat" or "committee" or "command" or "guard"
            && !OrganWords.OfficeOf.Contains(scene.Tokens[last - 1].Lower) && scene.CountryIn(first, last) is null
            && !(word == "office" && behind.Count == 1))
            return null;
        var country = scene.CountryIn(first, last) ?? (behind.Count > 0 ? behind[0] : null) ?? possession.Of(first, last)?.Country;
        if (country is null && (scene.Tokens[first].Lower == "each" || end < scene.Tokens.Count && scene.Tokens[end].Lower == "of"))
            return null;
        // "The commission says": Europe's, where that was spoken of.
        if (country is null && word == "commission" && !scene.Official)
            return scene.Countries.ContainsKey("EUU") ? Party.One(first, end, new Actor("EUU", null, null, ActorKind.Organ), "organ:focus", 0.14) : null;
        var official = OrganWords.Officials.Contains(word);
        if (country is null && word is "military" or "army" or "navy" or "authorities" or "team" or "commission" or "leadership" && scene.Home is null)
            return null;
        if (country is not null)
            return Party.One(first, end, new Actor(country, null, null, ActorKind.Organ), "organ", official ? 0.1 : 0.03) with { Plural = Several(word) };
        var actor = focus.Organ()?.Country ?? scene.Home ?? (word is "ministry" or "office" or "department" or "government" ? focus.Speaker?.Country : null);
        return actor is null ? null : Party.One(first, end, new Actor(actor, null, null, ActorKind.Organ), "organ:focus", 0.14);
    }

    private static bool Several(string word) => OrganWords.Officials.Contains(word) && word.EndsWith('s') || word is "authorities";

    /// <summary>"the bloc", "the 28-nation bloc": the Union, where no other was spoken of since.</summary>
    public Party? Union(int first, int end, int last)
    {
        if (scene.Tokens[first].Lower != "the" || last - first > 4
            || Enumerable.Range(first + 1, last - first - 1)
                .Any(i => scene.Tags[i] is not Tag.Number && scene.Tokens[i].IsWord
                    && scene.Tokens[i].Lower is not ("nation" or "member" or "country" or "state" or "strong")
                    && !char.IsDigit(scene.Tokens[i].Name[0])))
            return null;
        for (var i = first - 1; i > Math.Max(0, first - Recent); i--)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Other })
                return null;
            if (scene.Mentions[i] is { Country: "EUU" })
                return Party.One(first, end, new Actor("EUU", null, null, ActorKind.Organ), "organ:focus", 0.12);
        }

        return null;
    }
}
