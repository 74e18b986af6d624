using Stances.Domain.Catalogue;

namespace Stances.Extraction.Topics;

/// <summary>What has told the topic of one statement so far.</summary>
internal sealed class Telling(TopicFinder finder, IReadOnlyList<string> countries)
{
    private readonly Dictionary<Topic, (double Score, string Ground, double Most)> scores = [];

    public bool Any => scores.Count > 0;

    public bool Sure => scores.Values.Any(x => x.Ground == "topic:content");

    /// <summary>An article on many things alike leaves open which of them it is.</summary>
    public bool Open =>
        finder.Main.Prior == 0 && Best is { Ground: "topic:lead" or "topic:before" } best
            && scores.Count(x => x.Value.Score > TopicWeights.Alike * best.Score) > 2;

    /// <summary>Its own words tell only how a matter is to be settled: a ceasefire, mediation, aid.</summary>
    public bool OnlyMeans => Sure && scores.Where(x => x.Value.Ground == "topic:content").All(x => TopicWeights.IsMeans(x.Key));

    public bool Narrow => scores.Any(x => x.Value.Ground == "topic:content" && !x.Key.Generic);

    public (Topic Topic, string Ground, double Score) Best
    {
        get
        {
            var best =
                scores.OrderByDescending(x => x.Value.Score).ThenByDescending(x => finder.Main.Weight(x.Key))
                    .ThenBy(x => x.Key.Id, StringComparer.Ordinal).First();
            return (best.Key, best.Value.Ground, best.Value.Score);
        }
    }

    public void Take(int from, int to, double factor, string ground, Func<Topic, double>? fit = null)
    {
        foreach (var (topic, score) in finder.In(from, to, countries))
            Add(topic, score * factor * (fit?.Invoke(topic) ?? 1), ground);
    }

    public void Hint(IEnumerable<TopicHit> weak, string ground = "topic:weak")
    {
        foreach (var hit in weak)
            Add(hit.Topic, 0.5 * (hit.End - hit.First), ground);
    }

    public void Add(Topic topic, double score, string ground)
    {
        var (sum, most, part) = scores.GetValueOrDefault(topic);
        scores[topic] = score > part ? (sum + score, ground, score) : (sum + score, most, part);
    }
}
