using Stances.Domain;
using static Stances.Domain.ArticleEvent;

namespace Stances.Extraction.Evaluation;

/// <summary>How well a reader did on one type of event.</summary>
/// <param name="Optional">Pairs with optional gold: neither rewarded nor punished.</param>
/// <param name="Fields">For each field, how many of the pairs that have it got it right.</param>
public sealed record TypeScore(string Type, int Right, int False, int Missed, int Optional, int Strict, IReadOnlyDictionary<string, FieldScore> Fields)
{
    /// <summary>How much of what was found is right.</summary>
    public double Precision => Right + False == 0 ? 1 : Right / (double)(Right + False);

    /// <summary>How much of what is there was found.</summary>
    public double Recall => Right + Missed == 0 ? 1 : Right / (double)(Right + Missed);

    /// <summary>Both in one.</summary>
    public double F1 => Harmonic(Precision, Recall);

    /// <summary>The same, where every field must be right too.</summary>
    public double StrictF1 => Harmonic(Right + False == 0 ? 1 : Strict / (double)(Right + False), Right + Missed == 0 ? 1 : Strict / (double)(Right + Missed));

    private static double Harmonic(double p, double r) => p + r == 0 ? 0 : 2 * p * r / (p + r);
}

/// <summary>How often a field was right among the pairs that have it.</summary>
public sealed record FieldScore(int Right, int All)
{
    /// <summary>As a share.</summary>
    public double Share => All == 0 ? 1 : Right / (double)All;
}

/// <summary>How often findings of a band of confidence were right.</summary>
public sealed record BandScore(string Band, int Right, int All);

/// <summary>Counts pairs.</summary>
public static class Scoring
{
    /// <summary>The types of event, in the order of reports.</summary>
    public static readonly IReadOnlyList<string> Types = ["stance_stated", "agreement_reached", "meeting_held"];

    /// <summary>The score of one type.</summary>
    public static TypeScore Of(string type, IEnumerable<Match> matches)
    {
        var own = matches.Where(x => (x.Gold?.Type ?? Matching.TypeOf(x.Found!)) == type).ToList();
        var pairs = own.Where(x => x is { Gold.Optional: false, Found: not null }).ToList();
        var fields = pairs.SelectMany(x => Fields(x.Gold!, x.Found!)).GroupBy(x => x.Field)
            .ToDictionary(x => x.Key, x => new FieldScore(x.Count(y => y.Right), x.Count()));
        return new TypeScore(
            type, pairs.Count, own.Count(x => x.Gold is null), own.Count(x => x.Found is null), own.Count(x => x is { Gold.Optional: true, Found: not null }),
            pairs.Count(x => Fields(x.Gold!, x.Found!).All(y => y.Right)), fields);
    }

    /// <summary>How often each band of confidence was right, optional gold counted as right.</summary>
    public static IReadOnlyList<BandScore> Bands(IEnumerable<Match> matches)
    {
        var found = matches.Where(x => x.Found is not null).ToList();
        BandScore Band(string name, double from, double to) => new(
            name, found.Count(x => x.Gold is not null && In(x, from, to)), found.Count(x => In(x, from, to)));
        return [Band(">= 0.85", 0.85, 2), Band("0.70-0.84", 0.70, 0.85), Band("< 0.70", -1, 0.70)];
    }

    /// <summary>Which fields of a pair are right.</summary>
    public static IEnumerable<(string Field, bool Right)> Fields(GoldEvent gold, ArticleEvent found)
    {
        switch (found)
        {
            case StanceStated s:
                yield return ("position", gold.Positions.Count == 0 || gold.Positions.Contains(s.Position));
                yield return ("topic", gold.Topics.Count == 0 || gold.Topics.Contains(s.Topic));
                yield return ("direction", gold.Directions.Count == 0 || gold.Directions.Contains(s.Direction));
                yield return ("speaker", SameName(gold.Speaker, s.Speaker?.Name));
                yield return ("date", gold.On == s.On);
                break;
            case AgreementReached a:
                yield return ("topic", gold.Topics.Count == 0 || gold.Topics.Contains(a.Topic));
                yield return ("date", gold.On == a.On);
                break;
            case MeetingHeld m:
                yield return ("date", gold.On == m.On);
                if (gold.Format is { } format)
                    yield return ("format", format == m.Format);
                if (gold.Place is { } place)
                    yield return ("place",
                        m.Place is { } told
                            && (told.Contains(place, StringComparison.OrdinalIgnoreCase)
                                || place.Contains(told, StringComparison.OrdinalIgnoreCase)));
                if (gold.People.Count > 0)
                    yield return ("people", gold.People.All(x => m.Participants.Any(y => SameName(x, y.Person))));
                break;
        }
    }

    private static bool In(Match match, double from, double to)
    {
        var (confidence, _) = Sureness(match.Found!);
        return confidence >= from && confidence < to;
    }

    /// <summary>How sure the reader is of what it found, and why.</summary>
    internal static (double Confidence, IReadOnlyList<string> Reasons) Sureness(ArticleEvent found) => found switch
    {
        StanceStated s => (s.Confidence, s.Reasons),
        AgreementReached a => (a.Confidence, a.Reasons),
        MeetingHeld m => (m.Confidence, m.Reasons),
        _ => (0, []),
    };

    /// <summary>The same person: all words of the shorter name in the longer.</summary>
    private static bool SameName(string? gold, string? found)
    {
        if (gold is null || found is null)
            return gold is null && found is null;
        var a = Words(gold);
        var b = Words(found);
        return a.IsSubsetOf(b) || b.IsSubsetOf(a);
    }

    private static HashSet<string> Words(string name) =>
        [.. Text.Tokenizer.Read(name).Where(x => x.IsWord).SelectMany(x => x.Lower.Split('-'))];
}
