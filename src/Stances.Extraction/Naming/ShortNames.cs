using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Finds the parts of names that stand alone after the first mention, whichever end of the name they come from.</summary>
internal static class ShortNames
{
    public static void Find(Scene scene)
    {
        var parts = new Dictionary<string, CastMember?>(StringComparer.Ordinal);
        foreach (var member in scene.Cast)
        {
            foreach (var part in Parts(member))
            {
                // A part two people share tells neither, unless it is only one's family name by the catalogue.
                parts[part] = !parts.TryGetValue(part, out var other) || other == member ? member
                    : other is { Known.Short: var theirs } && theirs.Contains(part) ? (member.Known?.Short.Contains(part) == true ? null : other)
                    : member.Known?.Short.Contains(part) == true ? member : null;
            }
        }

        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end; i++)
            {
                var token = scene.Tokens[i];
                // "Minister al-Jubeir": a name that begins small.
                if (!token.Capital && !Article(token) || scene.Roles[i] is not null || !parts.TryGetValue(token.Name, out var member) || member is null)
                    continue;
                if (scene.Mentions[i] is { } other && !(other.Kind is MentionKind.Capital or MentionKind.City && other.End == other.First + 1 && member.Country is not null))
                    continue;
                if (Neighbour(scene, i - 1, first, end) || Neighbour(scene, i + 1, first, end) || (token.AllCaps && token.Name.Length < 4))
                    continue;
                scene.Mark(new Mention(i, i + 1, MentionKind.Person, null, member));
                member.FirstToken = Math.Min(member.FirstToken, i);
                if (i > first && scene.Tokens[i - 1].Lower is "ms" or "mrs" or "miss" or "mr")
                    member.Gender ??= scene.Tokens[i - 1].Lower == "mr" ? "m" : "f";
            }
        }
    }

    private static IEnumerable<string> Parts(CastMember member)
    {
        if (member.Known is { Short.Count: > 0 } known)
            // "de Rivière" stands in the text as two words, and the second tells who it is.
            return known.Short.Select(PlainName.Of).Select(x => char.IsLower(x[0]) ? x[(x.LastIndexOf(' ') + 1)..] : x);
        return Tokenizer.Read(member.Name).Where(x => x.IsWord && (x.Capital || Article(x)) && x.Name.Length > 1).Select(x => x.Name)
            .Where(x => x is not ("Al" or "El" or "Bin" or "Van" or "De" or "Von" or "Sheikh" or "Prince" or "King"));
    }

    private static bool Article(Token token) => token.Name.IndexOf('-', StringComparison.Ordinal) is > 0 and < 4 and var hyphen && hyphen + 1 < token.Name.Length && char.IsUpper(token.Name[hyphen + 1]) && char.IsLower(token.Name[0]);

    /// <summary>Whether the word beside it makes it part of another name: "Kono Statement", "John Kang".</summary>
    private static bool Neighbour(Scene scene, int i, int first, int end)
    {
        if (i < first || i >= end || !scene.Tokens[i].IsWord || !scene.Tokens[i].Capital || scene.Roles[i] is not null || scene.Mentions[i] is not null)
            return false;
        return scene.Tags[i] == Tag.Name && scene.Tokens[i].Lower is not ("mr" or "mrs" or "ms" or "dr" or "minister" or "president" or "secretary" or "ambassador" or "premier" or "chancellor" or "miss" or "foreign" or "prime" or "sheikh" or "vice" or "deputy" or "king" or "prince" or "general" or "admiral" or "spokesman" or "spokesperson" or "spokeswoman" or "senator" or "director");
    }
}
