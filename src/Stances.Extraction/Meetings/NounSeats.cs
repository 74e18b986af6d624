using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells who sat at a meeting that a noun tells: "their talks", "in a call with Kang", "talks between A and B".</summary>
internal sealed class NounSeats(Scene scene, PartyReader parties, Focus focus, MeetingDoubts doubts)
{
    private readonly Company company = new(scene, parties);
    private readonly MeetingBounds bounds = new(scene);

    /// <summary>"One of the meetings was with A", "Two further talks on Saturday were with A and B": he who was told of last met each.</summary>
    public List<Seated> With(int noun, int start, Sentence sentence)
    {
        for (var i = noun + 1; i < Math.Min(sentence.End - 2, noun + 6); i++)
        {
            if (scene.Tokens[i].Lower is "was" or "were" && scene.Tokens[i + 1].Lower == "with" && focus.He(null) is { } who)
            {
                var end = bounds.ClauseEnd(i + 2, sentence, true);
                return [.. parties.With(i + 1, end).Where(x => x.Country != who.Country).Select(x => new Seated([who, x], start, end, end, 0.22, false))];
            }

            if (scene.Tags[i] is not (Tag.Prep or Tag.Time or Tag.Adv or Tag.Number or Tag.Det))
                return [];
        }

        return [];
    }

    public bool Aside(int start, Sentence sentence) => start > sentence.First + 1 && scene.Tokens[start - 1].Lower == "of" && scene.Tokens[start - 2].Lower is "sidelines" or "margins";

    /// <summary>Who sat there; <paramref name="apart"/> where each of several guests was met alone.</summary>
    public List<Actor> Of(int noun, int start, int end, bool framed, Predicate? main, Sentence sentence, List<Predicate> predicates, List<MeetingTold> beside, out List<Actor>? apart)
    {
        apart = null;
        var word = noun + 1 < sentence.End ? scene.Tokens[noun + 1].Lower : "";
        if (word is "between" or "among" or "involving" || word == "of" && scene.Tokens[noun].Lower is "meeting" or "summit" or "talks")
        {
            var named = parties.Between(noun + 1, end);
            if (!framed && !doubts.Held(end, sentence, predicates))
                return [];
            if (word == "involving" && focus.Both(null, null) is { } pair)
                pair.ToList().ForEach(x => Seated.Add(named, x));
            return named;
        }

        // "the first since their talks in January were called off"
        if (framed && start > sentence.First && scene.Tokens[start - 1].Lower == "since" && !doubts.Held(end, sentence, predicates))
            return [];
        // "step out for a bilateral": those who do it together.
        if (framed && word != "with" && main is { Subject.IsGroup: true } && main.Verb < start && scene.Tokens[start - 1].Lower == "for")
            return [.. main.Subject!.Actors];
        if (company.Paired(start, noun) is { Count: > 1 } paired && framed)
            return paired;
        var possessive = scene.Tokens[start].Lower;
        // "In Friday's conversation"
        var dated = scene.Tokens[start].Kind == TokenKind.Possessive && start > sentence.First + 1 && scene.Tags[start - 1] == Tag.Time;
        var before = dated ? start - 2 : start - 1;
        var lead = before >= sentence.First ? scene.Tokens[before].Lower : "";
        if (framed && word != "with" && (possessive is "a" or "an" or "another" || start == noun && Several(noun) || dated) && lead is "in" or "during" or "at")
            return Raised(dated ? start - 1 : start, main, sentence, predicates);
        if (!framed || word != "with" && possessive is not ("their" or "his" or "her" or "its"))
            return [];
        var side = Side(possessive, start, main, sentence, predicates);
        var met = word == "with" ? parties.With(noun + 1, end) : [];
        if (side.Select(x => x.Country).Distinct().Count() == 1 && met.Select(x => x.Country).Distinct().Count() > 1 && (MeetingWords.Several.Contains(scene.Tokens[noun].Lower) || Separate(start, noun)))
        {
            apart = met;
            return side;
        }

        // "in the dialogue with Ankara": what goes on between states is no one meeting.
        if (scene.Tokens[noun].Lower is "dialogue" && met.TrueForAll(x => x.Kind == ActorKind.Country))
            return [];
        met.ForEach(x => Seated.Add(side, x));
        for (var i = start; i < noun; i++)
        {
            // "Kang met Motegi on the sidelines of a trilateral meeting with Pompeo": the two who met beside it are two of the three.
            if (scene.Tokens[i].Lower is "trilateral" or "three-way" or "tripartite" && ((Aside(start, sentence) ? beside.LastOrDefault()?.Actors : null) ?? focus.Both(2, null)) is { } pair)
                pair.ToList().ForEach(x => Seated.Add(side, x));
        }

        return side;
    }

    /// <summary>"raised it with Muttaqi in a telephone conversation", "In a phone call on Monday, Sunak told Zelenskiy ...", "This came during a meeting."</summary>
    private List<Actor> Raised(int start, Predicate? main, Sentence sentence, List<Predicate> predicates)
    {
        if ((predicates.LastOrDefault(x => x.Use is VerbUse.Finite && x.Subject is not null && x.Verb < start) ?? (start <= sentence.First + 1 ? main : null)) is not { } done)
            return main is null && focus.Both(null, null) is { } before ? [.. before] : [];
        var actors = done.Subject!.Actors.ToList();
        Addressed(done, start, sentence).ForEach(x => Seated.Add(actors, x));
        return actors;
    }

    private List<Actor> Side(string possessive, int start, Predicate? main, Sentence sentence, List<Predicate> predicates)
    {
        if (possessive == "their")
        {
            // "what the leaders discussed at their summit", "A meeting of Cho with Lavrov, the first since their talks": theirs who were told right before.
            if (predicates.LastOrDefault(x => x.Subject is { IsGroup: true } && x.Verb < start && x.Start >= sentence.First && x.Use is VerbUse.Finite) is { } group)
                return [.. group.Subject!.Actors];
            if (company.Pair(sentence.First, start) is { } pair)
                return pair;
            // "After their talks on Monday, Tokayev told the chancellor"
            if (main is { Subject.IsGroup: false } && main.Start > start && Addressed(main, start, sentence) is { Count: > 0 } told && told[0].Country != main.Subject!.Head.Country)
                return [.. main.Subject.Actors, .. told];
            if (focus.Both(null, null) is { } both && main?.Subject is not { IsGroup: true })
                return [.. both];
        }

        // "In his meeting with South Africa's Lamola the two went through ...", "was the subject of his meeting with": his who was spoken of.
        if (possessive is "his" or "her" && main is not { Subject.IsGroup: false } && focus.He(possessive == "her" ? "f" : "m") is { } he)
            return [he];
        return main is not null ? [.. main.Subject!.Actors] : parties.Subject(sentence.First, start - 1) is { } before ? [.. before.Actors] : [];
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
        return scene.Tokens[done.Verb].Lower is "told" or "urged" or "assured" or "warned" or "thanked" or "briefed" or "informed" or "asked" ? parties.With(done.Verb + 1, stop) : [];
    }

    private bool Several(int noun) => scene.Tokens[noun].Lower is "talks" or "consultations" or "negotiations" or "discussions";

    private bool Separate(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (scene.Tokens[i].Lower is "separate" or "individual")
                return true;
        }

        return false;
    }
}
