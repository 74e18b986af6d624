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
    private readonly Blocs blocs = new(scene);
    private readonly NounOwners owners = new(scene, parties, focus);

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

    public bool Aside(int start, Sentence sentence) =>
        start > sentence.First + 1 && scene.Tokens[start - 1].Lower == "of" && scene.Tokens[start - 2].Lower is "sidelines" or "margins";

    /// <summary>Where "with" or "between" stands behind the noun, past a place or a day: "talks on Monday in Jeddah with".</summary>
    public int? Link(int noun, Sentence sentence)
    {
        for (var i = noun + 1; i < Math.Min(sentence.End - 1, noun + 12); i++)
        {
            var word = scene.Tokens[i].Lower;
            if (word is "with" or "between" or "among" or "involving")
                return i;
            if (scene.Document.QuoteOf[i] >= 0 || scene.Roles[i] is not null
                || scene.Mentions[i] is { Kind: MentionKind.Person or MentionKind.Adjective or MentionKind.Organ }
                || scene.Tags[i] is not (Tag.Adv or Tag.Time or Tag.Number or Tag.Name or Tag.Det)
                    && word is not ("in" or "at" or "on" or "near" or "outside" or "of" or "over") && !OrganWords.Times.Contains(word)
                    && !PlaceNames.Building(word))
                return null;
        }

        return null;
    }

    /// <summary>Who sat there; <paramref name="apart"/> where each of several guests was met alone.</summary>
    public List<Actor> Of(NounPhrase said, Predicate? main, Sentence sentence, List<Predicate> predicates, List<MeetingTold> beside, out List<Actor>? apart)
    {
        apart = null;
        var (noun, start, end, framed, link) = said;
        var word = link is { } at ? scene.Tokens[at].Lower : noun + 1 < sentence.End && scene.Tokens[noun + 1].Lower == "of" ? "of" : "";
        if (word is "between" or "among" or "involving" || word == "of" && scene.Tokens[noun].Lower is "meeting" or "summit" or "talks")
        {
            var named = parties.Between(link ?? noun + 1, end);
            if (!framed && !doubts.Held(end, sentence, predicates))
                return [];
            if (word == "involving" && focus.Both(null, null) is { } pair)
                pair.ToList().ForEach(x => Seated.Add(named, x));
            return named;
        }

        // "the first since their talks in January were called off"
        if (framed && start > sentence.First && scene.Tokens[start - 1].Lower == "since" && !doubts.Held(end, sentence, predicates))
            return [];
        // "joined her counterparts from Japan and India for a meeting": they and she.
        if (framed && word != "with" && main is { Subject: { } joining } && main.Verb < start - 1 && scene.Tokens[main.Verb].Lower == "joined"
            && said.Lead == "for")
            return [.. joining.Actors, .. parties.With(main.Verb + 1, start - 1)];
        // "step out for a bilateral": those who do it together.
        if (framed && word != "with" && main is { Subject.IsGroup: true } && main.Verb < start && scene.Tokens[start - 1].Lower == "for")
            return [.. main.Subject!.Actors];
        // "signed the deal after two hours of talks": the two who signed.
        if (framed && word != "with" && said.Lead is "after" or "following"
            && main is { Subject: { IsGroup: true, Ground: not "group:foremost" } } && owners.Possessor(start, noun) is null)
            return [.. main.Subject!.Actors];
        if (company.Paired(start, noun) is { Count: > 1 } paired && framed)
            return paired;
        var possessive = scene.Tokens[start].Lower;
        var met = word == "with" ? parties.With(link!.Value, end) : [];
        if (word == "with" && met.Count == 0 && blocs.In(link!.Value, end) is { } bloc)
            met = bloc.Actors;
        // "Wang's talks with Bui centered on a visit"
        if (met.Count > 0 && owners.Possessor(start, noun) is { } owner
            && (framed || doubts.Held(end, sentence, predicates) && predicates.Exists(x => x.Verb >= end)))
            return Joined([owner], met, said, beside, sentence, out apart);
        // "His talks with Sisi focused on trade": his whom the text spoke of.
        if (met.Count > 0 && !framed && possessive is "his" or "her" && doubts.Held(end, sentence, predicates)
            && predicates.Exists(x => x.Verb >= end && x.Use is VerbUse.Finite or VerbUse.Passive)
            && focus.He(possessive == "her" ? "f" : "m", met[0].Country) is { } he)
            return Joined([he], met, said, beside, sentence, out apart);
        if (framed && word != "with" && (possessive is "a" or "an" or "another" || Plain(start, noun) || said.Dated)
            && said.Lead is "in" or "during" or "at" or "over")
            return [.. owners.Raised(said.Dated ? start - 1 : start, main, sentence, predicates), .. company.Hosts(noun + 1, noun + 1, sentence)];
        if (!framed || word != "with" && possessive is not ("their" or "his" or "her" or "its"))
            return [];
        return Joined(owners.Side(possessive, start, main, sentence, predicates), met, said, beside, sentence, out apart);
    }

    private List<Actor> Joined(List<Actor> side, List<Actor> met, NounPhrase said, List<MeetingTold> beside, Sentence sentence, out List<Actor>? apart)
    {
        apart = null;
        var (noun, start) = (said.Noun, said.Start);
        if (side.Select(x => x.Country).Distinct().Count() == 1 && met.Select(x => x.Country).Distinct().Count() > 1
            && (MeetingWords.Several.Contains(scene.Tokens[noun].Lower) || Separate(start, noun)))
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
            if (scene.Tokens[i].Lower is "trilateral" or "three-way" or "tripartite"
                && ((Aside(start, sentence) ? beside.LastOrDefault()?.Actors : null) ?? focus.Both(2, null)) is { } pair)
                pair.ToList().ForEach(x => Seated.Add(side, x));
        }

        return side;
    }

    /// <summary>"at talks", "over lunch", "at EU-brokered talks": no article, and yet a meeting, where it is nobody else's.</summary>
    private bool Plain(int start, int noun) =>
        scene.Tokens[noun].Lower is "talks" or "consultations" or "negotiations" or "discussions" or "lunch" or "dinner" or "breakfast"
        && scene.Tags[start] is not (Tag.Det or Tag.Poss)
            && !Enumerable.Range(start, noun - start)
                .Any(i => scene.Mentions[i] is not null && scene.Tokens[i + 1].Kind != TokenKind.Hyphen);

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
