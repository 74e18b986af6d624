using Stances.Domain.Catalogue;
using Stances.Extraction.Text;

namespace Stances.Extraction.Naming;

/// <summary>Knows leaders and ministers by their family names alone: "Erdogan said", "the Maduro government".</summary>
internal static class FamilyNames
{
    /// <summary>Shorter names are too many people's, and too often words.</summary>
    private const int Shortest = 4;

    /// <summary>A family name of several words has no more.</summary>
    private const int Longest = 4;

    /// <summary>Adds to the cast whoever led or was a minister of a country the article names on its day, where no other such bears the name.</summary>
    public static void Find(Scene scene)
    {
        if (scene.Day is not { } day)
            return;
        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end; i++)
            {
                for (var stop = Math.Min(end, i + Longest); stop > i; stop--)
                {
                    if (Bearer(scene, i, stop, first, end, day) is { } only)
                    {
                        scene.Cast.Add(new CastMember(only.Name, only) { FirstToken = i });
                        break;
                    }
                }
            }
        }
    }

    private static Person? Bearer(Scene scene, int i, int stop, int first, int end, DateOnly day)
    {
        if (!scene.MayBeName(stop - 1) || scene.Mentions[i] is not null || stop == i + 1 && scene.Tokens[i].Name.Length < Shortest)
            return null;
        var name = stop == i + 1 ? scene.Tokens[i].Name : string.Join(' ', Enumerable.Range(i, stop - i).Select(k => scene.Tokens[k].Name));
        var bearers = scene.Gazetteer.Bearers(name);
        if (bearers.Count == 0 || Beside(scene, i - 1, first, end) || Beside(scene, stop, first, end)
            || scene.Cast.Exists(x => x.Name.Split(' ').Any(y => PlainName.Of(y) == name)))
            return null;
        var held =
            bearers.Where(x => x.Offices.Any(y => y.HeldOn(day) && scene.Countries.ContainsKey(y.Country)
                && Rank(scene, y) is "leader" or "minister"))
                .Take(2).ToList();
        return held is [var only] && !scene.Cast.Exists(x => x.Known == only) ? only : null;
    }

    private static string? Rank(Scene scene, Office office) => scene.Gazetteer.Catalogue.Roles.FirstOrDefault(x => x.Id == office.Role)?.Rank;

    /// <summary>Whether the word beside it may be another part of somebody's name.</summary>
    private static bool Beside(Scene scene, int i, int first, int end) =>
        i >= first && i < end && scene.Tokens[i] is { IsWord: true, Capital: true } && scene.Roles[i] is null && scene.MayBeName(i)
            && !(i > first && scene.Tokens[i - 1].Kind is TokenKind.Stop && scene.Tags[i] != Words.Tag.Name);
}
