using Stances.Extraction.Evaluation;

namespace Stances.Tests.Reading;

/// <summary>What the reader must reach at least on the articles it was made with; a change that costs it shows here.</summary>
public class Its_measure
{
    [Theory]
    [InlineData("seeds", null, 0.90, 0.88, 0.85, 0.70, 0.75, 0.70)]
    [InlineData("tests/gold/dev", null, 0.80, 0.64, 0.88, 0.70, 0.88, 0.70)]
    [InlineData("tests/gold/shared-seeds", "../shared/seeds", 0.95, 0.92, 0.95, 0.95, 0.95, 0.95)]
    public async Task Holds(string folder, string? texts, double stanceP, double stanceR, double agreementP, double agreementR, double meetingP, double meetingR)
    {
        var gold = GoldFiles.Load(Path.Combine(Reader.Root, folder), texts is null ? null : Path.Combine(Reader.Root, texts));
        if (gold.Count == 0)
            return;
        var report = await Evaluator.Run(Reader.Rules, gold, TestContext.Current.CancellationToken);
        double[] least = [stanceP, stanceR, agreementP, agreementR, meetingP, meetingR];
        Assert.True(report.Types.SelectMany(x => new[] { x.Precision, x.Recall }).Zip(least).All(x => x.First >= x.Second), report.ToTable());
    }
}
