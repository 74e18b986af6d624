using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Finds with whom one that is told to agree agrees: "Russia signed an agreement with Turkey", "agreed with Kang to ...".</summary>
internal sealed class OtherSide(Scene scene, PartyReader parties, Focus focus)
{
    private readonly Verb? agree = scene.Gazetteer.Verb("agree");

    /// <summary>The statement, made by both where it is one that takes two.</summary>
    public Statement Join(Statement s)
    {
        if (AndI(s) is { } ours && agree is not null)
            return s with
            {
                Verb = new VerbMatch(agree, ours.At, ours.At + 1, false),
                Party = s.Party with { Actors = [s.Party.Head, ours.Other] },
                ContentFirst = ours.At + 1,
            };
        if (We(s) is { } agreed && agree is not null && focus.Both(2, null) is { } met && met.Any(x => x.Country == s.Party.Head.Country))
            return s with { Verb = new VerbMatch(agree, agreed, agreed + 1, false), Party = s.Party with { Actors = met }, ContentFirst = agreed + 1 };
        // "Uganda and Rwanda agreed there with Kenya": more than themselves.
        var joined =
            s.Party.IsGroup && s.Party.Points is null && s.Verb.End + 1 < s.ContentEnd
                && (scene.Tokens[s.Verb.End].Lower == "with"
                    || (scene.Tags[s.Verb.End] == Tag.Adv || scene.Tokens[s.Verb.End].Lower is "there" or "here")
                        && scene.Tokens[s.Verb.End + 1].Lower == "with");
        if (s.Verb.Verb.Kind != VerbKind.Agree || s.Party.IsGroup && !joined
            || s.Verb.Verb.Id is not ("agree" or "sign" or "confirm" or "tentatively-agree" or "jointly-do"))
            return s;
        if (Before(s) is { } before)
            return before;
        if (Between(s) is { } between)
            return between;
        for (var i = s.Verb.First + 1; i < Math.Min(s.ContentEnd, s.Verb.End + 8); i++)
        {
            if (scene.Tags[i] is Tag.Infinitive or Tag.That or Tag.Finite or Tag.Modal)
                break;
            if (scene.Tokens[i].Lower != "with")
                continue;
            var stop = i + 1;
            while (stop < s.ContentEnd && scene.Tags[stop] is not (Tag.To or Tag.That or Tag.Finite)
                && scene.Tokens[stop].Lower is not ("on" or "in" or "at" or "for"))
                stop++;
            var others = parties.With(i, stop).Where(x => !s.Party.Countries.Contains(x.Country)).ToList();
            if (others.Count == 0 && !s.Party.IsGroup && Opposite(i, stop, s.Party.Head) is { } opposite)
                others.Add(opposite);
            if (others.Count == 0)
                return s;
            focus.Together([.. s.Party.Actors, .. others]);
            return s with { Party = s.Party with { Actors = [.. s.Party.Actors, .. others] } };
        }

        return s;
    }

    /// <summary>"Georgia agreed with the bloc on rules", "had agreed to consultations": what two did of which one alone is named.</summary>
    public bool Mutual(Statement s)
    {
        if (s.Verb.Verb is not { Kind: VerbKind.Agree, Id: "agree" }
            || !scene.Tokens[s.Verb.First].Lower.StartsWith("agree", StringComparison.Ordinal) || s.Verb.First + 2 >= scene.Tokens.Count)
            return false;
        var next = scene.Tokens[s.Verb.First + 1].Lower;
        return next is "with" or "on" or "upon"
            || next == "to"
                && (scene.Tags[s.Verb.First + 2] != Tag.Infinitive
                    || scene.Tokens[s.Verb.First + 2].Lower is "work" or "cooperate" or "exchange" or "hold");
    }

    /// <summary>"Turkey announced a truce between Chad and Niger": theirs, whoever tells of it.</summary>
    private Statement? Between(Statement s)
    {
        for (var i = s.Verb.End; s.Verb.Verb.Id == "jointly-do" && i < Math.Min(s.ContentEnd, s.Verb.End + 4); i++)
        {
            if (scene.Tokens[i].Lower != "between")
                continue;
            var both = parties.Between(i, s.ContentEnd);
            return both.Select(x => x.Country).Distinct().Count() == 2 ? s with { Party = s.Party with { Actors = both } } : null;
        }

        return null;
    }

