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
    /// <summary>Forms that are plural nouns far oftener than verbs.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Nominal = English.Set(
        "talks ties relations sanctions exports imports tests weapons forces troops sides rights plans efforts steps measures views exchanges attacks visits concerns remarks interests issues works moves means reports comments links results drills needs matters states times years countries minutes rules terms forms changes demands supplies supports powers charges strikes launches trades uses returns ranges levels places faces fires funds lists plays points marks shares guarantees benefits finances limits orders records controls answers contacts wars aids claims disputes challenges debates protests questions offers pledges promises vows calls hopes threats criticisms shifts signals ranks dealings attempts stresses impacts doubts guards wishes desires");

    /// <summary>Nouns in -ing for what takes place, as far as an article and one more word stand before them: "the daily briefing".</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Happenings = English.Set(
        "meeting briefing hearing gathering ruling bombing shelling killing shooting opening closing sitting warning understanding building funding training crossing landing finding gathering filing posting beginning ending");

    /// <summary>Of these, the ones that are verbs where a subject stands before them and an object behind.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Verbal = English.Set("supports demands claims offers pledges promises vows hopes questions challenges disputes protests doubts calls places wishes attaches");

    /// <summary>Nouns that "to" follows: "the Nigerien forces to leave".</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> Wills = English.Set("forces troops efforts steps measures moves calls rights attempts means sides exports imports visits sanctions ties tests weapons talks");

    /// <summary>Base forms that are nouns or adjectives far oftener than verbs.</summary>
    private static readonly System.Collections.Frozen.FrozenSet<string> NounBase = English.Set(
        "phone telephone call hope demand support plan visit talk claim pledge vow offer protest regret praise state request report comment concern trade test work move share view change interest issue question answer attack order control deal force need result return use end start launch release review signal state stress value welcome wish threat doubt fear aim attempt challenge charge condition contact cover cross damage debate delay design display dispute draft drop escape exchange experience export import face fire force free fund gain guarantee guide halt handle harm head help honor host impact increase influence judge lack land last level limit link list live look mandate mark master matter mean measure mention name near note notice object open own pact part pass pay place play point position present press pressure process produce progress promise purchase push race raise range rank rate reach record reform register rest right rise risk rule run rush sanction save schedule search secure separate set shape shift ship show sign sound spark spread stage stand step stop strike struggle study supply suspect target task term tie tour touch train transfer travel treat trigger trust try turn update upgrade veto voice vote walk war warrant watch waste back echo level base blame cut hit let put read respect appeal approach rebuke caution focus worry counsel guard campaign lobby census resort plot side");

    private static readonly System.Collections.Frozen.FrozenSet<string> AfterVerb = English.Set("that to on for upon the a an its his her their all against not it them both this any no how why what whether");

    public Tag[] Read(IReadOnlyList<Token> tokens)
    {
        var tags = new Tag[tokens.Count];
        for (var i = 0; i < tokens.Count; i++)
            tags[i] = Closed(tokens, i) ?? Open(tokens, tags, i);
        return tags;
    }

    private static Tag? Closed(IReadOnlyList<Token> tokens, int i)
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
            "to" => Tag.To,
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
    private static Tag That(IReadOnlyList<Token> tokens, int i) => i > 0 && tokens[i - 1].Lower is "of" or "to" or "at" or "after" or "on" or "by" or "with" or "for" ? Tag.Det : Tag.That;

    private Tag Open(IReadOnlyList<Token> tokens, Tag[] tags, int i)
    {
        var token = tokens[i];
        var word = token.Lower;
        var before = i - 1;
        // It "calls on the parties": a mark in the midst of a clause parts nothing.
        while (before >= 0 && (tags[before] is Tag.Adv or Tag.Not || tokens[before].Kind == TokenKind.QuoteOpen && before > 0 && tokens[before - 1].IsWord))
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
        return Verb(tokens, tags, i, left, leftWord, form, known is not null);
    }

    private static bool NextIsName(IReadOnlyList<Token> tokens, int i) =>
        i + 1 < tokens.Count && (tokens[i + 1].Capital && tokens[i + 1].IsWord && !English.IsFunctionWord(tokens[i + 1].Lower) || tokens[i + 1].Kind == TokenKind.Possessive);

    /// <summary>"wide-ranging", "long-delayed": no verb, where "co-hosted" is one.</summary>
    private static bool Compound(string word) => word.Contains('-', StringComparison.Ordinal) && word.Split('-')[0] is not ("co" or "re" or "pre" or "over" or "out" or "de" or "cross" or "fast");

    private static VerbForm Guess(string word) => word.Length < 5 || Compound(word) ? VerbForm.None
        : word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal) ? VerbForm.Past | VerbForm.Participle
        : word.EndsWith("ing", StringComparison.Ordinal) && word is not ("during" or "nothing" or "something" or "anything" or "everything" or "beijing" or "evening" or "morning" or "spring" or "string") ? VerbForm.Ing
        : VerbForm.None;

    private static Tag Verb(IReadOnlyList<Token> tokens, Tag[] tags, int i, Tag left, Token leftWord, VerbForm form, bool known)
    {
        var word = tokens[i].Lower;
        var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
        if (form.HasFlag(VerbForm.Base) && left is Tag.Modal or Tag.Do)
            return Tag.Infinitive;
        if (form.HasFlag(VerbForm.Base) && left == Tag.To)
            return Tag.Infinitive;
        if (left == Tag.Be)
        {
            if (form.HasFlag(VerbForm.Ing))
                return Tag.Ing;
            if (form.HasFlag(VerbForm.Participle))
                return Tag.Passive;
            return Tag.Noun;
        }

        if (left == Tag.Have && (form & (VerbForm.Participle | VerbForm.Past)) != 0)
            return Tag.Perfect;
        // "talks aimed to revive the deal": what the talks are for, and nobody's aiming.
        if (word == "aimed" && left == Tag.Noun)
            return Tag.Passive;
        // "a trilateral meeting": behind an article and one more word it is the noun.
        if (Happenings.Contains(word) && (left == Tag.Noun && i > 1 && tags[i - 2] is Tag.Det or Tag.Poss || left == Tag.Number && i > 1 && tags[i - 2] is Tag.Det or Tag.Poss))
            return Tag.Noun;
        if (form == VerbForm.Ing)
            return left is Tag.Det or Tag.Poss || leftWord.Kind == TokenKind.Possessive && (!known || word == "acting") || (left is Tag.Noun && IsNoun(next) && !known) ? Tag.Noun : Tag.Ing;
        var nominal = left is Tag.Det or Tag.Poss or Tag.Prep or Tag.Number || leftWord.Kind is TokenKind.Possessive;
        if ((form & (VerbForm.Past | VerbForm.Participle)) != 0 && !form.HasFlag(VerbForm.Base))
        {
            if (nominal && !(left is Tag.Det && leftWord.Lower is "both" or "all" or "neither" || left is Tag.Number || (left is Tag.Det or Tag.Prep && leftWord.Lower is "that" or "this")))
                return Tag.Noun;
            // "the newly elected leader", "a proposed deal"
            if (left is Tag.Noun && i >= 2 && tags[i - 2] is Tag.Det && !known)
                return IsNoun(next) && !next.Capital ? Tag.Noun : Tag.Finite;
            return Tag.Finite;
        }

        if (nominal && left != Tag.Number && !(leftWord.Lower is "both"))
            return Tag.Noun;
        if (form.HasFlag(VerbForm.Third))
        {
            if (left is Tag.Pron or Tag.Rel or Tag.That)
                return Tag.Finite;
            if (Verbal.Contains(word) && left is Tag.Noun or Tag.Name && (AfterVerb.Contains(next.Lower ?? "") || next.Lower is "for" or "such" || next.Kind == TokenKind.Word && next.Capital) && Opens(tokens, tags, i))
                return Tag.Finite;
            // "supports the process and calls on all parties"
            if (left == Tag.Conj && Verbal.Contains(word) && (next.Lower is "that" || word == "calls" && next.Lower is "on" or "upon"))
                return Tag.Finite;
            if (left is Tag.Noun or Tag.Name or Tag.Time || leftWord.Kind is TokenKind.Comma or TokenKind.QuoteClose or TokenKind.Close || left is Tag.Conj)
                return !Nominal.Contains(word) || (left is Tag.Name && !(next.Lower == "to" && Wills.Contains(word)) && (AfterVerb.Contains(next.Lower ?? "") || next.Capital && word is "hopes" or "demands" or "claims" or "wishes" or "supports") && next.Lower is not ("for" or "the"))
                    ? Tag.Finite : Tag.Noun;
            return Tag.Noun;
        }

        // A bare base form: after we, they, or a plural.
        if (left is Tag.Pron && leftWord.Lower is "we" or "they" or "i" or "you" or "who")
            return Tag.Finite;
        if (form.HasFlag(VerbForm.Past) && left is Tag.Name or Tag.Noun or Tag.Pron or Tag.Time && word is "put" or "set" or "cut" or "met" or "hit" or "let")
            return Tag.Finite;
        if (left is Tag.Rel && leftWord.Lower is "who" or "which")
            return Tag.Finite;
        if (NounLike(word))
            return (left is Tag.Noun or Tag.Name && leftWord.Lower.EndsWith('s') && AfterVerb.Contains(next.Lower ?? "")) ? Tag.Finite : tokens[i].Capital ? Tag.Name : Tag.Noun;
        return left is Tag.Noun or Tag.Name or Tag.Time or Tag.Adv or Tag.Number || left == Tag.Det && leftWord.Lower is "both" or "all" || leftWord.Kind == TokenKind.Comma || left == Tag.Conj
            ? (left is Tag.Noun or Tag.Name && !leftWord.Lower.EndsWith('s') && tokens[i].Capital ? Tag.Name : Tag.Finite)
            : Tag.Noun;
    }

    /// <summary>Whether the noun phrase before a token begins its clause, as a subject does: not behind a preposition or another verb.</summary>
    private static bool Opens(IReadOnlyList<Token> tokens, Tag[] tags, int i)
    {
        var k = i - 1;
        while (k >= 0 && (tags[k] is Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Number or Tag.Adv || tokens[k].Kind is TokenKind.Possessive or TokenKind.Hyphen))
            k--;
        return k < 0 || tags[k] is Tag.That or Tag.Sub or Tag.Conj || tags[k] == Tag.Mark && tokens[k].Kind != TokenKind.Colon;
    }

    private static bool NounLike(string word) => NounBase.Contains(word);

    private static bool IsNoun(Token next) => next.Kind == TokenKind.Word && next.Lower is { } word && !English.IsFunctionWord(word);
}
