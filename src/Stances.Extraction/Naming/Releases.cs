using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Tells who says "we" in what a state's own office gives out: whoever signs it above the text, else the office.</summary>
internal static class Releases
{
    /// <summary>A line above a text that only tells who gives it out has no more words.</summary>
    private const int Longest = 14;

    private static readonly FrozenSet<string> Texts = English.Set("statement declaration communique communiqué text remarks");

    private static readonly FrozenSet<string> GivenOut = English.Set("released issued made published signed adopted");

    /// <summary>Null where no state's office publishes, or nobody speaks in the first person outside of quotes and nobody signs.</summary>
    public static Party? Voice(Scene scene, bool own)
    {
        if (!scene.Official || scene.Home is not { } home)
            return null;
        return Signed(scene, home) ?? (own ? Voices.Organ(home) : null);
    }

    /// <summary>"The text of the following statement was released by the governments of Peru, Chile and Ecuador."</summary>
    public static Party? Governments(Scene scene, PartyReader parties, int block)
    {
        var (first, end) = scene.Document.Ranges[block];
        var text = false;
        for (var i = first; i + 1 < end; i++)
        {
            text |= Texts.Contains(scene.Tokens[i].Lower);
            if (!text || scene.Tokens[i + 1].Lower != "by" || !GivenOut.Contains(scene.Tokens[i].Lower))
                continue;
            var makers = parties.With(i + 2, end).Select(x => x.Country).Distinct().ToList();
            return makers.Count < 2 ? null : new Party([.. makers.Select(x => new Actor(x, null, null, ActorKind.Paper))], 0, 0, "voice", 0.08);
        }

        return null;
    }

    /// <summary>"Marco Rubio, Secretary of State" above the text.</summary>
    private static Party? Signed(Scene scene, string home)
    {
        for (var b = 0; b < scene.Document.Blocks.Count && scene.Document.Blocks[b].Kind != BlockKind.Body; b++)
        {
            var (first, end) = scene.Document.Ranges[b];
            var comma = first;
            while (comma < end && scene.Tokens[comma].Kind != TokenKind.Comma)
                comma++;
            if (end - first > Longest || comma + 1 >= end || scene.Roles[comma + 1] is null)
                continue;
            // A nickname may stand in the midst of it: Thomas "Tommy" Pigott.
            var member = Enumerable.Range(first, comma - first).Select(i => scene.Mentions[i]?.Person).FirstOrDefault(x => x is { Private: false });
            if (member is not null && (member.Country ?? home) == home)
                return Voices.Voice(home, member);
        }

        return null;
    }

    /// <summary>Whether somebody says "we" outside of quotes and of a transcript's labels.</summary>
    public static bool Own(Scene scene) =>
        Enumerable.Range(0, scene.Document.Blocks.Count).Where(b => scene.Document.Blocks[b] is { Kind: BlockKind.Body, Label: null })
            .SelectMany(b => Enumerable.Range(scene.Document.Ranges[b].First, scene.Document.Ranges[b].End - scene.Document.Ranges[b].First))
            .Any(i => scene.Document.QuoteOf[i] < 0 && scene.Tokens[i].Lower is "we");
}
