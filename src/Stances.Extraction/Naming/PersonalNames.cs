using System.Collections.Frozen;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Tells where personal names begin and end, by capitals and the particles between them.</summary>
internal static class PersonalNames
{
    private static readonly FrozenSet<string> Particles = English.Set("al el bin ibn de da dos do di del der den van von la le ul ur und y");

    /// <summary>The end of the personal name that begins here.</summary>
    public static int? From(Scene scene, int at, int end)
    {
        if (at >= end)
            return null;
        if (scene.Mentions[at] is { Kind: MentionKind.Person } person && person.First == at)
            return person.End;
        var i = at;
        var names = 0;
        while (i < end && names < 6)
        {
            if (scene.MayBeName(i) || (names == 0 && NamedLikeCapital(scene, i, end)))
                names += Particles.Contains(scene.Tokens[i].Lower) ? 0 : 1;
            else if (!(Particles.Contains(scene.Tokens[i].Lower) && names > 0 && i + 1 < end && scene.MayBeName(i + 1))
                && !(scene.Tokens[i].Kind == TokenKind.Hyphen && names > 0 && i + 1 < end && scene.MayBeName(i + 1)))
                break;
            i++;
        }

        return names > 0 ? i : null;
    }

    /// <summary>The start of the personal name that ends here.</summary>
    public static int? To(Scene scene, int end, int first)
    {
        if (scene.Mentions[end - 1] is { Kind: MentionKind.Person } person)
            return person.First;
        var i = end;
        while (i > first && end - i < 4
            && (scene.MayBeName(i - 1) || (Particles.Contains(scene.Tokens[i - 1].Lower) && i - 1 > first && scene.MayBeName(i - 2))
                || (scene.Tokens[i - 1].Kind == TokenKind.Hyphen && i - 1 > first && i < end && scene.MayBeName(i - 2))))
            i--;
        // "Sheikh Mohammed bin Abdulrahman": what goes on with a name that is known belongs to it.
        if (i > first && i < end && Particles.Contains(scene.Tokens[i].Lower) && scene.Mentions[i - 1] is { Kind: MentionKind.Person } known)
            i = known.First;
        return end - i >= 2 ? i : null;
    }

    /// <summary>Whether a name set off by a comma is closed by another mark or a verb, as an apposition is.</summary>
    public static bool Closed(Scene scene, int end, int limit) =>
        end >= limit || scene.Tokens[end].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Open
            || scene.Tags[end] is Tag.Finite or Tag.Perfect or Tag.Have;

    /// <summary>"Santiago Cafiero": a capital that is somebody's first name.</summary>
    private static bool NamedLikeCapital(Scene scene, int i, int end) =>
        scene.Mentions[i] is { Kind: MentionKind.Capital or MentionKind.City } && scene.Mentions[i]!.End == i + 1 && i + 1 < end && scene.MayBeName(i + 1);
}
