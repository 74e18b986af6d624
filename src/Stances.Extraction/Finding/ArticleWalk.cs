using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Meetings;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Goes through an article sentence by sentence, keeping in mind whom and what it was speaking of.</summary>
internal sealed class ArticleWalk
{
    private static readonly Verb Quoting = new() { Id = "quoted", Kind = VerbKind.Say };

    private readonly Scene scene;
    private readonly VerbLexicon verbs;
    private readonly Focus focus;
    private readonly PartyReader parties;
    private readonly SubjectFinder subjects;
    private readonly StatementFinder statements;
    private readonly CarriedVoice carried;
    private readonly PositionFinder positions;
    private readonly MeetingFinder meetings;
    private readonly TopicFinder topics;
    private readonly Splitter splitter;
    private readonly Headlines headlines;
    private readonly Voices voices;
    private readonly Findings findings;
    private bool afterGroup = true;

    public ArticleWalk(Scene scene, Source source, VerbLexicon verbs, Inflector inflector, ContentRules content, DirectionFinder directions, TopicFinder topics, DayFinder days)
    {
        this.scene = scene;
        this.verbs = verbs;
        this.topics = topics;
        focus = new Focus(scene);
        parties = new PartyReader(scene, focus);
        subjects = new SubjectFinder(scene, parties, focus);
        statements = new StatementFinder(scene);
        carried = new CarriedVoice(scene, focus);
        positions = new PositionFinder(scene, verbs, content);
        meetings = new MeetingFinder(scene, parties, focus, days);
        headlines = new Headlines(scene, verbs, focus, parties, subjects, meetings);
        splitter = new Splitter(scene, topics, positions, inflector);
        voices = new Voices(scene, parties, source);
        findings = new Findings(scene, topics, positions, directions, days);
    }

    public IReadOnlyList<ArticleEvent> Read()
    {
        findings.Said.Open();
        headlines.Note();
        headlines.Issuers();
        var sentences = scene.Document.Sentences;
        for (var k = 0; k < sentences.Count; k++)
            Read(k, sentences[k], k > 0 && sentences[k - 1].Block == sentences[k].Block);
        headlines.Meet(findings);
        return findings.InOrder();
    }

    private void Read(int index, Sentence sentence, bool sameParagraph)
    {
        focus.Voice = voices.Of(sentence.Block);
        var predicates = PredicateFinder.Read(scene.Document, verbs, sentence.First, sentence.End, -1);
        subjects.Find(predicates, sentence.First, sentence.End);
        Meet(sentence, predicates);
        var found = voices.Asks(sentence.Block) ? [] : statements.Read(index, sentence, predicates);
        found = [.. found.SelectMany(x => Told(x, sentence)).Select(Spoken).OfType<Statement>()];
        // To summon an envoy and protest is one thing done.
        if (found.Count > 1)
            found.RemoveAll(x => scene.Tokens[x.Verb.First].Lower is "summoned" or "summons" or "summoning" && found.Exists(y => y != x && y.Party.Head == x.Party.Head && y.Verb.First > x.Verb.First));
        // In somebody's own words the sentence says it all.
        if (found is [{ Party.Ground: "voice", Note: null } alone] && focus.Voice is not null)
            found = [alone with { First = sentence.First, End = Math.Max(alone.End, sentence.End - 1) }];
        foreach (var part in found.SelectMany(splitter.Split))
            findings.Add(WithPartner(part), sentence);
        if (found.Count == 0 && AllQuote(sentence))
            Quoted(index, sentence, sameParagraph);
        else if (found.Count == 0 && Named(sentence) is { } said)
            Say(index, sentence, new Sentence(said.End, sentence.End, sentence.Block), said, "colon");
        else if (found.Count == 0 && focus.Voice is { } voice)
            InVoice(index, sentence, voice);
        else if (found.Count > 0)
            afterGroup = found[^1].Party.IsGroup;
        NoteBystanders(sentence, predicates);
    }

