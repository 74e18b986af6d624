using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Finds attributions set off by commas within the clause they attribute: "Nepal, he said, had put forward dates".</summary>
internal sealed class Asides(Scene scene)
{
    private const int Most = 9;

    /// <summary>The comma that closes the attribution; null where the verb's clause is none such.</summary>
    public int? Close(Predicate p, int end)
    {
        var start = p.Postposed ? p.First : p.Start;
        if (p.Match?.Verb.Kind is not (VerbKind.Say or VerbKind.Agree) || p.Use != VerbUse.Finite || p.Inherited || p.Subject is null
            || start < 2 || scene.Tokens[start - 1].Kind != TokenKind.Comma || scene.Document.QuoteOf[p.Verb] >= 0)
            return null;
        var close = p.Postposed ? p.Subject.End : p.End;
        while (close < Math.Min(end, p.End + 8) && scene.Tokens[close].Kind != TokenKind.Comma
            && scene.Tags[close] is not (Tag.Finite or Tag.That or Tag.Modal or Tag.Be or Tag.Have))
            close++;
        return close + 1 < end && scene.Tokens[close].Kind == TokenKind.Comma ? close : null;
    }

    /// <summary>
    /// Where the attribution begins whose verb this is and that stands between a subject and its verb: "Ghana, the president said on
    /// Monday, had ..."; null where it does not.
    /// </summary>
    public int? Opening(Predicate p, int zone, int end)
    {
        if (p.Use != VerbUse.Finite || p.Match?.Verb.Kind is not VerbKind.Say || !Coordination.TakesClause(scene.Tokens[p.Verb].Lower))
            return null;
        var open = p.First - 1;
        while (open > zone && scene.Tokens[open].Kind != TokenKind.Comma && scene.Tags[open] is not (Tag.Finite or Tag.Conj or Tag.That or Tag.Rel))
            open--;
        var close = p.Verb + 1;
        while (close < Math.Min(end, p.Verb + Most) && scene.Tokens[close].Kind != TokenKind.Comma
            && scene.Tags[close] is not (Tag.Finite or Tag.That or Tag.Modal or Tag.Be or Tag.Have or Tag.Infinitive))
            close++;
        if (open <= zone || open == p.First - 1 && scene.Tags[p.Verb + 1] is Tag.Mark or Tag.Prep or Tag.Time or Tag.To
            || scene.Tokens[open].Kind != TokenKind.Comma || close + 1 >= end || scene.Tokens[close].Kind != TokenKind.Comma)
            return null;
        var next = close + 1;
        while (next < end - 1 && scene.Tags[next] is Tag.Adv or Tag.Not)
            next++;
        // Before it the subject, with no verb of its own.
        return scene.Tags[next] is Tag.Finite or Tag.Be or Tag.Have or Tag.Modal or Tag.Do
            && !Enumerable.Range(zone, open - zone)
                .Any(i => scene.Tags[i] is Tag.Finite or Tag.Be or Tag.Have or Tag.Modal or Tag.Sub or Tag.That)
                ? open + 1
                : null;
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
