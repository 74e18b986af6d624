using Stances.Extraction.Text;

namespace Stances.Extraction.Words;

/// <summary>What a word does in its sentence.</summary>
internal enum Tag : byte
{
    Noun, Name, Number, Det, Poss, Pron, ObjPron, Prep, Conj, Sub, That, Rel, To, Modal, Be, Have, Do, Not, Adv, Time,
    Finite, Participle, Perfect, Passive, Ing, Infinitive, Mark,
}

/// <summary>Tells verbs from nouns by closed classes, known verb forms and the words beside them.</summary>
internal sealed class Tagger(Inflector inflector)
{
    public Tag[] Read(IReadOnlyList<Token> tokens)
    {
        var tags = new Tag[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
            tags[i] = ClosedWords.Of(tokens, i) ?? Open(tokens, tags, i);
        return tags;
    }

    private Tag Open(IReadOnlyList<Token> tokens, Tag[] tags, int i)
    {
        var token = tokens[i];
        var word = token.Lower;
        var before = i - 1;
        // It "calls on the parties": a mark in the midst of a clause parts nothing.
        while (before >= 0
            && (tags[before] is Tag.Adv or Tag.Not
                || tokens[before].Kind == TokenKind.QuoteOpen && before > 0
                    && (tokens[before - 1].IsWord || tokens[before - 1].Kind == TokenKind.Possessive)))
            before--;
        var left = before >= 0 ? tags[before] : Tag.Mark;
        var leftWord = before >= 0 ? tokens[before] : default;
        var first = i == 0 || (!tokens[i - 1].IsWord && tokens[i - 1].Kind is not (TokenKind.Comma or TokenKind.Possessive or TokenKind.Hyphen));
        if (word.Length > 3 && word.EndsWith("ly", StringComparison.Ordinal) && !English.NotAdverbs.Contains(word) && (!token.Capital || first))
            return Tag.Adv;
        var known = inflector.Verb(word);
        if (token.Capital && !first && known is null)
            return Tag.Name;
        if (token.Capital && (!first || NextIsName(tokens, i)) && !(first && known is { Form: VerbForm.Ing }))
            return Tag.Name;
        var form = known?.Form ?? Guess(word);
        if (form == VerbForm.None)
            return token.Capital ? Tag.Name : Tag.Noun;
        return VerbWords.Of(tokens, tags, i, left, leftWord, form, known is not null);
    }

    private static bool NextIsName(IReadOnlyList<Token> tokens, int i) =>
        i + 1 < tokens.Count
            && (tokens[i + 1].Capital && tokens[i + 1].IsWord && !English.IsFunctionWord(tokens[i + 1].Lower)
                || tokens[i + 1].Kind == TokenKind.Possessive);

    /// <summary>"wide-ranging", "long-delayed": no verb, where "co-hosted" is one.</summary>
    private static bool Compound(string word) =>
        word.Contains('-', StringComparison.Ordinal)
            && word.Split('-')[0] is not ("co" or "re" or "pre" or "over" or "out" or "de" or "cross" or "fast");

    private static VerbForm Guess(string word) => word.Length < 5 || Compound(word) ? VerbForm.None
        : word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal) ? VerbForm.Past | VerbForm.Participle
        : word.EndsWith("ing", StringComparison.Ordinal)
            && word is not ("during" or "nothing" or "something" or "anything" or "everything" or "beijing" or "outgoing" or "incoming"
                or "evening" or "morning" or "spring" or "string")
            ? VerbForm.Ing
        : VerbForm.None;
}
