using System.Collections.Frozen;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>
/// Reads meetings from what passes between a host and whoever has come to him: "thanked his host", "In Quito, the president told him",
/// "stood at his side", "A, flanked by B".
/// </summary>
internal sealed class Visits(Scene scene, PartyReader parties, Focus focus)
{
    /// <summary>How much less such words tell than those of a meeting, so that these are its evidence where both are there.</summary>
    private const double Hinted = 0.24;

    private static readonly FrozenSet<string> Tells = English.Set(
            "told tells assured assures promised thanked asked urged reassured warned briefed offered presented showed confirmed explained "
            + "pledged");

    private static readonly FrozenSet<string> Ways =
        English.Set("flew travelled traveled arrived went came moved continued landed visited visiting headed proceeded drove trip visit stop leg");

    private readonly MeetingBounds bounds = new(scene);
    private readonly Visitors visitors = new(scene);

    public Seated? Read(Predicate p, Sentence sentence)
    {
        if (p.Negated)
            return null;
        var word = scene.Tokens[p.Verb].Lower;
        if (word == "flanked")
            return Flanked(p, sentence);
        if (p.Use != VerbUse.Finite || p.Subject is not { } subject
            || subject.Actors.Any(x => x.Kind is not (ActorKind.Person or ActorKind.Office)))
            return null;
        if (word is "stood" or "stands" or "sat" or "standing" or "sitting" && Side(p.Verb + 1, sentence.End)
            && visitors.Last(p.Start, subject.Countries) is { } beside)
        {
            var end = bounds.ClauseEnd(p.Verb + 4, sentence, false);
            return new Seated([.. subject.Actors, beside], p.Start, end, sentence.End, subject.Penalty + Hinted, true);
        }

        if (subject.IsGroup)
            return null;
        return Guest(p, subject, sentence) ?? (Tells.Contains(word) ? Told(p, subject, sentence) : null);
    }

    /// <summary>"agreed with his visitor", "told her guest", "thanked his host"</summary>
    private Seated? Guest(Predicate p, Party subject, Sentence sentence)
    {
        var at = p.Verb + 1;
        if (at < sentence.End && scene.Tokens[at].Lower is "with" or "to" or "of")
            at++;
        if (at >= sentence.End || scene.Tags[at] != Tag.Poss || visitors.Of(subject.Head, at, Math.Min(sentence.End, at + 4)) is not { } other)
            return null;
        var guest = Enumerable.Range(at, Math.Min(sentence.End, at + 4) - at).First(i => Visitors.Is(scene.Tokens[i].Lower));
        return new Seated([subject.Head, other], p.Start, guest + 1, bounds.ClauseEnd(guest + 1, sentence, false), subject.Penalty + Hinted, true)
        {
            Host = scene.Tokens[guest].Lower == "host" ? other.Country : subject.Head.Country,
        };
    }

    /// <summary>"In San Jose the next day, President Chaves told him": he has come to the town of whoever tells him something.</summary>
    private Seated? Told(Predicate p, Party subject, Sentence sentence)
    {
        var at = p.Verb + 1;
        // "told Netanyahu in a telephone call that he opposed it and urged him": they were not in one town.
        if (p.Inherited || p.Within is not null
            || Enumerable.Range(sentence.First, sentence.End - sentence.First)
                .Any(i => scene.Tokens[i].Lower is "phone" or "telephone" or "call" or "letter"))
            return null;
        if (at + 1 < sentence.End && scene.Tokens[at].Lower == "to")
            at++;
        if (at >= sentence.End || scene.Tokens[at].Lower is not ("him" or "her") || scene.Tags[at] is not (Tag.ObjPron or Tag.Poss)
            || scene.Tags[at] == Tag.Poss && scene.Tags[at + 1] is Tag.Noun or Tag.Name
            || subject.Head.Person is not { Rank: "leader" or "minister" }
            || focus.He(scene.Tokens[at].Lower == "her" ? "f" : "m", subject.Head.Country)
                is not { Person.Rank: "leader" or "minister" or "envoy" } guest
            || Come(subject.Head.Country, sentence) is not { } come)
            return null;
        return new Seated([subject.Head, guest], come, at + 1, at + 1, subject.Penalty + Hinted, true) { Host = subject.Head.Country };
    }

    /// <summary>"Speaking in Berlin, Sandu, flanked by Scholz and Macron, said"</summary>
    private Seated? Flanked(Predicate p, Sentence sentence)
    {
        if (p.Verb + 2 >= sentence.End || scene.Tokens[p.Verb + 1].Lower != "by"
            || p.First <= sentence.First + 1 || scene.Tokens[p.First - 1].Kind != TokenKind.Comma
            || parties.Subject(sentence.First, p.First - 1) is not { IsGroup: false, Head.Kind: ActorKind.Person } subject)
            return null;
        var end = bounds.ClauseEnd(p.Verb + 2, sentence, false);
        var guests = parties.With(p.Verb + 1, end).Where(x => x.Kind == ActorKind.Person && x.Country != subject.Head.Country).ToList();
        return guests.Count == 0 ? null : new Seated([subject.Head, .. guests], subject.First, end, end, subject.Penalty + Hinted, true);
    }

    /// <summary>"at his side", "by her side"</summary>
    private bool Side(int at, int end) =>
        at + 2 < end && scene.Tokens[at].Lower is "at" or "by" && scene.Tokens[at + 1].Lower is "his" or "her" && scene.Tokens[at + 2].Lower == "side";

    /// <summary>
    /// The sentence of this paragraph, this one or right before it, that tells of somebody who has come to a town of a country's; null
    /// where none does.
    /// </summary>
    private int? Come(string country, Sentence sentence)
    {
        var sentences = scene.Document.Sentences;
        var own = scene.Document.SentenceUpTo(sentence.First);
        for (var k = own; k >= Math.Max(0, own - 2) && sentences[k].Block == sentence.Block; k--)
        {
            for (var i = sentences[k].First; i < sentences[k].End - 1; i++)
            {
                if (scene.Document.QuoteOf[i] < 0 && scene.Tokens[i].Lower is "in" or "to" or "at" or "visited"
                    && scene.Mentions[i + 1] is { Kind: MentionKind.Capital or MentionKind.City } town && town.Country == country
                    && (i == sentences[k].First
                        || Enumerable.Range(Math.Max(sentences[k].First, i - 6), i - Math.Max(sentences[k].First, i - 6) + 1)
                            .Any(x => Ways.Contains(scene.Tokens[x].Lower))))
                    return sentences[k].First;
            }
        }

        return null;
    }
}
