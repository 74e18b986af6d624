using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>
/// Reads meetings from relative clauses: "Merkel, with whom he met in Berlin", "leaders whom he has telephoned", "the talks which Brown had
/// with Kishida".
/// </summary>
internal sealed class RelatedMeetings(Scene scene, PartyReader parties)
{
    private readonly MeetingBounds bounds = new(scene);

    public Seated? Read(Predicate p, Sentence sentence)
    {
        if (p.Negated || p.Use != VerbUse.Finite || Relative(p, sentence) is not { } relative)
            return null;
        if (scene.Tokens[relative - 1].Lower is "in" or "at" && scene.Tokens[relative].Lower == "which")
            return Partaken(p, relative, sentence);
        return p.Match is { Verb.Kind: VerbKind.Meet } ? Whom(p, relative, sentence) : Which(p, relative, sentence);
    }

    /// <summary>The pronoun that opens the verb's clause, with nothing but its subject between.</summary>
    private int? Relative(Predicate p, Sentence sentence)
    {
        for (var i = p.First - 1; i > sentence.First; i--)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Be or Tag.Sub || scene.Tokens[i].Kind is TokenKind.Semicolon)
                return null;
            if (scene.Tags[i] == Tag.Rel && scene.Tokens[i].Lower is "whom" or "which"
                || scene.Tags[i] == Tag.That && MeetingWords.Nouns.Contains(scene.Tokens[i - 1].Lower))
                return i;
        }

        return null;
    }

    private Seated? Whom(Predicate p, int whom, Sentence sentence)
    {
        if (scene.Tokens[whom].Lower != "whom" || parties.Subject(whom + 1, p.First) is not { } subject)
            return null;
        var before = scene.Tokens[whom - 1].Lower is "with" or "to" ? whom - 1 : whom;
        if (before > sentence.First && scene.Tokens[before - 1].Kind == TokenKind.Comma)
            before--;
        if (parties.Subject(sentence.First, before) is not { } met)
            return null;
        var end = bounds.ClauseEnd(p.End, sentence, false);
        return new Seated([.. subject.Actors, .. met.Actors.Where(x => x.Kind is ActorKind.Person or ActorKind.Office)], met.First, end,
            end, subject.Penalty + met.Penalty + 0.05, false);
    }

    /// <summary>"a videoconference in which Safadi, his Egyptian counterpart and Colonna took part"</summary>
    private Seated? Partaken(Predicate p, int which, Sentence sentence)
    {
        var part =
            scene.Tokens[p.Verb].Lower is "participated" or "sat" or "spoke"
                || scene.Tokens[p.Verb].Lower == "took" && p.Verb + 1 < sentence.End && scene.Tokens[p.Verb + 1].Lower == "part";
        if (!part || which - 2 <= sentence.First || !MeetingWords.Nouns.Contains(scene.Tokens[which - 2].Lower)
            || parties.Subject(which + 1, p.First) is not { IsGroup: true } subject)
            return null;
        return new Seated([.. subject.Actors], scene.PhraseStart(which - 2, sentence.First), p.Verb + 2, Math.Min(sentence.End, p.Verb + 8),
            subject.Penalty + 0.08, true);
    }

    private Seated? Which(Predicate p, int which, Sentence sentence)
    {
        var noun = scene.Tokens[which - 1].Kind == TokenKind.Comma ? which - 2 : which - 1;
        if (scene.Tokens[p.Verb].Lower is not ("had" or "held" or "has" or "have") || noun <= sentence.First
            || !MeetingWords.Nouns.Contains(scene.Tokens[noun].Lower) || parties.Subject(which + 1, p.First) is not { } subject)
            return null;
        var end = bounds.ClauseEnd(p.Verb + 1, sentence, false);
        var actors = subject.Actors.ToList();
        for (var i = p.Verb + 1; i < Math.Min(end, p.Verb + 8); i++)
        {
            if (scene.Tokens[i].Lower == "with")
                parties.With(i, end).ForEach(x => Seated.Add(actors, x));
        }

        return new Seated(actors, scene.PhraseStart(noun, sentence.First), end, end, subject.Penalty + 0.08, false);
    }
}
