using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Grammar;
using Stances.Extraction.Meetings;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Topics;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Goes through an article sentence by sentence, keeping in mind whom and what it was speaking of.</summary>
internal sealed class ArticleWalk
{
    private readonly Scene scene;
    private readonly VerbLexicon verbs;
    private readonly Focus focus;
    private readonly SubjectFinder subjects;
    private readonly StatementFinder statements;
    private readonly QuotedReports reports;
    private readonly Utterances utterances;
    private readonly Standpoints standpoints;
    private readonly Accounts accounts;
    private readonly OtherSide others;
    private readonly PassiveAgreements passives;
    private readonly Points points;
    private readonly PaperLists papers;
    private readonly Sittings sittings;
    private readonly Strangers strangers;
    private readonly Splitter splitter;
    private readonly Headlines headlines;
    private readonly Voices voices;
    private readonly Findings findings;
    private bool afterGroup = true;

    public ArticleWalk(Scene scene, Source source, VerbLexicon verbs, Inflector inflector, ContentRules content, DirectionFinder directions,
        TopicFinder topics, DayFinder days)
    {
        this.scene = scene;
        this.verbs = verbs;
        focus = new Focus(scene);
        var parties = new PartyReader(scene, focus);
        var positions = new PositionFinder(scene, focus, verbs, content);
        subjects = new SubjectFinder(scene, parties, focus);
        statements = new StatementFinder(scene);
        strangers = new Strangers(scene, focus, subjects);
        reports = new QuotedReports(scene, verbs, subjects, statements);
        utterances = new Utterances(scene, focus, parties, positions, topics, reports);
        standpoints = new Standpoints(scene, focus, verbs);
        accounts = new Accounts(scene, focus, parties, positions);
        others = new OtherSide(scene, parties, focus);
        passives = new PassiveAgreements(scene, parties, focus);
        points = new Points(scene, verbs, parties, positions);
        papers = new PaperLists(scene, focus, parties);
        var meetings = new MeetingFinder(scene, parties, focus, days);
        headlines = new Headlines(scene, verbs, focus, parties, subjects, meetings);
        splitter = new Splitter(scene, topics, positions, inflector);
        voices = new Voices(scene, parties, source);
        findings = new Findings(scene, topics, positions, directions, days, others);
        sittings = new Sittings(scene, focus, parties, meetings, findings);
    }

    public IReadOnlyList<ArticleEvent> Read()
    {
        findings.Said.Open();
        headlines.Note();
        headlines.Issuers();
        var sentences = scene.Document.Sentences;
        var block = 0;
        for (var k = 0; k < sentences.Count; k++)
        {
            for (; block <= sentences[k].Block; block++)
                Sign(k, block);
            if (!papers.Has(sentences[k].Block))
                Read(k, sentences[k], k > 0 && sentences[k - 1].Block == sentences[k].Block);
        }

        for (; block < scene.Document.Blocks.Count; block++)
            Sign(sentences.Count, block);
        headlines.Meet(findings);
        return findings.InOrder();
    }

    /// <summary>A document that the paragraph lists among those signed.</summary>
    private void Sign(int index, int block)
    {
        if (papers.Read(index, block) is var (signed, line))
            findings.Add(signed, line);
    }

    private void Read(int index, Sentence sentence, bool sameParagraph)
    {
        focus.Voice = voices.Of(sentence.Block);
        focus.Here = sentence.First;
        findings.Said.Reach(sentence.Block, index);
        if (points.Of(index, sentence) is { } point)
        {
            findings.Add(point, sentence);
            return;
        }

        focus.Lead = points.Doer(sentence);
        var predicates = PredicateFinder.Read(scene.Document, verbs, sentence.First, sentence.End, -1);
        subjects.Find(predicates, sentence.First, sentence.End);
        sittings.Take(sentence, predicates);
        var found = Told(index, sentence, predicates);
        // Who asks states nothing, but tells at times what others agreed on.
        if (voices.Asks(sentence.Block))
            found.RemoveAll(x => !x.Party.IsGroup
                || x.Verb.Verb is not { Kind: VerbKind.Agree, Id: "agree" or "sign" } || x.Party.Ground is "voice" or "pronoun");
        if ((points.Open(sentence, predicates)
            || sentence.End == scene.Document.Ranges[sentence.Block].End && papers.Has(sentence.Block + 1))
            && found.Count > 0)
            found.RemoveAt(found.Count - 1);
        if (found.Count > 0)
            afterGroup = found[^1].Party.IsGroup;
        else
            found = utterances.Read(index, sentence, sameParagraph, afterGroup);
        foreach (var part in found.SelectMany(splitter.Split))
            findings.Add(others.Join(part), sentence);
        // Who spoke is "he" from here on, not whom he spoke of.
        foreach (var party in found.Select(x => x.Party)
            .Where(x => x is { IsGroup: false, Head.Kind: ActorKind.Person, Ground: not ("voice" or "quote:carried") }))
            focus.Note(party.Head);
        if (found.Count == 0 && predicates.Find(IsTelling) is { } teller)
            focus.Note(teller.Subject!.Head);
        // Nor is "the statement" theirs whom the words in it speak of.
        if (found.Select(x => x.Party).LastOrDefault(x => x is { IsGroup: false, Ground: not ("voice" or "quote:carried") }) is { } last)
            focus.Tell(last.Head);
        NoteBystanders(sentence, predicates);
        strangers.Note(sentence, predicates, found);
        sittings.After(sentence, predicates);
    }

