using System.Text.Json.Nodes;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Live;

/// <summary>
/// Makes notices of events: each with the source of its article, and a retraction with what it takes back, so that whoever was told of
/// a finding can be told that it no longer counts. One query for the events and one for all that belongs to them.
/// </summary>
internal static class EventReader
{
    /// <summary>The notices of at most <paramref name="limit"/> events in (after, upTo], and how far they are complete.</summary>
    public static async Task<Stretch> Read(NpgsqlDataSource db, long after, long upTo, Selection selection, int limit, CancellationToken ct)
    {
        if (upTo <= after)
            return new Stretch([], after);
        var events = await EventLog.Events(
            db, Sql.Of($"where seq_id > {after} and seq_id <= {upTo} {Coarse(selection)} order by seq_id limit {limit}"), ct);
        return new Stretch(await Notices(db, events, ct), events.Count == limit ? events[^1].Sequence : upTo);
    }

    /// <summary>The notices of events that are here already.</summary>
    public static async Task<IReadOnlyList<Notice>> Notices(NpgsqlDataSource db, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        var context = await Context.Of(db, events, ct);
        return [.. events.Select(e => Of(e, context))];
    }

    /// <summary>Conditions on <c>e</c> that let through all that is wanted and keep out most of the rest; <see cref="Selection.Matches"/> decides.</summary>
    internal static Sql Coarse(Selection selection)
    {
        var where = Sql.Raw("");
        if (selection.Types.Count > 0)
            where = Sql.Of($"{where} and e.type = any ({selection.Types.ToArray()})");
        // Only an event that takes others back has its facets elsewhere.
        var own = Sql.Raw("");
        if (selection.Countries.Count > 0)
        {
            var codes = selection.Countries.ToArray();
            own = Sql.Of($"""
                {own} and (e.data->>'Country' = any ({codes}) or e.data->'Parties' ?| {codes}
                    or exists (select from jsonb_array_elements(e.data->'Participants') seat where seat->>'Country' = any ({codes})))
                """);
        }
        if (selection.Topics.Count > 0)
            own = Sql.Of($"{own} and e.data->>'Topic' = any ({selection.Topics.ToArray()})");
        if (selection.MinConfidence is { } least)
            own = Sql.Of($"{own} and coalesce((e.data->'Confidence')::double precision, 1) >= {least}");
        return Sql.Of($"{where} and (e.type in ('event_retracted', 'article_withdrawn') or (true {own}))");
    }

    private static Notice Of(RecordedEvent e, Context context)
    {
        var source = context.SourceOf(e);
        var taken = context.TakenBackBy(e);
        var read = EventView.Read(e.Type, e.Data);
        var findings = taken.Count > 0 ? taken.Select(x => x.Finding) : read is null ? [] : [read];
        return new Notice(() => Body(e, source, taken))
        {
            Place = Place.Behind(e.Sequence),
            Id = e.Id.ToString(),
            Type = e.Type,
            Article = e.Stream,
            RecordedAt = e.RecordedAt,
            On = DayOf(read),
            Facets = Facets.Of(findings) with { Publisher = source?.Publisher },
        };
    }

    private static DateOnly? DayOf(ArticleEvent? e) => e switch
    {
        ArticleEvent.StanceStated x => x.On,
        ArticleEvent.AgreementReached x => x.On,
        ArticleEvent.MeetingHeld x => x.On,
        ArticleEvent.ArticleIngested x => x.PublishedOn,
        ArticleEvent.ArticleRevised x => x.PublishedOn,
        _ => null,
    };

    private static JsonObject Body(RecordedEvent e, Source? source, IReadOnlyList<TakenBack> taken)
    {
        var body = EventView.Of(e);
        if (source is not null && !body.ContainsKey("source"))
            body["source"] = System.Text.Json.JsonSerializer.SerializeToNode(source, EventView.Json);
        if (taken.Count > 0)
            body["retracted"] = new JsonArray([.. taken.Select(x => Taken(x))]);
        return body;
    }

    private static JsonObject Taken(TakenBack taken)
    {
        var view = EventView.Of(taken.Finding);
        view.Insert(0, "version", taken.Version);
        view.Insert(0, "id", taken.Id);
        view.Insert(0, "sequence", taken.Sequence);
        return view;
    }
}
