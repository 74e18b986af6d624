using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells whose a meeting is that a noun tells: "their talks", "in his meeting with", "told Kang in a call", "Wang's talks with".</summary>
internal sealed class NounOwners(Scene scene, PartyReader parties, Focus focus)
{
    private readonly Company company = new(scene, parties);

    /// <summary>
    /// "raised it with Muttaqi in a telephone conversation", "In a phone call on Monday, Sunak told Zelenskiy ...", "This came during a
    /// meeting."
    /// </summary>
    public List<Actor> Raised(int start, Predicate? main, Sentence sentence, List<Predicate> predicates)
    {
        if ((predicates.LastOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && x.Verb < start)
            ?? (start <= sentence.First + 1 ? main : null)) is not { } done)
            return main is null && focus.Both(null, null) is { } before ? [.. before] : [];
        var actors = done.Subject!.Actors.ToList();
        Addressed(done, start, sentence).ForEach(x => Seated.Add(actors, x));
        return actors;
    }

    /// <summary>Those of the side whose it is.</summary>
    public List<Actor> Side(string possessive, int start, Predicate? main, Sentence sentence, List<Predicate> predicates)
    {
        if (possessive == "their" && Theirs(start, main, sentence, predicates) is { } theirs)
            return theirs;
        // "In his meeting with South Africa's Lamola the two went through ...", "was the subject of his meeting with": his who was spoken of.
        if (possessive is "his" or "her" && main is not { Subject.IsGroup: false } && focus.He(possessive == "her" ? "f" : "m") is { } he)
            return [he];
        return main is not null ? [.. main.Subject!.Actors] : parties.Subject(sentence.First, start - 1) is { } before ? [.. before.Actors] : [];
    }

    /// <summary>"Wang's talks with", "Foreign Minister Bayramov's visit and meeting with": the one who is named before the noun.</summary>
    public Actor? Possessor(int start, int noun)
    {
        for (var i = start; i < noun; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } name
                && name.End < noun && scene.Tokens[name.End].Kind == TokenKind.Possessive)
                return new Actor(country, person, person.Role, ActorKind.Person);
        }

        return null;
    }

    private List<Actor>? Theirs(int start, Predicate? main, Sentence sentence, List<Predicate> predicates)
    {
        // "agreed to it, as discussed by the leaders at their meeting": theirs who are told behind "by".
        for (var i = start - 1; i > sentence.First && i > (main?.Verb ?? sentence.First); i--)
        {
            if (scene.Tokens[i].Lower == "by" && scene.Tags[i - 1] is Tag.Passive or Tag.Finite or Tag.Perfect
                && parties.Phrase(i + 1) is { IsGroup: true } agents)
                return [.. agents.Actors];
        }

        // "what the leaders discussed at their summit", "A meeting of Cho with Lavrov, the first since their talks": theirs who were told right before.
        if (predicates.LastOrDefault(x => x.Subject is { IsGroup: true } && x.Verb < start && x.Start >= sentence.First
            && x.Use is VerbUse.Finite) is { } group)
            return [.. group.Subject!.Actors];
        if (company.Pair(sentence.First, start) is { } pair)
            return pair;
        // "After their talks on Monday, Tokayev told the chancellor"
        if (main is { Subject.IsGroup: false } && main.Start > start && Addressed(main, start, sentence) is { Count: > 0 } told
            && told[0].Country != main.Subject!.Head.Country)
            return [.. main.Subject.Actors, .. told];
        return focus.Both(null, null) is { } both && main?.Subject is not { IsGroup: true } ? [.. both] : null;
    }

    /// <summary>To whom it was told, or with whom it was raised.</summary>
    private List<Actor> Addressed(Predicate done, int start, Sentence sentence)
    {
        // "said to Trump at a White House meeting"
        if (done.Verb < start)
            return parties.With(scene.Tokens[done.Verb + 1].Lower == "to" ? done.Verb + 2 : done.Verb + 1, start);
        var stop = done.Verb + 1;
        while (stop < sentence.End && scene.Tags[stop] is not (Tag.That or Tag.Finite or Tag.Modal or Tag.Infinitive or Tag.Rel or Tag.Prep or Tag.Be))
            stop++;
        return scene.Tokens[done.Verb].Lower is "told" or "urged" or "assured" or "warned" or "thanked" or "briefed" or "informed"
            or "asked"
            ? parties.With(done.Verb + 1, stop)
            : [];
    }
}
