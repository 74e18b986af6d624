using Stances.Domain;
using Stances.EventStore;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>Whether one footnote holds: its event is in the log as cited, and its words stand in the stored text.</summary>
/// <param name="Text">Null where the text was erased: then the words can no longer be compared.</param>
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
        var same = System.Text.Json.JsonSerializer.Serialize(again, EventView.Json) == System.Text.Json.JsonSerializer.Serialize(answer, EventView.Json);
        var notes = new List<CheckedFootnote>();
        foreach (var article in answer.Footnotes.GroupBy(x => x.Article.Id))
        {
            var stream = await workspace.Log.ReadStream(article.Key, 0, ct);
            foreach (var note in article)
                notes.Add(await Check(note, stream, workspace, ct));
        }

        return new AnswerCheck(answer.Basis, same && notes.TrueForAll(x => x.Event && x.Text != false), same, [.. notes.OrderBy(x => x.Sequence)]);
    }

    private static async Task<CheckedFootnote> Check(SourceView note, List<RecordedEvent> stream, Workspace workspace, CancellationToken ct)
    {
        var place = stream.FindIndex(x => x.Sequence == note.Sequence);
        var stands = place >= 0 && EventJson.Read(stream[place].Type, stream[place].Data).Grounds == note.Evidence;
        if (!stands)
            return new CheckedFootnote(note.Sequence, note.Article.Id, false, null);

        // The text that was in force when the event was found is the one its offsets point into.
        var article = stream.Take(place + 1).Select(x => EventJson.Read(x.Type, x.Data)).Aggregate(Article.Unread, Article.Fold);
        var stored = await Texts.Get(workspace.Db, article.TextHash, ct);
        return new CheckedFootnote(note.Sequence, note.Article.Id, true, stored is null ? false : stored.Text is { } text ? note.Evidence.StandsIn(text) : null);
    }
}
