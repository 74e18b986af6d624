using Npgsql;
using Stances.Domain;
using Stances.EventStore;
using Stances.Projections;

namespace Stances;

/// <summary>What a check of everything found: the log's account, and every fault in one line each.</summary>
public sealed record Verified(LogAccount Log, long Articles, long Evidence, long ErasedTexts, IReadOnlyList<string> Faults);

/// <summary>Checks that what is stored is what was said: the log, the projections against a rebuild, and each quote against its text.</summary>
public static class Verification
{
    private const int StreamsAtOnce = 200, Shown = 100;

    /// <summary>Reads everything and changes nothing that is served; <paramref name="progress"/> is told what is being looked at.</summary>
    public static async Task<Verified> Run(Workspace workspace, Action<string> progress, CancellationToken ct)
    {
        progress("the log");
        var account = await LogCheck.Run(workspace.Feed, ct);
        var faults = new List<string>(account.Faults);
        foreach (var projection in ReadModels.All)
        {
            progress($"projection {projection.Name}");
            faults.AddRange((await workspace.Projections.Compare(projection, ct: ct)).Take(Shown).Select(x => $"Projection {projection.Name} differs from a rebuild: {x}"));
        }

        progress("evidence");
        var (articles, evidence, erased) = (0L, 0L, 0L);
        var after = "";
        while (await Streams(workspace.Db, after, ct) is { Count: > 0 } page)
        {
            after = page[^1].Key;
            articles += page.Count;
            foreach (var stream in page)
            {
                var (sound, gone) = await Check(workspace.Db, stream, faults, ct);
                (evidence, erased) = (evidence + sound, erased + gone);
            }
        }

        return new Verified(account, articles, evidence, erased, faults);
    }

    /// <summary>Walks one stream: each finding must stand in the text that was in force when it was found.</summary>
    private static async Task<(long Sound, long Erased)> Check(NpgsqlDataSource db, IGrouping<string, RecordedEvent> stream, List<string> faults, CancellationToken ct)
    {
        var (sound, erased) = (0L, 0L);
        StoredText? text = null;
        foreach (var recorded in stream)
        {
            if (EventView.Read(recorded.Type, recorded.Data) is not { } e)
            {
                faults.Add($"Event {recorded.Sequence} of {stream.Key} is a {recorded.Type} that cannot be read.");
                continue;
            }

            if (e is ArticleEvent.ArticleIngested or ArticleEvent.ArticleRevised)
            {
                var hash = e is ArticleEvent.ArticleIngested first ? first.TextHash : ((ArticleEvent.ArticleRevised)e).TextHash;
                text = await Texts.Get(db, hash, ct);
                if (text is null)
                    faults.Add($"Event {recorded.Sequence} names the text {hash}, which is not stored.");
                else if (text.Text is null)
                    erased++;
                else if (StableId.HashOf(text.Text) != hash)
                    faults.Add($"The text {hash} of event {recorded.Sequence} is not the one that was read: its hash differs.");
            }
            else if (e.Grounds is { } grounds && text?.Text is { } words)
            {
                if (grounds.StandsIn(words))
                    sound++;
                else
                    faults.Add($"Event {recorded.Sequence} cites words that do not stand at {grounds.Start} to {grounds.End} of its text.");
            }
        }

        return (sound, erased);
    }

    private static async Task<List<IGrouping<string, RecordedEvent>>> Streams(NpgsqlDataSource db, string after, CancellationToken ct)
    {
        var events = await EventLog.Events(db, Sql.Of($"""
            where stream_id in (select id from stances_log.mt_streams where id like 'article-%' and id > {after} order by id limit {StreamsAtOnce})
            order by stream_id, version
            """), ct);
        return [.. events.GroupBy(x => x.Stream, StringComparer.Ordinal)];
    }
}
