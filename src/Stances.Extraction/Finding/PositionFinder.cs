using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>A position and what told it: a verb's own, the words of what is said, or nothing.</summary>
internal sealed record PositionReading(Position Position, string Ground, double Penalty, int CueFirst, int CueEnd);

/// <summary>Tells the position of a statement: from its verb where that tells one, else from what is said.</summary>
internal sealed class PositionFinder(Scene scene, Focus focus, VerbLexicon lexicon, ContentRules rules)
{
    private Document Document => scene.Document;

    /// <summary>The position of a verb done by a speaker, with what is said in the stretch given.</summary>
    public PositionReading Read(VerbMatch match, bool negated, int first, int end, IReadOnlyList<string> own)
    {
        if (match.Verb.Position is { } position)
        {
            if (Wish(match))
                position = Position.Supports;
            var turned = negated ? Not(position) : position;
            return new PositionReading(turned, "verb:" + match.Verb.Id, 0, match.First, match.End);
        }

        return Said(first, end, own) is { } said ? said with { Ground = said.Ground } : new PositionReading(Position.Neutral, "position:none", 0.2, match.First, match.End);
    }

    /// <summary>The position that what is said tells; null where no word of it does. The main clause decides where it tells one.</summary>
    public PositionReading? Said(int first, int end, IReadOnlyList<string> own)
    {
        var (from, to) = Main(first, end);
        return (from, to) != (first, end) && Told(from, to, own) is { } main ? main : Told(first, end, own);
    }

    /// <summary>Without "If they stop, ..." and "Instead of talking, ..." before it, and without "because ..." behind.</summary>
    private (int First, int End) Main(int first, int end)
    {
        var (from, to) = (first, end);
        if (first < end && scene.Tokens[first].Lower is "if" or "instead" or "rather" && Enumerable.Range(first, end - first).FirstOrDefault(i => scene.Tokens[i].Kind == TokenKind.Comma, -1) is > 0 and var comma && end - comma > 4)
            from = comma + 1;
        if (Enumerable.Range(from, end - from).FirstOrDefault(i => scene.Tokens[i].Lower == "because" && i + 1 < end && scene.Tokens[i + 1].Lower != "of", -1) is > 0 and var because && because - from > 3)
            to = because;
        return (from, to);
    }

    private PositionReading? Told(int first, int end, IReadOnlyList<string> own)
    {
        var spoken = Spoken(first, end, own);
        var ruled = rules.First(Document, first, end, i => Whose(i, first, own));
        // "we will impose consequences on those who undermine it": what one will do oneself comes before what others do.
        if (ruled is { Rule.Position: Position.Opposes or Position.Concerned } harm && rules.First(Document, first, harm.First, i => Whose(i, first, own)) is { Rule.Position: Position.Commits } will && scene.Tokens[will.First].Lower is "will" or "shall" or "'ll" or "ready" or "committed" or "determined")
            ruled = will;
        if (spoken is not null && (ruled is null || spoken.CueFirst <= ruled.Value.First + 3 || ruled.Value.Rule.Position is Position.Commits or Position.Supports or Position.Neutral))
            return spoken;
        return ruled is { } rule ? new PositionReading(rule.Rule.Position, "content:" + rule.Rule.Id, 0.1, rule.First, rule.End) : spoken;
    }

    /// <summary>"wants to work with": what one wishes to do oneself is asked of nobody.</summary>
    private bool Wish(VerbMatch match) =>
        scene.Tokens[match.First].Lower is "want" or "wants" or "wanted" && match.First + 1 < scene.Tokens.Count && scene.Tags[match.First + 1] == Tag.To;

    private static Position Not(Position position) => position switch
    {
        Position.Supports => Position.Rejects,
        Position.Commits => Position.Rejects,
        _ => Position.Neutral,
    };

    /// <summary>A stance verb within what is said that the speaker's own side does: "we urge", "his government opposes".</summary>
    private PositionReading? Spoken(int first, int end, IReadOnlyList<string> own)
    {
        foreach (var quote in Parts(first, end))
        {
            foreach (var p in PredicateFinder.Read(Document, lexicon, first, end, quote))
            {
                if (p.Match is not { Verb: { Position: { } position, Kind: not VerbKind.Meet } } match || p.Use is VerbUse.Passive or VerbUse.Noun)
                    continue;
                if (p.Use is VerbUse.Infinitive && !Chained(p, first))
                    continue;
                if (Whose(p.First, first, own) != ContentSubject.Own || p.Negated && position == Position.Neutral && scene.Tokens[p.Verb].Lower is "remain" or "stay" or "keep")
                    continue;
                // "I would like to stress that ...": says it, and wishes nothing.
                if (scene.Tokens[match.First].Lower is "like" or "want" or "wish" && match.First + 2 < end && scene.Tags[match.First + 1] == Tag.To && English.Saying.Contains(scene.Tokens[match.First + 2].Lower))
                    continue;
                if (Wish(match))
                    position = Position.Supports;
                var turned = p.Negated ? Not(position) : position;
                // "will continue to respect": what one means to go on doing.
                if (turned == Position.Supports && p.Use is VerbUse.Infinitive && scene.Tokens[p.First - 1].Lower == "continue" && p.First - 2 >= first && scene.Tags[p.First - 2] == Tag.Modal)
                    turned = Position.Commits;
                return new PositionReading(turned, "said:" + match.Verb.Id, 0.03, p.First, match.End);
            }
        }

        return null;
    }

