using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>One event of an article, and the event that took it back, if one did.</summary>
public sealed record ArticleEntry(RecordedEvent Recorded, ArticleEvent Event, long? TakenBackBy);

/// <summary>An article with all that happened to it, straight from the log.</summary>
/// <param name="Article">Its stream folded.</param>
/// <param name="Entries">Every event by the clock's moment, in order; none where the article was not known.</param>
public sealed record ArticleHistory(string Id, Article Article, IReadOnlyList<ArticleEntry> Entries)
{
    /// <summary>The article as it was known by the clock. What day its findings are of does not matter here.</summary>
    public static async Task<ArticleHistory> Get(EventLog log, string id, Clock clock, CancellationToken ct = default)
    {
        var recorded = (await log.ReadStream(id, ct: ct))
            .Where(x => !(x.RecordedAt > clock.Known) && !(x.Sequence > clock.Sequence)).ToList();
        var article = Article.Unread;
        var takenBack = new Dictionary<long, long>();
        var entries = new List<(RecordedEvent Recorded, ArticleEvent Event)>();
        foreach (var x in recorded)
        {
            var e = EventJson.Read(x.Type, x.Data);
            var before = article.Findings;
            article = Article.Fold(article, e);
            foreach (var gone in before.Keys.Where(v => !article.Findings.ContainsKey(v)))
                takenBack[gone] = x.Version;
            entries.Add((x, e));
        }

        return new ArticleHistory(id, article,
            [.. entries.Select(x => new ArticleEntry(x.Recorded, x.Event, takenBack.TryGetValue(x.Recorded.Version, out var by) ? by : null))]);
    }
}
