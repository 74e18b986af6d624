using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Finds in a sentence who states what, from its verbs, their subjects and its quotes.</summary>
internal sealed class StatementFinder(Scene scene, Focus focus)
{
    private Document Document => scene.Document;

    /// <summary>The statements of one sentence, whose verbs and subjects are known.</summary>
    public List<Statement> Read(int index, Sentence sentence, List<Predicate> predicates)
    {
        var triggers = predicates.Where(Usable).ToList();
        Nest(triggers, sentence);
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

    /// <summary>Decides between a verb of saying and a verb within what is said: a ministry that reports what its minister urged yields to the minister.</summary>
    private void Nest(List<Predicate> triggers, Sentence sentence)
    {
        for (var k = 0; k < triggers.Count; k++)
        {
            var outer = triggers[k];
            if (outer.Within is not null && triggers.Contains(outer.Within))
                continue;
            var inner = triggers.Where(x => x != outer && !x.Inherited && IsWithin(outer, x, sentence)).ToList();
            inner.AddRange(triggers.Where(x => x.Inherited && Trailing(outer, sentence) && x.Verb < outer.Start && x.Subject != outer.Subject));
            if (inner.Count == 0)
                continue;
            var readout = IsReadout(outer.Subject!.Head) && outer.Match!.Verb.Kind == VerbKind.Say;
            readout |= outer.Match!.Verb.Kind == VerbKind.Say && inner.Any(x => x.Match!.Verb.Kind == VerbKind.Agree && x.Subject!.IsGroup && x.Subject.Countries.Contains(outer.Subject!.Head.Country));
            var told = inner.Where(x => x.Subject!.Head.Kind is ActorKind.Person or ActorKind.Office || x.Subject.IsGroup).ToList();
            if (readout && told.Count > 0)
            {
                foreach (var x in told)
                    x.Within = null;
                outer.Within = told[0];
                foreach (var x in triggers.Where(x => x.Inherited && x.Within == outer))
                    x.Within = null;
                foreach (var x in inner.Except(told))
                    x.Within = outer;
            }
            else
            {
                foreach (var x in inner)
                    x.Within = outer;
                foreach (var x in triggers.Where(x => x.Inherited && inner.Any(y => y.Subject == x.Subject && y.Subject != outer.Subject)))
                    x.Within = outer;
            }
        }
    }

    /// <summary>A ministry, a paper, an official without a name: they tell what others said.</summary>
    internal static bool IsReadout(Actor actor) =>
        actor.Kind is ActorKind.Organ or ActorKind.Paper || actor.Kind == ActorKind.Office && actor.Role?.Contains("minister", StringComparison.Ordinal) != true && actor.Role?.Contains("president", StringComparison.Ordinal) != true
        || actor.Person?.Rank is "spokesperson" or "official";

    private bool IsWithin(Predicate outer, Predicate inner, Sentence sentence)
    {
        if (Trailing(outer, sentence))
            return inner.Verb < outer.First;
        if (inner.Start < outer.End || inner.Within == outer)
            return inner.Within == outer;
        for (var i = outer.End; i < inner.Start; i++)
        {
            var token = scene.Tokens[i];
            if (token.Kind == TokenKind.Semicolon || (scene.Tags[i] == Tag.Sub && token.Lower is "while" or "whereas" or "although" or "though"))
                return false;
            if (token.Kind is TokenKind.Comma or TokenKind.Ellipsis && i + 1 < inner.Start && scene.Tags[i + 1] == Tag.Conj && scene.Tokens[Math.Min(i + 2, inner.Start)].Lower != "that")
                return false;
            // "Kang said A and Kono said B": the same kind of verb with a voice of its own beside it.
            if (scene.Tags[i] == Tag.That && i == inner.Start - 1 && outer.Start > sentence.First && scene.Tags[outer.Start - 1] == Tag.That)
                return false;
            if (scene.Tags[i] == Tag.Conj && i + 1 >= inner.Start - 1 && inner.Use == VerbUse.Finite && scene.Tokens[outer.End].Lower != "that" && inner.Subject!.Head.Country != outer.Subject!.Head.Country)
                return false;
        }

        return outer.Match!.Verb.Kind == VerbKind.Say || inner.Use is VerbUse.Finite or VerbUse.Modal && (ThatBetween(outer, inner) || scene.Tags[outer.End] == Tag.To && !Joined(outer.End, inner.First));
    }

    private bool Joined(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tags[i] == Tag.Conj || scene.Tokens[i].Kind == TokenKind.Comma)
                return true;
        }

