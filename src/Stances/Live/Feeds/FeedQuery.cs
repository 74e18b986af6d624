using Npgsql;
using Stances.EventStore;

namespace Stances.Live.Feeds;

/// <summary>One document of a feed: the newest notices, or all of one closed stretch of the log, which never changes its bounds.</summary>
/// <param name="Notices">Newest first.</param>
/// <param name="Gone">The ids of events that no longer count, and since when: those shown, and those the shown ones took back.</param>
/// <param name="Archive">Which stretch this is; null for the newest.</param>
/// <param name="Older">The nearest stretch before this that holds anything.</param>
internal sealed record FeedDocument(IReadOnlyList<Notice> Notices, IReadOnlyDictionary<string, DateTimeOffset> Gone, long? Archive, long? Older, long Through);

/// <summary>Cuts the log into documents: stretches of a fixed number of sequences, so that an archived one stays where it is.</summary>
internal static class FeedQuery
{
    /// <summary>How many sequences an archived document spans.</summary>
    public const int Span = 1000;
    private const int Newest = 50;

    /// <summary>The newest document, or an archived one; null where that stretch is not closed yet.</summary>
    public static async Task<FeedDocument?> Read(NpgsqlDataSource db, NoticeSource source, Selection selection, long? archive, CancellationToken ct)
    {
        var through = await source.End(ct);
        var closed = through / Span;
        if (archive is < 1 || archive > closed)
            return null;

        var (first, last) = archive is { } n ? ((n - 1) * Span, n * Span) : (closed * Span, through);
        var notices = await Within(source, selection, first, last, ct);
        while (archive is null && notices.Count < Newest && await Nearest(db, selection, first, ct) is { } older)
        {
            var begin = (older - 1) / Span * Span;
            notices = [.. (await Within(source, selection, begin, older, ct)).TakeLast(Newest - notices.Count), .. notices];
            first = begin;
        }
        // Where the newest document borrowed from archives they still hold what it shows.
        var before = archive is null ? closed * Span : first;
        var nearest = await Nearest(db, selection, before, ct);
        return new FeedDocument([.. notices.Reverse()], await Gone(db, notices, ct), archive, nearest is { } x ? (x - 1) / Span + 1 : null, archive is null ? through : last);
    }

    private static async Task<IReadOnlyList<Notice>> Within(NoticeSource source, Selection selection, long after, long upTo, CancellationToken ct)
    {
        var found = new List<Notice>();
        for (var at = after; at < upTo;)
        {
            var page = await source.Read(at, upTo, selection, Span, ct);
            found.AddRange(page.Notices.Where(selection.Matches));
            at = page.Through;
        }
        return found;
    }

    /// <summary>The last event up to a sequence that the selection may want.</summary>
    private static async Task<long?> Nearest(NpgsqlDataSource db, Selection selection, long upTo, CancellationToken ct)
    {
        var found = await db.First(Sql.Of($"""
            select e.seq_id from stances_log.mt_events e where e.seq_id <= {upTo} {EventReader.Coarse(selection with { Types = [.. selection.Types.Where(x => x != Changes.ChangeReader.Type)] })}
            order by e.seq_id desc limit 1
            """), row => row.GetInt64(0), ct);
        return found > 0 ? found : null;
    }

    /// <summary>Which of these events were taken back later.</summary>
    private static async Task<IReadOnlyDictionary<string, DateTimeOffset>> Gone(NpgsqlDataSource db, IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        var ids = notices.Select(x => Guid.TryParse(x.Id, out var id) ? id : Guid.Empty).Where(x => x != Guid.Empty).ToArray();
        var gone = await db.Query(Sql.Of($"""
            select e.id, min(x.timestamp) from stances_log.mt_events e
            join stances_log.mt_events x on x.stream_id = e.stream_id and x.version > e.version
                and (x.type = 'article_withdrawn' or x.type = 'event_retracted' and (x.data->'Version')::bigint = e.version)
            where e.seq_id = any ({notices.Select(n => n.Place.Sequence).ToArray()}) and e.id = any ({ids})
                and e.type in ('stance_stated', 'agreement_reached', 'meeting_held')
            group by e.id
            """), row => (row.GetGuid(0).ToString(), row.GetFieldValue<DateTimeOffset>(1)), ct);
        var all = gone.ToDictionary(x => x.Item1, x => x.Item2);
        foreach (var notice in notices.Where(x => x.Type is "event_retracted" or "article_withdrawn"))
        {
            foreach (var taken in notice.Body()["retracted"]?.AsArray() ?? [])
                all.TryAdd((string)taken!["id"]!, notice.RecordedAt);
        }
        return all;
    }
}
