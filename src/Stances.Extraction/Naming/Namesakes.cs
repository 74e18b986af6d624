using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Tells apart those whom a title and a given name, "Sheikh Sabah", may both mean.</summary>
internal static class Namesakes
{
    private static readonly FrozenSet<string> Titles = English.Set("sheikh sheikha prince princess");

    /// <summary>"Sheikh Sabah Khalid": whose name goes on with a word that is none of the bearer's is another.</summary>
    public static bool Longer(Scene scene, int first, int stop, int end, Person bearer) =>
        stop == first + 2 && stop < end && Titles.Contains(scene.Tokens[first].Lower)
            && scene.Tokens[stop] is { IsWord: true, Capital: true } next && scene.Tags[stop] is Tag.Name or Tag.Noun
        && !bearer.Also.Prepend(bearer.Name).Any(x => x.Split(' ', '-').Contains(next.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Gives such a name to whom the text has told in full, where it tells the one the catalogue means by it nowhere in full.</summary>
    public static void Find(Scene scene)
    {
        var whole = new Dictionary<CastMember, int>();
        foreach (var mention in scene.Mentions)
        {
            if (mention is { Person: { } person } && mention.End > mention.First + 2)
                whole.TryAdd(person, mention.First);
        }

        for (var i = 0; i + 1 < scene.Tokens.Count; i++)
        {
            if (!Titles.Contains(scene.Tokens[i].Lower) || !scene.Tokens[i].Capital || !scene.Tokens[i + 1].Capital
                || scene.At(i + 2) is { Kind: MentionKind.Person } || i + 2 < scene.Tokens.Count && scene.MayBeName(i + 2) || !Open(scene, i, whole))
                continue;
            var told = scene.Cast.Where(x => x is { Country: not null, Private: false } && x.FirstToken < i && Bears(x, scene, i)).Take(2).ToList();
            if (told is [var only])
                scene.Mark(new Mention(i, i + 2, MentionKind.Person, null, only));
        }
    }

    /// <summary>Whether nobody is known to be meant there, or one whom the text has not told in full so far.</summary>
    private static bool Open(Scene scene, int at, Dictionary<CastMember, int> whole) =>
        scene.Mentions[at] is null && scene.Mentions[at + 1] is null
            || (scene.Mentions[at] ?? scene.Mentions[at + 1]) is { Person: { Known: not null } known } mention && mention.End == at + 2
                && !(whole.TryGetValue(known, out var told) && told < at);

    private static bool Bears(CastMember member, Scene scene, int at)
    {
        var words = Tokenizer.Read(member.Name).Where(x => x.IsWord).Select(x => x.Name).ToList();
        if (words.Count > 2 && Titles.Contains(words[0].ToLowerInvariant()))
            words.RemoveAt(0);
        return words.Count > 1 && words[0] == scene.Tokens[at + 1].Name && scene.Mentions[at]?.Person != member;
    }
}
