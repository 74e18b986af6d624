using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Tells where what a verb tells begins and ends within its sentence.</summary>
internal sealed class ContentBounds(Scene scene)
{
    private readonly Attributions attributions = new(scene);

    private Document Document => scene.Document;

    public int ClauseBefore(Sentence sentence, List<Predicate> triggers, int k)
    {
        var from = sentence.First;
        for (var j = 0; j < k; j++)
        {
            if (triggers[j].Within is null || !triggers.Contains(triggers[j].Within!))
                from = Math.Max(from, Math.Min(triggers[j].Match!.End, sentence.End - 1));
        }

        while (from < sentence.End - 1
            && (scene.Tags[from] == Tag.Conj
                || scene.Tokens[from].Kind is TokenKind.Comma or TokenKind.QuoteOpen or TokenKind.Dash or TokenKind.Ellipsis))
            from++;
        return from;
    }

    /// <summary>The opening mark belongs to the evidence of a quote.</summary>
    public int Opening(int from) => from > 0 && scene.Tokens[from - 1].Kind == TokenKind.QuoteOpen ? from - 1 : from;

    public int? NextQuote(int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 8); i++)
        {
            if (Document.QuoteOf[i] >= 0)
                return Math.Min(end, Document.Quotes[Document.QuoteOf[i]].End + 1);
        }

        return null;
    }

    /// <summary>Where what a verb tells ends: before the next verb that tells something of its own, a contrast, or an attribution.</summary>
    public int EndOf(Sentence sentence, List<Predicate> triggers, int k, int from)
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
            // "condemned the launch and strongly protested"
            while (next.Inherited && end == start && end > from + 1 && scene.Tags[end - 1] == Tag.Adv)
                (start, end) = (start - 1, end - 1);
        }

        for (var i = from + 1; i < end; i++)
        {
            var contrast =
                scene.Tags[i] == Tag.Sub && scene.Tokens[i].Lower is "while" or "whereas" or "although" or "though"
                    && scene.Tokens[i - 1].Kind is TokenKind.Comma or TokenKind.Ellipsis && OwnClause(i + 1, end);
            if ((contrast || SourcePhrase.At(Document, i)
                || scene.Tokens[i].Kind == TokenKind.Semicolon && !ListGoesOn(triggers[k], i, end))
                && Document.QuoteOf[i] < 0)
                return i;
            // ", the ministry said" behind it is another's attribution.
            if (scene.Tokens[i].Kind == TokenKind.Comma && Document.QuoteOf[i] < 0
                && triggers.Any(x => x.Start == i + 1 && x.Within is not null && attributions.Trailing(x, sentence)))
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

    public int Trim(int first, int end)
    {
        while (end > first)
        {
            var kind = scene.Tokens[end - 1].Kind;
            var loose =
                kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Semicolon or TokenKind.Colon or TokenKind.Dash or TokenKind.Ellipsis
                    or TokenKind.QuoteOpen or TokenKind.Open
                || scene.Tags[end - 1] is Tag.Conj or Tag.Sub or Tag.Adv
                    && scene.Tokens[end - 1].Lower is "and" or "but" or "while" or "also" or "or" or "as" or "whereas"
                || scene.Tokens[end - 1].Lower is "after" or "before" or "because" or "since" or "until"
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
}