    /// <summary>"Russia signed an agreement with Turkey", "agreed with Kang to ...": the other side agrees too.</summary>
    private Statement WithPartner(Statement s)
    {
        if (s.Verb.Verb.Kind != VerbKind.Agree || s.Party.IsGroup || s.Verb.Verb.Id is not ("agree" or "sign" or "confirm" or "tentatively-agree"))
            return s;
        for (var i = s.Verb.First + 1; i < Math.Min(s.ContentEnd, s.Verb.End + 8); i++)
        {
            if (scene.Tags[i] is Tag.Infinitive or Tag.That or Tag.Finite or Tag.Modal)
                break;
            if (scene.Tokens[i].Lower != "with")
                continue;
            var stop = i + 1;
            while (stop < s.ContentEnd && scene.Tags[stop] is not (Tag.To or Tag.That or Tag.Finite) && scene.Tokens[stop].Lower is not ("on" or "in" or "at" or "for"))
                stop++;
            var others = parties.With(i, stop).Where(x => x.Country != s.Party.Head.Country).ToList();
            return others.Count == 0 ? s : s with { Party = s.Party with { Actors = [.. s.Party.Actors, .. others] } };
        }

        return s;
    }

    private void Meet(Sentence sentence, List<Predicate> predicates)
    {
        findings.Join(meetings.Others(sentence, predicates));
        foreach (var told in meetings.Read(sentence, predicates))
        {
            // "They held a three-way meeting involving Pompeo and promised": all who met promised.
            foreach (var p in predicates.Where(x => x.Inherited && x.Subject is { IsGroup: true } && x.First > told.First && told.Actors.Count > x.Subject.Actors.Count))
                p.Subject = p.Subject! with { Actors = told.Actors };
            var on = findings.Meet(told);
            if (told.Background)
                continue;
            if (on is null || findings.Said.Story is not { } story || Math.Abs(on.Value.DayNumber - story.DayNumber) <= 3)
                findings.Said.Meet(on, told.Actors);
            if (told.Certain)
                focus.Together(told.Actors);
        }
    }

    /// <summary>What a ministry or paper tells in quotes of others is theirs: "They agreed to go on," the statement said.</summary>
    private List<Statement> Told(Statement s, Sentence sentence)
    {
        if (s.Attribution is not Attribution.Quote || s.Note != "postposed" || !StatementFinder.IsReadout(s.Party.Head) || scene.Document.QuoteOf[s.ContentFirst] < 0)
            return [s];
        var inner = Within(s.Sentence, scene.Document.QuoteOf[s.ContentFirst]);
        return inner.Count > 0 ? inner : [s];
    }

    private List<Statement> Within(int index, int quote)
    {
        var span = scene.Document.Quotes[quote];
        var found = new List<Statement>();
        foreach (var inner in SentenceCutter.Within(scene.Tokens, span))
        {
            var predicates = PredicateFinder.Read(scene.Document, verbs, inner.First, inner.End, quote);
            subjects.Find(predicates, inner.First, inner.End);
            found.AddRange(statements.Read(index, inner, predicates).Where(x => x.Party.Head.Kind is ActorKind.Person or ActorKind.Office || x.Party.IsGroup));
        }

        return found;
    }

    /// <summary>In somebody's own words his country is he himself, and what he tells of others is no stance of theirs.</summary>
    private Statement? Spoken(Statement s)
    {
        if (focus.Voice is not { } voice)
            return s;
        if (s.Party.Ground == "voice")
            return s.Verb.Verb is { Kind: VerbKind.Agree, Id: "agree" or "sign" } && !voice.IsGroup && focus.Both(2, null) is { } both && both.Any(x => x.Country == voice.Head.Country)
                ? s with { Party = s.Party with { Actors = both } } : s;
        if (s.Party.IsGroup || s.Party.Head.Kind is ActorKind.Person or ActorKind.Office)
            return s;
        return voice.Countries.Contains(s.Party.Head.Country) ? s with { Party = s.Party with { Ground = "voice", Actors = [voice.Actors.First(x => x.Country == s.Party.Head.Country)] } } : null;
    }

