using System.Collections.Frozen;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>
/// Finds agreements told without those who made them: "two agreements on trade were signed", "it was agreed to reopen the border".
/// They are of whoever signed by these words, else of those who met last.
/// </summary>
internal sealed class PassiveAgreements(Scene scene, PartyReader parties, Focus focus)
{
    private static readonly FrozenSet<string> Made = English.Set("signed inked initialled initialed concluded adopted exchanged reached");

    private static readonly FrozenSet<string> Papers = English.Set(
            "agreement agreements memorandum memorandums memoranda mou mous protocol protocols treaty treaties pact pacts accord accords "
            + "declaration deal deals document documents communique convention roadmap arrangement arrangements understanding consensus "
            + "instrument instruments contract contracts letter letters programme program framework settlement compromise");

    private readonly Verb? sign = scene.Gazetteer.Verb("sign");

    private readonly Verb? agree = scene.Gazetteer.Verb("agree");

    /// <summary>The agreements of one sentence; <paramref name="met"/> tells whether those countries met by this article.</summary>
    public IEnumerable<Statement> Read(int index, Sentence sentence, List<Predicate> predicates, Func<string, bool> met)
    {
        if (Existing(index, sentence, met) is { } existing)
            yield return existing;
        foreach (var p in predicates.Where(x => x is { Use: VerbUse.Passive, Negated: false, Subject: null } && x.First < x.Verb))
        {
            if (Unmade(p) || LongAgo(p, sentence) || Verb(p) is not { } verb || First(p, sentence, verb) is not { } first)
                continue;
            var end = End(p.Verb + 1, sentence, verb == agree);
            if (Makers(p, sentence, met) is not { } party)
                continue;
            var (from, to) = verb == agree && scene.Tokens[first].Lower == "it" ? (p.Verb + 1, end) : (first, Math.Max(first + 1, p.First));
            yield return new Statement(new VerbMatch(verb, p.Verb, p.Verb + 1, false), false, party, first, Math.Max(end, p.Verb + 1), from,
                to, Attribution.Paraphrase, index, party.Penalty, null) { FrameEnd = p.Verb + 1 };
        }
    }

    /// <summary>"There was agreement between the two that the group must remain", "There was full consensus on trade"</summary>
    private Statement? Existing(int index, Sentence sentence, Func<string, bool> met)
    {
        var noun = sentence.First + 2;
        if (agree is null || sentence.End - sentence.First < 7 || scene.Tokens[sentence.First].Lower != "there"
            || scene.Tokens[noun - 1].Lower is not ("was" or "is"))
            return null;
        while (noun < sentence.First + 5
            && scene.Tokens[noun].Lower is "broad" or "full" or "general" or "complete" or "wide" or "an" or "a" or "also" or "common")
            noun++;
        if (scene.Tokens[noun].Lower is not ("agreement" or "consensus" or "understanding" or "unanimity"))
            return null;
        var end = End(noun + 1, sentence, true);
        var from = noun + 1;
        while (from < end && scene.Tags[from] is not (Tag.That or Tag.To) && scene.Tokens[from].Lower is not "on")
            from++;
        var named = from > noun + 1 ? parties.With(noun + 1, from).Where(x => x.Kind is not ActorKind.Paper).ToList() : [];
        var makers = named.Select(x => x.Country).Distinct().Count() > 1 ? new Party(named, sentence.First, noun, "agent", 0.05)
            : from == noun + 1 ? Those(met, sentence.First) : null;
        return makers is null || from >= end - 2 ? null
            : new Statement(new VerbMatch(agree, noun, noun + 1, false), false, makers, sentence.First, end, from, end, Attribution.Paraphrase, index,
                makers.Penalty, null) { FrameEnd = noun + 1 };
    }

    /// <summary>Those who met last, where that was told.</summary>
    private Party? Those(Func<string, bool> met, int at) =>
        focus.Both(null, null) is { } both && both.Select(x => x.Country).Distinct().Count() > 1
            && met(string.Join('+', both.Select(x => x.Country).Distinct().Order(StringComparer.Ordinal)))
            ? new Party(both, at, at, "group:met", 0.12)
            : null;

    private Verb? Verb(Predicate p) =>
        scene.Tokens[p.Verb].Lower is "agreed" or "decided" or "established" ? agree : Made.Contains(scene.Tokens[p.Verb].Lower) ? sign : null;

    /// <summary>"will be signed", "to be signed"</summary>
    private bool Unmade(Predicate p)
    {
        for (var i = Math.Max(0, p.First - 1); i < p.Verb; i++)
        {
            if (scene.Tags[i] is Tag.Modal or Tag.To || scene.Tokens[i].Lower is "being" or "yet")
                return true;
        }

        return false;
    }

