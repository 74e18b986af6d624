using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads the name of a place behind "in", "at" or "near": a town, "the Kazakh capital", a palace, a country.</summary>
internal sealed class PlaceNames(Scene scene)
{
    /// <summary>Names of those who sit, not of where.</summary>
    private static readonly FrozenSet<string> Bodies = English.Set(
            "council assembly congress committee commission union group process format parliament league organization organisation "
            + "association agreement convention treaty party court alliance dialogue summit");

    /// <summary>What stands behind a town's name where something sits in that town.</summary>
    private static readonly FrozenSet<string> Sited =
        English.Set("security conference forum airport palace hotel international centre center summit economic peace");

    /// <summary>The heads of names of buildings.</summary>
    private static readonly FrozenSet<string> Buildings = English.Set(
            "palace house hotel airport hall centre center residence castle villa ministry office building street square base club museum "
            + "guesthouse room kremlin gardens complex lodge mansion theatre theater embassy cathedral station headquarters estate ranch "
            + "retreat");

    private static readonly FrozenSet<string> Towns = English.Set("city town resort village port suburb");

    private readonly Dictionary<string, PlaceTold?> capitals = new(StringComparer.Ordinal);

    public static bool Building(string word) => Buildings.Contains(word);

    /// <summary>The place whose name begins at a token, behind the word <paramref name="lead"/>.</summary>
    public PlaceTold? Read(int at, int end, string lead)
    {
        if (Called(at, end) is { } called)
            return called;
        var definite = at < end && scene.Tokens[at].Lower == "the";
        while (at < end
            && (scene.Tokens[at].Lower is "the" or "lake" or "a" or "downtown" or "central" or "nearby" or "neighbouring" or "neighboring"
                or "distant"
                || scene.Tags[at] == Tag.Adv))
            at++;
        // "at the Munich Security Conference": a name that begins with a town's.
        if (at < end && scene.Mentions[at] is { Kind: MentionKind.Other, End: var whole } && whole > at + 1
            && scene.Gazetteer.NameAt(scene.Tokens, at, at + 1) is { } inner
            && inner.Values.FirstOrDefault(x => x.Kind is MentionKind.City or MentionKind.Capital) is { } site
            && Sited.Contains(scene.Tokens[at + 1].Lower))
            return new PlaceTold(scene.Tokens[at].Name, scene.Tokens[at].Name, site.Country, whole);
        if (at >= end || !scene.Tokens[at].Capital && scene.Mentions[at] is not { Kind: MentionKind.Organ }
            || scene.Mentions[at] is { Kind: MentionKind.Adjective or MentionKind.Person or MentionKind.Other or MentionKind.People }
            || scene.Tags[at] is not (Tag.Name or Tag.Number) && scene.Mentions[at] is null || scene.Roles[at] is not null)
            return null;
        var stop = Math.Max(at + 1, scene.Mentions[at]?.End ?? 0);
        while (stop < end
            && (scene.Tags[stop] == Tag.Name && scene.Mentions[stop] is null or { Kind: MentionKind.City or MentionKind.Capital }
                && scene.Roles[stop] is null
                || scene.Tokens[stop].Kind == TokenKind.Hyphen && stop + 1 < end && scene.Tokens[stop + 1].Capital
            || scene.Tokens[stop].Lower is "of" or "de" or "del" && stop + 1 < end && scene.Tags[stop + 1] == Tag.Name
                && scene.Mentions[stop + 1] is null && scene.Mentions[at] is null))
            stop++;
        var name = scene.Document.Text[scene.Tokens[at].Start..scene.Tokens[stop - 1].End];
        if (scene.Mentions[at] is { Kind: MentionKind.City or MentionKind.Capital } town)
        {
            // "at the Munich Security Conference", "at Auckland airport"
            var plain = scene.Document.Text[scene.Tokens[at].Start..scene.Tokens[town.End - 1].End];
            return town.End == stop || Sited.Contains(scene.Tokens[town.End].Lower) ? new PlaceTold(plain, plain, town.Country, stop) : null;
        }

        if (scene.Mentions[at] is { Kind: MentionKind.Country, Country: not ("EUU" or "UNO") } land)
            return land.End == stop ? new PlaceTold(name, null, land.Country, stop) { Land = true } : null;
        if (scene.Mentions[at] is { Kind: MentionKind.Organ, Country: { } country } organ)
            return country is "UNO" or "EUU" || organ.End != stop ? null : new PlaceTold(name, null, country, stop);
        if (scene.Mentions[at] is not null || Enumerable.Range(at, stop - at).Any(i => Bodies.Contains(scene.Tokens[i].Lower))
            || scene.Tokens[at].AllCaps && stop == at + 1)
            return null;
        var house = Enumerable.Range(at, stop - at).Any(i => Buildings.Contains(scene.Tokens[i].Lower));
        // "State House": a palace, whose name may go on small: "Tahrir palace".
        if (stop < end && Buildings.Contains(scene.Tokens[stop].Lower) && scene.Tags[stop] == Tag.Noun)
            return new PlaceTold(name, null, null, stop + 1);
        // "shipping in the Red Sea": a town has no article.
        return definite && lead == "in" && !house ? null : new PlaceTold(name, lead == "in" && !house ? name : null, null, stop);
    }

