using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Tells where a verb's clause begins, and what parts it from the clause before.</summary>
internal sealed class ClauseBounds(Scene scene)
{
    /// <summary>Where the clause of a verb begins: behind the sentence's start, a quote, a semicolon, "that", "while".</summary>
    public int ZoneStart(int from, int first, Predicate p)
    {
        var quote = scene.Document.QuoteOf[p.Verb];
        for (var i = from - 1; i >= first; i--)
        {
            var token = scene.Tokens[i];
            if (quote < 0 && scene.Document.QuoteOf[i] >= 0 && Titled(scene.Document.Quotes[scene.Document.QuoteOf[i]], first) is { } open)
            {
                i = open;
                continue;
            }

            if (scene.Document.QuoteOf[i] != quote || token.Kind is TokenKind.Semicolon or TokenKind.Colon
                || token.Kind is TokenKind.Stop && !SentenceCutter.Dated(scene.Tokens, i))
                return i + 1;
            if (scene.Tags[i] == Tag.That && i + 1 < from || scene.Tags[i] == Tag.Rel && token.Lower is "how" or "why" or "what" or "where" && i + 1 < from)
                return i + 1;
            // "a text by which the two confirmed": behind such a word the clause is whole.
            if (scene.Tags[i] == Tag.Rel && token.Lower is "which" or "whom" && i > first && scene.Tags[i - 1] == Tag.Prep && i + 1 < from
                && !Verbal(i + 1, from))
                return i + 1;
            // "comes a day after Barrot expressed concern"
            if (token.Lower == "after" && i + 1 < from && Named(i + 1, from)
                && p.Match is { Verb.Kind: Domain.Catalogue.VerbKind.Say or Domain.Catalogue.VerbKind.Stance or Domain.Catalogue.VerbKind.Agree })
                return i + 1;
            if (scene.Tags[i] == Tag.Sub && !(token.Lower == "as" && i + 1 < from && (!Clause(i, from) || scene.Tags[from - 1] == Tag.Conj))
                && !Parenthesis(i, from))
                return i + 1;
        }

        return first;
    }

    /// <summary>The opening mark of a title: "on the day of the "Joint Declaration on Fishing", the two agreed" says nothing in it.</summary>
    private int? Titled(QuoteSpan quote, int first) =>
        quote.First - 2 > first && scene.Tokens[quote.First].Capital && scene.Tags[quote.First - 2] is Tag.Det or Tag.Noun or Tag.Poss
            && !Verbal(quote.First, quote.End)
            ? quote.First - 1
            : null;

    /// <summary>Whether what follows "as" up to the verb has room for a subject: "as Kono said", not "as chair, Kono".</summary>
    private bool Clause(int i, int from)
    {
        for (var k = i + 1; k < from; k++)
        {
            if (scene.Tokens[k].Kind == TokenKind.Comma)
                return false;
        }

        return true;
    }

    /// <summary>"While meeting Kang, Kono said": the subordinate part is closed by a comma before the subject.</summary>
    private bool Parenthesis(int i, int from)
    {
        for (var k = from - 1; k > i; k--)
        {
            if (scene.Tokens[k].Kind != TokenKind.Comma)
                continue;
            return true;
        }

        return false;
    }

    /// <summary>Whether noun phrases joined by "and" stand between two tokens, and nothing else.</summary>
    private bool Named(int first, int end)
    {
        var i = end;
        while (i > first && scene.Tags[i - 1] is Tag.Noun or Tag.Name)
        {
            i = scene.PhraseStart(i - 1, first);
            if (i - 2 < first || scene.Tags[i - 1] != Tag.Conj)
                break;
            i--;
        }

        return i == first && end > first;
    }

    private bool Verbal(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect or Tag.Modal or Tag.Be or Tag.Have or Tag.Do)
                return true;
        }

        return false;
    }

    public int? Antecedent(Predicate p, int zone)
    {
        var i = p.First - 1;
        while (i > zone && scene.Tags[i] == Tag.Adv)
            i--;
        if (i <= zone
            || !(scene.Tags[i] == Tag.Rel && scene.Tokens[i].Lower is "who" or "which")
                && !(scene.Tags[i] == Tag.That && scene.Tags[i - 1] is Tag.Noun or Tag.Name))
            return null;
        return scene.Tokens[i - 1].Kind == TokenKind.Comma ? i - 1 : i;
    }

    public bool ClosedBy(Predicate relative, Predicate p)
    {
        for (var i = relative.Verb; i < p.First; i++)
        {
            if (scene.Tags[i] == Tag.Conj && i >= p.First - 2)
                return false;
        }

        return true;
    }

    /// <summary>"In Tokyo he said", "With Adjei of Benin he spoke": the noun belongs to an adjunct that opens the sentence.</summary>
    public bool Fronting(int noun)
    {
        var start = scene.PhraseStart(noun, Math.Max(0, noun - 6));
        // "During his stay in Hanoi he": one adjunct within another.
        for (var k = 0;
            k < 3 && start > 1 && scene.Tags[start - 1] == Tag.Prep && !scene.Tokens[start - 1].Capital
                && scene.Tags[start - 2] is Tag.Noun or Tag.Name;
            k++)
            start = scene.PhraseStart(start - 2, Math.Max(0, start - 8));
        return start > 0 && scene.Tags[start - 1] == Tag.Prep && (start < 2 || !scene.Tokens[start - 2].IsWord || scene.Tokens[start - 1].Capital);
    }

    public bool Parted(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].Kind is TokenKind.Comma or TokenKind.QuoteClose)
                return true;
        }

        return false;
    }

    public bool Bare(int verb)
    {
        var word = scene.Tokens[verb].Lower;
        return scene.Tags[verb] == Tag.Finite && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith('s')
            && !Inflector.Pasts.Contains(word);
    }

    public bool AfterInfinitive(int from, int floor)
    {
        for (var i = from; i > floor; i--)
        {
            // "to ease visits, regularly maintain and effectively uphold": they all go on with it.
            if (scene.Tags[i] is Tag.Finite && !Bare(i) || scene.Tags[i] is Tag.Perfect or Tag.Passive
                || scene.Tags[i] == Tag.Ing && scene.Tokens[i].Lower != "including")
                return false;
            if (scene.Tags[i] is Tag.Infinitive or Tag.To)
                return true;
        }

        return false;
    }

    /// <summary>Whether only a name stands between two tokens.</summary>
    public bool Plain(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] is not (Tag.Noun or Tag.Name or Tag.Det) && scene.Tokens[i].Kind is not TokenKind.Possessive)
                return false;
        }

        return end > first;
    }
}
