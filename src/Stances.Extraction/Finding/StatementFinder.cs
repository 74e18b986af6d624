using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Finds in a sentence who states what, from the verbs that state something, their subjects and its quotes.</summary>
internal sealed class StatementFinder(Scene scene)
{
    private readonly Attributions attributions = new(scene);
    private readonly Triggers verbs = new(scene);
    private readonly ContentBounds bounds = new(scene);
    private readonly Asides asides = new(scene);

    private Document Document => scene.Document;

    /// <summary>The statements of one sentence, whose verbs and subjects are known.</summary>
    public List<Statement> Read(int index, Sentence sentence, List<Predicate> predicates)
    {
        var triggers = verbs.Of(predicates, sentence);
        var statements = new List<Statement>();
        for (var k = 0; k < triggers.Count; k++)
        {
            var p = triggers[k];
            if (p.Within is not null && triggers.Contains(p.Within))
                continue;
            if (verbs.SharesObject(triggers, k))
                continue;
            if (Build(index, sentence, triggers, k) is { } statement)
                statements.Add(statement with { Joints = [.. predicates.Where(x => x is { Inherited: true,
                    Use: VerbUse.Finite or VerbUse.Modal }
                    && (x.Within == p && Same(x.Subject, statement.Party)
                        || x.Within is null && x.Subject == p.Subject && x.First >= p.End && !triggers.Contains(x)))
                    .Select(x => x.First)] });
        }

        return statements;
    }

    /// <summary>Whether who does a verb speaks for the country of whoever tells of it.</summary>
    private static bool Same(Party? doer, Party teller) => doer is { IsGroup: false } && teller.Countries.Contains(doer.Head.Country);

    /// <summary>A ministry, a paper, an official without a name: they tell what others said.</summary>
    internal static bool IsReadout(Actor actor) =>
        actor.Kind is ActorKind.Organ or ActorKind.Paper
            || actor.Kind == ActorKind.Office && actor.Role?.Contains("minister", StringComparison.Ordinal) != true
                && actor.Role?.Contains("president", StringComparison.Ordinal) != true
        || actor.Person?.Rank is "spokesperson" or "official";

    private Statement? Build(int index, Sentence sentence, List<Predicate> triggers, int k)
    {
        var p = triggers[k];
        var match = p.Match!;
        var party = p.Subject!;
        var penalty = party.Penalty + (p.Inherited ? 0.03 : 0) + (p.Relative ? 0.08 : 0);
        if (p.Use == VerbUse.Passive && p.Postposed)
        {
            var patient = bounds.ClauseBefore(sentence, triggers, k);
            return patient >= p.First
                ? null
                : new Statement(match, false, party, patient, Math.Max(match.End, party.End), patient, p.First, How(party), index,
                    penalty + 0.05, "passive");
        }

        var medial = Medial(p, sentence);
        if (medial is null && attributions.Trailing(p, sentence))
        {
            var start = p.Postposed ? p.First : p.Start;
            var from = bounds.ClauseBefore(sentence, triggers, k);
            var close = bounds.EndOf(sentence, triggers, k, p.Postposed ? Math.Max(match.End, party.End) : match.End);
            // "...", he said, "...": what follows in quotes is said too.
            var content = bounds.Trim(from, start);
            if (Document.QuoteOf[Math.Max(from, start - 2)] >= 0 && bounds.NextQuote(match.End, sentence.End) is { } more)
                close = more;
            if (content <= from)
                return null;
            if (match.Verb.Kind == VerbKind.Say && p.Use == VerbUse.Finite
                && OnlyMeets(from, content, "met", "meets", "held", "hold", "spoke", "discussed", "exchanged", "briefed", "reviewed",
                    "touched"))
                return null;
            var quote = Quoted(from, content);
            return new Statement(match, p.Negated, party, bounds.Opening(from), bounds.Trim(start, close), from, content,
                quote ? Attribution.Quote : How(party), index, penalty, "postposed")
            {
                FrameEnd = close,
            };
        }

        var end = bounds.EndOf(sentence, triggers, k, match.End);
        var first = p.Inherited ? Begins(triggers, k, sentence) : p.Postposed ? p.First : Math.Min(p.Start, p.First);
        end = bounds.Trim(match.End, end);
        var begin = medial ?? Math.Max(match.End, p.Postposed ? party.End : 0);
        first = medial ?? first;
        if (match.Verb.Kind == VerbKind.Say && (end <= begin || !HasClause(p, begin, end) || OnlyMeets(begin, end, "discussed", "exchanged", "reviewed")))
            return null;
        return new Statement(match, p.Negated, party, first, Math.Max(end, match.End), Math.Min(begin, Math.Max(end, match.End)),
            Math.Max(end, match.End), Quoted(begin, end) ? Attribution.Quote : How(party), index, penalty, null);
    }

