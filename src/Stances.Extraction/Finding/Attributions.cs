using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Tells whether a verb of saying stands behind what is said: "..., the ministry said."</summary>
internal sealed class Attributions(Scene scene)
{
    private static readonly FrozenSet<string> Naming =
        English.Set(
            "called calls described describes labelled labeled labels branded brands characterised characterized portrayed regarded "
            + "treated viewed seen highlighted mentioned");

    /// <summary>Whether the verb stands behind what is said: "..., the ministry said."</summary>
    public bool Trailing(Predicate p, Sentence sentence)
    {
        if (p.Match!.Verb.Kind is not (VerbKind.Say or VerbKind.Stance or VerbKind.Agree) || p.Use != VerbUse.Finite || p.Inherited)
            return false;
        // "its ambassador, called home, would go back": what is called something attributes nothing.
        if (Naming.Contains(scene.Tokens[p.Verb].Lower))
            return false;
        var start = p.Postposed ? p.First : p.Start;
        // "The two, on the day of the \"Declaration\", agreed to meet": a title in quotes, between those who agreed and the verb.
        if (start <= sentence.First + 2 || p.Match.Verb.Kind != VerbKind.Say && !p.Postposed && p.Subject!.First >= sentence.First && p.Subject.First < start)
            return false;
        var mark = scene.Tokens[start - 1].Kind;
        if (mark is not (TokenKind.Comma or TokenKind.QuoteClose or TokenKind.Dash) && !(p.Postposed && mark == TokenKind.Stop))
            return false;
        if (mark == TokenKind.QuoteClose || scene.Document.QuoteOf[start - 2] >= 0 || p.Postposed)
            return true;
        // Indirect speech before it, and nothing said behind it but where and when.
        var said = false;
        for (var i = sentence.First; i < start - 1; i++)
            said |= scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Be or Tag.Have or Tag.Perfect;
        return said && (p.Match.Verb.Kind == VerbKind.Say || Brief(p.End, sentence.End)) && ToEnd(p.End, sentence.End);
    }

    private bool Brief(int at, int end)
    {
        var words = 0;
        for (var i = at; i < end && scene.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Stop); i++)
            words += scene.Tags[i] is Tag.Time ? 0 : 1;
        return words < 5;
    }

    private bool ToEnd(int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (scene.Tags[i] is Tag.That or Tag.Finite or Tag.Modal or Tag.Infinitive or Tag.Be || scene.Tokens[i].Kind == TokenKind.QuoteOpen)
                return false;
            if (i == at && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Det or Tag.Pron
                && scene.Tokens[i].Lower is not ("reporters" or "journalists")
                && scene.Tokens[at - 1].Lower is not ("told" or "tells" or "telling"))
                return false;
            if (scene.Tokens[i].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon)
                return true;
        }

        return true;
    }
}
