using System.Text.Json;
using Stances.Domain;
using Stances.EventStore;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;

namespace Stances.Answers;

/// <summary>Whether one footnote holds: its event is in the log as it is told, and its words stand in the stored text.</summary>
/// <param name="Event">Whether the log holds that event with the words and all else that the answer tells of it, and had not taken it back at the answer's basis.</param>
/// <param name="Text">Whether the stored text is the one that was read, and the words stand in it; null where it was erased: then they can no longer be compared.</param>
public sealed record CheckedFootnote(long Sequence, string Article, bool Event, bool? Text);

/// <summary>What checking an answer against the log and the texts brought.</summary>
/// <param name="Same">Whether asking again with its basis gave the very same answer.</param>
public sealed record AnswerCheck(string Basis, bool Holds, bool Same, IReadOnlyList<CheckedFootnote> Footnotes)
{
    /// <summary>Asks again on a basis and checks each footnote.</summary>
    /// <exception cref="InvalidInputException">The basis is none of this program's.</exception>
    public static async Task<AnswerCheck> Of(string basis, Workspace workspace, CancellationToken ct) =>
        await Of(await Ask.Again(basis, workspace, ct), workspace, ct);

    /// <summary>Checks each footnote of an answer.</summary>
    public static async Task<AnswerCheck> Of(Answer answer, Workspace workspace, CancellationToken ct)
    {
        var again = await Ask.Again(answer.Basis, workspace, ct);
        var same = JsonSerializer.Serialize(again, EventView.Json) == JsonSerializer.Serialize(answer, EventView.Json);
        var basis = Answers.Basis.Parse(answer.Basis)!;
        var notes = new List<CheckedFootnote>();
        foreach (var article in Told(answer).GroupBy(x => x.Source.Article.Id))
        {
            var events = (await workspace.Log.ReadStream(article.Key, 0, ct)).ConvertAll(x => (x, EventJson.Read(x.Type, x.Data)));
            foreach (var (source, fits) in article)
                notes.Add(await Check(source, fits, events, basis, workspace, ct));
        }

        return new AnswerCheck(answer.Basis, same && notes.TrueForAll(x => x.Event && x.Text != false), same, [.. notes.OrderBy(x => x.Sequence)]);
    }

    /// <summary>Every source that is cited, and whether an event is what the answer tells of it.</summary>
    private static IEnumerable<(SourceView Source, Predicate<ArticleEvent> Fits)> Told(Answer answer)
    {
        foreach (var x in answer.Statements)
        {
            foreach (var source in x.OtherSources.Prepend(new SourceView(x.Sequence, x.Evidence, x.Article)))
                yield return (source, e => e is StanceStated s && (s.Country, s.Topic, s.Position, s.Direction) == (x.Country, x.Topic, x.Position, x.Direction));
        }

        foreach (var x in answer.Agreements)
        {
            foreach (var source in x.OtherSources.Prepend(new SourceView(x.Sequence, x.Evidence, x.Article)))
                yield return (source, e => e is AgreementReached a && a.Topic == x.Topic && a.Parties.Order(StringComparer.Ordinal).SequenceEqual(x.Parties.Order(StringComparer.Ordinal)));
        }

        foreach (var x in answer.Meetings)
        {
            yield return (new SourceView(x.Sequence, x.Evidence, x.Article), e => e is MeetingHeld m && m.Format == x.Format);
            foreach (var source in x.OtherSources)
                yield return (source, e => e is MeetingHeld);
        }
    }

    private static async Task<CheckedFootnote> Check(
        SourceView note, Predicate<ArticleEvent> fits, List<(RecordedEvent Recorded, ArticleEvent Event)> events, Basis basis, Workspace workspace, CancellationToken ct)
    {
        var place = events.FindIndex(x => x.Recorded.Sequence == note.Sequence);
        var stands = place >= 0 && events[place].Event.Grounds == note.Evidence && fits(events[place].Event)
            && !events.Exists(x => x.Event is EventRetracted taken && taken.Version == events[place].Recorded.Version && x.Recorded.Sequence <= basis.Sequence && (basis.Known is null || x.Recorded.RecordedAt <= basis.Known));
        if (!stands)
            return new CheckedFootnote(note.Sequence, note.Article.Id, false, null);

        // The text that was in force when the event was found is the one its offsets point into.
        var article = events.Take(place + 1).Select(x => x.Event).Aggregate(Article.Unread, Article.Fold);
        var stored = await Texts.Get(workspace.Db, article.TextHash, ct);
        return new CheckedFootnote(note.Sequence, note.Article.Id, true, stored is null ? false
            : stored.Text is { } text ? StableId.HashOf(text) == article.TextHash && note.Evidence.StandsIn(text) : null);
    }
}
