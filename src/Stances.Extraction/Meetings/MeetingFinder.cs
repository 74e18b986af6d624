using Stances.Domain.Catalogue;
using Stances.Extraction.Finding;
using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;

namespace Stances.Extraction.Meetings;

/// <summary>Finds who met whom in a sentence: by its verbs, then by its nouns where no verb told them.</summary>
internal sealed class MeetingFinder(Scene scene, PartyReader parties, Focus focus, DayFinder days)
{
    private readonly MeetingTelling telling = new(scene, days);
    private readonly MeetingVerbs verbs = new(scene, parties, focus);
    private readonly MeetingPhrases phrases = new(scene, parties);
    private readonly Encounters encounters = new(scene, parties);
    private readonly Visits visits = new(scene, parties, focus);
    private readonly JointDeeds deeds = new(scene, parties);
    private readonly RelatedMeetings related = new(scene, parties);
    private readonly MeetingNouns nouns = new(scene, parties, focus);
    private readonly MeetingAttendance attendance = new(scene, parties);

    /// <summary>Who else a sentence seats at the meeting that the text told last.</summary>
    public List<Actor> Others(Sentence sentence, List<Predicate> predicates) => attendance.Of(sentence, predicates);

    public List<MeetingTold> Read(Sentence sentence, List<Predicate> predicates)
    {
        var found = new List<MeetingTold>();
        found.AddRange(predicates.SelectMany(x => phrases.Read(x, sentence)).Select(x => telling.Of(x, sentence)).OfType<MeetingTold>());
        foreach (var p in predicates.Where(x => x.Match is { Verb.Kind: VerbKind.Meet }))
            found.AddRange(verbs.Read(p, predicates, sentence).Select(x => telling.Of(x, sentence)).OfType<MeetingTold>());
        var told = predicates.Select(x => related.Read(x, sentence)).OfType<Seated>().ToList();
        found.AddRange(told.Concat(predicates.Select(x => encounters.Read(x, sentence)).OfType<Seated>())
            .Select(x => telling.Of(x, sentence)).OfType<MeetingTold>());
        // What is told to have been done together long ago is a treaty's history and no meeting's.
        if (found.Count == 0)
            found.AddRange(predicates.Select(x => deeds.Read(x, sentence) ?? visits.Read(x, sentence)).OfType<Seated>()
                .Select(x => telling.Of(x, sentence)).OfType<MeetingTold>().Where(x => !x.Background));
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!nouns.Is(i, sentence) || predicates.Any(x => x.Match is { Verb.Kind: VerbKind.Meet } m && m.First <= i && i < m.End)
                || told.Exists(x => x.First <= i && i < x.End))
                continue;
            found.AddRange(nouns.Read(i, sentence, predicates, found).ToList().Select(x => telling.Of(x, sentence)).OfType<MeetingTold>());
        }

        return found;
    }
}
