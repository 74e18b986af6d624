using System.Collections.Frozen;
using Stances.Extraction.Text;

namespace Stances.Extraction.Words;

/// <summary>Whether a word that has the form of a verb is one where it stands, and in which use: "Japan demands that", "the demands of Japan".</summary>
internal static class VerbWords
{
    /// <summary>Forms that are plural nouns far oftener than verbs.</summary>
    private static readonly FrozenSet<string> Nominal = English.Set(
            "talks ties relations sanctions exports imports tests weapons forces troops sides rights plans efforts steps measures views "
            + "exchanges attacks visits concerns remarks interests issues works moves means reports comments links results drills needs "
            + "matters states times years countries minutes rules terms forms changes demands supplies supports powers charges strikes "
            + "launches trades uses returns ranges levels places faces fires funds lists plays points marks shares guarantees benefits "
            + "finances limits orders records controls answers contacts wars aids claims disputes challenges debates protests questions "
            + "offers pledges promises vows calls hopes threats criticisms shifts signals ranks dealings attempts stresses impacts doubts "
            + "guards wishes desires values");

    /// <summary>Nouns in -ing for what takes place, as far as an article and one more word stand before them: "the daily briefing".</summary>
    private static readonly FrozenSet<string> Happenings = English.Set(
            "meeting briefing hearing gathering ruling bombing shelling killing shooting opening closing sitting warning understanding "
            + "building funding training crossing landing finding gathering filing posting beginning ending");

    /// <summary>Of these, the ones that are verbs where a subject stands before them and an object behind.</summary>
    private static readonly FrozenSet<string> Verbal =
        English.Set(
            "supports demands claims offers pledges promises vows hopes questions challenges disputes protests doubts calls places wishes "
            + "attaches values");

    /// <summary>Nouns that "to" follows: "the Nigerien forces to leave".</summary>
    private static readonly FrozenSet<string> Wills =
        English.Set(
            "forces troops efforts steps measures moves calls rights attempts means sides states exports imports visits sanctions ties "
            + "tests weapons talks");

    /// <summary>Base forms that are nouns or adjectives far oftener than verbs.</summary>
    private static readonly FrozenSet<string> NounBase = English.Set(
            "phone telephone call hope demand support plan visit talk claim pledge vow offer protest regret praise state request report "
            + "comment concern trade test work move share view change interest issue question answer attack order control deal force need "
            + "result return use end start launch release review signal state stress value welcome wish threat doubt fear aim attempt "
            + "challenge charge condition contact cover cross damage debate delay design display dispute draft drop escape exchange "
            + "experience export import face fire force free fund gain guarantee guide halt handle harm head help honor host impact "
            + "increase influence judge lack land last level limit link list live look mandate mark master matter mean measure mention name "
            + "near note notice object open own pact part pass pay place play point position present press pressure process produce "
            + "progress promise purchase push race raise range rank rate reach record reform register rest right rise risk rule run rush "
            + "sanction save schedule search secure separate set shape shift ship show sign sound spark spread stage stand step stop strike "
            + "struggle study supply suspect target task term tie tour touch train transfer travel treat trigger trust try turn update "
            + "upgrade veto voice vote walk war warrant watch waste back echo level base blame cut hit let put read respect appeal approach "
            + "rebuke caution focus worry counsel guard campaign lobby census resort plot side post address");

    private static readonly FrozenSet<string> AfterVerb =
        English.Set("that to on for upon the a an its his her their all against not it them both this any no how why what whether");