    /// <summary>"the Kazakh capital", "the capital of Ecuador", "Jordan's capital, Amman", "the Swiss city of Geneva": the town that is meant.</summary>
    private PlaceTold? Called(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 6); i++)
        {
            var word = scene.Tokens[i].Lower;
            if (word != "capital" && !Towns.Contains(word))
            {
                if (scene.Tags[i] is Tag.Det or Tag.Poss or Tag.Noun || scene.Tokens[i].Kind == TokenKind.Possessive
                    || scene.Mentions[i] is { Kind: MentionKind.Adjective or MentionKind.Country })
                    continue;
                return null;
            }

            var next = i + 1;
            if (next < end && (scene.Tokens[next].Lower is "of" or "city" || scene.Tokens[next].Kind == TokenKind.Comma))
                next++;
            if (next < end && scene.Tokens[next].Lower == "of")
                next++;
            if (next < end && scene.Mentions[next] is { Kind: MentionKind.Capital or MentionKind.City } named)
                return Of(next, named.End, named.Country);
            if (word != "capital")
                return next < end && next > i + 1 && scene.Tokens[i + 1].Lower == "of" && scene.Tokens[next].Capital
                    && scene.MayBeName(next)
                    ? Of(next, next + 1, null)
                    : null;
            var owner =
                next < end && next > i + 1 && scene.Tokens[i + 1].Lower == "of"
                    && scene.Mentions[scene.Tokens[next].Lower == "the" ? next + 1 : next] is { Kind: MentionKind.Country,
                        Country: { } land }
                    ? land
                    : scene.CountryIn(at, i);
            return owner is not null && Capital(owner) is { } capital ? capital with { End = i + 1 } : null;
        }

        return null;
    }

    /// <summary>A country's capital, as the text spells it where it is named.</summary>
    public PlaceTold? Capital(string country)
    {
        if (!capitals.TryGetValue(country, out var capital))
            capitals[country] = capital = Named(country);
        return capital;
    }

    private PlaceTold? Named(string country)
    {
        for (var i = 0; i < scene.Tokens.Count; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Capital } capital && capital.Country == country)
                return Of(i, capital.End, country);
        }

        return scene.Gazetteer.Catalogue.Country(country)?.Capital is { } name ? new PlaceTold(name, name, country, 0) : null;
    }

    /// <summary>The town of that name.</summary>
    public PlaceTold Of(int first, int end, string? country)
    {
        var name = scene.Document.Text[scene.Tokens[first].Start..scene.Tokens[end - 1].End];
        return new PlaceTold(name, name, country, end);
    }
}
