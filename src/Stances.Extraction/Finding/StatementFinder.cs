using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Finds in a sentence who states what, from its verbs, their subjects and its quotes.</summary>
internal sealed class StatementFinder(Scene scene)
{
    private readonly Attributions attributions = new(scene);
    private readonly Nesting nesting = new(scene);

    private Document Document => scene.Document;

    /// <summary>The statements of one sentence, whose verbs and subjects are known.</summary>
    public List<Statement> Read(int index, Sentence sentence, List<Predicate> predicates)
    {
        var triggers = predicates.Where(Usable).ToList();
        nesting.Settle(triggers, sentence);
        var statements = new List<Statement>();
        for (var k = 0; k < triggers.Count; k++)
        {
            var p = triggers[k];
            if (p.Within is not null && triggers.Contains(p.Within))
                continue;
            if (Build(index, sentence, triggers, k) is { } statement)
                statements.Add(statement);
        }

        return statements;
    }

    /// <summary>"if the leaders agree", "unless Seoul objects": nothing has been said yet.</summary>
    private bool Conditional(Predicate p)
    {
        var i = Math.Min(p.Start, p.First) - 1;
        return i >= 0 && scene.Tokens[i].Lower is "if" or "unless" or "whether" or "until" or "once" or "lest" or "before";
    }

    private bool Usable(Predicate p)
    {
        if (p.Match is not { } match || match.Verb.Kind == VerbKind.Meet || p.Subject is null || Conditional(p))
            return false;
        return p.Use switch
        {
            VerbUse.Finite => !p.Negated || match.Verb.Position is Position.Supports or Position.Rejects or Position.Neutral && match.Verb.Kind == VerbKind.Stance,
            // "will not accept" refuses now; what somebody may say some day is nothing yet.
            VerbUse.Modal => p.Negated && match.Verb.Position is Position.Supports or Position.Commits or Position.Neutral,
            VerbUse.Adjunct or VerbUse.Infinitive => !p.Negated,
            VerbUse.Passive => true,
            _ => false,
        };
    }

    /// <summary>A ministry, a paper, an official without a name: they tell what others said.</summary>
    internal static bool IsReadout(Actor actor) =>
        actor.Kind is ActorKind.Organ or ActorKind.Paper || actor.Kind == ActorKind.Office && actor.Role?.Contains("minister", StringComparison.Ordinal) != true && actor.Role?.Contains("president", StringComparison.Ordinal) != true
        || actor.Person?.Rank is "spokesperson" or "official";

