using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Stances.Domain;
using Stances.EventStore;
using Stances.Extraction;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;

namespace Stances;

/// <summary>How far an import has come.</summary>
/// <param name="Read">Articles looked at, out of <paramref name="All"/>.</param>
/// <param name="Known">Those the log held already.</param>
/// <param name="Refused">Those that are no articles, each with its reason in <see cref="Import.Run"/>'s result.</param>
public sealed record ImportProgress(int Read, int All, int Known, int Refused);

/// <summary>
/// Takes in whole collections: a folder of texts, or a file of JSON Lines. Articles are read on all cores and appended many to a transaction.
/// What the log holds already is passed over, so that an import that broke off is simply run again.
/// </summary>
public static class Import
{
    private const int TextsAtOnce = 100;

    /// <summary>Imports everything at this place; returns what was refused, each with its reason.</summary>
    /// <exception cref="InvalidInputException">There is nothing at this place.</exception>
    public static async Task<(ImportProgress Done, IReadOnlyList<string> Refused)> Run(
        string place, Workspace workspace, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var items = ImportItem.At(place);
        var tally = new Tally(items.Count, progress);
        var read = Channel.CreateBounded<(StreamAppend Append, string Text)>(2 * TextsAtOnce);
        var given = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var again = new ConcurrentBag<Submission>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    await Parallel.ForEachAsync(items, stop.Token, async (item, token) => await Read(item, workspace, tally, given, again, read.Writer, token));
                    read.Writer.Complete();
                }
                catch (Exception e)
                {
                    read.Writer.Complete(e);
                }
            },
            ct);

        try
        {
            await new BulkAppend(workspace.Log).Run(WithTexts(read.Reader, workspace, ct), ct: ct);
        }
        finally
        {
            // Where nothing is taken any more, nothing need be read.
            await stop.CancelAsync();
        }

        await reading;

        // An article that stands in the collection more than once: the ordinary way tells whether another text of it is a revision.
        foreach (var submission in again)
            tally.Count(known: (await Ingest.File(submission, workspace, ct)).Appended == 0);
        return (tally.Now, tally.Refused);
    }

    private static async Task Read(
        ImportItem item, Workspace workspace, Tally tally, ConcurrentDictionary<string, bool> given, ConcurrentBag<Submission> again,
        ChannelWriter<(StreamAppend, string)> to, CancellationToken ct)
    {
        Submission submission;
        try
        {
            submission = item.Submission();
            Ingest.CheckDates(submission, workspace.Clock);
        }
        catch (Exception e) when (e is InvalidInputException or JsonException or IOException or UnauthorizedAccessException)
        {
            tally.Refuse($"{item.Name}: {e.Message}");
            return;
        }

        var hash = StableId.HashOf(submission.Text);
        var stream = StableId.StreamOf(submission.Source.Url, hash);
        if (await workspace.Log.ReadStream(stream, 0, ct) is { Count: > 0 })
        {
            // Known: the ordinary way tells whether this text is a revision.
            var filed = await Ingest.File(submission, workspace, ct);
            tally.Count(known: filed.Appended == 0);
            return;
        }

        if (!given.TryAdd(stream, true))
        {
            again.Add(submission);
            return;
        }

        var reading = await workspace.Reader.Read(new ArticleText(submission.Text, submission.PublishedOn, submission.Source), ct);
        var ingested = new ArticleIngested(reading.Source, reading.PublishedOn, hash, submission.Text.Length, workspace.Reader.Version, submission.By);
        var events = Article.Unread.Read(ingested, reading.Events);
        await to.WriteAsync((new StreamAppend(stream, 0, Streams.Stored(stream, 0, events)), submission.Text), ct);
        tally.Count(known: false);
    }

    /// <summary>The appends, each only after its text is kept: a text without events is harmless, events without their text are not.</summary>
    private static async IAsyncEnumerable<StreamAppend> WithTexts(
        ChannelReader<(StreamAppend Append, string Text)> from, Workspace workspace, [EnumeratorCancellation] CancellationToken ct)
    {
        var batch = new List<(StreamAppend Append, string Text)>();
        while (await from.WaitToReadAsync(ct))
        {
            while (batch.Count < TextsAtOnce && from.TryRead(out var next))
                batch.Add(next);
            foreach (var x in batch)
                await workspace.Db.Execute(Texts.Save(x.Text), ct);
            foreach (var x in batch)
                yield return x.Append;
            batch.Clear();
        }
    }

    private sealed class Tally(int all, IProgress<ImportProgress>? progress)
    {
        private readonly Lock gate = new();
        private readonly List<string> refused = [];
        private ImportProgress now = new(0, all, 0, 0);

        public ImportProgress Now
        {
            get { lock (gate) return now; }
        }

        public IReadOnlyList<string> Refused => refused;

        public void Count(bool known) => Change(x => x with { Read = x.Read + 1, Known = x.Known + (known ? 1 : 0) });

        public void Refuse(string reason) => Change(x =>
        {
            refused.Add(reason);
            return x with { Read = x.Read + 1, Refused = x.Refused + 1 };
        });

        private void Change(Func<ImportProgress, ImportProgress> change)
        {
            lock (gate)
            {
                now = change(now);
                progress?.Report(now);
            }
        }
    }
}