    /// <summary>"agreed with his visitor": the one from abroad of whom the article told first; "with his host": who was told of last.</summary>
    private Actor? Opposite(int first, int end, Actor self)
    {
        for (var i = first + 2; i < end; i++)
        {
            if (scene.Tags[i - 1] != Tag.Poss)
                continue;
            if (scene.Tokens[i].Lower is "host" or "counterpart" or "colleague")
                return focus.Other(null, self);
            if (scene.Tokens[i].Lower is "visitor" or "guest")
                return scene.Cast.Where(x => x.Country is { } country && country != self.Country && !x.Private && x.FirstToken < first
                        && x.Rank is "leader" or "minister" or "envoy").MinBy(x => x.FirstToken) is { } visitor
                    ? new Actor(visitor.Country!, visitor, visitor.Role, ActorKind.Person)
                    : null;
        }

        return null;
    }

    /// <summary>"With Rutte she agreed to ...", "In talks with Rutte, she agreed on ...": who stands before it all.</summary>
    private Statement? Before(Statement s)
    {
        var first = scene.Document.Sentences[s.Sentence].First;
        if (s.Party.First != s.First || s.Verb.First < s.First)
            return null;
        // "Earlier, in talks with ...": what tells when stands before it.
        if (scene.Tags[first] is Tag.Adv or Tag.Time && scene.Tokens[first + 1].Kind == Text.TokenKind.Comma)
            first += 2;
        if (scene.Tokens[first].Lower is "in" or "at" or "during" or "after" && Occasion(first, s) is { } at)
            first = at;
        if (scene.Tokens[first].Lower != "with" || s.First - first is < 2 or > 12)
            return null;
        var others = parties.With(first, s.First).Where(x => x.Country != s.Party.Head.Country).ToList();
        return others.Count == 0 ? null : s with { First = first, Party = s.Party with { Actors = [.. s.Party.Actors, .. others] } };
    }

    /// <summary>"In a one-on-one with Rutte, ...": where "with" stands, where what both do was agreed.</summary>
    private int? Occasion(int first, Statement s)
    {
        for (var i = first + 1; i < Math.Min(first + 6, s.First); i++)
        {
            if (scene.Tokens[i].Lower == "with")
                return Mutual(s) ? i : null;
        }

        return null;
    }

    /// <summary>"President Hu and I have agreed that ...", "are in agreement that ...": where that stands, and who the other is.</summary>
    private (int At, Actor Other)? AndI(Statement s)
    {
        if (s.Party.IsGroup || s.Verb.Verb.Kind != VerbKind.Say || s.Attribution != Domain.Attribution.Quote)
            return null;
        for (var i = s.ContentFirst + 2; i < Math.Min(s.ContentEnd - 3, s.ContentFirst + 9); i++)
        {
            if (scene.Tokens[i].Name != "I" || scene.Tokens[i - 1].Lower != "and")
                continue;
            var at = i + 1;
            while (at < s.ContentEnd - 1 && (scene.Tags[at] is Tag.Adv or Tag.Have or Tag.Be || scene.Tokens[at].Lower is "both" or "in" or "full"))
                at++;
            return scene.Tokens[at].Lower is "agreed" or "decided" or "agree" or "agreement"
                && parties.Subject(s.ContentFirst, i - 1) is { IsGroup: false } other && other.Head.Country != s.Party.Head.Country
                ? (at, other.Head)
                : null;
        }

        return null;
    }

    /// <summary>"We have agreed that ...", Kenyatta said: where "agreed" stands in his words.</summary>
    private int? We(Statement s)
    {
        if (s.Party.IsGroup || s.Verb.Verb.Kind != VerbKind.Say || s.Attribution != Domain.Attribution.Quote)
            return null;
        for (var i = s.ContentFirst; i < Math.Min(s.ContentEnd - 1, s.ContentFirst + 3); i++)
        {
            if (scene.Tokens[i].Lower != "we")
                continue;
            var at = i + 1;
            while (at < s.ContentEnd && (scene.Tags[at] is Tag.Adv or Tag.Have || scene.Tokens[at].Lower is "both" or "all"))
                at++;
            return at < s.ContentEnd && scene.Tokens[at].Lower is "agreed" or "decided" ? at : null;
        }

        return null;
    }
}