    /// <summary>The tag of token <paramref name="i"/>, whose verb forms are known, behind the word that stands left of it.</summary>
    public static Tag Of(IReadOnlyList<Token> tokens, Tag[] tags, int i, Tag left, Token leftWord, VerbForm form, bool known)
    {
        var before = i - 1;
        var word = tokens[i].Lower;
        var next = i + 1 < tokens.Count ? tokens[i + 1] : default;
        if (form.HasFlag(VerbForm.Base) && left is Tag.Modal or Tag.Do)
            return Tag.Infinitive;
        // "face to face"
        if (form.HasFlag(VerbForm.Base) && left == Tag.To)
            return i > 1 && tokens[i - 2].Lower == word ? Tag.Noun : Tag.Infinitive;
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
        if (Happenings.Contains(word)
            && (left == Tag.Noun && i > 1 && tags[i - 2] is Tag.Det or Tag.Poss
                || left == Tag.Number && i > 1 && tags[i - 2] is Tag.Det or Tag.Poss || Named(tokens, tags, i)))
            return Tag.Noun;
        // "Wang Yi's meeting with Lavrov", "Iraq's visiting prime minister", "told visiting Iraqi Prime Minister Sudani"
        if (Happenings.Contains(word) && leftWord.Kind == TokenKind.Possessive
            || word is "visiting" && (leftWord.Kind == TokenKind.Possessive || Titled(tokens, i)))
            return Tag.Noun;
        if (form == VerbForm.Ing)
            return left is Tag.Det or Tag.Poss || leftWord.Kind == TokenKind.Possessive && (!known || word == "acting")
                || (left is Tag.Noun && IsNoun(next) && !known)
                ? Tag.Noun
                : Tag.Ing;
        var nominal = left is Tag.Det or Tag.Poss or Tag.Prep or Tag.Number || leftWord.Kind is TokenKind.Possessive;
        if ((form & (VerbForm.Past | VerbForm.Participle)) != 0 && !form.HasFlag(VerbForm.Base))
        {
            if (nominal
                && !(left is Tag.Det && leftWord.Lower is "both" or "all" or "neither" || left is Tag.Number
                    || (left is Tag.Det or Tag.Prep && leftWord.Lower is "that" or "this")))
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
            // "that disputes must be settled": before another verb's auxiliary it is that verb's subject.
            if (next.Lower is { } behind && (English.Modals.Contains(behind) || behind is "are" or "were" or "have"))
                return Tag.Noun;
            if (left is Tag.Pron or Tag.Rel or Tag.That)
                return Tag.Finite;
            if (Verbal.Contains(word) && left is Tag.Noun or Tag.Name
                && (AfterVerb.Contains(next.Lower ?? "") || next.Lower is "for" or "such"
                    || next.Kind == TokenKind.QuoteClose && i + 2 < tokens.Count && AfterVerb.Contains(tokens[i + 2].Lower)
                    || next.Kind == TokenKind.QuoteOpen && word is "hopes" or "supports" or "demands" or "calls" or "wishes"
                    || next.Kind == TokenKind.Word && next.Capital)
                && Opens(tokens, tags, i))
                return Tag.Finite;
            // "supports the process and calls on all parties"
            if (left == Tag.Conj && Verbal.Contains(word) && (next.Lower is "that" || word == "calls" && next.Lower is "on" or "upon"))
                return Tag.Finite;
            if (left is Tag.Noun or Tag.Name or Tag.Time || leftWord.Kind is TokenKind.Comma or TokenKind.QuoteClose or TokenKind.Close || left is Tag.Conj)
                return !Nominal.Contains(word)
                    || (left is Tag.Name && !(next.Lower == "to" && Wills.Contains(word))
                        && (AfterVerb.Contains(next.Lower ?? "")
                            || next.Capital && word is "hopes" or "demands" or "claims" or "wishes" or "supports")
                        && next.Lower is not ("for" or "the"))
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
        // 'The statement read, "..."'
        if (word == "read" && left == Tag.Noun && next.Kind is TokenKind.Comma or TokenKind.Colon or TokenKind.QuoteOpen)
            return Tag.Finite;
        // "would not enter a bidding contest": one thing, of which no bare form can be told.
        if (left == Tag.Noun && Single(tokens, tags, i - 1))
            return Tag.Noun;
        // "their ministers, A and B, put their names to"
        if (word == "put" && leftWord.Kind == TokenKind.Comma && next.Lower is "their" or "his" or "her" or "its")
            return Tag.Finite;
        // "we stand with Ukraine, and pledge to help"
        if (left == Tag.Conj
            && word is "pledge" or "vow" or "commit" or "promise" or "demand" or "support" or "call" or "hope" or "welcome" or "request"
                or "value" or "stress"
            && AfterVerb.Contains(next.Lower ?? "") && OwnWords(tokens, tags, before))
            return Tag.Finite;
        if (NounBase.Contains(word))
            return (left is Tag.Noun or Tag.Name && leftWord.Lower.EndsWith('s') && AfterVerb.Contains(next.Lower ?? ""))
                ? Tag.Finite
                : tokens[i].Capital
                ? Tag.Name
                : Tag.Noun;
        return left is Tag.Noun or Tag.Name or Tag.Time or Tag.Adv or Tag.Number || left == Tag.Det && leftWord.Lower is "both" or "all"
            || leftWord.Kind == TokenKind.Comma || left == Tag.Conj
            ? (left is Tag.Noun or Tag.Name && !leftWord.Lower.EndsWith('s') && tokens[i].Capital ? Tag.Name : Tag.Finite)
            : Tag.Noun;
    }

    /// <summary>Whether an office stands close behind, before any verb or preposition.</summary>
    private static bool Titled(IReadOnlyList<Token> tokens, int i)
    {
        for (var k = i + 1; k < Math.Min(tokens.Count, i + 5); k++)
        {
            if (tokens[k].Lower is "minister" or "president" or "chancellor" or "king" or "premier" or "secretary" or "emir" or "prince"
                or "counterpart" or "leader" or "envoy" or "delegation" or "official" or "officials" or "delegates")
                return true;
            if (!tokens[k].IsWord && tokens[k].Kind != TokenKind.Hyphen || English.IsFunctionWord(tokens[k].Lower))
                return false;
        }

        return false;
    }

    /// <summary>"a State House meeting on Monday": what it is called stands between the article and the noun, and nothing that is met behind.</summary>
    private static bool Named(IReadOnlyList<Token> tokens, Tag[] tags, int i)
    {
        var k = i - 1;
        while (k >= 0 && (tags[k] is Tag.Noun or Tag.Name || tokens[k].Kind == TokenKind.Hyphen))
            k--;
        return k >= 0 && k < i - 1 && tags[k] is Tag.Det or Tag.Poss or Tag.Number
            && (i + 1 >= tokens.Count || !tokens[i + 1].IsWord || English.Prepositions.Contains(tokens[i + 1].Lower)
                || English.Be.Contains(tokens[i + 1].Lower) || English.Weekdays.Contains(tokens[i + 1].Lower));
    }

    /// <summary>Whether the nouns that end at a token are told by "a", "every" or the like.</summary>
    private static bool Single(IReadOnlyList<Token> tokens, Tag[] tags, int i)
    {
        while (i >= 0 && tags[i] == Tag.Noun && tokens[i].IsWord)
            i--;
        return i >= 0 && tags[i] == Tag.Det && tokens[i].Lower is "a" or "an" or "every" or "each" or "another";
    }

    /// <summary>Whether "we", "they" or "I" did something earlier in the clause: a bare form goes on with it.</summary>
    private static bool OwnWords(IReadOnlyList<Token> tokens, Tag[] tags, int before)
    {
        for (var i = before - 1; i > Math.Max(0, before - 24) && tokens[i].Kind is not (TokenKind.Stop or TokenKind.Semicolon); i--)
        {
            if (tags[i] == Tag.Finite && tags[i - 1] is Tag.Pron or Tag.Adv
                && (tokens[i - 1].Lower is "we" or "they" or "i" || i > 1 && tokens[i - 2].Lower is "we" or "they" or "i"))
                return true;
        }

        return false;
    }

    /// <summary>Whether the noun phrase before a token begins its clause, as a subject does: not behind a preposition or another verb.</summary>
    private static bool Opens(IReadOnlyList<Token> tokens, Tag[] tags, int i)
    {
        var k = i - 1;
        while (k >= 0
            && (tags[k] is Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Number or Tag.Adv
                || tokens[k].Kind is TokenKind.Possessive or TokenKind.Hyphen))
            k--;
        return k < 0 || tags[k] is Tag.That or Tag.Sub or Tag.Conj || tags[k] == Tag.Mark && tokens[k].Kind != TokenKind.Colon;
    }

    private static bool IsNoun(Token next) => next.Kind == TokenKind.Word && next.Lower is { } word && !English.IsFunctionWord(word);
}
