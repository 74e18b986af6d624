using System.Collections.Frozen;
using Stances.Extraction.Finding;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Takes in the meetings an article tells, sentence by sentence, and keeps in mind who sat together.</summary>
internal sealed class Sittings(Scene scene, Focus focus, PartyReader parties, MeetingFinder meetings, Findings findings)
{
    /// <summary>What is done by whoever goes somewhere with others.</summary>
    private static readonly FrozenSet<string> Led = English.Set("led accompanied escorted flew travelled traveled arrived came ushered");

    /// <summary>Who came somewhere together, where that is told, and where the next sentence begins.</summary>
    private (List<Actor> Actors, int First, int Next)? came;

    /// <summary>Who met one of several alone.</summary>
    private readonly List<IReadOnlyList<Actor>> apart = [];

    /// <summary>The meetings that a sentence tells, before what is said in it is read.</summary>
    public void Take(Sentence sentence, List<Predicate> predicates)
    {
        findings.Join(meetings.Others(sentence, predicates), sentence);
        foreach (var heard in meetings.Read(sentence, predicates))
        {
            // "Zuma led Sall and Bongo into the palace. They met": who they are stands before it.
            var told =
                came is { } guests && guests.Next == sentence.First && guests.Actors.TrueForAll(heard.Actors.Contains)
                    ? heard with { Words = (guests.First, heard.Words.End) }
                    : heard;
            // "They held a three-way meeting involving Pompeo and promised": all who met promised.
            foreach (var p in predicates.Where(x => x.Inherited && x.Subject is { IsGroup: true } && x.First > told.First
                && told.Actors.Count > x.Subject.Actors.Count))
                p.Subject = p.Subject! with { Actors = told.Actors };
            // "Scholz was hosted by Mirziyoyev, and the two governments signed": they are the two who met, whoever was told of before.
            foreach (var p in predicates.Where(x => x.Subject is { Points: { } number } && x.First > told.First
                && (number == 0 || told.Actors.Select(y => y.Country).Distinct().Count() == number)))
                p.Subject = p.Subject! with { Actors = told.Actors, Ground = "group:met", Penalty = 0.1 };
            var on = findings.Meet(told);
            if (told.Background)
                continue;
            if (on is null || findings.Said.Here is not { } story || Math.Abs(on.Value.DayNumber - story.DayNumber) <= 3)
                findings.Said.Meet(on, told.Actors);
            // "Wang's talks with Son centered on a visit. He ...": the one whose talks they are.
            if (!predicates.Exists(x => x.Subject is not null) && told.Actors[0].Kind == ActorKind.Person)
                focus.Note(told.Actors[0]);
            if (told.Certain)
                focus.Together(told.Actors);
            else if (told.Actors is [{ Person: not null }, { Person: not null }])
            {
                apart.Add(told.Actors);
                focus.Apart(told.Actors);
            }
        }
    }

    /// <summary>Keeps in mind, when a sentence has been read, whom "the two" behind it mean.</summary>
    public void After(Sentence sentence, List<Predicate> predicates)
    {
        Face(sentence, predicates);
        // "Zuma led Sall and Bongo into the palace. They met": all of them.
        foreach (var p in predicates.Where(x => x is { Use: VerbUse.Finite, Negated: false, Subject.Head.Kind: ActorKind.Person }
            && Led.Contains(scene.Tokens[x.Verb].Lower)))
        {
            var company = parties.With(p.Verb + 1, sentence.End).Where(x => x.Kind == ActorKind.Person && !p.Subject!.Countries.Contains(x.Country)).ToList();
            if (company.Count == 0 || predicates.Exists(x => x.Verb > p.Verb && x.Use == VerbUse.Finite))
                continue;
            focus.Together([.. p.Subject!.Actors, .. company]);
            came = ([.. p.Subject.Actors, .. company], p.Start, sentence.End);
        }

        // "Museveni and Kagame are set to meet": "the two" from here on.
        foreach (var p in predicates.Where(x => x is { Use: VerbUse.Passive, Subject: null, Relative: false } && x.First < x.Verb && x.First > sentence.First))
        {
            if (!predicates.Exists(x => x.Verb < p.First) && parties.Subject(sentence.First, p.First) is { IsGroup: true } group)
                focus.Together(group.Actors);
        }
    }

    /// <summary>Of those met one after the other "the two" are he who met them and the one told of last.</summary>
    private void Face(Sentence sentence, List<Predicate> predicates)
    {
        if (apart.Count < 2 || predicates.Any(x => x.Subject is { IsGroup: true }))
            return;
        CastMember? last = null;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Mentions[i]?.Person is { } person && apart.Exists(x => x[1].Person == person))
                last = person;
        }

        last ??= predicates.Select(x => x.Subject?.Head.Person).LastOrDefault(x => x is not null && apart.Exists(y => y[1].Person == x));
        if (last is not null)
            focus.Together(apart.FindLast(x => x[1].Person == last)!);
    }
}
