using System.Collections.Frozen;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>Keeps in mind whom one that does something faces: "Aquino informed Dung", "Tshisekedi thanked him", "Ali in reply said", "told his host".</summary>
internal sealed class Facing(Scene scene, Focus focus)
{
    private static readonly FrozenSet<string> Opposite = English.Set("host hosts guest visitor counterpart colleague interlocutor opposite");

    /// <summary>Notes the two, where the words about the verb tell whom its subject, one person, faces.</summary>
    public void Note(Predicate p, int end)
    {
        if (p.Subject is not { Actors: [{ Kind: ActorKind.Person or ActorKind.Office } self] } || p.Inherited && p.Use != VerbUse.Finite)
            return;
        if ((Told(p, self, end) ?? Answered(p, self, end) ?? Hosted(p, self)) is { } other && other.Country != self.Country)
            focus.Apart([self, other], p.Verb);
    }

    /// <summary>Who stands right behind the verb: a name, "him", "his host".</summary>
    private Actor? Told(Predicate p, Actor self, int end)
    {
        for (var i = p.Verb + 1; i < Math.Min(end, p.Verb + 9); i++)
        {
            if (scene.Tokens[i].Lower is "him" or "her" && scene.Tags[i] == Tag.ObjPron)
                return focus.Other(scene.Tokens[i].Lower == "him" ? "m" : "f", self);
            if (Opposite.Contains(scene.Tokens[i].Lower) && scene.Tags[i - 1] == Tag.Poss)
                return scene.Mentions[i] is null && Named(i + 1, end) is { } named ? named : focus.Other(null, self);
            if (Named(i, end) is { } told)
                return told;
            var passes =
                scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Adv
                    || scene.Tokens[i].Kind is TokenKind.Possessive or TokenKind.Hyphen || scene.Title(i)
                || scene.Tokens[i].Lower is "to" or "with" or "for" && i == p.Verb + 1;
            if (!passes)
                return null;
        }

        return null;
    }

    /// <summary>"His host, President Kagame, said": he faces whoever he is the host of.</summary>
    private Actor? Hosted(Predicate p, Actor self)
    {
        for (var i = p.First - 1; i > Math.Max(0, p.First - 12) && scene.Tags[i] is not (Tag.Finite or Tag.Sub or Tag.That)
            && scene.Tokens[i].Kind is not TokenKind.QuoteClose; i--)
        {
            if (Opposite.Contains(scene.Tokens[i].Lower) && scene.Tags[i - 1] == Tag.Poss && scene.Tokens[i - 1].Lower is "his" or "her")
                return focus.Other(scene.Tokens[i - 1].Lower == "his" ? "m" : "f", self);
        }

        return null;
    }

    private Actor? Named(int i, int end) =>
        i < end && scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person }
            ? new Actor(country, person, person.Role, ActorKind.Person)
            : null;

    /// <summary>"Ali in reply said", "the Saudi minister, for his part, stressed": answers whoever did something before.</summary>
    private Actor? Answered(Predicate p, Actor self, int end)
    {
        for (var i = Math.Max(0, Math.Min(p.Start, p.Subject!.First) - 6); i < Math.Min(end - 2, p.Verb + 6); i++)
        {
            if (scene.Tokens[i].Lower is "in" && scene.Tokens[i + 1].Lower is "reply" or "response" or "turn" or "return"
                || scene.Tokens[i].Lower == "for" && scene.Tokens[i + 1].Lower is "his" or "her" && scene.Tokens[i + 2].Lower == "part")
                return focus.Other(null, self);
        }

        return null;
    }
}
