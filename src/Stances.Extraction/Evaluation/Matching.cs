using Stances.Domain;

namespace Stances.Extraction.Evaluation;

/// <summary>A found event beside the gold it answers to; one side is null where there is no other.</summary>
public sealed record Match(string Article, GoldEvent? Gold, ArticleEvent? Found);

/// <summary>Pairs what was found with gold: same type and countries, at least half of the gold's words covered; best overlap first, one to one.</summary>
public static class Matching
{
    /// <summary>The pairs of one article, then what is on one side only. A finding that only optional gold explains is left out.</summary>
    public static IReadOnlyList<Match> Pair(GoldArticle gold, IReadOnlyList<ArticleEvent> found)
    {
        var pairs = new List<(int Gold, int Found, double Overlap)>();
        for (var g = 0; g < gold.Events.Count; g++)
        {
            for (var f = 0; f < found.Count; f++)
            {
                if (TypeOf(found[f]) != gold.Events[g].Type || !CountriesOf(found[f]).SequenceEqual(gold.Events[g].Countries))
                    continue;
                var (covered, iou) = Overlap(gold.Events[g], found[f].Grounds!);
                if (covered >= 0.5 || iou >= 0.5)
                    pairs.Add((g, f,
                        iou + covered + (found[f] is ArticleEvent.StanceStated s
                            ? (gold.Events[g].Topics.Contains(s.Topic)
                                ? 0.15
                                : 0) + (gold.Events[g].Positions.Contains(s.Position)
                                ? 0.1
                                : 0)
                            : 0)));
            }
        }

        var (goldTaken, foundTaken) = (new HashSet<int>(), new HashSet<int>());
        var matches = new List<Match>();
        foreach (var (g, f, _) in pairs.OrderBy(x => gold.Events[x.Gold].Optional).ThenByDescending(x => x.Overlap).ThenBy(x => x.Gold).ThenBy(x => x.Found))
        {
            if (goldTaken.Contains(g) || foundTaken.Contains(f))
                continue;
            goldTaken.Add(g);
            foundTaken.Add(f);
            matches.Add(new Match(gold.Name, gold.Events[g], found[f]));
        }

        // What overlaps gold already taken by a better telling, where that gold or a neighbour is optional, counts neither way.
        for (var f = 0; f < found.Count; f++)
        {
            if (!foundTaken.Contains(f) && !pairs.Any(x => x.Found == f && gold.Events[x.Gold].Optional))
                matches.Add(new Match(gold.Name, null, found[f]));
        }

        for (var g = 0; g < gold.Events.Count; g++)
        {
            if (!goldTaken.Contains(g) && !gold.Events[g].Optional)
                matches.Add(new Match(gold.Name, gold.Events[g], null));
        }

        return matches;
    }

    /// <summary>The type's name as gold writes it.</summary>
    public static string TypeOf(ArticleEvent e) => EventJson.NameOf(e);

    private static List<string> CountriesOf(ArticleEvent e) => e switch
    {
        ArticleEvent.StanceStated s => [s.Country],
        ArticleEvent.AgreementReached a => [.. a.Parties.Distinct().Order(StringComparer.Ordinal)],
        ArticleEvent.MeetingHeld m => [.. m.Participants.Select(x => x.Country).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        _ => [],
    };

    private static (double Covered, double Iou) Overlap(GoldEvent gold, Evidence found)
    {
        var shared = Math.Max(0, Math.Min(gold.End, found.End) - Math.Max(gold.Start, found.Start));
        var union = Math.Max(gold.End, found.End) - Math.Min(gold.Start, found.Start);
        return (shared / (double)Math.Max(1, gold.End - gold.Start), shared / (double)Math.Max(1, union));
    }
}
