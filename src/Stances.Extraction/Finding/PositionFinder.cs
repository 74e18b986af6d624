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
    private readonly Doers doers = new(scene, focus, lexicon);

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

        return Said(first, end, own) is { } said
            ? said with { Ground = said.Ground }
            : new PositionReading(Position.Neutral, "position:none", 0.2, match.First, match.End);
    }

    /// <summary>The position that what is said tells; null where no word of it does. The main clause decides where it tells one.</summary>
    public PositionReading? Said(int first, int end, IReadOnlyList<string> own)
    {
        var (from, to) = Main(first, end);
        if (Granted(from, to) is { } but && Told(but, to, own) is { } held)
            return held;
        return (from, to) != (first, end) && Told(from, to, own) is { } main ? main : Told(first, end, own);
    }

    /// <summary>Without "If they stop, ..." and "Instead of talking, ..." before it, and without "because ..." behind.</summary>
    private (int First, int End) Main(int first, int end)
    {
        var (from, to) = (first, end);
        if (first < end && scene.Tokens[first].Lower is "if" or "instead" or "rather"
            && Enumerable.Range(first, end - first).FirstOrDefault(i => scene.Tokens[i].Kind == TokenKind.Comma, -1) is > 0 and var comma
            && end - comma > 4)
            from = comma + 1;
        if (Enumerable.Range(from, end - from)
            .FirstOrDefault(i => scene.Tokens[i].Lower == "because" && i + 1 < end && scene.Tokens[i + 1].Lower != "of", -1) is > 0
            and var because
            && because - from > 3)
            to = because;
        return (from, to);
    }

    /// <summary>"We respect that view, but we do not share it": behind what is only granted stands what is held.</summary>
    private int? Granted(int first, int end)
    {
        var granted = false;
        for (var i = first; i < end - 2; i++)
        {
            if (i < first + 5)
                granted |= scene.Tokens[i].Lower is "respect" or "respects" or "respected" or "understand" or "understands" or "understood"
                    or "appreciate" or "appreciates" or "want" or "wants" or "wanted";
            if (granted && i > first + 1 && scene.Tokens[i].Lower == "but" && Document.QuoteOf[i] == Document.QuoteOf[i - 2] && Clause(i + 1, end))
                return i + 1;
        }

        return null;
    }

    /// <summary>Whether what follows "but" says no: "but we don't agree", "but that it is not negotiable", "but would not accept it".</summary>
    private bool Clause(int first, int end)
    {
        var verb = false;
        for (var i = first; i < Math.Min(end, first + 9); i++)
        {
            verb |= scene.Tags[i] is Tag.Modal or Tag.Do or Tag.Be or Tag.Have;
            if (verb && scene.Tags[i] == Tag.Not || English.Negatives.Contains(scene.Tokens[i].Lower) && scene.Tags[i] == Tag.Modal)
                return true;
        }

        return false;
    }

    private PositionReading? Told(int first, int end, IReadOnlyList<string> own)
    {
        var spoken = Spoken(first, end, own);
        var ruled = rules.First(Document, first, end, i => doers.Whose(i, first, own));
        // "we will impose consequences on those who undermine it": what one will do oneself comes before what others do.
        if (ruled is { Rule.Position: Position.Opposes or Position.Concerned } harm
            && rules.First(Document, first, harm.First, i => doers.Whose(i, first, own)) is { Rule.Position: Position.Commits } will
            && scene.Tokens[will.First].Lower is "will" or "shall" or "'ll" or "ready" or "committed" or "determined")
            ruled = will;
        if (spoken is not null
            && (ruled is null || spoken.CueFirst <= ruled.Value.First + 3
                || ruled.Value.Rule.Position is Position.Commits or Position.Supports or Position.Neutral))
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
        // "is not against lifting them", "has no objection"
        Position.Opposes => Position.Supports,
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
                if (doers.Whose(p.First, first, own) != ContentSubject.Own
                    || p.Negated && position == Position.Neutral && scene.Tokens[p.Verb].Lower is "remain" or "stay" or "keep")
                    continue;
                // "I would like to stress that ...": says it, and wishes nothing.
                if (scene.Tokens[match.First].Lower is "like" or "want" or "wish" && match.First + 2 < end
                    && scene.Tags[match.First + 1] == Tag.To && English.Saying.Contains(scene.Tokens[match.First + 2].Lower))
                    continue;
                if (Wish(match))
                    position = Position.Supports;
                var turned = p.Negated ? Not(position) : position;
                // "will support with arms", "will go on supporting", "will continue to respect": what one means to do or go on doing.
                if (turned == Position.Supports && !p.Negated && Means(p, first))
                    turned = Position.Commits;
                return new PositionReading(turned, "said:" + match.Verb.Id, 0.03, p.First, match.End);
            }
        }

        return null;
    }

    /// <summary>Whether somebody means to do or go on doing what the verb tells: "will defend", "would go on supporting", not "would welcome".</summary>
    private bool Means(Predicate p, int first)
    {
        if (p.Use == VerbUse.Modal && scene.Tokens[p.First].Lower is "will" or "shall" or "'ll")
            return scene.Tokens[p.Verb].Lower is "support" or "back" or "defend" or "respect" or "uphold" or "advocate" or "champion" or "stand" or "value";
        var at = p.First - 1;
        var lasting = false;
        while (at > first && (scene.Tokens[at].Lower is "go" or "on" or "keep" or "continue" or "to" || scene.Tags[at] == Tag.Adv))
            lasting |= scene.Tokens[at--].Lower is "go" or "keep" or "continue";
        return lasting && at >= first && scene.Tags[at] == Tag.Modal;
    }

    /// <summary>"want to urge", "like to thank", "continue to fully support".</summary>
    private bool Chained(Predicate p, int first)
    {
        var at = p.First - 1;
        while (at > first && scene.Tags[at] is Tag.To or Tag.Adv)
            at--;
        return at >= first && scene.Tokens[at].Lower is "like" or "want" or "wish" or "continue" or "wishes" or "wants" or "have" or "continues";
    }

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
}
