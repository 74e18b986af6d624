using Npgsql;
using Stances.EventStore;
using Stances.Live.Changes;

namespace Stances.Live;

/// <summary>The sources there are.</summary>
internal static class NoticeSources
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The events of the log.</summary>
    public static NoticeSource Events(Feed feed) => new(
        "events", feed.Mark, feed.MarkAt, (after, upTo, selection, limit, ct) => EventReader.Read(feed.Log.Db, after, upTo, selection, limit, ct));

    /// <summary>The changes of answers, as far as the statements have been worked out.</summary>
    public static NoticeSource Changes(Feed feed) => new(
        "changes", ct => Worked(feed.Log.Db, ct), (sequence, ct) => Worked(feed, sequence, ct),
        (after, upTo, selection, limit, ct) => ChangeReader.Read(feed.Log.Db, after, upTo, selection, limit, ct));

    private static async Task<long> Worked(Feed feed, long sequence, CancellationToken ct)
    {
        while (true)
        {
            await feed.MarkAt(sequence, ct);
            var worked = await Worked(feed.Log.Db, ct);
            if (worked >= sequence)
                return worked;
            // The read models are moments behind the log; whoever works them out does not tell when.
            await Task.Delay(Pause, ct);
        }
    }

    private static Task<long> Worked(NpgsqlDataSource db, CancellationToken ct) => db.First(Sql.Of($"""
        select sequence from stances.checkpoints where name = {Projections.Statements.Projection.Name} and live
        """), row => row.GetInt64(0), ct);
}
