using Stances.Domain.Catalogue;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;

namespace Stances.Extraction.Topics;

/// <summary>Tells what a stretch of an article is about: by its own words first, then by those around it.</summary>
internal sealed class TopicFinder
{
    /// <summary>Of a statement about which no word tells the topic.</summary>
    public const string Unclassified = "unclassified";

    private readonly Scene scene;
    private readonly TopicHits hits;
    private readonly Surroundings surroundings;
    private readonly Topic? general;
    private readonly TopicIndex topics;

    /// <param name="scene">The article, with the countries named in it.</param>
    /// <param name="index">The topics to be found.</param>
    public TopicFinder(Scene scene, TopicIndex index)
    {
        this.scene = scene;
        hits = new TopicHits(scene, index);
        Main = new MainTopic(scene, hits);
        surroundings = new Surroundings(scene.Document);
        general = index.General;
        topics = index;
    }

    /// <summary>What the article is mostly about.</summary>
    public MainTopic Main { get; }

    /// <summary>The topics these tokens tell, best first, with how surely; empty where they tell none.</summary>
    public List<(Topic Topic, double Score)> In(int first, int end, IReadOnlyList<string> countries)
    {
        var scores = new Dictionary<Topic, double>();
        foreach (var hit in hits.Within(first, end).Where(x => !x.Weak || Recalled(x.Topic, countries)))
            scores[hit.Topic] = scores.GetValueOrDefault(hit.Topic) + hits.Weight(hit) * (1.5 - TopicWeights.Late * Math.Min(1, (hit.First - first) / 40.0));
        return [.. scores.Select(x => (x.Key, x.Value)).OrderByDescending(x => x.Value).ThenByDescending(x => Main.Weight(x.Key))
            .ThenBy(x => x.Key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The one topic a statement is on, what told it, and how surely.</summary>
    /// <param name="first">The first token of what is said.</param>
    /// <param name="end">Behind its last.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    /// <param name="clauseFirst">Where its clause begins, subject and verb included.</param>
    /// <param name="index">The number of the sentence.</param>
    /// <param name="countries">Who makes it.</param>
    /// <param name="named">The countries its clause names.</param>
    public (Topic? Topic, string Ground, double Score) Of(int first, int end, Sentence sentence, int clauseFirst, int index,
        IReadOnlyList<string> countries, IReadOnlyList<string> named)
    {
        var told = new Telling(this, countries);
        told.Take(first, end, 1, "topic:content");
        // "elections", "gas", "the deal": hints at whose matter it is, or at no country's.
        foreach (var hit in hits.Within(clauseFirst, end).Where(x => x.Weak && !Recalled(x.Topic, countries)))
        {
            if (Between(hit, countries, named) || hit.Topic.Countries.Count == 0 && !Anaphoric(hit))
                told.Add(hit.Topic, hits.Weight(hit), "topic:weak");
        }

        Around(told, first, end, sentence, clauseFirst, index, countries, named);
        // Two countries and no matter named: it is about the two.
        if (!told.Any || told.Best.Score < TopicWeights.Least || told.Open)
            return (named.Except(countries).Any() || countries.Count > 1 || Between(countries) ? general : null, "topic:none", 0);
        return told.Best;
    }

    /// <summary>What stands around tells the less, the more the statement's own words do.</summary>
    private void Around(Telling told, int first, int end, Sentence sentence, int clauseFirst, int index, IReadOnlyList<string> countries,
        IReadOnlyList<string> named)
    {
        var scale = !told.Sure ? 1 : told.Narrow ? TopicWeights.BesideNarrow : told.OnlyMeans ? TopicWeights.BesideMeans : TopicWeights.BesideGeneral;
        double Suits(Topic topic) => Fit(topic, countries, named);
        told.Take(clauseFirst, first, TopicWeights.Clause * scale, "topic:clause");
        told.Take(sentence.First, clauseFirst, TopicWeights.Sentence * scale, "topic:sentence", Suits);
        told.Take(end, sentence.End, TopicWeights.Sentence * scale, "topic:sentence", Suits);
        var before = TopicWeights.Before;
        foreach (var place in surroundings.Of(index))
        {
            var factor = place.Ground switch
            {
                "topic:before" => before * (place.Near ? 1 : TopicWeights.Across),
                // An answer in general words is on what was asked.
                "topic:question" => TopicWeights.Question * (told.Sure && scale > TopicWeights.BesideNarrow ? TopicWeights.Asked : 1),
                _ => TopicWeights.Heading,
            };
            told.Take(place.First, place.End, factor * scale, place.Ground, place.Ground is "topic:question" ? null : Suits);
            if (place.Ground is "topic:before")
                before *= TopicWeights.Fade;
            if (place.Ground is "topic:question")
                told.Hint(hits.Within(place.First, place.End).Where(x => x.Weak && !Anaphoric(x)), place.Ground);
        }

        if (surroundings.After(index) is { } next)
            told.Take(next.First, next.End, TopicWeights.After * scale, "topic:after", Suits);
        foreach (var country in named.Except(countries))
        {
            if (topics.Trouble(country) is { } trouble)
                told.Add(trouble, (Main.Weight(trouble) > 0 ? 1 : TopicWeights.Untold) * TopicWeights.Trouble * scale, "topic:country");
        }

        foreach (var (topic, share) in Main.Shares)
        {
            var main = topic == Main.Topic && Main.Prior > 0 ? TopicWeights.MainShare : 1;
            told.Add(topic, TopicWeights.Lead * share * main * scale * Suits(topic), "topic:lead");
        }
    }

    /// <summary>How well a topic told elsewhere suits who speaks, and of whom.</summary>
    private double Fit(Topic topic, IReadOnlyList<string> countries, IReadOnlyList<string> named)
    {
        if (Main.InPassing(topic))
            return TopicWeights.Passing;
        if (topic.Countries.Count == 0)
            return 1;
        var others = named.Except(countries).ToList();
        var own = topic.Countries.Intersect(countries).Any();
        if (topic.Countries.Intersect(others).Any())
            return own ? TopicWeights.Pair : TopicWeights.OneOfPair;
        return others.Count > 0 ? TopicWeights.OfOthers : own ? TopicWeights.OneOfPair : Main.OfOthers(topic) ? TopicWeights.Passing : 1;
    }

    /// <summary>Whether the whole article is about these and one other country.</summary>
    private bool Between(IReadOnlyList<string> countries)
    {
        var most = scene.Countries.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).Take(3).ToList();
        return most.Count > 1 && most.Take(2).Any(x => countries.Contains(x.Key)) && (most.Count == 2 || most[2].Value * 2 <= most[1].Value);
    }

    /// <summary>"the deal", "the treaty": words for what was named elsewhere.</summary>
    private bool Anaphoric(TopicHit hit) => scene.Tokens[hit.First].Lower is "the" or "a" or "an";

    /// <summary>Weak words count where the article names their topic elsewhere, for those whose matter it is.</summary>
    private bool Recalled(Topic topic, IReadOnlyList<string> countries) =>
        Main.Weight(topic) > 0 && (topic.Countries.Count == 0 || topic.Countries.Intersect(countries).Any());

    /// <summary>"return to the nuclear deal", said to Iran: whose matter it is tells which deal.</summary>
    private bool Between(TopicHit hit, IReadOnlyList<string> countries, IReadOnlyList<string> named)
    {
        var others = named.Except(countries).ToList();
        return hit.Topic.Countries.Intersect(countries).Any() && hit.Topic.Countries.Intersect(others).Any()
            // "the accord" is none of whoever welcomes it; "the nuclear deal" of Iran's is.
            || hit.Topic.Countries.Take(1).Intersect(Anaphoric(hit) ? others : named).Any();
    }
}
