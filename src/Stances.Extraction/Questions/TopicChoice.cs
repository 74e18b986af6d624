using Stances.Domain.Catalogue;

namespace Stances.Extraction.Questions;

/// <summary>Settles which topics the names in a question mean.</summary>
internal sealed record TopicChoice(IReadOnlyList<string> Topics, bool Ambiguous, bool Weak)
{
    /// <param name="asked">Whose sayings are asked about: "the 2015 deal" is another one to Japan than to Iran.</param>
    /// <param name="beside">Countries named otherwise, which settle it where those do not.</param>
    public static TopicChoice Of(WorldCatalogue catalogue, IReadOnlyList<Span> spans, IReadOnlyCollection<string> asked, IReadOnlyCollection<string> beside)
    {
        var readings = spans.Select(span => Readings(span)).Where(x => x.Count > 0).ToList();
        if (readings.Exists(x => !x[0].Weak))
            readings.RemoveAll(x => x[0].Weak);
        var choices = readings.Select(x => x.ConvertAll(m => catalogue.Topic(m.Id)!)).ToList();

        // What another name in the question tells for sure settles one that is open.
        var sure = choices.Where(x => x.Count == 1).Select(x => x[0]).ToHashSet();
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i].Exists(sure.Contains))
                choices[i] = choices[i].FindAll(sure.Contains);
            choices[i] = Settle(Settle(choices[i], asked), beside);
        }

        var all = choices.SelectMany(x => x).Distinct().ToList();
        if (all.Exists(x => !x.Generic))
            all.RemoveAll(x => x.Generic);
        var kept = all.Select(x => x.Id).ToList();
        return new TopicChoice(kept, choices.Exists(x => x.Count(t => kept.Contains(t.Id)) > 1), readings.Count > 0 && readings.TrueForAll(x => x[0].Weak));
    }

    private static List<Meaning> Readings(Span span)
    {
        var topics = span.Meanings.Where(x => x.Kind == NameKind.Topic).ToList();
        return topics.Exists(x => !x.Weak) ? topics.FindAll(x => !x.Weak) : topics;
    }

    private static List<Topic> Settle(List<Topic> topics, IReadOnlyCollection<string> countries)
    {
        if (topics.Count < 2)
            return topics;
        var most = topics.Max(x => x.Countries.Count(countries.Contains));
        return most == 0 ? topics : topics.FindAll(x => x.Countries.Count(countries.Contains) == most);
    }
}
