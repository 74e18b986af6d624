using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Finds attributions set off by commas within the clause they attribute: "Nepal, he said, had put forward dates".</summary>
internal sealed class Asides(Scene scene)
{
    /// <summary>The comma that closes the attribution; null where the verb's clause is none such.</summary>
    public int? Close(Predicate p, int end)
    {
        var start = p.Postposed ? p.First : p.Start;
        if (p.Match?.Verb.Kind is not (VerbKind.Say or VerbKind.Agree) || p.Use != VerbUse.Finite || p.Inherited || p.Subject is null || start < 2 || scene.Tokens[start - 1].Kind != TokenKind.Comma || scene.Document.QuoteOf[p.Verb] >= 0)
            return null;
        var close = p.Postposed ? p.Subject.End : p.End;
        while (close < Math.Min(end, p.End + 8) && scene.Tokens[close].Kind != TokenKind.Comma && scene.Tags[close] is not (Tag.Finite or Tag.That or Tag.Modal or Tag.Be or Tag.Have))
            close++;
        return close + 1 < end && scene.Tokens[close].Kind == TokenKind.Comma ? close : null;
    }

    /// <summary>Where the attribution begins whose speaker stands right behind its own country: "Ghana, the president said, had ..."; null where it does not.</summary>
    public int? Opening(Predicate p, int end)
    {
        for (var i = p.First - 1; i > p.Start && p.Subject is not null && !p.Postposed; i--)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                return i == p.Start + 1 && scene.Mentions[p.Start] is { Country: not null } && p.End + 1 < end && scene.Tokens[p.End].Kind == TokenKind.Comma && scene.Tags[p.End + 1] is Tag.Modal or Tag.Have or Tag.Be or Tag.Finite ? i + 1 : null;
        }

        return null;
    }

    /// <summary>Whether the clause goes on behind the attribution with its verb, adverbs before it aside.</summary>
    public bool GoesOn(int close, int verb)
    {
        for (var i = close + 1; i < verb; i++)
        {
            if (scene.Tags[i] is not (Tag.Adv or Tag.Not))
                return false;
        }

        return verb > close;
    }
}
