using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Reads meetings from nouns: "during their talks", "in a call with", "the meeting between A and B lasted two hours".</summary>
internal sealed class MeetingNouns
{
    private readonly Scene scene;
    private readonly MeetingDoubts doubts;
    private readonly PhoneTalks phone;
    private readonly Company company;
    private readonly MeetingBounds bounds;
    private readonly MeetingsTakingPlace taking;
    private readonly NounSeats seats;

    public MeetingNouns(Scene scene, PartyReader parties, Focus focus)
    {
        this.scene = scene;
        company = new Company(scene, parties);
        bounds = new MeetingBounds(scene);
        doubts = new MeetingDoubts(scene);
        phone = new PhoneTalks(scene, parties);
        seats = new NounSeats(scene, parties, focus, doubts);
        taking = new MeetingsTakingPlace(scene, parties, company);
    }

    public bool Is(int i, Sentence sentence) => scene.Document.QuoteOf[i] < 0 && (Called(i, sentence) || Press(i) || phone.Is(i) || taking.Sat(i, sentence));

    /// <summary>
    /// Not the first of "summit talks"; a name's last word only where it is told to have taken place: "the Sixth Foreign Ministers'
    /// Dialogue was held".
    /// </summary>
    private bool Called(int i, Sentence sentence) =>
        MeetingWords.Nouns.Contains(scene.Tokens[i].Lower) && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Finite
        && !(i + 1 < sentence.End && scene.Tags[i + 1] is Tag.Noun or Tag.Name
            && (scene.Tokens[i].Lower == "bilateral" || MeetingWords.Nouns.Contains(scene.Tokens[i + 1].Lower)))
        && !(scene.Tags[i] == Tag.Name && scene.Tokens[Math.Max(0, i - 1)].Capital && taking.Verb(i, sentence) is null);

    /// <summary>"a joint news conference": those who give it have met.</summary>
    private bool Press(int i) => scene.Tokens[i].Lower == "conference" && i > 0 && scene.Tokens[i - 1].Lower is "news" or "press";

