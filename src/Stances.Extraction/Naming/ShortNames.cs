using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Finds the parts of names that stand alone after the first mention, whichever end of the name they come from.</summary>
internal static class ShortNames
{
    public static void Find(Scene scene)
    {
        var parts = new Dictionary<string, CastMember?>(StringComparer.Ordinal);
        var longest = 1;
        foreach (var member in scene.Cast)
        {
            foreach (var part in Parts(member).Distinct())
            {
                // A part two people share tells neither, unless it is only one's family name by the catalogue.
                parts[part] =
                    !parts.TryGetValue(part, out var other) || other == member || other is { Known: { } same } && same == member.Known
                        ? other ?? member
                    : other is { Known.Short: var theirs } && theirs.Contains(part) ? (member.Known?.Short.Contains(part) == true ? null : other)
                    : member.Known?.Short.Contains(part) == true ? member : null;
                longest = Math.Max(longest, part.Count(x => x == ' ') + 1);
            }
        }

        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end; i++)
            {
                for (var stop = Math.Min(end, i + longest); stop > i; stop--)
                {
                    if (!Named(scene, i, stop, parts, out var member) || !Free(scene, i, stop, first, end, member))
                        continue;
                    scene.Mark(new Mention(i, stop, MentionKind.Person, null, member));
                    member.FirstToken = Math.Min(member.FirstToken, i);
                    if (i > first && scene.Tokens[i - 1].Lower is "ms" or "mrs" or "miss" or "mr")
                        member.Gender ??= scene.Tokens[i - 1].Lower == "mr" ? "m" : "f";
                    i = stop - 1;
                    break;
                }
            }
        }
    }

    private static bool Named(Scene scene, int first, int end, Dictionary<string, CastMember?> parts,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CastMember? member)
    {
        member = null;
        if (!(scene.Tokens[end - 1].Capital || scene.Tokens[end - 1].Articled))
            return false;
        var name = end == first + 1 ? scene.Tokens[first].Name : string.Join(' ', Enumerable.Range(first, end - first).Select(i => scene.Tokens[i].Name));
        // "Von der Leyen" begins the sentence.
        return (parts.TryGetValue(name, out member)
            || end > first + 1 && parts.TryGetValue(char.ToLowerInvariant(name[0]) + name[1..], out member))
            && member is not null;
    }

    /// <summary>Whether nothing else is named there, and no word beside it makes it part of another name.</summary>
    private static bool Free(Scene scene, int first, int end, int from, int to, CastMember member)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Roles[i] is not null && end == first + 1
                || scene.Mentions[i] is { } other
                    && !(other.Kind is MentionKind.Capital or MentionKind.City && other.End == other.First + 1
                        && member.Country is not null)
                    && !(end > first + 1 && other.Kind == MentionKind.Person && other.Person == member))
                return false;
        }

        return !Neighbour(scene, first - 1, from, to) && !Neighbour(scene, end, from, to)
            && !(end == first + 1 && scene.Tokens[first] is { AllCaps: true, Name.Length: < 4 });
    }

    private static IEnumerable<string> Parts(CastMember member)
    {
        if (member.Known is { Short.Count: > 0 } known)
            // "de Rivière" stands in the text as two words, and the second tells who it is.
            return known.Short.SelectMany(NameForms.Of)
                .SelectMany(x => char.IsLower(x[0][0]) && x.Count > 1 ? [string.Join(' ', x), x[^1]] : (string[])[string.Join(' ', x)]);
        return Tokenizer.Read(member.Name).Where(x => x.IsWord && (x.Capital || x.Articled) && x.Name.Length > 1).Select(x => x.Name)
            .Where(x => x is not ("Al" or "El" or "Bin" or "Van" or "De" or "Von" or "Sheikh" or "Prince" or "King"));
    }

    /// <summary>Whether the word beside it makes it part of another name: "Kono Statement", "John Kang".</summary>
    private static bool Neighbour(Scene scene, int i, int first, int end)
    {
        if (i < first || i >= end || !scene.Tokens[i].IsWord || !scene.Tokens[i].Capital || scene.Roles[i] is not null || scene.Mentions[i] is not null)
            return false;
        return scene.Tags[i] == Tag.Name
            && scene.Tokens[i].Lower is not ("mr" or "mrs" or "ms" or "dr" or "minister" or "president" or "secretary" or "ambassador"
                or "premier" or "chancellor" or "miss" or "foreign" or "prime" or "sheikh" or "vice" or "deputy" or "king" or "prince"
                or "general" or "admiral" or "spokesman" or "spokesperson" or "spokeswoman" or "senator" or "director");
    }
}
