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

    /// <param name="scene">The article, with the countries named in it.</param>
    /// <param name="index">The topics to be found.</param>
    public TopicFinder(Scene scene, TopicIndex index)
    {
        this.scene = scene;
        hits = new TopicHits(scene, index);
        Main = new MainTopic(scene, hits);
        surroundings = new Surroundings(scene.Document);
        general = index.General;
    }

    /// <summary>What the article is mostly about.</summary>
    public MainTopic Main { get; }

    /// <summary>The topics these tokens tell, best first, with how surely; empty where they tell none.</summary>
    public List<(Topic Topic, double Score)> In(int first, int end, IReadOnlyList<string> countries)
    {
        var scores = new Dictionary<Topic, double>();
        foreach (var hit in hits.Within(first, end).Where(x => !x.Weak || Recalled(x.Topic, countries)))
            scores[hit.Topic] = scores.GetValueOrDefault(hit.Topic) + hits.Weight(hit) * (1.5 - 0.8 * Math.Min(1, (hit.First - first) / 40.0));
        return [.. scores.Select(x => (x.Key, x.Value)).OrderByDescending(x => x.Value).ThenByDescending(x => Main.Weight(x.Key)).ThenBy(x => x.Key.Id, StringComparer.Ordinal)];
    }

    /// <summary>The one topic a statement is on, what told it, and how surely.</summary>
    /// <param name="first">The first token of what is said.</param>
    /// <param name="end">Behind its last.</param>
    /// <param name="sentence">The sentence it stands in.</param>
    /// <param name="clauseFirst">Where its clause begins, subject and verb included.</param>
    /// <param name="index">The number of the sentence.</param>
    /// <param name="countries">Who makes it.</param>
    /// <param name="named">The countries its clause names.</param>
    public (Topic? Topic, string Ground, double Score) Of(int first, int end, Sentence sentence, int clauseFirst, int index, IReadOnlyList<string> countries, IReadOnlyList<string> named)
    {
        var told = new Telling(this, countries);
        told.Take(first, end, 1, "topic:content");
        var own = told.Any;
        told.Take(clauseFirst, first, own ? 0.3 : 0.8, "topic:clause");
        // What the statement itself names is what it is about, however much of the article is about something else.
        var narrow = told.Topics;
        if (own && Main.Topic is { } whole && narrow.Contains(whole))
            told.Add(whole, Main.Prior, "topic:lead");
        if (!told.Any)
            told.Hint(hits.Within(clauseFirst, end).Where(x => x.Weak && Between(x.Topic, countries, named)));
        if (!told.Any)
            told.Take(sentence.First, clauseFirst, 0.7, "topic:sentence");
        if (!told.Any)
            told.Take(sentence.First, sentence.End, 0.6, "topic:sentence");
        if (!told.Any)
            Around(told, clauseFirst, end, index);
        if (!own && Main is { Prior: > 0, Topic: { } main })
            told.Add(main, Main.Prior, "topic:lead");
        // "elections", "gas": hints at no country's matter tell what else nothing does.
        if (!told.Any)
            told.Hint(hits.Within(clauseFirst, end).Where(x => x.Weak && x.Topic.Countries.Count == 0 && x.Topic.Generic));
        // Two countries and no matter named: it is about the two.
        if (!told.Any)
            return (named.Except(countries).Any() || countries.Count > 1 || Between(countries) ? general : null, "topic:none", 0);
        // An answer in general words is on what was asked.
        if (own && narrow.All(x => x.Generic) && surroundings.Of(index).FirstOrDefault(x => x.Ground == "topic:question") is { } question
            && In(question.First, question.End, countries).Select(x => x.Topic).FirstOrDefault(x => !x.Generic) is { } asked)
            return (asked, "topic:question", 1);
        // "a ceasefire", "mediators": how the matter is to be settled, and not another matter.
        if (own && narrow.All(x => x.Generic && x.Group is "peace" or "war") && Matter(sentence, clauseFirst, index, countries) is { } matter)
            return (matter, told.Ground, Math.Max(Main.Prior, 1));
        return told.Best;
    }

    /// <summary>What is said names no matter: what it points back to, what it answers, what it stands under, what the article is about.</summary>
    private void Around(Telling told, int clauseFirst, int end, int index)
    {
        foreach (var place in surroundings.Of(index))
        {
            if (told.Any)
                return;
            told.Take(place.First, place.End, place.Factor, place.Ground, x => !Main.InPassing(x));
            if (!told.Any && place.Ground is "topic:question")
                told.Hint(hits.Within(place.First, place.End).Where(x => x.Weak && !Anaphoric(x)), place.Ground);
        }
    }

    /// <summary>Whether the whole article is about these and one other country.</summary>
    private bool Between(IReadOnlyList<string> countries)
    {
        var most = scene.Countries.OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).Take(3).ToList();
        return most.Count > 1 && most.Take(2).Any(x => countries.Contains(x.Key)) && (most.Count == 2 || most[2].Value * 2 <= most[1].Value);
    }

    /// <summary>The matter that a ceasefire or mediation is about: "On Sudan, they called for a ceasefire", else the article's own.</summary>
    private Topic? Matter(Sentence sentence, int clauseFirst, int index, IReadOnlyList<string> countries)
    {
        foreach (var place in surroundings.Of(index).Where(x => x.Near).Prepend(new Place(sentence.First, clauseFirst, 1, "topic:sentence", true)))
        {
            if (In(place.First, place.End, countries).Select(x => x.Topic).FirstOrDefault(x => !x.Generic && x.Countries.Count > 0) is { } matter)
                return matter;
        }

        return Main is { Dominant: true, Topic: { Generic: false } main } ? main : null;
    }

    /// <summary>"the deal", "the treaty": words for what was named elsewhere.</summary>
    private bool Anaphoric(TopicHit hit) => scene.Tokens[hit.First].Lower is "the" or "a" or "an";

    /// <summary>Weak words count where the article names their topic elsewhere, for those whose matter it is.</summary>
    private bool Recalled(Topic topic, IReadOnlyList<string> countries) =>
        Main.Weight(topic) > 0 && (topic.Countries.Count == 0 || topic.Countries.Intersect(countries).Any());

    /// <summary>"return to the nuclear deal", said to Iran: whose matter it is tells which deal.</summary>
    private static bool Between(Topic topic, IReadOnlyList<string> countries, IReadOnlyList<string> named) =>
        topic.Countries.Intersect(countries).Any() && topic.Countries.Intersect(named.Except(countries)).Any() || topic.Countries.Take(1).Intersect(named).Any();

    /// <summary>What has told the topic of one statement so far.</summary>
    private sealed class Telling(TopicFinder finder, IReadOnlyList<string> countries)
    {
        private readonly Dictionary<Topic, double> scores = [];

        public bool Any => scores.Count > 0;

        public string Ground { get; private set; } = "topic:none";

        public HashSet<Topic> Topics => [.. scores.Keys];

        public (Topic Topic, string Ground, double Score) Best
        {
            get
            {
                var best = scores.OrderByDescending(x => x.Value).ThenBy(x => x.Key.Id, StringComparer.Ordinal).First();
                return (best.Key, Ground, best.Value);
            }
        }

        public void Take(int from, int to, double factor, string ground, Func<Topic, bool>? only = null)
        {
            foreach (var (topic, score) in finder.In(from, to, countries).Where(x => only?.Invoke(x.Topic) != false))
                Add(topic, score * factor, ground);
        }

        public void Hint(IEnumerable<TopicHit> weak, string ground = "topic:weak")
        {
            foreach (var hit in weak)
                Add(hit.Topic, 0.5 * (hit.End - hit.First), ground);
        }

        public void Add(Topic topic, double score, string ground)
        {
            if (!Any)
                Ground = ground;
            scores[topic] = scores.GetValueOrDefault(topic) + score;
        }
    }
}
