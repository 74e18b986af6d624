using Stances.Extraction.Text;

namespace Stances.Extraction.Naming;

/// <summary>Finds who appears: people of the catalogue, and every name that stands beside an office; then settles whose country each speaks for.</summary>
internal static class CastFinder
{
    public static void Find(Scene scene)
    {
        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end; i++)
            {
                if (scene.Roles[i] is { } role && role.First == i)
                    NamesBesideOffices.Find(scene, role, first, end);
            }
        }

        NamesBesideCountries.Find(scene);
        Titled(scene);
        Possessed(scene);
        FamilyNames.Find(scene);
        foreach (var member in scene.Cast)
            OfficeHolders.Settle(scene, member);
        Eliminate(scene);
        ShortNames.Find(scene);
        Namesakes.Find(scene);
    }

    /// <summary>
    /// "Minister Gemba held talks with Korea's Minister Kim" in an article on Japan and Korea: who holds the same office and is not the
    /// one's is the other's.
    /// </summary>
    private static void Eliminate(Scene scene)
    {
        if ((Headed(scene) ?? Foremost(scene)) is not { } two)
            return;
        foreach (var member in scene.Cast.Where(x => x is { Country: null, Role: not null, Private: false, Known: null }))
        {
            var others =
                scene.Cast.Where(x => x != member && x.Country is not null && x.Rank == member.Rank && !x.Private).Select(x => x.Country!)
                    .Distinct().ToList();
            if (others is [var other] && two.Contains(other))
                (member.Country, member.Rule) = (two[0] == other ? two[1] : two[0], "elimination");
        }
    }

    /// <summary>The two countries that a heading names, "Japan-ROK Foreign Ministers' Telephone Talks".</summary>
    private static List<string>? Headed(Scene scene)
    {
        for (var b = 0; b < scene.Document.Blocks.Count && scene.Document.Blocks[b].Kind != BlockKind.Body; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            var named = Enumerable.Range(first, end - first).Select(i => scene.Mentions[i]?.Country).OfType<string>().Distinct().ToList();
            if (named.Count == 2)
                return named;
        }

        return null;
    }

    private static List<string>? Foremost(Scene scene)
    {
        var most =
            scene.Countries.Where(x => x.Key is not ("UNO" or "EUU")).OrderByDescending(x => x.Value)
                .ThenBy(x => x.Key, StringComparer.Ordinal).Take(3).ToList();
        return most.Count < 2 || most[1].Value < 4 || most.Count > 2 && most[2].Value * 2 > most[1].Value ? null : [most[0].Key, most[1].Key];
    }

    /// <summary>"Secretary Blinken", "Mr Wang": a title and a name that no office told yet.</summary>
    private static void Titled(Scene scene)
    {
        for (var i = 1; i < scene.Tokens.Count; i++)
        {
            var title = scene.Tokens[i - 1].Name == "." && i > 1 ? i - 2 : i - 1;
            if (scene.Tokens[title].Lower is not ("secretary" or "mr" or "ms" or "mrs" or "minister" or "president" or "premier"
                or "chancellor" or "ambassador" or "councilor" or "councillor")
                || !scene.Tokens[title].Capital
                || scene.Mentions[i] is not null || PersonalNames.From(scene, i, Math.Min(scene.Tokens.Count, i + 5)) is not { } end)
                continue;
            var name = string.Join(' ', Enumerable.Range(i, end - i).Select(k => scene.Tokens[k].Name));
            if (end == i + 1 && scene.Cast.Any(x => x.Name.Split(' ').Any(y => PlainName.Of(y) == name)))
                continue;
            var member = new CastMember(name, null) { FirstToken = i };
            if (OfficeHolders.Of(scene, member) is not { } known || scene.Cast.Any(x => x.Known == known))
                continue;
            (member.Known, member.Name, member.Gender) = (known, known.Name, known.Gender);
            scene.Cast.Add(member);
        }
    }

    /// <summary>"Turkey's Erdogan": a country and the short name of one who holds an office there.</summary>
    private static void Possessed(Scene scene)
    {
        if (scene.Day is not { } day)
            return;
        for (var i = 2; i < scene.Tokens.Count; i++)
        {
            if (scene.Tokens[i - 1].Kind != TokenKind.Possessive || !scene.Tokens[i].Capital || scene.Mentions[i] is not null || scene.Roles[i] is not null
                || scene.Mentions[i - 2] is not { Country: { } country, Kind: MentionKind.Country or MentionKind.Capital }
                    || i + 1 < scene.Tokens.Count && scene.MayBeName(i + 1))
                continue;
            if (scene.Gazetteer.Holder(scene.Tokens[i].Name, country, day) is { } holder && !scene.Cast.Exists(x => x.Known == holder))
                scene.Cast.Add(new CastMember(holder.Name, holder) { FirstToken = i });
        }
    }
}
