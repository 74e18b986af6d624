using System.Diagnostics;
using Stances.Domain;
using Stances.Extraction;
using Stances.Extraction.Catalogue;
using Stances.Extraction.Text;

namespace Stances.Benchmarks;

/// <summary>
/// Milliseconds to read an article of 6 kB, its floor one pass of cutting the same text into words; and milliseconds for each kB of
/// an article of 1 MB, its floor those of the short one, so that a ratio of 1 is linear.
/// </summary>
internal static class Reading
{
    private const int Short = 6_000, Long = 1_000_000;

    public static async Task Run(BenchServer _)
    {
        var reader = new RulesReader(CatalogueFiles.Load([Path.Combine(AppContext.BaseDirectory, "catalogue")]));
        var seeds = string.Join("\n\n", Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        var (few, many) = (Cut(seeds, Short), Cut(seeds, Long));
        for (var warm = 0; warm < 200; warm++)
            Milliseconds(() => reader.Read(few));
        await Figure.Measure("read-6kB-ms", 20, () => Task.FromResult(Best(() => Tokenizer.Read(few.Text))), () => Task.FromResult(Best(() => reader.Read(few))));
        await Figure.Measure("read-1MB-ms-per-kB", 5, () => Task.FromResult(PerKilobyte(reader, few, 20)), () => Task.FromResult(PerKilobyte(reader, many, 1)));
    }

    private static ArticleText Cut(string seeds, int length) =>
        new(string.Concat(Enumerable.Repeat(seeds + "\n\n", length / seeds.Length + 1))[..length], new DateOnly(2020, 1, 15), Source.Unknown);

    private static double PerKilobyte(RulesReader reader, ArticleText article, int times) =>
        Enumerable.Range(0, times).Sum(_ => Milliseconds(() => reader.Read(article))) / times / (article.Text.Length / 1000.0);

    /// <summary>The best of ten: what else the machine does is no part of it.</summary>
    private static double Best(Action work) => Enumerable.Range(0, 10).Min(_ => Milliseconds(work));

    private static double Milliseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalMilliseconds;
    }
}
