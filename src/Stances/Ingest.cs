using Stances.Domain;
using Stances.EventStore;
using Stances.Extraction;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;

namespace Stances;

/// <summary>The write path: a submitted text is read, and what the reading adds is appended to the article's stream.</summary>
public static class Ingest
{
    /// <summary>
    /// Reads the text and stores what is new about it; the same article again adds nothing. Returns the article's whole stream
    /// and which of its events this call appended. Text and events are committed together or not at all.
    /// </summary>
    public static async Task<Filed> File(Submission submission, Workspace workspace, CancellationToken ct)
    {
        CheckDates(submission, workspace.Clock);
        var hash = StableId.HashOf(submission.Text);
        var stream = StableId.StreamOf(submission.Source.Url, hash);
        // What stands there already is not read again: a model would be asked, and paid, for what is known.
        if (await Streams.Holding(stream, hash, workspace, ct) is { } known)
            return known;

        var reading = await workspace.Reader.Read(new ArticleText(submission.Text, submission.PublishedOn, submission.Source), ct);
        var ingested = new ArticleIngested(reading.Source, reading.PublishedOn, hash, submission.Text.Length, workspace.Reader.Version, submission.By);

        return await Streams.Open(stream, workspace, article => article.Read(ingested, reading.Events), [Texts.Save(submission.Text)], ct);
    }

    /// <summary>Refuses a day of publication that there has not been.</summary>
    /// <exception cref="InvalidInputException">It is to come, or of a time before newspapers.</exception>
    public static void CheckDates(Submission submission, TimeProvider clock)
    {
        // A day ahead is still today somewhere.
        var latest = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        if (submission.PublishedOn is { } day && (day > latest || day.Year < 1800))
            throw new InvalidInputException("publishedOn", $"{day:yyyy-MM-dd} is no day an article can have been published on.");
    }
}

/// <summary>An article's stream after it was handed in, and how many of its last events that appended: 0 where all was known.</summary>
public sealed record Filed(string Stream, IReadOnlyList<RecordedEvent> Events, int Appended);
