using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Live.Changes;

/// <summary>
/// Makes notices of changed answers. What an event changed is a function of the log up to it, so it is worked out whenever somebody asks,
/// comes out the same each time, and is kept nowhere.
/// </summary>
internal static class ChangeReader
{
    /// <summary>The type of every notice of a change.</summary>
    public const string Type = "answer_changed";

    /// <summary>The changes by at most <paramref name="limit"/> events in (after, upTo], which the statements must have reached.</summary>
    public static async Task<Stretch> Read(NpgsqlDataSource db, long after, long upTo, Selection selection, int limit, CancellationToken ct)
    {
        if (upTo <= after)
            return new Stretch([], after);
        var events = await EventLog.Events(db, Sql.Of($"""
            where seq_id > {after} and seq_id <= {upTo} and type in ('stance_stated', 'event_retracted', 'article_withdrawn')
            {EventReader.Coarse(selection with { Types = [] })} order by seq_id limit {limit}
            """), ct);
        var through = events.Count == limit ? events[^1].Sequence : upTo;
        if (events.Count == 0)
            return new Stretch([], through);

        var histories = await PairHistory.Touched(db, [.. events.Select(x => x.Sequence)], ct);
        // The order numbers the parts of a sequence, so it is the same on every machine.
        var touched = histories.OrderBy(x => x.Key.Country, StringComparer.Ordinal).ThenBy(x => x.Key.Topic, StringComparer.Ordinal)
            .SelectMany(x => x.Value.Touching.Select(sequence => (Sequence: sequence, Pair: x.Key, History: x.Value))).ToLookup(x => x.Sequence);
        var found = new List<Found>();
        foreach (var e in events)
        {
            foreach (var (_, (country, topic), history) in touched[e.Sequence])
            {
                if (history.ChangeBy(e.Sequence) is { } change)
                    found.Add(new Found(e, country, topic, change, [.. history.TouchedBy(e.Sequence)]));
            }
        }
        return new Stretch(await Notices(db, found, ct), through);
    }

    /// <summary>A change, with what it came by.</summary>
    private sealed record Found(RecordedEvent By, string Country, string Topic, AnswerChange Change, IReadOnlyList<PairReport> Touched);

    private static async Task<IReadOnlyList<Notice>> Notices(NpgsqlDataSource db, List<Found> found, CancellationToken ct)
    {
        if (found.Count == 0)
            return [];
        var cited = found.SelectMany(x => new[] { x.Change.Before?.OpenedBy, x.Change.After?.OpenedBy }).OfType<long>()
            .Concat(found.Select(x => x.By.Sequence)).Distinct().ToArray();
        var events = await EventLog.Events(db, Sql.Of($"where seq_id = any ({cited}) order by seq_id"), ct);
        var notices = (await EventReader.Notices(db, events, ct)).ToDictionary(x => x.Place.Sequence);

        return [.. found.GroupBy(x => x.By.Sequence).SelectMany(same => same.Select((x, i) =>
            Of(x, i + 1 < same.Count() ? new Place(same.Key, i + 1) : Place.Behind(same.Key), notices)))];
    }

    private static Notice Of(Found found, Place place, Dictionary<long, Notice> cited)
    {
        var (by, change) = (cited[found.By.Sequence], found.Change);
        var answer = change.After ?? change.Before!;
        return new Notice(() => Body(found, place, cited))
        {
            Place = place,
            Id = $"{found.By.Id}:{found.Country}:{found.Topic}",
            Type = Type,
            Article = by.Article,
            RecordedAt = by.RecordedAt,
            On = by.On,
            Facets = new Facets
            {
                Countries = [found.Country],
                Topics = [found.Topic],
                Positions = [answer.Position],
                Directions = [answer.Direction],
                Persons = [.. found.Touched.Select(x => x.Speaker).OfType<string>().Distinct()],
                Publisher = by.Facets.Publisher,
                Confidence = found.Touched.Max(x => x.Confidence),
                Changes = [.. new[] { change.Kind is { } kind ? Name(kind) : null, change.Cause == ChangeCause.Said ? null : Name(change.Cause) }.OfType<string>()],
            },
        };
    }

    private static JsonObject Body(Found found, Place place, Dictionary<long, Notice> cited)
    {
        var change = found.Change;
        var by = cited[found.By.Sequence].Body();
        return new JsonObject
        {
            ["sequence"] = found.By.Sequence,
            ["id"] = $"{found.By.Id}:{found.Country}:{found.Topic}",
            ["place"] = place.ToString(),
            ["recordedAt"] = found.By.RecordedAt.UtcDateTime,
            ["type"] = Type,
            ["country"] = found.Country,
            ["topic"] = found.Topic,
            ["change"] = change.Kind is { } kind ? Name(kind) : null,
            ["because"] = Name(change.Cause),
            ["from"] = Day(change.From),
            ["to"] = change.To is { } to ? Day(to) : null,
            ["before"] = Side(change.Before, cited),
            ["after"] = Side(change.After, cited),
            ["by"] = by,
        };
    }

    private static JsonObject? Side(PositionPeriod? period, Dictionary<long, Notice> cited) => period is null ? null : new JsonObject
    {
        ["position"] = Name(period.Position),
        ["direction"] = Name(period.Direction),
        ["since"] = Day(period.From),
        ["statement"] = cited[period.OpenedBy].Body(),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
