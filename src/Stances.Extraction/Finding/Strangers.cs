using System.Collections.Frozen;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Keeps in mind those who speak for no state: "he" may be one of them, and what they tell of a state is not what it holds.</summary>
internal sealed class Strangers(Scene scene, Focus focus, SubjectFinder subjects)
{
    /// <summary>Plain words for a person.</summary>
    private static readonly FrozenSet<string> Persons = [.. Words()];

    private static readonly FrozenSet<string> Several = [.. Words().Select(Inflector.Third)];

    /// <summary>"The consensus calls for ... It also seeks ...": a subject that speaks for no state is what a pronoun behind it means.</summary>
    public void Note(Sentence sentence, List<Predicate> predicates, List<Statement> found)
    {
        // "Furthermore, he said": still whoever "he" was not known to be.
        if (found.Count == 0 && predicates.Count > 0
            && predicates.TrueForAll(x => x.Subject is null || scene.Document.QuoteOf[x.Verb] >= 0) && Pronoun(sentence))
            return;
        // "Its soldiers are in Goma, and the president was ...": "he" is the last of them.
        if (predicates.Exists(x => x is { Within: null, Relative: false, Subject.Head.Kind: ActorKind.Person or ActorKind.Office }
            && !found.Exists(y => y.Verb.First == x.Verb)))
        {
            focus.Pass(false, false);
            return;
        }

        if (Main(sentence, predicates) is not var (main, head) || found.Count > 0 && !Tells(main, found))
        {
            focus.Pass(false, false);
            return;
        }

        var person = IsPerson(head);
        focus.Pass(person || scene.MayBeName(head), !person);
    }

    /// <summary>"Analysts say that Delhi rejects the plan": Delhi has not said it here.</summary>
    public void Drop(Sentence sentence, List<Predicate> predicates, List<Statement> found)
    {
        if (found.Count > 0 && Main(sentence, predicates) is var (main, head) && main.Match?.Verb.Kind == VerbKind.Say
            && (IsPerson(head) || Several.Contains(scene.Tokens[head].Lower)))
            found.RemoveAll(x => Within(main, x));
    }

    private bool Tells(Predicate main, List<Statement> found) => main.Match?.Verb.Kind == VerbKind.Say && found.TrueForAll(x => Within(main, x));

    /// <summary>Whether a statement stands in the clause that the verb tells.</summary>
    private bool Within(Predicate main, Statement statement)
    {
        var start = Math.Min(statement.First, statement.Party.First);
        for (var i = main.End; i < start; i++)
        {
            if (scene.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Stop or TokenKind.Colon || scene.Document.QuoteOf[i] >= 0
                || scene.Tokens[i].Kind == TokenKind.Comma || scene.Tags[i] is Tag.Conj or Tag.Sub)
                return false;
        }

        return start >= main.End && statement.Note is null;
    }

    /// <summary>The sentence's first verb and the head of its subject, where that speaks for no state.</summary>
    private (Predicate Main, int Head)? Main(Sentence sentence, List<Predicate> predicates)
    {
        var main =
            predicates.Find(x => x is { Use: VerbUse.Finite or VerbUse.Modal or VerbUse.Passive, Relative: false, Within: null }
                && x.First > sentence.First);
        return main is not { Subject: null } || focus.Voice is not null || subjects.Stranger(main, sentence.First) is not { } head
            || (scene.Mentions[head]?.Country ?? (scene.Mentions[head]?.Person is { Private: false } person ? person.Country : null)) is not null
            ? null
            : (main, head);
    }

    private bool IsPerson(int head) =>
        scene.Mentions[head]?.Kind == MentionKind.Person || scene.Mentions[head] is null && Persons.Contains(scene.Tokens[head].Lower);

    private bool Pronoun(Sentence sentence) =>
        Enumerable.Range(sentence.First, sentence.End - sentence.First)
            .Any(i => scene.Document.QuoteOf[i] < 0
                && (scene.Tokens[i].Lower is "he" or "she" || i < sentence.First + 4 && scene.Tokens[i].Lower is "it"));

    private static string[] Words() =>
        """
        leader politician lawmaker legislator senator analyst expert professor academic scholar researcher historian economist activist campaigner
        protester critic opponent dissident resident villager witness survivor refugee lawyer attorney commander fighter rebel militant warlord chief
        head chairman chairwoman chairperson director manager executive coordinator founder columnist commentator editor author observer supporter
        priest bishop archbishop cardinal imam cleric rabbi doctor nurse teacher student farmer worker fisherman trader businessman businesswoman
        soldier officer veteran official diplomat mediator candidate relative father mother brother sister widow son daughter pundit
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
