using Stances.Domain;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Reads what is told as somebody's word: "Ankara's position is that ...", "its demand remains that ...", "the aim of Kenya is to ...".</summary>
internal sealed class Standpoints(Scene scene, Focus focus, VerbLexicon verbs)
{
    private readonly Possession possession = new(scene, focus);
    private readonly ContentBounds bounds = new(scene);

    /// <summary>The statements of the sentence that a noun tells.</summary>
    public IEnumerable<Statement> Read(int index, Sentence sentence, List<Predicate> predicates)
    {
        foreach (var p in predicates.Where(x => x is { Match: null, Use: VerbUse.Finite, Relative: false } && scene.Tags[x.Verb] == Tag.Be))
        {
            if (Noun(p.First, sentence.First) is not { } noun || verbs.Noun(scene.Tokens[noun].Lower) is not { } verb
                || Owner(noun, sentence.First, p.First) is not { } owner)
                continue;
            var end = bounds.Trim(p.Verb + 1, sentence.End);
            if (end - p.Verb < 3 || !Opens(p.Verb + 1, end))
                continue;
            var party = Party.One(scene.PhraseStart(noun, sentence.First), noun + 1, owner, "standpoint", 0.06);
            var how = Enumerable.Range(p.Verb, end - p.Verb).Any(i => scene.Tokens[i].Kind == TokenKind.QuoteOpen) ? Attribution.Quote : Attribution.Paraphrase;
            yield return new Statement(new VerbMatch(verb, noun, p.Verb + 1, p.Negated), p.Negated, party, party.First, end, p.Verb + 1,
                end, how, index, party.Penalty, "standpoint");
        }
    }

    /// <summary>The noun the clause is about, "position of Japan" included.</summary>
    private int? Noun(int verb, int first)
    {
        var i = verb - 1;
        while (i > first && (scene.Tags[i] is Tag.Adv or Tag.Time || scene.Tokens[i].Kind == TokenKind.Comma))
            i--;
        if (i > first + 1 && scene.Mentions[i] is { } named && named.First - 1 > first)
        {
            var of = scene.Tags[named.First - 1] == Tag.Det ? named.First - 2 : named.First - 1;
            if (of > first && scene.Tokens[of].Lower == "of")
                i = of - 1;
        }

        return i > first && verbs.Noun(scene.Tokens[i].Lower) is not null ? i : null;
    }

    private Actor? Owner(int noun, int first, int verb) =>
        possession.Owner(scene.PhraseStart(noun, first), noun)
            ?? (scene.CountryIn(noun + 1, verb) is { } country ? new Actor(country, null, null, ActorKind.Country) : null);

    /// <summary>Whether a clause, an infinitive or a quote follows: what is held, not how it is.</summary>
    private bool Opens(int at, int end)
    {
        while (at < end && (scene.Tags[at] == Tag.Adv || scene.Tokens[at].Kind is TokenKind.Comma or TokenKind.Colon))
            at++;
        return at + 1 < end && scene.Tokens[at + 1].Lower != "of"
            && (scene.Tags[at] is Tag.That or Tag.To || scene.Tokens[at].Kind == TokenKind.QuoteOpen || scene.Tokens[at].Lower is "for"
                || scene.Document.QuoteOf[at] >= 0);
    }
}
