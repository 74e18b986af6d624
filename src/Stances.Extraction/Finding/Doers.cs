using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Tells whose doing the words of what is said are: the speaker's own side's or another's.</summary>
internal sealed class Doers(Scene scene, Focus focus, VerbLexicon lexicon)
{
    /// <summary>Pronouns that mean whoever it may be.</summary>
    private static readonly FrozenSet<string> Anybody = English.Set("nobody everybody somebody anybody everyone someone anyone none others all");

    /// <summary>Whose doing the words at a token tell: the next subject to their left within what is said.</summary>
    public ContentSubject Whose(int at, int first, IReadOnlyList<string> own)
    {
        for (var i = at - 1; i >= first; i--)
        {
            var token = scene.Tokens[i];
            if (token.Kind is TokenKind.Stop or TokenKind.Semicolon)
                break;
            // "Nepal, he said, had put forward dates": who said it is not who had.
            if (token.Kind == TokenKind.Comma && Aside(i, first) is { } open)
            {
                i = open;
                continue;
            }

            switch (scene.Tags[i])
            {
                case Tag.Pron when Anybody.Contains(token.Lower):
                    return ContentSubject.Other;
                case Tag.Pron:
                    return token.Lower is "you" ? ContentSubject.Other
                        : token.Lower is "it" && Impersonal(i) ? ContentSubject.Any
                        // Quoted, he and they are others; told of, "they" are the speakers only where several speak.
                        : token.Lower is "he" or "she" or "it" or "they"
                            && (scene.Document.QuoteOf[i] >= 0 || focus.Voice is not null && token.Lower is not "it")
                            || token.Lower == "they" && own.Count == 1
                            ? ContentSubject.Other
                        : ContentSubject.Own;
                // "This will be the first visit": what will be, and nobody's will.
                case Tag.Det when token.Lower is "this" or "these" or "those" && i + 1 < scene.Tokens.Count
                    && scene.Tags[i + 1] is Tag.Modal or Tag.Be or Tag.Have or Tag.Finite:
                    return ContentSubject.Any;
                case Tag.Noun or Tag.Name or Tag.ObjPron or Tag.Number:
                    if (Prepositional(i, first) is { } before)
                    {
                        i = before;
                        continue;
                    }

                    if (scene.Mentions[i] is { Kind: MentionKind.Person, Person.Country: { } home } && own.Contains(home))
                        return ContentSubject.Own;
                    return scene.CountryIn(Math.Max(first, scene.PhraseStart(i, first)), i + 1) is { } country && own.Contains(country)
                        || Ours(i, first)
                        ? ContentSubject.Own
                        : ContentSubject.Other;
            }
        }

        return at == first || !HasWords(first, at) ? ContentSubject.Own : ContentSubject.Any;
    }

    /// <summary>The comma that opens the attribution which the comma at <paramref name="close"/> ends; null where none stands there.</summary>
    private int? Aside(int close, int first)
    {
        var saying = false;
        for (var i = close - 1; i > Math.Max(first, close - 9); i--)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                return saying && scene.Document.QuoteOf[i] == scene.Document.QuoteOf[close] ? i : null;
            if (!scene.Tokens[i].IsWord && scene.Tokens[i].Kind != TokenKind.Possessive || scene.Tags[i] is Tag.Modal or Tag.Be or Tag.Infinitive or Tag.That)
                return null;
            saying |= scene.Tags[i] == Tag.Finite && lexicon.At(scene.Tokens, scene.Tags, i, close) is { Verb.Kind: VerbKind.Say or VerbKind.Agree };
        }

        return null;
    }

    /// <summary>"it is important to", but not "it was ready to".</summary>
    private bool Impersonal(int it)
    {
        var i = it + 1;
        if (i >= scene.Tokens.Count || scene.Tokens[i].Lower is not ("is" or "was" or "'s"))
            return false;
        while (i + 1 < scene.Tokens.Count && scene.Tags[i + 1] is Tag.Adv or Tag.Not)
            i++;
        return i + 1 >= scene.Tokens.Count
            || scene.Tokens[i + 1].Lower is not ("ready" or "prepared" or "willing" or "committed" or "determined" or "concerned"
                or "worried" or "considering" or "seeking" or "working" or "opposed" or "open");
    }

    private bool HasWords(int first, int at)
    {
        for (var i = first; i < at; i++)
        {
            if (scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Pron)
                return true;
        }

        return false;
    }

    private bool Ours(int i, int first)
    {
        var start = scene.PhraseStart(i, first);
        // "the government of India needs to ..."
        if (i + 2 < scene.Tokens.Count && scene.Tokens[i + 1].Lower == "of" && scene.Mentions[i + 2] is { Country: not null })
            return false;
        return scene.Tokens[start].Lower is "our" or "my" || scene.Tokens[i].Lower is "side" && scene.Tokens[start].Lower is "his" or "her" or "its"
            || scene.Tokens[i].Lower is "government" or "country" or "administration" or "nation" or "kingdom" or "republic" or "union"
                or "bloc" or "emirates" or "ministry"
                && scene.Tokens[start].Lower is "his" or "her" or "its" or "the" or "our";
    }

    /// <summary>Where the phrase ends in a noun behind a preposition, the token before the preposition.</summary>
    private int? Prepositional(int i, int first)
    {
        var start = scene.PhraseStart(i, first);
        // "outside countries should stop": what opens a clause right before its subject is no preposition.
        return start > first && scene.Tags[start - 1] == Tag.Prep
            && !(start - 1 == first && scene.Tokens[first].Lower is "outside" or "like")
            ? start - 1
            : null;
    }
}
