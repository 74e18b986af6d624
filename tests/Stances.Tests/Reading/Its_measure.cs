using Stances.Domain;
using Stances.Extraction;
using Stances.Extraction.Evaluation;

namespace Stances.Tests.Reading;

/// <summary>What the reader must reach at least on the articles it was made with; a change that costs it shows here.</summary>
public class Its_measure
{
    [Theory]
    [InlineData("seeds", null, 0.90, 0.88, 0.85, 0.75, 0.90, 0.85)]
    [InlineData("tests/gold/dev", null, 0.85, 0.77, 0.87, 0.78, 0.90, 0.68)]
    [InlineData("tests/gold/shared-seeds", "../shared/seeds", 0.95, 0.92, 0.95, 0.95, 0.95, 0.95)]
    public async Task Holds(string folder, string? texts, double stanceP, double stanceR, double agreementP, double agreementR, double meetingP, double meetingR)
    {
        var gold = GoldFiles.Load(Path.Combine(Reader.Root, folder), texts is null ? null : Path.Combine(Reader.Root, texts));
        if (gold.Count == 0)
            return;
        var report = await Evaluator.Run(Reader.Rules, gold, Reader.Catalogue.People, TestContext.Current.CancellationToken);
        double[] least = [stanceP, stanceR, agreementP, agreementR, meetingP, meetingR];
        Assert.True(report.Types.SelectMany(x => new[] { x.Precision, x.Recall }).Zip(least).All(x => x.First >= x.Second), report.ToTable());
    }

    [Fact]
    public async Task Knows_a_speaker_under_each_of_the_names_of_the_catalogue()
    {
        const string text = "Foreign Minister Sergey Lavrov said Russia opposes the expansion of NATO.";
        var gold = new GoldEvent("stance_stated", ["RUS"], "Sergey Lavrov", [], [], [], new(2021, 12, 1), 0, text.Length, false, [], null, null);
        var article = new GoldArticle("one", new ArticleText(text, new(2021, 12, 1), Source.Unknown), null, [gold]);

        var report = await Evaluator.Run(Reader.Rules, [article], Reader.Catalogue.People, TestContext.Current.CancellationToken);

        Assert.Equal(new FieldScore(1, 1), report.Types[0].Fields["speaker"]);
    }
}
