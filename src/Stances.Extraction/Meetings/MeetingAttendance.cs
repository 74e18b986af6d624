using System.Collections.Frozen;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads who else sat at a meeting told before: "the talks, which the Turkish minister joined", "taking part were", "also present was".</summary>
internal sealed class MeetingAttendance(Scene scene, PartyReader parties)
{
    private readonly MeetingBounds bounds = new(scene);

    private static readonly FrozenSet<string> Present = English.Set("participating attending attended participated present participants attendees joining");

    public List<Actor> Of(Sentence sentence, List<Predicate> predicates)
    {
        var who = Listed(sentence) ?? Joined(sentence) ?? Attending(sentence, predicates) ?? [];
        return [.. who.Where(x => x.Kind is ActorKind.Person or ActorKind.Office)];
    }

    /// <summary>"Those who attended the meeting were ...", "Also present was ..."</summary>
    private List<Actor>? Listed(Sentence sentence)
    {
        var told = false;
        for (var i = sentence.First; i < Math.Min(sentence.End - 1, sentence.First + 12); i++)
        {
            var word = scene.Tokens[i].Lower;
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tags[i] == Tag.Modal || scene.Tokens[i].Kind == TokenKind.Comma
                || scene.Roles[i] is not null || scene.Mentions[i] is { Kind: MentionKind.Person })
                return null;
            told |= i < sentence.First + 4 && (Present.Contains(word) || word == "taking" && scene.Tokens[i + 1].Lower == "part");
            if (told && word is "was" or "were" or "included")
                return parties.With(i + 1, bounds.ClauseEnd(i + 1, sentence, true));
        }

        return null;
    }

    /// <summary>"The talks, which the Turkish minister joined, ...", "The meeting was chaired by ..."</summary>
    private List<Actor>? Joined(Sentence sentence)
    {
        var first = sentence.First;
        // "It was co-chaired by the foreign ministers of Peru and Chile"
        if (first + 4 < sentence.End && scene.Tokens[first].Lower is "it" or "both" && scene.Tokens[first + 1].Lower is "was" or "were"
            && MeetingWords.Brings.Contains(scene.Tokens[first + 2].Lower) && scene.Tokens[first + 3].Lower == "by")
            return parties.With(first + 4, bounds.ClauseEnd(first + 4, sentence, false));
        if (first + 3 >= sentence.End || scene.Tokens[first].Lower is not ("the" or "their" or "these")
            || !MeetingWords.Nouns.Contains(scene.Tokens[first + 1].Lower))
            return null;
        for (var i = first + 2; i < sentence.End; i++)
        {
            if (scene.Tokens[i].Lower == "presided" && i + 2 < sentence.End && scene.Tokens[i + 2].Lower == "by")
                return parties.With(i + 3, bounds.ClauseEnd(i + 3, sentence, false));
            if (!MeetingWords.Brings.Contains(scene.Tokens[i].Lower) || scene.Document.QuoteOf[i] >= 0)
                continue;
            return i + 1 < sentence.End && scene.Tokens[i + 1].Lower == "by" ? parties.With(i + 2, bounds.ClauseEnd(i + 2, sentence, false))
                : scene.Tokens[first + 2].Kind == TokenKind.Comma && parties.Subject(first + 4, i) is { } party ? [.. party.Actors] : [];
        }

        return null;
    }

    /// <summary>"Kenya's foreign minister also attended the meeting."</summary>
    private List<Actor>? Attending(Sentence sentence, List<Predicate> predicates)
    {
        foreach (var p in predicates.Where(x => x is { Use: VerbUse.Finite, Negated: false, Subject: not null, Inherited: false }))
        {
            if (scene.Tokens[p.Verb].Lower is not ("attended" or "joined") || p.Verb + 2 >= sentence.End
                || scene.Tokens[p.Verb + 1].Lower is not ("the" or "their"))
                continue;
            if (MeetingWords.Nouns.Contains(scene.Tokens[p.Verb + 2].Lower)
                && !(p.Verb + 3 < sentence.End && scene.Tags[p.Verb + 3] is Tag.Prep
                    && scene.Tokens[p.Verb + 3].Lower is "of" or "between"))
                return [.. p.Subject!.Actors];
        }

        return null;
    }
}