    /// <summary>A sentence that is all quote: who spoke before speaks on.</summary>
    private void Quoted(int index, Sentence sentence, bool sameParagraph)
    {
        var quote = scene.Document.QuoteOf[Math.Min(sentence.First + 1, sentence.End - 1)];
        if (Source(sentence) is { } && Within(index, quote) is { Count: > 0 } told)
        {
            foreach (var part in told.SelectMany(splitter.Split))
                findings.Add(part, sentence);
            return;
        }

        if (carried.Of(sentence, sameParagraph, afterGroup) is not { } party)
            return;
        foreach (var inner in SentenceCutter.Within(scene.Tokens, scene.Document.Quotes[quote]))
            Say(index, sentence, inner, party, "unattributed");
    }

    /// <summary>"..., according to the statement" behind a quote.</summary>
    private Predicate? Source(Sentence sentence)
    {
        for (var i = sentence.First; i + 1 < sentence.End; i++)
        {
            if (scene.Document.QuoteOf[i] < 0 && scene.Tokens[i].Lower == "according" && scene.Tokens[i + 1].Lower == "to")
                return new Predicate(i, i, VerbUse.Noun, false);
        }

        return null;
    }

    private void InVoice(int index, Sentence sentence, Party voice)
    {
        if (scene.Tokens[sentence.End - 1].Name == "?" || topics.In(sentence.First, sentence.End, voice.Countries).Count == 0 && !FirstPerson(sentence))
            return;
        Say(index, sentence, sentence, voice, "voice");
    }

    /// <summary>'Ireland's Eamon Ryan: "It is not perfect ..."'</summary>
    private Party? Named(Sentence sentence)
    {
        for (var i = sentence.First + 1; i < Math.Min(sentence.End - 3, sentence.First + 16); i++)
        {
            if (scene.Tags[i] is Tag.Finite or Tag.Modal or Tag.Be or Tag.Have)
                return null;
            if (scene.Tokens[i].Kind == TokenKind.Colon)
                return parties.Subject(sentence.First, i) is { IsGroup: false } party ? party with { End = i + 1, Penalty = party.Penalty + 0.08 } : null;
        }

        return null;
    }

    private bool FirstPerson(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Tokens[i].Lower is "we" or "i" or "our" or "my")
                return true;
        }

        return false;
    }

    private void Say(int index, Sentence sentence, Sentence inner, Party party, string note)
    {
        var end = inner.End;
        while (end > inner.First + 1 && scene.Tokens[end - 1].Kind is TokenKind.Stop or TokenKind.Comma)
            end--;
        if (positions.Said(inner.First, end, party.Countries) is null)
            return;
        var how = note == "voice" && party.Head.Kind == ActorKind.Organ ? Attribution.Ministry : Attribution.Quote;
        var said = new Statement(new VerbMatch(Quoting, inner.First, inner.First, false), false, party, inner.First, end, inner.First, end, how, index, party.Penalty, note);
        foreach (var part in splitter.Split(said))
            findings.Add(part, sentence);
    }

    private bool AllQuote(Sentence sentence)
    {
        var (inside, outside) = (0, 0);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Tokens[i].IsWord && scene.Document.QuoteOf[i] >= 0)
                inside++;
            else if (scene.Tokens[i].IsWord)
                outside++;
        }

        return inside >= 5 && scene.Document.QuoteOf[Math.Min(sentence.First + 1, sentence.End - 1)] >= 0 && (outside == 0 || outside < 8 && Source(sentence) is not null);
    }

    /// <summary>People named without doing anything may still be who "he" is, if nobody else is.</summary>
    private void NoteBystanders(Sentence sentence, List<Predicate> predicates)
    {
        if (predicates.Any(x => x.Subject is { Ground: not "voice" }))
            return;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } mention && mention.First == i)
                focus.Note(new Actor(country, person, person.Role, ActorKind.Person));
        }
    }
}