    /// <summary>"want to urge", "like to thank".</summary>
    private bool Chained(Predicate p, int first) =>
        p.First - 1 >= first && scene.Tokens[p.First - 1].Lower is "like" or "want" or "wish" or "continue" or "wishes" or "wants" or "have" or "continues";

    private List<int> Parts(int first, int end)
    {
        var parts = new List<int>();
        for (var i = first; i < end; i++)
        {
            if (!parts.Contains(Document.QuoteOf[i]))
                parts.Add(Document.QuoteOf[i]);
        }

        return parts;
    }

    /// <summary>Whose doing the words at a token tell: the next subject to their left within what is said.</summary>
    public ContentSubject Whose(int at, int first, IReadOnlyList<string> own)
    {
        for (var i = at - 1; i >= first; i--)
        {
            var token = scene.Tokens[i];
            if (token.Kind is TokenKind.Stop or TokenKind.Semicolon)
                break;
            switch (scene.Tags[i])
            {
                case Tag.Pron:
                    return token.Lower is "you" ? ContentSubject.Other
                        : token.Lower is "it" && Impersonal(i) ? ContentSubject.Any
                        // Quoted, he and they are others; told of, "they" are the speakers only where several speak.
                        : token.Lower is "he" or "she" or "it" or "they" && (Document.QuoteOf[i] >= 0 || focus.Voice is not null && token.Lower is not "it") || token.Lower == "they" && own.Count == 1 ? ContentSubject.Other
                        : ContentSubject.Own;
                // "This will be the first visit": what will be, and nobody's will.
                case Tag.Det when token.Lower is "this" or "these" or "those" && i + 1 < scene.Tokens.Count && scene.Tags[i + 1] is Tag.Modal or Tag.Be or Tag.Have or Tag.Finite:
                    return ContentSubject.Any;
                case Tag.Noun or Tag.Name or Tag.ObjPron or Tag.Number:
                    if (Prepositional(i, first) is { } before)
                    {
                        i = before;
                        continue;
                    }

                    if (scene.Mentions[i] is { Kind: MentionKind.Person, Person.Country: { } home } && own.Contains(home))
                        return ContentSubject.Own;
                    return scene.CountryIn(Math.Max(first, scene.PhraseStart(i, first)), i + 1) is { } country && own.Contains(country) || Ours(i, first) ? ContentSubject.Own : ContentSubject.Other;
            }
        }

        return at == first || !HasWords(first, at) ? ContentSubject.Own : ContentSubject.Any;
    }

    /// <summary>"it is important to", but not "it was ready to".</summary>
    private bool Impersonal(int it)
    {
        var i = it + 1;
        if (i >= scene.Tokens.Count || scene.Tokens[i].Lower is not ("is" or "was" or "'s"))
            return false;
        while (i + 1 < scene.Tokens.Count && scene.Tags[i + 1] is Tag.Adv or Tag.Not)
            i++;
        return i + 1 >= scene.Tokens.Count || scene.Tokens[i + 1].Lower is not ("ready" or "prepared" or "willing" or "committed" or "determined" or "concerned" or "worried" or "considering" or "seeking" or "working" or "opposed" or "open");
    }

    private bool HasWords(int first, int at)
    {
        for (var i = first; i < at; i++)
        {
            if (scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Pron)
                return true;
        }

        return false;
    }

    private bool Ours(int i, int first)
    {
        var start = scene.PhraseStart(i, first);
        // "the government of India needs to ..."
        if (i + 2 < scene.Tokens.Count && scene.Tokens[i + 1].Lower == "of" && scene.Mentions[i + 2] is { Country: not null })
            return false;
        return scene.Tokens[start].Lower is "our" or "my" || scene.Tokens[i].Lower is "side" && scene.Tokens[start].Lower is "his" or "her" or "its"
            || scene.Tokens[i].Lower is "government" or "country" or "administration" && scene.Tokens[start].Lower is "his" or "her" or "its" or "the" or "our";
    }

    /// <summary>Where the phrase ends in a noun behind a preposition, the token before the preposition.</summary>
    private int? Prepositional(int i, int first)
    {
        var start = scene.PhraseStart(i, first);
        return start > first && scene.Tags[start - 1] == Tag.Prep ? start - 1 : null;
    }
}