        return false;
    }

    private bool ThatBetween(Predicate outer, Predicate inner)
    {
        for (var i = outer.End - 1; i < inner.Start; i++)
        {
            if (scene.Tags[i] == Tag.That)
                return true;
        }

        return false;
    }

    /// <summary>Whether the verb stands behind what is said: "..., the ministry said."</summary>
    private bool Trailing(Predicate p, Sentence sentence)
    {
        if (p.Match!.Verb.Kind is not (VerbKind.Say or VerbKind.Stance) || p.Use != VerbUse.Finite || p.Inherited)
            return false;
        var start = p.Postposed ? p.First : p.Start;
        if (start <= sentence.First + 2)
            return false;
        var mark = scene.Tokens[start - 1].Kind;
        if (mark is not (TokenKind.Comma or TokenKind.QuoteClose or TokenKind.Dash) && !(p.Postposed && mark == TokenKind.Stop))
            return false;
        if (mark == TokenKind.QuoteClose || Document.QuoteOf[start - 2] >= 0 || p.Postposed)
            return true;
        // Indirect speech before it, and nothing said behind it but where and when.
        var said = false;
        for (var i = sentence.First; i < start - 1; i++)
            said |= scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Be or Tag.Have or Tag.Perfect;
        return said && (p.Match.Verb.Kind == VerbKind.Say || Brief(p.End, sentence.End)) && ToEnd(p.End, sentence.End);
    }

    private bool Brief(int at, int end)
    {
        var words = 0;
        for (var i = at; i < end && scene.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Stop); i++)
            words += scene.Tags[i] is Tag.Time ? 0 : 1;
        return words < 5;
    }

    private bool ToEnd(int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (scene.Tags[i] is Tag.That or Tag.Finite or Tag.Modal or Tag.Infinitive or Tag.Be || scene.Tokens[i].Kind == TokenKind.QuoteOpen)
                return false;
            if (i == at && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Det or Tag.Pron && scene.Tokens[i].Lower is not ("reporters" or "journalists") && scene.Tokens[at - 1].Lower is not ("told" or "tells" or "telling"))
                return false;
            if (scene.Tokens[i].Kind is TokenKind.Comma or TokenKind.Stop)
                return true;
        }

        return true;
    }

    private Statement? Build(int index, Sentence sentence, List<Predicate> triggers, int k)
    {
        var p = triggers[k];
        var match = p.Match!;
        var party = p.Subject!;
        var penalty = party.Penalty + (p.Inherited ? 0.03 : 0) + (p.Relative ? 0.08 : 0);
        if (Trailing(p, sentence))
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
            if (scene.Tokens[i].Kind == TokenKind.Comma && Document.QuoteOf[i] < 0 && triggers.Any(x => x.Start == i + 1 && x.Within is not null && Trailing(x, sentence)))
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

    /// <summary>Who speaks where a sentence is all quote: whoever spoke last, else the one of two whom the words address.</summary>
    public Party? Voice(Sentence sentence, bool sameParagraph, bool afterGroup)
    {
        if (afterGroup && focus.Both(2, null) is { Count: >= 2 } both)
        {
            var addressed = both.Where(x => Addressed(x, sentence)).ToList();
            if (addressed.Count == 1)
                return new Party([both.First(x => x != addressed[0])], sentence.First, sentence.First, "elimination", 0.4);
            return null;
        }

        return focus.Speaker is { } speaker ? new Party([speaker], sentence.First, sentence.First, "quote:carried", sameParagraph ? 0.06 : 0.15) : null;
    }

    private bool Addressed(Actor actor, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person } m ? m.Person == actor.Person && actor.Person is not null : scene.Mentions[i]?.Country == actor.Country && scene.Mentions[i]!.Kind == MentionKind.Country && scene.Tokens[Math.Min(i + 1, sentence.End - 1)].Kind == TokenKind.Possessive)
                return true;
        }

        return false;
    }
}
