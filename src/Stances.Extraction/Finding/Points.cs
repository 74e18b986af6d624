using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>
/// Reads lists whose head stands once above them: "The two sides agreed to:" and then what they agreed to, point by point; "The
/// ministers:" and then what they did.
/// </summary>
internal sealed class Points(Scene scene, VerbLexicon verbs, PartyReader parties, PositionFinder positions)
{
    /// <summary>Words that say nothing yet of what was agreed.</summary>
    private static readonly FrozenSet<string> Hollow =
        English.Set(
            "to on upon that the following as follows these points issues matters measures steps below in areas namely particular for "
            + "also inter alia decisions commitments understandings agreements conclusions priorities by of and");

    private readonly Head?[] heads = new Head?[scene.Document.Blocks.Count];

    /// <summary>Whether the sentence is only the head of a list; its points are known from here on.</summary>
    public bool Open(Sentence sentence, List<Predicate> predicates)
    {
        var colon = sentence.End - 1;
        if (scene.Tokens[colon].Kind != TokenKind.Colon || sentence.End != scene.Document.Ranges[sentence.Block].End || sentence.Block + 1 >= heads.Length)
            return false;
        if (predicates.FindLast(x => Tells(x, colon)) is { } told)
        {
            Mark(sentence.Block, new Head(told.Subject!, told.Match!), IsPoint);
            return heads[sentence.Block + 1] is not null;
        }

        if (Enumerable.Range(sentence.Block + 1, Math.Min(3, heads.Length - sentence.Block - 1)).Any(b => Verb(b) is not null)
            && Above(sentence, predicates, colon) is { } party)
            Mark(sentence.Block, new Head(party, null),
                b => IsPoint(b) || Verb(b) is { } verb && scene.Tokens[verb].Lower.EndsWith("ed", StringComparison.Ordinal));
        return false;
    }

    /// <summary>The statement that a sentence makes as a point of a list of what was told; null where it is none.</summary>
    public Statement? Of(int index, Sentence sentence)
    {
        if (heads[sentence.Block] is not { Told: { } told } head || sentence.First != scene.Document.Ranges[sentence.Block].First)
            return null;
        var end = sentence.End;
        while (end > sentence.First + 1
            && (scene.Tokens[end - 1].Kind is TokenKind.Stop or TokenKind.Semicolon or TokenKind.Comma || scene.Tags[end - 1] == Tag.Conj))
            end--;
        if (told.Verb.Kind == VerbKind.Say && positions.Said(sentence.First, end, head.Party.Countries) is null)
            return null;
        var verb = new VerbMatch(told.Verb, sentence.First, sentence.First, false);
        return new Statement(verb, false, head.Party, sentence.First, end, sentence.First, end, Attribution.Paraphrase, index,
            head.Party.Penalty + 0.05, "point");
    }

    /// <summary>Who does the verb that opens a sentence, where that is told above its list.</summary>
    public Party? Doer(Sentence sentence)
    {
        if (heads[sentence.Block] is not { Told: null } head || sentence.First != scene.Document.Ranges[sentence.Block].First
            || Verb(sentence.Block) is not { } verb)
            return null;
        // "Reaffirmed Japan's support", "Welcome the outcome": at the head of a point no name and no noun.
        if (scene.Tags[verb] != Tag.Ing)
            scene.Tags[verb] = Tag.Finite;
        return head.Party;
    }

    private bool Tells(Predicate p, int colon) =>
        p is { Use: VerbUse.Finite, Negated: false, Relative: false, Subject: not null,
            Match.Verb.Kind: VerbKind.Agree or VerbKind.Stance or VerbKind.Say }
            && Enumerable.Range(p.End, Math.Max(0, colon - p.End))
                .All(i => Hollow.Contains(scene.Tokens[i].Lower) || scene.Tokens[i].Kind == TokenKind.Comma);

    /// <summary>Whoever stands last before the colon, else whoever does the sentence's last verb.</summary>
    private Party? Above(Sentence sentence, List<Predicate> predicates, int colon)
    {
        var last = predicates.FindLast(x => x is { Use: VerbUse.Finite or VerbUse.Passive, Relative: false });
        return parties.Subject(last?.End ?? sentence.First, colon) ?? last?.Subject;
    }

    /// <summary>The paragraphs below that belong to the list, all marked alike and not as the paragraph of its head is.</summary>
    private void Mark(int above, Head head, Func<int, bool> belongs)
    {
        var mark = above + 1 < heads.Length ? Marked(above + 1) : "";
        if (mark.Length > 0 && mark == Marked(above))
            return;
        for (var b = above + 1; b < heads.Length && Marked(b) == mark && belongs(b); b++)
            heads[b] = head;
    }

    /// <summary>The kind of mark before a paragraph, whatever it counts: "9.", "9.9", "(a)", "-"; empty where none stands there.</summary>
    private string Marked(int b)
    {
        var block = scene.Document.Blocks[b];
        if (!block.Bullet)
            return "";
        var line = scene.Document.Text.LastIndexOf('\n', block.Start - 1) + 1;
        var mark = scene.Document.Text[line..Math.Min(block.Start, line + 12)].Trim();
        return string.Concat(mark.Select((x, i) => char.IsDigit(x)
            ? (i > 0 && char.IsDigit(mark[i - 1]) ? "" : "9")
            : char.IsLetter(x)
            ? (i > 0 && char.IsLetter(mark[i - 1]) ? "" : "a")
            : x.ToString()));
    }

    /// <summary>A paragraph with a mark before it, one that begins in lower case, and what follows a semicolon.</summary>
    private bool IsPoint(int b)
    {
        var block = scene.Document.Blocks[b];
        return block.Bullet || char.IsLower(scene.Document.Text[block.Start]) || b > 0 && scene.Document.Text[scene.Document.Blocks[b - 1].End - 1] == ';';
    }

    /// <summary>The verb of the catalogue that opens a paragraph, adverbs before it aside; null where none does.</summary>
    private int? Verb(int b)
    {
        var (first, end) = scene.Document.Ranges[b];
        while (first < end && scene.Tags[first] == Tag.Adv)
            first++;
        return first < end && verbs.At(scene.Tokens, scene.Tags, first, end) is { Verb.Kind: not VerbKind.Meet } ? first : null;
    }

    private sealed record Head(Party Party, VerbMatch? Told);
}
