using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Words in the text that tell a topic.</summary>
internal sealed record TopicHit(int First, int End, Topic Topic, bool Weak);

/// <summary>Tells what a stretch of an article is about: by its own words first, then by those around it.</summary>
internal sealed class TopicFinder
{
    /// <summary>Of a statement about which no word tells the topic.</summary>
    public const string Unclassified = "unclassified";

    private readonly Document document;
    private readonly List<TopicHit> hits = [];
    private readonly Dictionary<string, double> whole = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, int> named;
    private readonly Topic? general;

    /// <param name="document">The article.</param>
    /// <param name="index">The topics to be found.</param>
    /// <param name="named">How often each country is named in it.</param>
    public TopicFinder(Document document, TopicIndex index, IReadOnlyDictionary<string, int> named)
    {
        this.document = document;
        this.named = named;
        general = index.General;
        var (parts, tokens) = (new List<string>(), new List<int>());
        for (var i = 0; i < document.Tokens.Count; i++)
        {
            if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Possessive))
                continue;
            foreach (var part in TopicIndex.Parts(document.Tokens[i]))
            {
                parts.Add(part);
                tokens.Add(i);
            }
        }

        for (var k = 0; k < parts.Count; k++)
        {
            if (index.At(parts, k) is not { } found)
                continue;
            // "no deal" is no Brexit where neither side of it is named.
            foreach (var (topic, weak) in found.Values.Where(x => x.Topic.Countries.Count == 0 || named.Count < 3 || x.Topic.Countries.Any(named.ContainsKey)))
                hits.Add(new TopicHit(tokens[k], tokens[found.End - 1] + 1, topic, weak));
        }

        foreach (var hit in hits.Where(x => !x.Weak))
            whole[hit.Topic.Id] = whole.GetValueOrDefault(hit.Topic.Id) + Weight(hit) * (InTitle(hit.First) ? 3 : hit.First < document.Tokens.Count / 4 ? 1.5 : 1);
    }

    /// <summary>The topics these tokens tell, best first, with how surely; empty where they tell none.</summary>
    public List<(Topic Topic, double Score)> In(int first, int end, IReadOnlyList<string> countries)
    {
        var scores = new Dictionary<Topic, double>();
        for (var k = LowerBound(first); k < hits.Count && hits[k].First < end; k++)
        {
            var hit = hits[k];
            if (hit.End > end || hit.Weak && !whole.ContainsKey(hit.Topic.Id) || hit.Weak && hit.Topic.Countries.Count > 0 && !hit.Topic.Countries.Intersect(countries).Any())
                continue;
            scores[hit.Topic] = scores.GetValueOrDefault(hit.Topic) + Weight(hit) * (1.5 - 0.8 * Math.Min(1, (hit.First - first) / 40.0));
        }

        return [.. scores.Select(x => (x.Key, x.Value)).OrderByDescending(x => x.Value).ThenByDescending(x => whole.GetValueOrDefault(x.Key.Id)).ThenBy(x => x.Key.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<TopicHit> Weakly(int first, int end)
    {
        for (var k = LowerBound(first); k < hits.Count && hits[k].First < end; k++)
        {
            if (hits[k].Weak && hits[k].End <= end)
                yield return hits[k];
        }
    }

    /// <summary>What the article is mostly about.</summary>
    public string? Lead => whole.Count == 0 ? null : whole.MaxBy(x => x.Value).Key;

    public Topic? LeadTopic => Lead is { } id ? hits.First(x => x.Topic.Id == id).Topic : null;

    /// <summary>
    /// The one topic a statement is on: by its own words before those around it, and by what the whole article is about where its
    /// own words are general ones or none.
    /// </summary>
    public (Topic? Topic, string Ground, double Score) Of(int first, int end, Sentence sentence, int clauseFirst, IReadOnlyList<Sentence> before, IReadOnlyList<string> countries, IReadOnlyList<string> others)
    {
        var scores = new Dictionary<Topic, double>();
        var ground = "topic:none";
        void Take(int from, int to, double factor, string name, Func<Topic, bool>? only = null)
        {
            foreach (var (topic, score) in In(from, to, countries).Where(x => only?.Invoke(x.Topic) != false))
            {
                if (ground == "topic:none")
                    ground = name;
                scores[topic] = scores.GetValueOrDefault(topic) + score * factor;
            }
        }

        Take(first, end, 1, "topic:content");
        var own = scores.Count;
        Take(clauseFirst, first, own > 0 ? 0.3 : 0.8, "topic:clause");
        var named = scores.Keys.ToHashSet();
        // "return to the nuclear deal", said to Iran: whose matter it is tells which deal.
        if (scores.Count == 0)
        {
            foreach (var hit in Weakly(clauseFirst, end).Where(x => x.Topic.Countries.Intersect(countries).Any() && x.Topic.Countries.Intersect(others.Except(countries)).Any() || x.Topic.Countries.Take(1).Intersect(others).Any()))
            {
                ground = "topic:weak";
                scores[hit.Topic] = scores.GetValueOrDefault(hit.Topic) + 0.5 * (hit.End - hit.First);
            }
        }

        if (scores.Count == 0)
            Take(Math.Max(sentence.First, clauseFirst - 25), clauseFirst, 0.7, "topic:sentence");
        if (scores.Count == 0)
            Take(sentence.First, sentence.End, 0.6, "topic:sentence");
        for (var k = 0; k < before.Count && (scores.Count == 0 || k == 0); k++)
            Take(before[k].First, before[k].End, own > 0 ? 0.12 : 0.4, "topic:before", x => !InPassing(x));
        // What the statement itself names is what it is about, however much of the article is about something else.
        if (Main is { } main && (own == 0 || named.Contains(main.Topic)) && (scores.Count > 0 || hits.Count > 0))
        {
            if (scores.Count == 0)
                ground = "topic:lead";
            scores[main.Topic] = scores.GetValueOrDefault(main.Topic) + main.Prior;
        }

        // Two countries and no matter named: it is about the two.
        if (scores.Count == 0)
            return (others.Except(countries).Any() ? general : null, "topic:none", 0);
        // "a ceasefire", "mediators": how the matter is to be settled, and not another matter.
        if (own > 0 && Main is { Prior: > 1 } matter && !matter.Topic.Generic && scores.Keys.All(x => x.Generic && x.Group is "peace" or "war") && matter.Topic.Countries.Intersect(countries.Concat(others)).Any())
            return (matter.Topic, ground, matter.Prior);
        var best = scores.OrderByDescending(x => x.Value).ThenBy(x => x.Key.Id, StringComparer.Ordinal).First();
        return (best.Key, ground, best.Value);
    }

    /// <summary>What most of the article's telling words are about, with how much that says of a sentence without any.</summary>
    private (Topic Topic, double Prior)? Main => main ??= FindMain();

    /// <summary>Whether the article is about one matter.</summary>
    public bool Dominated => Main is { Prior: > 1 };

    private (Topic Topic, double Prior)? main;

    private (Topic Topic, double Prior)? FindMain()
    {
        var specific = hits.Where(x => !x.Weak && !x.Topic.Generic).Select(x => x.Topic).Distinct().Select(x => (Topic: x, Weight: whole[x.Id])).OrderByDescending(x => x.Weight).ToList();
        var main = specific.Find(x => !InPassing(x.Topic));
        if (main.Topic is null)
            return LeadTopic is { Generic: true } lead ? (lead, 0.3) : null;
        var share = main.Weight / specific.Sum(x => x.Weight);
        return (main.Topic, share >= 0.4 ? 2.6 * share : share >= 0.2 ? 1.2 * share : 0.5 * share);
    }

    /// <summary>Named once, and a matter of others than the article is about: Diaoyutai is where Saudis and Iranians met.</summary>
    private bool InPassing(Topic topic)
    {
        passing ??= FindPassing();
        return passing.Contains(topic.Id);
    }

    private HashSet<string> FindPassing()
    {
        var foremost = named.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).Take(2).Select(x => x.Key).ToHashSet();
        return [.. hits.Where(x => !x.Weak).GroupBy(x => x.Topic).Where(x => x.Key.Countries.Count > 0 && x.Count() == 1 && !x.Key.Countries.Any(foremost.Contains) && !InTitle(x.First().First)).Select(x => x.Key.Id)];
    }

    private HashSet<string>? passing;

    private double Weight(TopicHit hit) =>
        (hit.Weak ? 0.8 : 2 + 0.15 * (hit.End - hit.First)) * (hit.Topic.Generic ? 0.5 : hit.Topic.Countries.Count == 0 ? 0.8 : 1) * (Adjunct(hit.First) ? 0.35 : 1);

    /// <summary>"during the Olympics", "ahead of the summit": told as a time, not as the matter.</summary>
    private bool Adjunct(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (document.Tokens[i].Lower is "during" or "amid" or "sidelines" or "ahead" or "following" or "after" or "since" or "occasion")
                return true;
            if (document.Tags[i] is Tag.Finite or Tag.Infinitive or Tag.That or Tag.Passive || !document.Tokens[i].IsWord && document.Tokens[i].Kind is not (TokenKind.Possessive or TokenKind.Hyphen))
                return false;
        }

        return false;
    }

    private bool InTitle(int token)
    {
        var block = document.Ranges.FindIndex(x => token < x.End);
        return block >= 0 && document.Blocks[block].Kind == BlockKind.Title;
    }

    private int LowerBound(int first)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].First < first)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
