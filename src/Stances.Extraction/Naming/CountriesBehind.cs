using System.Collections.Frozen;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads whose somebody is from what stands behind him: "the foreign ministers of Japan and South Korea".</summary>
internal sealed class CountriesBehind(Scene scene, Focus focus)
{
    private static readonly FrozenSet<string> GivenOut = English.Set("issued released signed read published posted made delivered");

    /// <summary>Countries told behind "of", "from" or "for" after a phrase: "the foreign ministers of Japan and South Korea".</summary>
    public List<string> Behind(int at, int end, out int after)
    {
        after = at;
        var countries = new List<string>();
        // "a statement issued by the Zambian foreign ministry"
        if (at + 1 < end && at > 0 && OrganWords.OwnPapers.Contains(scene.Tokens[at - 1].Lower) && GivenOut.Contains(scene.Tokens[at].Lower))
            at = scene.Tokens[at + 1].Lower == "by" ? at + 1 : at;
        if (at >= end || scene.Tokens[at].Lower is not ("of" or "from" or "for" or "in" or "at" or "by"))
            return countries;
        if (scene.Tokens[at].Lower == "by" && after == at)
            return countries;
        var i = at + 1;
        while (i < end)
        {
            // "of the Quad countries — India, Australia, Japan and the US —"
            if (countries.Count == 0 && Listed(i, end) is { } listed)
                i = listed;
            while (i < end
                && (scene.Tags[i] is Tag.Det or Tag.Adv
                    || (scene.Tags[i] is Tag.Noun or Tag.Name && scene.Mentions[i] is null && scene.Roles[i] is null)
                    || i > at + 1 && countries.Count == 0 && scene.Tokens[i].Lower == "of"))
            {
                if (scene.Tokens[i].Lower is "countries" or "sides" or "nations" or "states" or "neighbors" or "neighbours"
                    && (focus.Both(Number(i - 1), null) ?? focus.Foremost(Number(i - 1) ?? 2)) is { } both)
                {
                    countries.AddRange(both.Select(x => x.Country).Distinct());
                    after = i + 1;
                    return countries;
                }

                i++;
            }

            // "the government of President Petro", "a spokesman for Chancellor Scholz's government"
            while (i < end && scene.Roles[i] is not null && scene.Mentions[i] is null && countries.Count == 0
                && scene.Tokens[at].Lower is "of" or "for" or "by")
                i++;
            // "by the spokesman of the Zambian foreign ministry"
            while (scene.Tokens[at].Lower == "by" && i < end && countries.Count == 0 && (scene.Tokens[i].Lower == "of" || scene.Tags[i] == Tag.Det))
                i++;
            if (i < end && countries.Count == 0 && scene.Tokens[at].Lower is "of" or "for"
                && scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } home, Private: false } } head)
            {
                countries.Add(home);
                after = head.End;
                while (after < end && scene.Tokens[after].Kind == TokenKind.Possessive
                    || after < end && scene.Tokens[after].Lower is "government" or "administration" or "cabinet" or "office")
                    after++;
                return countries;
            }

            if (i >= end
                || scene.Mentions[i] is not { Country: { } country,
                    Kind: MentionKind.Country or MentionKind.Organ or MentionKind.Capital or MentionKind.Adjective } mention)
                break;
            countries.Add(country);
            i = mention.End;
            while (i < end && scene.Tags[i] is Tag.Noun && scene.Roles[i] is null && mention.Kind == MentionKind.Adjective)
                i++;
            while (i < end && scene.Tokens[i].Lower is "ministry" or "government" or "foreign" or "affairs" or "ministries" or "'s")
                i++;
            after = i;
            // "the ministers of Guyana, Hugh Todd, and Venezuela, Yvan Gil"
            if (i < end && scene.Tokens[i].Kind == TokenKind.Comma && Named(i + 1, end) is { } stop && stop < end
                && (scene.Tokens[stop].Kind == TokenKind.Comma || scene.Tokens[stop].Lower == "and"))
            {
                if (NextCountry(stop, end) is { } other)
                {
                    i = other;
                    continue;
                }

                after = countries.Count > 1 ? stop : after;
                break;
            }

            if (i < end && (scene.Tokens[i].Kind == TokenKind.Comma || scene.Tokens[i].Lower is "and" or "&") && NextCountry(i, end) is { } next)
                i = next;
            else
                break;
        }

        // The dash that closes such a list parts nothing.
        if (countries.Count > 1 && after < end && scene.Tokens[after].Kind is TokenKind.Dash or TokenKind.Hyphen or TokenKind.Close)
            after++;

        return countries;
    }

    /// <summary>Where the first of the countries stands that are told one by one behind the word for all of them; null where none are.</summary>
    private int? Listed(int at, int end)
    {
        for (var i = at; i < Math.Min(end - 2, at + 5) && (scene.Tags[i] is Tag.Det or Tag.Noun or Tag.Name or Tag.Number); i++)
        {
            if (scene.Tokens[i].Lower is "countries" or "nations" or "states" or "members" or "parties"
                && scene.Tokens[i + 1].Kind is TokenKind.Dash or TokenKind.Open or TokenKind.Colon or TokenKind.Hyphen)
                return NextCountry(i + 2, end);
        }

        return null;
    }

    private int? Number(int i) => scene.Tokens[i].Lower switch { "two" or "both" => 2, "three" => 3, "four" => 4, "five" => 5, _ => null };

    /// <summary>Where the personal name that begins here ends; null where none does.</summary>
    private int? Named(int at, int end)
    {
        var i = at;
        while (i < end && i < at + 5 && (scene.Mentions[i] is { Kind: MentionKind.Person } || scene.MayBeName(i)))
            i++;
        return i > at ? i : null;
    }

    private int? NextCountry(int i, int end)
    {
        while (i < end && (scene.Tokens[i].Kind == TokenKind.Comma || scene.Tokens[i].Lower is "and" or "the" or "&"))
            i++;
        return i < end && scene.Mentions[i] is { Kind: MentionKind.Country or MentionKind.Organ } mention
            && (mention.End >= end || scene.Roles[mention.End] is null && scene.Tokens[mention.End].Lower is not ("'s" or "foreign"))
            ? i
            : null;
    }
}
