using Stances.Extraction.Text;

namespace Stances.Extraction.Words;

/// <summary>What the words of the closed classes do: articles, pronouns, prepositions, auxiliaries, names of days.</summary>
internal static class ClosedWords
{
    /// <summary>The tag of a token that is no word or of a closed class; null for nouns, verbs, adjectives and names.</summary>
    public static Tag? Of(IReadOnlyList<Token> tokens, int i)
    {
        var token = tokens[i];
        if (!token.IsWord)
            return Tag.Mark;
        if (token.Kind == TokenKind.Number)
            return Tag.Number;
        var word = token.Lower;
        var inside = token.Capital && i > 0 && tokens[i - 1].IsWord;
        if (inside && token.Name is "US" or "UN" or "IT" or "May" or "March" || (token.Name is "US" or "UN"))
            return token.Name is "May" or "March" ? Tag.Time : Tag.Name;
        // "H.E. Mr. Lavrov": His Excellency, not he.
        if (token.Name == "HE" && i + 1 < tokens.Count && tokens[i + 1].Capital)
            return Tag.Name;
        if (English.Weekdays.Contains(word) && token.Capital)
            return Tag.Time;
        if (English.Months.Contains(word) && token.Capital && (word != "may" || (i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number)))
            return Tag.Time;
        return word switch
        {
            "that" => That(tokens, i),
            "once" when i + 1 < tokens.Count && tokens[i + 1].Lower is "again" or "more" => Tag.Adv,
            // "and once more called on Seoul": again, and nobody who calls.
            "more" when i > 0 && tokens[i - 1].Lower == "once" => Tag.Adv,
            "to" => Tag.To,
            // "There he met Kang": a place, where "there were talks" only tells that something is.
            "there" or "here" when i + 1 < tokens.Count && !(i > 0 && tokens[i - 1].IsWord) && !English.Be.Contains(tokens[i + 1].Lower)
                && !English.Have.Contains(tokens[i + 1].Lower) && !English.Modals.Contains(tokens[i + 1].Lower) => Tag.Adv,
            "as" => Tag.Sub,
            "her" => i + 1 < tokens.Count && tokens[i + 1].IsWord && !English.IsFunctionWord(tokens[i + 1].Lower) ? Tag.Poss : Tag.ObjPron,
            "like" when i > 0 && tokens[i - 1].Lower is "would" or "'d" => null,
            "today" or "yesterday" or "tomorrow" or "tonight" => Tag.Time,
            "who" or "whom" or "which" or "whose" or "where" or "what" or "how" or "why" => Tag.Rel,
            "when" or "while" or "whereas" or "although" or "though" or "if" or "unless" or "whether" or "lest" or "once" or "because" => Tag.Sub,
            "both" or "all" => Tag.Det,
            "will" when inside => Tag.Name,
            "can" or "will" when i > 0 && tokens[i - 1].Lower is "the" or "political" => Tag.Noun,
            _ when inside && English.Prepositions.Contains(word) => Tag.Noun,
            _ when English.Not.Contains(word) && word is "not" or "never" or "n't" => Tag.Not,
            _ when English.Modals.Contains(word) => Tag.Modal,
            _ when English.Be.Contains(word) => Tag.Be,
            _ when English.Have.Contains(word) => Tag.Have,
            _ when English.Do.Contains(word) => Tag.Do,
            _ when English.Possessives.Contains(word) => Tag.Poss,
            _ when English.Determiners.Contains(word) => Tag.Det,
            _ when English.SubjectPronouns.Contains(word) => Tag.Pron,
            _ when English.ObjectPronouns.Contains(word) => Tag.ObjPron,
            // "shortly after denied": a time, and nothing that happened stands behind it.
            "after" or "before" or "thereafter" when i > 0 && i + 1 < tokens.Count
                && tokens[i - 1].Lower is "shortly" or "soon" or "immediately"
                && (tokens[i + 1].Lower == "said" || tokens[i + 1].Lower.EndsWith("ed", StringComparison.Ordinal)) => Tag.Adv,
            // "has not yet answered" joins nothing.
            "yet" when i > 0 && tokens[i - 1].IsWord => Tag.Adv,
            _ when English.Coordinators.Contains(word) => Tag.Conj,
            _ when English.Adverbs.Contains(word) => Tag.Adv,
            _ when English.Prepositions.Contains(word) && !Participial(tokens, i) => Tag.Prep,
            _ when English.NumberWords.Contains(word) => Tag.Number,
            _ => null,
        };
    }

    /// <summary>"including", "following", "regarding" are prepositions but after a form of be.</summary>
    private static bool Participial(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal) && i > 0 && English.Be.Contains(tokens[i - 1].Lower);

    /// <summary>"that" before a noun alone is a determiner; before a subject it opens a clause; after a noun it may relate.</summary>
    private static Tag That(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && tokens[i - 1].Lower is "of" or "to" or "at" or "after" or "on" or "by" or "with" or "for" ? Tag.Det : Tag.That;
}
