using System.Globalization;

namespace Stances.Benchmarks;

/// <summary>One measured figure: ours and its floor in turns, the median of the rounds, the spread of their ratios.</summary>
internal static class Figure
{
    public static async Task Measure(string name, int rounds, Func<Task<double>> floor, Func<Task<double>> ours)
    {
        var pairs = new List<(double Ours, double Floor)>();
        for (var round = 0; round < rounds; round++)
        {
            var below = await floor();
            pairs.Add((await ours(), below));
        }
        Print(name, pairs);
    }

    public static void Print(string name, IReadOnlyList<(double Ours, double Floor)> pairs)
    {
        var ratios = pairs.Select(p => p.Ours / p.Floor).Order().ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}\t{Median(pairs.Select(p => p.Ours)):0.##}\t{Median(pairs.Select(p => p.Floor)):0.##}\t{Median(ratios):0.00}\t{ratios[0]:0.00}-{ratios[^1]:0.00}"));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    public static double Percentile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];
    }
}