    /// <summary>"Erdogan spoke with the Emir and backed his role": from who did it, unless a statement of theirs stands between.</summary>
    private int Begins(List<Predicate> triggers, int k, Sentence sentence)
    {
        var (verb, who) = (triggers[k].First, triggers[k].Subject!);
        if (who.First >= sentence.First && who.First < verb && !triggers.Take(k).Any(x => x.Verb > who.First || x.Subject == who))
            return who.First;
        // "and once more called on Seoul": how it is done belongs to what is done.
        while (verb - 1 > sentence.First && scene.Tags[verb - 1] == Tag.Adv)
            verb--;
        return verb;
    }

    /// <summary>"A Palestinian state, he said, would ...": where the clause begins that the attribution stands within.</summary>
    private int? Medial(Predicate p, Sentence sentence)
    {
        var start = p.Postposed ? p.First : p.Start;
        if (start <= sentence.First + 1 || asides.Close(p, sentence.End) is not { } close)
            return null;
        var from = start - 1;
        while (from > sentence.First && scene.Tokens[from - 1].Kind is not (TokenKind.Semicolon or TokenKind.Stop or TokenKind.Colon))
            from--;
        var whole = Enumerable.Range(from, start - from).Any(i => scene.Tags[i] is Tag.Finite or Tag.Be or Tag.Have or Tag.Modal);
        return scene.Tags[close + 1] switch
        {
            Tag.Finite or Tag.Be or Tag.Have or Tag.Modal or Tag.Do => from,
            Tag.Adv => whole ? null : from,
            // "would spare no effort, she promised, to see it return"
            Tag.To => whole ? from : null,
            // "As the islands are ours, she said, Tokyo should stop": the main clause stands behind.
            _ => scene.Tokens[from].Lower is "as" or "since" or "because" or "if" or "unless" or "while" or "although" or "once" && whole ? from : null,
        };
    }

    /// <summary>"The ministry said Kang met Kono": a meeting told, no stance.</summary>
    private bool OnlyMeets(int first, int end, params string[] verbs)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Perfect && Document.QuoteOf[i] < 0)
                return verbs.Contains(scene.Tokens[i].Lower);
        }

        return false;
    }

    /// <summary>How verbs begin that give weight to what is named behind them, be it no clause: "stressed the role of".</summary>
    private static readonly string[] Weighing = ["reiterat", "stress", "emphas", "under", "call", "describ", "express", "voic", "highlight", "repeat"];

    /// <summary>Whether something is said and not only spoken of: a clause, a quote, or what somebody is called.</summary>
    private bool HasClause(Predicate p, int first, int end)
    {
        var word = scene.Tokens[p.Match!.First].Lower;
        // "responded to a question about the plan that ...": what was answered, not the answer.
        if (first < end && scene.Tags[first] == Tag.To
            && (word.StartsWith("respon", StringComparison.Ordinal) || word.StartsWith("repl", StringComparison.Ordinal)
                || word.StartsWith("react", StringComparison.Ordinal)))
            return Enumerable.Range(first, end - first)
                .Any(i => scene.Tokens[i].Kind == TokenKind.QuoteOpen
                    || scene.Tags[i] == Tag.That && scene.Tags[i - 1] is not (Tag.Noun or Tag.Name));
        if (word.StartsWith("continu", StringComparison.Ordinal))
            return Document.QuoteOf[first] >= 0 || scene.Tokens[first].Kind == TokenKind.QuoteOpen;
        if (Array.Exists(Weighing, x => word.StartsWith(x, StringComparison.Ordinal))
            && (p.Use != VerbUse.Adjunct || !word.StartsWith("reiterat", StringComparison.Ordinal)))
            return true;
        // "noted the importance of sanctions"
        if (Enumerable.Range(first, Math.Min(4, end - first))
            .Any(i => scene.Tags[i] == Tag.Noun && scene.Tokens[i].Lower is "importance" or "need" or "necessity" or "urgency"))
            return true;
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] is Tag.That or Tag.Finite or Tag.Modal or Tag.Be or Tag.Have or Tag.Perfect || scene.Tokens[i].Kind == TokenKind.QuoteOpen)
                return true;
        }

        return false;
    }

    private bool Quoted(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (Document.QuoteOf[i] >= 0 || scene.Tokens[i].Kind == TokenKind.QuoteOpen)
                return true;
        }

        return false;
    }

    private static Attribution How(Party party) => party.Head.Kind switch
    {
        ActorKind.Paper => Attribution.Document,
        ActorKind.Organ => Attribution.Ministry,
        ActorKind.Office or ActorKind.Person when party.Head.Person?.Rank == "spokesperson" => Attribution.Ministry,
        _ => Attribution.Paraphrase,
    };
}
