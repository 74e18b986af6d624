using Stances.Domain.Catalogue;

namespace Stances.Extraction.Evaluation;

/// <summary>Measures a reader against gold.</summary>
public static class Evaluator
{
    private const int Draws = 400;

    /// <summary>Reads every article and counts. The same gold and reader give the same report.</summary>
    /// <param name="people">Who are the same under several spellings of their names.</param>
    public static async Task<EvaluationReport> Run(IReader reader, IReadOnlyList<GoldArticle> gold, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var names = people.SelectMany(x => x.Also.Select(also => (also, x.Name))).GroupBy(x => x.also, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(x => x.Key, x => x.First().Name, StringComparer.OrdinalIgnoreCase);
        string? Known(string? name) => name is null ? null : names.GetValueOrDefault(name, name);
        gold = [.. gold.Select(x => x with { Events = [.. x.Events.Select(e => e with { Speaker = Known(e.Speaker),
            People = [.. e.People.Select(p => Known(p)!)] })] })];
        var byArticle = new List<IReadOnlyList<Match>>();
        foreach (var article in gold)
        {
            var reading = await reader.Read(article.Article, ct);
            byArticle.Add(Matching.Pair(article, reading.Events));
        }

        var all = byArticle.SelectMany(x => x).ToList();
        return new EvaluationReport(
            $"{reader.Version.Name} {reader.Version.Version} ({reader.Version.Catalogue})", gold.Count,
                [.. Scoring.Types.Select(x => Scoring.Of(x, all))], Scoring.Bands(all),
            Scoring.Types.ToDictionary(x => x, x => Interval(x, byArticle)), all, gold.ToDictionary(x => x.Name, x => x.Article.Text));
    }

    /// <summary>Where F1 would lie in 95 of 100 draws of as many articles.</summary>
    private static (double Low, double High) Interval(string type, List<IReadOnlyList<Match>> byArticle)
    {
        if (byArticle.Count == 0)
            return (0, 1);
        var counts = byArticle.Select(x => Scoring.Of(type, x)).ToList();
        // A fixed seed: a report must not differ from run to run.
        var random = new Random(20171219);
        var scores = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var (right, wrong, missed) = (0, 0, 0);
            for (var k = 0; k < counts.Count; k++)
            {
                var one = counts[random.Next(counts.Count)];
                (right, wrong, missed) = (right + one.Right, wrong + one.False, missed + one.Missed);
            }

            scores[draw] = 2 * right + wrong + missed == 0 ? 1 : 2.0 * right / (2 * right + wrong + missed);
        }

        Array.Sort(scores);
        return (scores[Draws / 40], scores[Draws - 1 - Draws / 40]);
    }
}