    /// <summary>"Daza told reporters that Hermoso met the envoy": she told it, though it is nothing that is held.</summary>
    private static bool IsTelling(Predicate p) =>
        p is { Use: VerbUse.Finite, Match.Verb.Kind: VerbKind.Say, Within: null, Relative: false, Subject: { IsGroup: false, Ground: not "voice",
            Head.Kind: ActorKind.Person } };

    /// <summary>What the sentence's verbs tell to have been said, by whom.</summary>
    private List<Statement> Told(int index, Sentence sentence, List<Predicate> predicates)
    {
        List<Statement> found = [.. statements.Read(index, sentence, predicates).SelectMany(reports.Of)];
        found.AddRange(standpoints.Read(index, sentence, predicates).Where(x => !found.Exists(y => y.First < x.End && x.First < y.End)));
        found.AddRange(passives.Read(index, sentence, predicates, findings.Met).Where(x => !found.Exists(y => y.First < x.End && x.First < y.End)));
        strangers.Drop(sentence, predicates, found);
        if (found.Count == 0 && accounts.Read(index, sentence) is { } told)
            found.Add(told);
        // "According to him, Kenya values the port": his words, where they are of his own country.
        if (found.Exists(x => x.Party is { IsGroup: false, Head.Kind: ActorKind.Country, Ground: not "voice" }) && accounts.Teller(sentence) is { } account)
            found = [.. found.Select(x => x.Party is { IsGroup: false, Head: { Kind: ActorKind.Country } state } && state.Country == account.Country
                ? x with { Party = x.Party with { Actors = [account] } }
                : x)];
        found = [.. found.Select(Spoken).OfType<Statement>()];
        // To summon an envoy and protest is one thing done.
        if (found.Count > 1)
            found.RemoveAll(x => (scene.Tokens[x.Verb.First].Lower is "summoned" or "summons" or "summoning"
                || scene.Tokens[x.Verb.First + 1].Lower == "in" && x.Verb.Verb.Position is Position.Opposes)
                && !InProtest(x)
                && found.Exists(y => y != x && y.Party.Head == x.Party.Head
                    && (y.Verb.First > x.Verb.First || y.Verb.Verb.Position is Position.Opposes)));
        // In somebody's own words the sentence says it all.
        return found is [{ Party.Ground: "voice", Note: null } alone] && focus.Voice is not null
            ? [alone with { First = sentence.First, End = Math.Max(alone.End, sentence.End - 1) }]
            : found;
    }

    private bool InProtest(Statement summons) =>
        Enumerable.Range(summons.Verb.First, Math.Max(0, summons.ContentEnd - summons.Verb.First)).Any(i => scene.Tokens[i].Lower == "protest");

    /// <summary>In somebody's own words his country is he himself, and what he tells of others is no stance of theirs.</summary>
    private Statement? Spoken(Statement s)
    {
        if (focus.Voice is not { } voice)
            return s;
        if (s.Party.Ground == "voice")
            return (s.Verb.Verb is { Kind: VerbKind.Agree, Id: "agree" or "sign" }
                || s.Verb.Verb is { Kind: VerbKind.Agree, Id: "confirm" } && scene.Tokens[s.Party.First].Lower == "we")
                && !voice.IsGroup && focus.Both(2, null) is { } both && both.Any(x => x.Country == voice.Head.Country)
                ? s with { Party = s.Party with { Actors = both } } : s;
        if (s.Party.IsGroup || s.Party.Head.Kind is ActorKind.Person or ActorKind.Office)
            return s;
        return voice.Countries.Contains(s.Party.Head.Country)
            ? s with { Party = s.Party with { Ground = "voice", Actors = [voice.Actors.First(x => x.Country == s.Party.Head.Country)] } }
            : null;
    }

    /// <summary>People named without doing anything may still be who "he" is, if nobody else is.</summary>
    private void NoteBystanders(Sentence sentence, List<Predicate> predicates)
    {
        // "was the subject of his meeting with Ruto": he is still whoever he was.
        if (predicates.Any(x => x.Subject is { Ground: not "voice" })
            || Enumerable.Range(sentence.First, sentence.End - sentence.First)
                .Any(i => scene.Tokens[i].Lower is "his" or "her" && focus.He(scene.Tokens[i].Lower == "his" ? "m" : "f") is not null))
            return;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } mention && mention.First == i)
                focus.Note(new Actor(country, person, person.Role, ActorKind.Person));
        }
    }
}
