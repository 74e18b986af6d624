using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads who is meant by a word for several: "the two ministers", "both sides", "the leaders of France and Germany".</summary>
internal sealed class GroupReader(Scene scene, Focus focus)
{
    /// <summary>The parties; <paramref name="rank"/> is whose word it is ("leader", "minister"), null where anybody's.</summary>
    public Party? Read(int first, int end, int last, IReadOnlyList<string> behind, string? rank)
    {
        var several = Countries(first, last, behind);
        if (several.Count > 1)
        {
            // "the foreign ministers of Japan and South Korea": the people, where the article names them.
            var known =
                several.Select(x => rank is null
                    ? null
                    : scene.Cast.Where(y => y.Country == x && y.Rank == rank && !y.Private).Take(2).ToList() is [var only]
                    ? only
                    : null);
            return new Party([.. several.Zip(known,
                (c, p) => new Actor(c, p, p is null ? scene.Roles[last]?.Role : p.Role, p is null ? ActorKind.Office : ActorKind.Person))],
                first, end, "group", 0.03);
        }

        int? number = null;
        for (var i = first; i <= last; i++)
        {
            number ??= scene.Tokens[i].Lower switch { "two" or "both" or "pair" or "duo" => 2, "three" or "trio" or "trilateral" => 3,
                "four" => 4, "five" => 5, "six" => 6, "seven" => 7, "eight" => 8, _ => null };
        }

        // "Ukraine's partners" are not Ukraine.
        if (several.Count == 1
            && scene.Tokens[last].Lower is "partners" or "allies" or "neighbours" or "neighbors" or "foes" or "rivals" or "counterparts"
                or "friends" or "creditors")
            return null;
        // Members of the Security Council are not the United Nations.
        if (several.Count == 1 && several[0] == "UNO" && scene.Tokens[last].Lower is not ("officials" or "diplomats" or "envoys"))
            return null;
        if (several.Count == 1)
            return number is null or 2 && scene.Roles[last] is { Rank: "official" or "leader" or "minister" } or null && number is null
                ? Party.One(first, end, new Actor(several[0], null, null, ActorKind.Organ), "organ", 0.12) with { Plural = true } : null;
        if (scene.Tokens[first].Lower is "our" && focus.Voice is { IsGroup: true } ours && scene.Document.QuoteOf[first] < 0)
            return ours with { First = first, End = end };
        // "foreign ministers of the three countries"
        if (end + 3 < scene.Tokens.Count && scene.Tokens[end].Lower == "of" && scene.Tokens[end + 1].Lower == "the"
            && scene.Tokens[end + 3].Lower is "countries" or "nations" or "sides" or "states")
            number ??= scene.Tokens[end + 2].Lower switch { "two" => 2, "three" => 3, "four" => 4, _ => null };
        var definite = scene.Tokens[first].Lower is "the" or "both" or "all" or "these" or "their" || number is not null;
        if (!definite)
            return Bare(first, end, last, rank);
        // "the heads of state of IGAD" are not those who met last.
        if (end + 1 < scene.Tokens.Count && scene.Tokens[end].Lower == "of" && scene.Tags[end + 1] == Tag.Name
            && scene.Mentions[end + 1] is null or { Kind: MentionKind.Other })
            return null;
        if (end + 2 < scene.Tokens.Count && scene.Tokens[end].Lower == "of" && scene.Tokens[end + 1].Lower == "the"
            && scene.Mentions[end + 2] is { Kind: MentionKind.Other })
            return null;
        if (focus.Both(number, rank, first) is { } both)
            return new Party(both, first, end, "group", 0.08) { Points = number ?? 0 };
        // "the Arab ministers" are not the two countries most spoken of.
        for (var i = first; i < last; i++)
        {
            if (scene.Tokens[i].Lower is not ("the" or "both" or "all" or "these" or "their" or "two" or "three" or "four" or "five"
                or "six" or "seven" or "eight" or "foreign" or "prime" or "defense" or "defence" or "top" or "respective"))
                return null;
        }

        return (number is not null || rank is null) && focus.Foremost(number ?? 2) is { } foremost
            ? new Party(foremost, first, end, "group:foremost", 0.2) { Points = number ?? 0 } : null;
    }

    /// <summary>"Finally, ministers agreed": those of that rank who met, where the clause begins with the bare word.</summary>
    private Party? Bare(int first, int end, int last, string? rank) =>
        first == last && rank is "minister" or "leader" && scene.Tokens[first].Lower is "ministers" or "leaders" or "presidents" or "premiers"
            && (scene.Tokens[first].Capital || first > 0 && scene.Tokens[first - 1].Kind == Text.TokenKind.Comma)
            && focus.Both(null, rank, first) is { } both && both.All(x => x.Kind is ActorKind.Person or ActorKind.Office)
            ? new Party(both, first, end, "group:bare", 0.12)
            : null;

    /// <summary>The countries a phrase names, those behind it first.</summary>
    public List<string> Countries(int first, int last, IReadOnlyList<string> behind)
    {
        var countries = new List<string>(behind.Distinct());
        for (var i = first; i <= last; i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: not (MentionKind.City or MentionKind.People) } && !countries.Contains(country))
                countries.Add(country);
        }

        return countries;
    }
}
