using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads meetings from verbs: "met", "held talks with", "received", "was received by", "flew to Doha to meet".</summary>
internal sealed class MeetingVerbs(Scene scene, PartyReader parties, Focus focus)
{
    private readonly Guests guests = new(scene, parties);
    private readonly Company company = new(scene, parties);
    private readonly Pronouns pronouns = new(scene, focus);
    private readonly MeetingBounds bounds = new(scene);
    private readonly Blocs blocs = new(scene);
    private readonly Visitors visitors = new(scene);
    private readonly UnheldVerbs unheld = new(scene);
    private readonly Apart parting = new(scene);

    public IEnumerable<Seated> Read(Predicate p, List<Predicate> predicates, Sentence sentence)
    {
        if (When(p, sentence) is { } pair)
            (p.Subject, p.Start) = (pair, pair.First);
        // "The prime ministers of the Visegrad Group gathered": a bloc does nothing else as a whole.
        if (p is { Subject: null, Use: VerbUse.Finite, Relative: false } && blocs.Before(p.First, sentence.First) is { } bloc)
            (p.Subject, p.Start) = (bloc, bloc.First);
        return p.Subject is null || unheld.Is(p, predicates, sentence) ? [] : Met(p, sentence);
    }

    /// <summary>"raised by Trudeau with Modi when they met": the two of this sentence, whoever acted together before it.</summary>
    private Party? When(Predicate p, Sentence sentence)
    {
        var they = p.First - 1;
        while (they > sentence.First && scene.Tokens[they].Lower is "last" or "first" or "next" or "then")
            they--;
        if (they - 1 < sentence.First || scene.Tokens[they].Lower is not ("they" or "two" or "both") || p.Subject is { Ground: "voice" })
            return null;
        if (company.Pair(sentence.First, they) is not { } people)
            return null;
        var first = Enumerable.Range(sentence.First, they - sentence.First).First(i => scene.Mentions[i]?.Person == people[0].Person);
        return new Party(people, first, p.First, "pronoun", 0.1);
    }