    private Statement? Build(int index, Sentence sentence, List<Predicate> triggers, int k)
    {
        var p = triggers[k];
        var match = p.Match!;
        var party = p.Subject!;
        var penalty = party.Penalty + (p.Inherited ? 0.03 : 0) + (p.Relative ? 0.08 : 0);
        if (attributions.Trailing(p, sentence))
        {
            var start = p.Postposed ? p.First : p.Start;
            var from = ClauseBefore(sentence, triggers, k);
            var close = EndOf(sentence, triggers, k, p.Postposed ? Math.Max(match.End, party.End) : match.End);
            // "...", he said, "...": what follows in quotes is said too.
            var content = Trim(from, start);
            if (Document.QuoteOf[Math.Max(from, start - 2)] >= 0 && NextQuote(match.End, sentence.End) is { } more)
                close = more;
            if (content <= from)
                return null;
            if (match.Verb.Kind == VerbKind.Say && p.Use == VerbUse.Finite && OnlyMeets(from, content, "met", "meets", "held", "hold", "spoke", "discussed", "exchanged", "briefed", "reviewed", "touched"))
                return null;
            var quote = Quoted(from, content);
            return new Statement(match, p.Negated, party, Opening(from), Trim(start, close), from, content, quote ? Attribution.Quote : How(party), index, penalty, "postposed")
            {
                FrameEnd = close,
            };
        }

        var end = EndOf(sentence, triggers, k, match.End);
        var first = p.Inherited ? p.First : p.Postposed ? p.First : Math.Min(p.Start, p.First);
        end = Trim(match.End, end);
        var begin = Math.Max(match.End, p.Postposed ? party.End : 0);
        if (match.Verb.Kind == VerbKind.Say && (end <= begin || !HasClause(p, begin, end) || OnlyMeets(begin, end, "discussed", "exchanged", "reviewed")))
            return null;
        return new Statement(match, p.Negated, party, first, Math.Max(end, match.End), Math.Min(begin, Math.Max(end, match.End)), Math.Max(end, match.End), Quoted(begin, end) ? Attribution.Quote : How(party), index, penalty, null);
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

    /// <summary>Whether something is said and not only spoken of: a clause, a quote, or what somebody is called.</summary>
    private bool HasClause(Predicate p, int first, int end)
    {
        var word = scene.Tokens[p.Match!.First].Lower;
        if (word.StartsWith("continu", StringComparison.Ordinal))
            return Document.QuoteOf[first] >= 0 || scene.Tokens[first].Kind == TokenKind.QuoteOpen;
        if (p.Use != VerbUse.Adjunct && word.StartsWith("reiterat", StringComparison.Ordinal) || word.StartsWith("stress", StringComparison.Ordinal) || word.StartsWith("emphas", StringComparison.Ordinal) || word.StartsWith("under", StringComparison.Ordinal) || word.StartsWith("call", StringComparison.Ordinal) || word.StartsWith("describ", StringComparison.Ordinal) || word.StartsWith("express", StringComparison.Ordinal) || word.StartsWith("voic", StringComparison.Ordinal) || word.StartsWith("highlight", StringComparison.Ordinal) || word.StartsWith("repeat", StringComparison.Ordinal))
            return true;
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] is Tag.That or Tag.Finite or Tag.Modal or Tag.Be or Tag.Have or Tag.Perfect || scene.Tokens[i].Kind == TokenKind.QuoteOpen)
                return true;
        }

        return false;
    }

    private int ClauseBefore(Sentence sentence, List<Predicate> triggers, int k)
    {
        var from = sentence.First;
        for (var j = 0; j < k; j++)
        {
            if (triggers[j].Within is null || !triggers.Contains(triggers[j].Within!))
                from = Math.Max(from, Math.Min(triggers[j].Match!.End, sentence.End - 1));
        }

        while (from < sentence.End - 1 && (scene.Tags[from] == Tag.Conj || scene.Tokens[from].Kind is TokenKind.Comma or TokenKind.QuoteOpen or TokenKind.Dash or TokenKind.Ellipsis))
            from++;
        return from;
    }

    /// <summary>The opening mark belongs to the evidence of a quote.</summary>
    private int Opening(int from) => from > 0 && scene.Tokens[from - 1].Kind == TokenKind.QuoteOpen ? from - 1 : from;

    private int? NextQuote(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 8); i++)
        {
            if (Document.QuoteOf[i] >= 0)
                return Math.Min(end, Document.Quotes[Document.QuoteOf[i]].End + 1);
        }

        return null;
    }

    /// <summary>Where what a verb tells ends: before the next verb that tells something of its own, a contrast, or an attribution.</summary>
    private int EndOf(Sentence sentence, List<Predicate> triggers, int k, int from)
    {
        var end = sentence.End;
        for (var j = k + 1; j < triggers.Count; j++)
        {
            var next = triggers[j];
            if (next.Within is not null && triggers.Contains(next.Within) && (next.Within == triggers[k] || triggers.IndexOf(next.Within) > k))
                continue;
            var start = next.Inherited ? next.First : Math.Min(next.Start, next.First);
            if (start >= from && start < end)
                end = start;
        }

        for (var i = from + 1; i < end; i++)
        {
            var contrast = scene.Tags[i] == Tag.Sub && scene.Tokens[i].Lower is "while" or "whereas" or "although" or "though" && scene.Tokens[i - 1].Kind is TokenKind.Comma or TokenKind.Ellipsis && OwnClause(i + 1, end);
            var source = scene.Tokens[i].Lower == "according" && i + 1 < end && scene.Tokens[i + 1].Lower == "to";
            if ((contrast || source || scene.Tokens[i].Kind == TokenKind.Semicolon && !ListGoesOn(triggers[k], i, end)) && Document.QuoteOf[i] < 0)
                return i;
            // ", the ministry said" behind it is another's attribution.
            if (scene.Tokens[i].Kind == TokenKind.Comma && Document.QuoteOf[i] < 0 && triggers.Any(x => x.Start == i + 1 && x.Within is not null && attributions.Trailing(x, sentence)))
                return i;
        }

        return end;
    }

    /// <summary>"agreed to explore ways ...; and to hold meetings ...": the list of what was agreed goes on behind the semicolon.</summary>
    private bool ListGoesOn(Predicate agreed, int semicolon, int end)
    {
        var next = semicolon + 1;
        while (next < end && scene.Tags[next] == Tag.Conj)
            next++;
        return agreed.Match?.Verb.Kind == VerbKind.Agree && next + 1 < end && scene.Tags[next] == Tag.To && scene.Tags[next + 1] == Tag.Infinitive;
    }

    /// <summary>Whether a subject and its verb follow, not "while managing" or "while important, ...".</summary>
    private bool OwnClause(int at, int end)
    {
        var noun = false;
        for (var i = at; i < end; i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Be or Tag.Have)
                return noun;
            if (scene.Tags[i] is Tag.Ing && !noun || scene.Tokens[i].Kind is TokenKind.Comma)
                return false;
            noun |= scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Pron;
        }

        return false;
    }

    private int Trim(int first, int end)
    {
        while (end > first)
        {
            var kind = scene.Tokens[end - 1].Kind;
            var loose = kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash or TokenKind.Ellipsis or TokenKind.QuoteOpen or TokenKind.Open
                || scene.Tags[end - 1] is Tag.Conj or Tag.Sub or Tag.Adv && scene.Tokens[end - 1].Lower is "and" or "but" or "while" or "also" or "or" or "as" or "whereas"
                || kind == TokenKind.Close && Unopened(first, end - 1);
            if (!loose)
                return end;
            end--;
        }

        return end;
    }

    private bool Unopened(int first, int close)
    {
        for (var i = close; i >= first; i--)
        {
            if (scene.Tokens[i].Kind == TokenKind.Open)
                return false;
        }

        return true;
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
