using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Live;

/// <summary>A finding that another event took back.</summary>
internal sealed record TakenBack(long Sequence, Guid Id, long Version, ArticleEvent Finding);

/// <summary>What belongs to events but stands in others of their streams: the source that was read, and the findings they take back.</summary>
internal sealed class Context
{
    private readonly Dictionary<long, Source> sources = [];
    private readonly Dictionary<long, List<TakenBack>> taken = [];

    private Context()
    {
    }

    public Source? SourceOf(RecordedEvent e) => sources.GetValueOrDefault(e.Sequence);

    public IReadOnlyList<TakenBack> TakenBackBy(RecordedEvent e) => taken.GetValueOrDefault(e.Sequence) ?? [];

    /// <summary>The context of these events, by one query for all of them.</summary>
    public static async Task<Context> Of(NpgsqlDataSource db, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        var context = new Context();
        if (events.Count == 0)
            return context;
        var (streams, versions) = (events.Select(e => e.Stream).ToArray(), events.Select(e => e.Version).ToArray());
        var (sequences, types) = (events.Select(e => e.Sequence).ToArray(), events.Select(e => e.Type).ToArray());
        var found = await db.Query(Sql.Of($"""
            with told as (select * from unnest({sequences}, {streams}, {versions}, {types}) as n (sequence, stream, version, type))
            select n.sequence, r.* from told n cross join lateral (
                select e.seq_id, e.id, e.version, e.type, e.data from stances_log.mt_events e
                where e.stream_id = n.stream and e.version <= n.version and e.type in ('article_ingested', 'article_revised')
                order by e.version desc limit 1) r
            union all
            select n.sequence, e.seq_id, e.id, e.version, e.type, e.data from told n
            join stances_log.mt_events x on x.stream_id = n.stream and x.version = n.version
            join stances_log.mt_events e on e.stream_id = n.stream and e.version = (x.data->'Version')::bigint
            where n.type = 'event_retracted'
            union all
            select n.sequence, e.seq_id, e.id, e.version, e.type, e.data from told n
            join stances_log.mt_events e on e.stream_id = n.stream and e.version < n.version
            where n.type = 'article_withdrawn' and e.type in ('stance_stated', 'agreement_reached', 'meeting_held')
            and not exists (select from stances_log.mt_events x where x.stream_id = n.stream and x.version > e.version and x.version < n.version
                and (x.type = 'article_withdrawn' or x.type = 'event_retracted' and (x.data->'Version')::bigint = e.version))
            order by 2
            """), row => (Of: row.GetInt64(0), Sequence: row.GetInt64(1), Id: row.GetGuid(2), Version: row.GetInt64(3), Event: EventView.Read(row.GetString(4), row.GetString(5))), ct);

        foreach (var x in found)
        {
            if (x.Event is not { } read)
                continue;
            if (read is ArticleEvent.ArticleIngested { Source: var first })
                context.sources[x.Of] = first;
            else if (read is ArticleEvent.ArticleRevised { Source: var later })
                context.sources[x.Of] = later;
            else if (context.taken.TryGetValue(x.Of, out var list))
                list.Add(new TakenBack(x.Sequence, x.Id, x.Version, read));
            else
                context.taken[x.Of] = [new TakenBack(x.Sequence, x.Id, x.Version, read)];
        }
        return context;
    }
}