    private IEnumerable<Seated> Met(Predicate p, Sentence sentence)
    {
        var verb = Verb(p);
        var apart = parting.Separately(p.First, Math.Min(sentence.End, p.End + 40));
        var end = bounds.ClauseEnd(p.End, sentence, apart);
        var first = guests.Second(p, end);
        var met = guests.Of(p, verb, p.End, first?.And ?? end);
        var subject = p.Subject!;
        var side = pronouns.Host(subject, met);
        met = pronouns.Guest(met, side, p.End, end);
        // "Cairo hosted talks between ...": the place sits at no table.
        if (verb == "host" && scene.Tokens[p.End - 1].Lower is not ("host" or "hosted" or "hosts" or "hosting"))
            side.RemoveAll(x => x.Kind is ActorKind.Country);
        met.AddRange(company.Fronted(p, sentence).Where(x => !met.Contains(x)));
        if (blocs.In(p.Verb + 1, first?.And ?? end) is { } bloc && bloc.First <= p.End + 1)
            bloc.Actors.Where(x => side.TrueForAll(y => y.Country != x.Country)).ToList().ForEach(x => Seated.Add(met, x));
        if (met.Count == 0 && side.Count == 1 && visitors.Of(side[0], p.Verb + 1, end) is { } visitor)
            met = [visitor];
        // "The European Union held consultations with the government": whose the article speaks of, and not its own.
        if (met.Count == 0 && side.Count == 1 || met.Count > 0 && met.TrueForAll(x => x.Person is null && side.Exists(y => y.Country == x.Country)))
            met = pronouns.Government(side, p.End, end) is { } government ? [government] : met;
        var who = p is { Inherited: true, Use: VerbUse.Adjunct } && subject.First >= sentence.First && subject.First < p.First ? subject.First : p.First;
        var start = p.Inherited ? who : p.Start;
        var penalty = subject.Ground.StartsWith("person", StringComparison.Ordinal) ? subject.Penalty : subject.Penalty + 0.06;
        if ((Guested(verb) || Something(p)) && met.Count < 2 && !met.Exists(x => x.Kind is ActorKind.Person or ActorKind.Office)
            && !(met.Count == 1 && Delegation(p.End, end)))
            yield break;
        if (verb == "see" && !guests.Seen(p.End, end) || met.Count == 0 && guests.Loud(p, end))
            yield break;
        var countries = side.Select(x => x.Country).Distinct().ToList();
        var (hosts, guesting) = (countries.Count, met.Select(x => x.Country).Distinct().Count());
        if (hosts == 1 && guesting > 1 && (apart || parting.Several(p) || verb is "telephone" or "phone" or "ring" or "see"
            || verb is "meet" or "held" or "had" or "holds" or "has" && parting.Aside(p.Verb, guesting, sentence)))
        {
            foreach (var guest in met)
                yield return new Seated([.. side, guest], start, end, end, penalty, false);
            yield break;
        }

        // "the two ministers met separately with their host"
        if (apart && hosts > 1 && guesting == 1)
        {
            foreach (var one in side)
                yield return new Seated([one, .. met], start, end, end, penalty, false);
            yield break;
        }

        // "met several delegates, including A, B and C": each alone.
        if (hosts == 1 && company.Among(p.Verb, p.End, sentence) is { Count: > 0 } among)
        {
            foreach (var guest in among.Where(x => x.Country != countries[0]))
                yield return new Seated([.. side, guest], start, sentence.End, sentence.End, penalty + 0.05, false);
            yield break;
        }

        var all = side.ToList();
        met.ForEach(x => Seated.Add(all, x));
        company.Hosts(p.End, end, sentence).ForEach(x => Seated.Add(all, x));
        var stop = first?.And ?? end;
        // Where they "discussed the attack near Maryinka" is not told.
        var host =
            verb is "receive" or "host" or "welcome" or "greet" && side is [{ Kind: not ActorKind.Country } own]
                ? own.Country
                : Passive(p) && met.Count > 0
                ? met[0].Country
                : null;
        var until = verb is "discussed" or "discuss" or "exchanged" && met.Count == 0 ? p.End : p.Use == VerbUse.Adjunct ? stop : stop + 8;
        yield return new Seated(all, start, stop, until, penalty, true)
        {
            // "After meeting Stubb, Kallas flew on to Oslo": where she went is not where they met.
            Host = host, Closed = first?.And ?? (p.Use == VerbUse.Adjunct && subject.First > p.First ? stop : null),
        };
        if (first is { } second)
            {
            // "spoke by telephone with A and later with B"
            var line = Enumerable.Range(p.Verb, p.End - p.Verb).Any(i => scene.Tokens[i].Lower is "phone" or "telephone" or "video" or "call");
            yield return new Seated([.. side, .. second.Guests], second.And + 1, end, end, penalty + 0.05, true) { Told = start, Remote = line };
        }
    }

    /// <summary>"received a high-level delegation from Kenya"</summary>
    private bool Delegation(int first, int end) =>
        Enumerable.Range(first, Math.Max(0, Math.Min(end, first + 6) - first))
            .Any(i => scene.Tokens[i].Lower is "delegation" or "delegations" or "envoys" or "ministers");

    /// <summary>"held a signing ceremony with", "held a 2+2 with": whatever is held, with a person it is a meeting.</summary>
    private bool Something(Predicate p) =>
        scene.Tokens[p.Verb].Lower is "held" or "holds" or "holding" && p.Match is { } match && scene.Tokens[match.End - 1].Lower == "with"
            && !Enumerable.Range(p.Verb, match.End - p.Verb).Any(i => MeetingWords.Nouns.Contains(scene.Tokens[i].Lower));

    /// <summary>"was received by", "was hosted on Sunday by": the hosts are told behind it.</summary>
    private bool Passive(Predicate p) =>
        p.Match is { } match && scene.Tokens[match.End - 1].Lower == "by"
            && Enumerable.Range(match.First, match.End - match.First)
                .Any(i => scene.Tokens[i].Lower is "received" or "hosted" or "welcomed" or "greeted");

    private static bool Guested(string verb) => verb is "call" or "welcome" or "visit" or "receive" or "host" or "greet" or "see" or "ring";

    private string Verb(Predicate p)
    {
        var word = scene.Tokens[p.Verb].Lower;
        return word switch
        {
            "met" or "meets" or "meeting" => "meet",
            "received" or "receives" or "receiving" => "receive",
            "hosted" or "hosts" or "hosting" => "host",
            "welcomed" or "welcomes" or "welcoming" => "welcome",
            "greeted" or "greets" => "greet",
            "telephoned" => "telephone",
            "phoned" => "phone",
            "called" or "calls" or "calling" or "paid" => "call",
            "saw" or "sees" or "seeing" or "seen" => "see",
            "rang" or "rings" => "ring",
            _ => word,
        };
    }
}
