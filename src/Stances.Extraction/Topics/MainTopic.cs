using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;

namespace Stances.Extraction.Topics;

/// <summary>What an article as a whole is about.</summary>
internal sealed class MainTopic
{
    private readonly TopicHits hits;
    private readonly Dictionary<Topic, double> whole = [];
    private readonly HashSet<Topic> passing;
    private readonly HashSet<string> foremost;

    public MainTopic(Scene scene, TopicHits hits)
    {
        this.hits = hits;
        foremost = scene.Countries.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).Take(2).Select(x => x.Key).ToHashSet();
        // "the war", where the country at war is spoken of all along, tells it as well as its name.
        foreach (var hit in hits.All.Where(x => !x.Weak || x.Topic.Troubles.Any(foremost.Contains)))
            whole[hit.Topic] = whole.GetValueOrDefault(hit.Topic) + hits.Weight(hit) * (hits.InTitle(hit) ? 3 : hit.First < scene.Tokens.Count / 4 ? 1.5 : 1);
        passing = Passing();
        (Topic, Prior) = Find();
        Shares = Share(scene);
    }

    /// <summary>What most of its telling words are about; null where none is told.</summary>
    public Topic? Topic { get; }

    /// <summary>How much that says of a sentence that names no matter.</summary>
    public double Prior { get; }

    /// <summary>Whether the article is about one matter.</summary>
    public bool Dominant => Prior > 1;

    /// <summary>How much of the article is about a topic; 0 where it is not named.</summary>
    public double Weight(Topic topic) => whole.GetValueOrDefault(topic);

    /// <summary>Named once, and a matter of others than the article is about: Diaoyutai is where Saudis and Iranians met.</summary>
    public bool InPassing(Topic topic) => passing.Contains(topic);

    /// <summary>A matter of others than the article is mostly about: the war that two neighbours speak of when they settle over a mine.</summary>
    public bool OfOthers(Topic topic) => topic.Countries.Count > 0 && !topic.Countries.Take(2).Any(foremost.Contains);

    /// <summary>How much of the article is about each of its topics.</summary>
    public IReadOnlyList<(Topic Topic, double Share)> Shares { get; }

    private List<(Topic, double)> Share(Scene scene)
    {
        var all = new Dictionary<Topic, double>();
        void Tell(int first, int end, double weight)
        {
            var opening = first < scene.Tokens.Count * TopicWeights.Opening ? TopicWeights.OpeningShare : 1;
            foreach (var told in hits.Within(first, end).Where(x => whole.ContainsKey(x.Topic)).GroupBy(x => x.Topic))
            {
                var general = told.Key.Generic ? TopicWeights.GeneralShare : 1;
                all[told.Key] = all.GetValueOrDefault(told.Key) + weight * opening * general * (told.All(x => x.Weak) ? TopicWeights.WeakShare : 1);
            }
        }

        foreach (var sentence in scene.Document.Sentences)
            Tell(sentence.First, sentence.End, 1);
        for (var b = 0; b < scene.Document.Blocks.Count; b++)
        {
            if (scene.Document.Blocks[b].Kind is BlockKind.Title or BlockKind.Meta)
                Tell(scene.Document.Ranges[b].First, scene.Document.Ranges[b].End, TopicWeights.TitleShare);
        }

        var sum = all.Values.Sum();
        var sentences = Math.Max(1, scene.Document.Sentences.Count);
        return [.. all.Select(x => (x.Key, x.Value / sum * Math.Min(1, x.Value / sentences * TopicWeights.FullShare)))];
    }

    private (Topic? Topic, double Prior) Find()
    {
        var specific = whole.Where(x => !x.Key.Generic).OrderByDescending(x => x.Value).ThenBy(x => x.Key.Id, StringComparer.Ordinal).ToList();
        if (specific.FindIndex(x => !passing.Contains(x.Key)) is var k && k < 0)
            return whole.Count > 0 && whole.MaxBy(x => x.Value).Key is { Generic: true } general ? (general, 0.3) : (null, 0);
        // A matter named in passing does not outweigh the general one that the article keeps coming back to.
        if (whole.Where(x => x.Key.Generic).OrderByDescending(x => x.Value).ThenBy(x => x.Key.Id, StringComparer.Ordinal)
            .FirstOrDefault() is { Key: { } wide } all
            && all.Value > 1.5 * specific[k].Value)
            return (wide, 0.5);
        var share = specific[k].Value / specific.Sum(x => x.Value);
        return (specific[k].Key, share >= 0.4 ? 2.6 * share : share >= 0.25 ? 1.2 * share : 0);
    }

    private HashSet<Topic> Passing()
    {
        return [.. hits.All.Where(x => !x.Weak).GroupBy(x => x.Topic)
            .Where(x => x.Key.Countries.Count > 0 && x.Count() == 1 && !x.Key.Countries.Any(foremost.Contains) && !hits.InTitle(x.First()))
            .Select(x => x.Key)];
    }
}
