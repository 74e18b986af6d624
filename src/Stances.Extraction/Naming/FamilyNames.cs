using Stances.Domain.Catalogue;
using Stances.Extraction.Text;

namespace Stances.Extraction.Naming;

/// <summary>Knows leaders and ministers by their family names alone: "Erdogan said", "the Maduro government".</summary>
internal static class FamilyNames
{
    /// <summary>Shorter names are too many people's, and too often words.</summary>
    private const int Shortest = 4;

    /// <summary>Adds to the cast whoever led or was a minister of a country the article names on its day, where no other such bears the name.</summary>
    public static void Find(Scene scene)
    {
        if (scene.Day is not { } day)
            return;
        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end; i++)
            {
                var name = scene.Tokens[i].Name;
                if (name.Length < Shortest || scene.Mentions[i] is not null || !scene.MayBeName(i) || Beside(scene, i - 1, first, end) || Beside(scene, i + 1, first, end)
                    || scene.Cast.Exists(x => x.Name.Split(' ').Any(y => PlainName.Of(y) == name)))
                    continue;
                var bearers = scene.Gazetteer.Bearers(name).Where(x => x.Offices.Any(y => y.HeldOn(day) && scene.Countries.ContainsKey(y.Country) && Rank(scene, y) is "leader" or "minister")).Take(2).ToList();
                if (bearers is [var only] && !scene.Cast.Exists(x => x.Known == only))
                    scene.Cast.Add(new CastMember(only.Name, only) { FirstToken = i });
            }
        }
    }

    private static string? Rank(Scene scene, Office office) => scene.Gazetteer.Catalogue.Roles.FirstOrDefault(x => x.Id == office.Role)?.Rank;

    /// <summary>Whether the word beside it may be another part of somebody's name.</summary>
    private static bool Beside(Scene scene, int i, int first, int end) =>
        i >= first && i < end && scene.Tokens[i] is { IsWord: true, Capital: true } && scene.Roles[i] is null && scene.MayBeName(i) && !(i > first && scene.Tokens[i - 1].Kind is TokenKind.Stop && scene.Tags[i] != Words.Tag.Name);
}