    public IEnumerable<Seated> Read(int noun, Sentence sentence, List<Predicate> predicates, List<MeetingTold> beside)
    {
        if (phone.Is(noun))
            return phone.Read(noun, predicates) is { } call ? [call] : [];
        var start = scene.PhraseStart(noun, sentence.First);
        // "session of talks", "round of consultations": the whole is the meeting, and whose it is stands before it.
        if (start > sentence.First + 1 && scene.Tokens[start - 1].Lower == "of" && scene.Tokens[start - 2].Lower == "session")
            start = scene.PhraseStart(start - 2, sentence.First);
        if (seats.With(noun, start, sentence) is { Count: > 0 } each)
            return each;
        if (Press(noun) && scene.Tokens[Math.Min(noun + 1, sentence.End - 1)].Lower != "with" || doubts.Intended(noun, sentence.First)
            || doubts.Unsure(start, noun, sentence) || doubts.Retold(start, noun, sentence))
            return [];
        if (taking.Verb(noun, sentence) is { } verb && taking.Read(start, noun, verb, sentence) is { } held)
            return [held];
        // "the meeting held by the two presidents", "the summit that brought together A, B and C"
        if (company.Gathered(noun, sentence) is { Actors.Count: > 1 } gathered)
            return [new Seated(gathered.Actors, start, gathered.End, Math.Min(sentence.End, gathered.End + 8), 0.16, false)];
        // "after several days of talks": it is the days that are framed.
        var outer =
            start > sentence.First + 1 && scene.Tokens[start - 1].Lower == "of"
                && (OrganWords.Times.Contains(scene.Tokens[start - 2].Lower)
                    || scene.Tokens[start - 2].Lower is "round" or "rounds" or "series")
                ? scene.PhraseStart(start - 2, sentence.First)
                : start;
        // "after thirteen rounds of talks", "weeks of negotiations": no one meeting.
        var few = outer < start - 2 && scene.Tokens[start - 3].Lower is "two" or "three" && seats.Link(noun, sentence) is not null;
        if (outer < start && (!few && scene.Tokens[start - 2].Lower is "rounds" ||
                scene.Tokens[start - 2].Lower is "weeks" or "months" or "years" or "decades" or "series"))
            return [];
        var dated =
            scene.Tokens[start].Kind == TokenKind.Possessive && start > sentence.First + 1 && scene.Tags[start - 1] == Tag.Time
                || Enumerable.Range(start, noun - start)
                    .Any(i => scene.Tokens[i].Kind == TokenKind.Possessive && i > start
                        && OrganWords.Times.Contains(scene.Tokens[i - 1].Lower));
        var lead = Math.Max(sentence.First, scene.Tokens[start].Kind == TokenKind.Possessive ? start - 2 : outer - 1);
        var main = Governing(lead, start, sentence, predicates);
        var framed = outer > sentence.First && Framed(noun, start, lead, sentence, main);
        // "On the negotiations with the Union, he said": what he spoke of.
        if (outer > sentence.First && scene.Tokens[lead].Lower is "on" or "over" && !MeetingWords.Lines.Contains(scene.Tokens[noun].Lower)
            && !seats.Aside(start, sentence))
            return [];
        if (framed && scene.Tokens[lead].Lower is "at" or "in" or "during"
            && (scene.Tokens[lead].Lower != "during" || scene.Tokens[Math.Max(0, lead - 1)].IsWord)
            && predicates.LastOrDefault(x => x.Verb < start) is { Use: VerbUse.Modal or VerbUse.Finite } undone
            && (undone.Negated || undone.Use == VerbUse.Modal))
            return [];
        var link = seats.Link(noun, sentence);
        var end = bounds.ClauseEnd(link ?? noun + 1, sentence, false);
        // "in a one-on-one with Moavero, the French minister had agreed": where who agreed begins, those he met end.
        if (main is not null && main.Start > (link ?? noun))
            end = Math.Min(end, main.Start);
        var said = new NounPhrase(noun, start, end, framed, link) { Lead = outer > sentence.First ? scene.Tokens[lead].Lower : "", Dated = dated };
        var actors = seats.Of(said, main, sentence, predicates, beside, out var apart);
        if (actors.Count == 0)
            return [];
        for (var i = noun + 1; i < end; i++)
        {
            if (scene.Tokens[i].Kind == TokenKind.Comma && !((link is not null || scene.Tokens[noun + 1].Lower == "of") && bounds.GoesOn(i + 1, end)))
                end = i;
        }

        var before = predicates.FirstOrDefault(x => x.Use == VerbUse.Finite && x.Subject is not null && x.Start < start);
        var (first, last) = (framed && before is not null ? before.Start : start, end);
        // "At their talks on Friday, Cho expressed ...": who did what there.
        if (framed && main is not null && main.Start >= end && !predicates.Exists(x => x.Use is VerbUse.Finite && x.Verb < start))
            (first, last) = (sentence.First, main.Verb + 1);
        var (until, penalty) = (Math.Min(sentence.End, end + 8), framed ? 0.14 : 0.2);
        return apart is { } guest
            ? guest.Select(x => new Seated([.. actors, x], first, last, until, penalty, false))
            : [new Seated(actors, first, last, until, penalty, framed)];
    }

    /// <summary>The verb of the clause that the phrase belongs to: the one before it, or where it opens its clause the one behind.</summary>
    private Predicate? Governing(int lead, int start, Sentence sentence, List<Predicate> predicates)
    {
        var done = predicates.Where(x => x is { Use: VerbUse.Finite, Subject: not null }).ToList();
        var fronted = lead <= sentence.First || !scene.Tokens[lead - 1].IsWord || scene.Tags[lead - 1] is Tag.Conj or Tag.That;
        var behind = done.Find(x => x.Verb > start && !x.Relative);
        var before = done.FindLast(x => x.Verb < start);
        return (fronted ? behind : null) ?? before ?? behind;
    }

    /// <summary>Whether something is told to have been done there: "during their talks", "on the sidelines of", "arrived for talks".</summary>
    private bool Framed(int noun, int start, int lead, Sentence sentence, Predicate? main)
    {
        var word = scene.Tokens[lead].Lower;
        return seats.Aside(start, sentence) || MeetingWords.Frames.Contains(word) || word == "of" && scene.Tags[start] == Tag.Poss || Press(noun)
            // "used a meeting with Kim to praise", "emerged from talks with"
            || word is "used" or "left" or "concluded" or "ended" or "finished" or "cut" or "following"
                || word == "from" && lead > sentence.First
                    && scene.Tokens[lead - 1].Lower is "emerged" or "returned" or "came" or "emerging" or "returning" or "fresh" or "back"
            || word == "for" && main is not null && main.Verb < start && MeetingWords.Travel.Contains(scene.Tokens[main.Verb].Lower);
    }
}
