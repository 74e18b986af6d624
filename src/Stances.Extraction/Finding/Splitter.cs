using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Topics;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Cuts a statement on several matters into one for each: "to set up a task force, settle the quotas and hold meetings".</summary>
internal sealed class Splitter(Scene scene, TopicFinder topics, PositionFinder positions, Inflector inflector)
{
    private const int Least = 4;

    private readonly ContentBounds bounds = new(scene);

    public IReadOnlyList<Statement> Split(Statement s)
    {
        if (s.Note == "postposed")
            return Behind(s);
        if (s.ContentEnd - s.ContentFirst < 2 * Least)
            return [s];
        var parts = new List<(int First, int End)>();
        var from = s.ContentFirst;
        for (var i = s.ContentFirst + Least; i < s.ContentEnd - Least; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || Joint(i, s) is not { } next || !Apart(s, (from, i), (next, s.ContentEnd)))
                continue;
            parts.Add((from, i));
            from = next;
            i = next;
        }

        if (parts.Count == 0)
            return [s];
        parts.Add((from, s.ContentEnd));
        return [.. parts.Select((x, k) => s with
        {
            First = k == 0 ? s.First : x.First,
            End = Math.Min(s.End, x.End),
            ContentFirst = x.First,
            ContentEnd = x.End,
            FrameEnd = k == 0 ? s.FrameEnd : x.First,
        })];
    }

    /// <summary>What is said before its attribution, and what goes on behind it.</summary>
    private List<Statement> Behind(Statement s)
    {
        var parts = new List<Statement> { s };
        if (GoesOn(s) is { } next && Apart(s, (s.ContentFirst, s.ContentEnd), (next, s.End)))
            parts = [s with { End = bounds.Trim(s.First, next), FrameEnd = next },
                s with { First = next, ContentFirst = next, ContentEnd = s.End, FrameEnd = next, Joints = [] }];
        if (s.Joints.FirstOrDefault(x => x - s.ContentFirst >= Least && x < s.ContentEnd
            && Apart(s, (s.ContentFirst, x), (x, s.ContentEnd)),
            -1) is > 0
            and var joint
            && bounds.Trim(s.First, joint) is var end)
            parts = [parts[0] with { End = end, ContentEnd = end }, parts[0] with { First = joint, ContentFirst = joint }, .. parts.Skip(1)];
        return parts;
    }

    /// <summary>"Germany stands by Poland, she stressed, but aid should reach those in need": where what is said goes on behind the attribution.</summary>
    private int? GoesOn(Statement s)
    {
        var i = Math.Max(s.Verb.End, s.Party.End);
        while (i < s.End && scene.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Semicolon) && scene.Tags[i] is not (Tag.Finite or Tag.That or Tag.Modal))
            i++;
        if (i + 1 >= s.End || scene.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Semicolon)
            || scene.Tags[i + 1] != Tag.Conj && scene.Tokens[i].Kind != TokenKind.Semicolon)
            return null;
        while (i + 1 < s.End && (scene.Tags[i + 1] is Tag.Conj or Tag.Adv))
            i++;
        return i + 1;
    }

    /// <summary>Where the next parallel part begins if the token joins two; null where it does not.</summary>
    private int? Joint(int i, Statement s)
    {
        if (AsWellAs(i, s.ContentEnd))
            return s.Verb.Verb.Kind == VerbKind.Agree ? i + 3 : null;
        if (scene.Tags[i] != Tag.Conj && scene.Tokens[i].Kind is not (TokenKind.Comma or TokenKind.Semicolon) || scene.Tokens[i].Lower == "or")
            return null;
        var next = i + 1;
        while (next < s.ContentEnd && (scene.Tags[next] is Tag.Conj or Tag.Adv || scene.Tokens[next].Kind == TokenKind.Comma))
            next++;
        if (next >= s.ContentEnd - 2)
            return null;
        // "expand and deepen the ties": two verbs with one object.
        if (inflector.Verb(scene.Tokens[i - 1].Lower) is { } left && left.Form.HasFlag(VerbForm.Base) && scene.Tags[i - 1] is not Tag.Name
            && scene.Tags[i - 2] is Tag.Adv or Tag.Conj or Tag.To)
            return null;
        // "agreed to establish": a verb that takes "to" along leaves the content to open with the bare form.
        var opens = scene.Tags[s.ContentFirst] is Tag.To or Tag.Infinitive;
        if (scene.Tags[next] == Tag.That && s.Verb.Verb.Kind == VerbKind.Say)
            return next;
        if (scene.Tags[next] == Tag.To && scene.Tags[next + 1] == Tag.Infinitive && opens)
            return next;
        if (opens && inflector.Verb(scene.Tokens[next].Lower) is { } verb && verb.Form.HasFlag(VerbForm.Base)
            && scene.Tags[next + 1] is Tag.Det or Tag.Poss or Tag.To or Tag.Noun or Tag.Name && scene.Tags[next] is not Tag.Name
            && (scene.Tags[i] != Tag.Conj || scene.Tokens[i - 1].Kind == TokenKind.Comma || !Nested(s.ContentFirst, i)))
            return next;
        return s.Verb.Verb.Kind == VerbKind.Say && scene.Tags[i] == Tag.Conj && (Clause(next, s.ContentEnd) || s.Joints.Contains(next)) ? next : null;
    }

    private bool AsWellAs(int i, int end) =>
        i + 3 < end && scene.Tokens[i].Lower == "as" && scene.Tokens[i + 1].Lower == "well" && scene.Tokens[i + 2].Lower == "as";

    /// <summary>Whether another infinitive opened since: "to hold consultations to review issues and discuss ways".</summary>
    private bool Nested(int first, int end)
    {
        for (var i = end - 1; i > first + 1; i--)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                return false;
            if (scene.Tags[i] == Tag.Infinitive)
                return true;
        }

        return false;
    }

    /// <summary>A subject, then its verb, with nothing else between.</summary>
    private bool Clause(int at, int end)
    {
        var noun = false;
        for (var i = at; i < Math.Min(end, at + 9); i++)
        {
            if (scene.Tags[i] is Tag.Modal or Tag.Finite or Tag.Have or Tag.Be)
                return noun;
            if (scene.Tags[i] is not (Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Pron or Tag.Prep or Tag.Adv or Tag.Number)
                && scene.Tokens[i].Kind != TokenKind.Possessive && scene.Tags[i] != Tag.To
                && !(scene.Tokens[i].Kind == TokenKind.Comma && (scene.Tags[i - 1] == Tag.Adv || scene.Tags[i + 1] == Tag.Adv)))
                return false;
            noun |= scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Pron;
        }

        return false;
    }

    private bool Apart(Statement s, (int First, int End) a, (int First, int End) b)
    {
        if (a.End - a.First < Least || b.End - b.First < Least)
            return false;
        // "agreed to explore ways ...; and to hold meetings ...": two points of a list, whatever each is about.
        if (s.Verb.Verb.Kind == VerbKind.Agree && scene.Tokens[a.End].Kind == TokenKind.Semicolon)
            return true;
        // "said that ..., but that ...": told as two points.
        if (scene.Tags[b.First] == Tag.That && scene.Tags[b.First + 1] is not (Tag.Modal or Tag.Be or Tag.Finite)
            && Enumerable.Range(a.End, b.First - a.End).Any(i => scene.Tokens[i].Kind == TokenKind.Comma || scene.Tokens[i].Lower == "but")
            && positions.Said(a.First, a.End, s.Party.Countries) is not null && positions.Said(b.First, b.End, s.Party.Countries) is not null)
            return true;
        var one = topics.In(a.First, a.End, s.Party.Countries);
        var two = topics.In(b.First, b.End, s.Party.Countries);
        // "agreed to set up a commission, and to prepare a summit": the first of no matter that its words name.
        if (one.Count == 0 && two.Count > 0 && two[0].Score > 0.9 && s.Verb.Verb.Kind == VerbKind.Agree && scene.Tags[b.First] == Tag.To
            && scene.Tags[b.First - 1] == Tag.Conj)
            return true;
        if (one.Count > 0 && two.Count > 0 && one[0].Topic != two[0].Topic && !one.Any(x => x.Topic == two[0].Topic) && one[0].Score > 0.9
            && two[0].Score > 0.9 && (s.Verb.Verb.Kind != VerbKind.Say || !one[0].Topic.Generic && !two[0].Topic.Generic))
            return true;
        if (s.Verb.Verb.Position is not null || scene.Tags[b.First] != Tag.That && !Clause(b.First, b.End) && !s.Joints.Contains(b.First))
            return false;
        var (left, right) = (positions.Said(a.First, a.End, s.Party.Countries), positions.Said(b.First, b.End, s.Party.Countries));
        return left is not null && right is not null && left.Position != right.Position && right.Position != Position.Neutral;
    }
}
