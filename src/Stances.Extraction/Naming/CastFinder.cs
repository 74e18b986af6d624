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

        Titled(scene);
        Possessed(scene);
        FamilyNames.Find(scene);
        foreach (var member in scene.Cast)
            OfficeHolders.Settle(scene, member);
        ShortNames.Find(scene);
    }

    /// <summary>"Secretary Blinken", "Mr Wang": a title and a name that no office told yet.</summary>
    private static void Titled(Scene scene)
    {
        for (var i = 1; i < scene.Tokens.Count; i++)
        {
            var title = scene.Tokens[i - 1].Name == "." && i > 1 ? i - 2 : i - 1;
            if (scene.Tokens[title].Lower is not ("secretary" or "mr" or "ms" or "mrs" or "minister" or "president" or "premier" or "chancellor" or "ambassador" or "councilor" or "councillor") || !scene.Tokens[title].Capital
                || scene.Mentions[i] is not null || !scene.MayBeName(i) || (i + 1 < scene.Tokens.Count && scene.MayBeName(i + 1)))
                continue;
            var name = scene.Tokens[i].Name;
            if (scene.Cast.Any(x => x.Name.Split(' ').Any(y => PlainName.Of(y) == name)))
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
                || scene.Mentions[i - 2] is not { Country: { } country, Kind: MentionKind.Country or MentionKind.Capital } || i + 1 < scene.Tokens.Count && scene.MayBeName(i + 1))
                continue;
            if (scene.Gazetteer.Holder(scene.Tokens[i].Name, country, day) is { } holder && !scene.Cast.Exists(x => x.Known == holder))
                scene.Cast.Add(new CastMember(holder.Name, holder) { FirstToken = i });
        }
    }
}