    /// <summary>"was signed in Prague in 2010"</summary>
    private bool LongAgo(Predicate p, Sentence sentence)
    {
        for (var i = p.Verb + 1; i < Math.Min(sentence.End, p.Verb + 14); i++)
        {
            if (scene.Tokens[i].Kind == TokenKind.Number && scene.Tokens[i - 1].Lower is "in" or "since"
                && int.TryParse(scene.Tokens[i].Name, out var year) && year is >= 1900 and <= 2100 && scene.Day is { } now
                && year < now.Year)
                return true;
        }

        return false;
    }

    /// <summary>"It", or the paper that was signed.</summary>
    private int? First(Predicate p, Sentence sentence, Verb verb)
    {
        if (verb == agree)
        {
            var it = p.First - 1;
            if (it < sentence.First || scene.Tokens[it].Lower == "it")
                return it < sentence.First || scene.Tokens[p.Verb].Lower == "established" ? null : it;
            // "A joint commission on trade was agreed upon": one not spoken of before.
            return (scene.Tokens[p.Verb].Lower == "agreed" || Shared(sentence.First, p))
                && scene.Tags[it] == Tag.Noun && scene.Tokens[sentence.First].Lower is "a" or "an"
                && !Enumerable.Range(sentence.First, p.First - sentence.First)
                    .Any(i => scene.Tags[i] is Tag.Finite or Tag.Rel or Tag.That or Tag.Sub or Tag.Mark)
                ? sentence.First
                : null;
        }

        int? paper = null;
        for (var i = p.First - 1; i >= sentence.First; i--)
        {
            if (scene.Tags[i] is Tag.Rel or Tag.That or Tag.Sub or Tag.Finite or Tag.Modal || scene.Tokens[i].Kind is TokenKind.Semicolon)
                break;
            if (Papers.Contains(scene.Tokens[i].Lower))
                paper = i;
        }

        // "The agreement was reached before ...": one that is known already, unless it is told who made it now.
        return paper is { } noun && Start(noun, sentence) is var start
            && (scene.Tokens[start].Lower != "the" || scene.Tokens[start + 1].Lower == "following"
                || scene.Tokens[Math.Min(p.Verb + 1, sentence.End - 1)].Lower == "by")
            ? start
            : null;
    }

    /// <summary>"A Joint Council on trade was established": one that several have together.</summary>
    private bool Shared(int first, Predicate p) =>
        scene.Tokens[p.Verb].Lower == "established"
            && Enumerable.Range(first, Math.Min(4, p.First - first)).Any(i => scene.Tokens[i].Lower is "joint" or "bilateral" or "intergovernmental");

    /// <summary>"During the visit two agreements": a number or an article begins the paper's phrase.</summary>
    private int Start(int noun, Sentence sentence)
    {
        var start = scene.PhraseStart(noun, sentence.First);
        for (var i = noun - 1; i > start; i--)
        {
            if (scene.Tags[i] is Tag.Number or Tag.Det && scene.Tags[i - 1] is Tag.Noun or Tag.Name)
                return i;
        }

        return start > sentence.First + 1 && scene.Tokens[start - 1].Lower == "following" ? start - 2 : start;
    }

    private int End(int at, Sentence sentence, bool content)
    {
        for (var i = at; i < sentence.End; i++)
        {
            if (scene.Tokens[i].Kind is TokenKind.Stop && i + 1 >= sentence.End || scene.Tokens[i].Kind == TokenKind.Semicolon || scene.Document.QuoteOf[i] >= 0
                || scene.Tokens[i].Kind == TokenKind.Comma && (!content || i + 1 < sentence.End && scene.Tokens[i + 1].Lower is "according" or "the"))
                return i;
        }

        return sentence.End;
    }

    private Party? Makers(Predicate p, Sentence sentence, Func<string, bool> met)
    {
        for (var i = p.Verb + 1; i < Math.Min(sentence.End, p.Verb + 9); i++)
        {
            if (scene.Tokens[i].Lower is not ("by" or "between"))
                continue;
            var makers = parties.With(i, End(i, sentence, true)).Where(x => x.Kind is not ActorKind.Paper).ToList();
            if (makers.Select(x => x.Country).Distinct().Count() > 1)
                return new Party(makers, i, i, "agent", 0.05);
        }

        // "were signed with Guyana": by those who met and it.
        var with =
            p.Verb + 1 < sentence.End && scene.Tokens[p.Verb + 1].Lower == "with"
                ? parties.With(p.Verb + 1, End(p.Verb + 1, sentence, false)).Where(x => x.Kind is not ActorKind.Paper).ToList()
                : [];
        return Those(met, p.First) is { } those
            ? those with { Actors = [.. those.Actors, .. with.Where(x => those.Actors.All(y => y.Country != x.Country))] }
            : null;
    }
}
