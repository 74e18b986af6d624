using FsCheck;
using FsCheck.Fluent;
using Stances.Domain;
using Stances.Extraction;
using Stances.Extraction.Evaluation;

namespace Stances.Tests.Reading;

public class The_reader
{
    private static readonly IReadOnlyList<GoldArticle> Samples = GoldFiles.Load(Path.Combine(Reader.Root, "seeds"));

    [Fact]
    public void Quotes_the_text_to_the_character_whatever_it_is_given()
    {
        var random = new Random(7);
        foreach (var sample in Samples)
        {
            for (var k = 0; k < 30; k++)
                Assert_stands(Mutated(sample.Article.Text, random));
        }

        Prop.ForAll<string>(text => Stands(text ?? "")).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"\"\"\"''''((((")]
    [InlineData("\ud800 said \udc00.")]
    [InlineData("\u201cWe \u201cwe \u201cwe \u201csaid said said, and, and, and")]
    [InlineData("said said said said: said; said - said -- said, who which that said")]
    [InlineData("U.S. U.N. N. S. Korea's Korea's' -,-,- Japan-Korea-Japan-Korea")]
    public void Reads_anything_without_failing(string text) => Assert_stands(text);

    /// <summary>In memory, which is the same each time; the benchmark <c>read</c> tells the time.</summary>
    [Fact]
    public void Takes_work_that_grows_with_the_length_alone()
    {
        var article = string.Join("\n\n", Samples.Select(x => x.Article.Text));
        var small = Allocated(article);
        var large = Allocated(string.Join("\n\n", Enumerable.Repeat(article, 8)));
        Assert.True(large < 12 * small, $"{small} bytes for one, {large} for eight");
    }

    [Fact]
    public void Says_the_same_of_the_same_article_each_time() =>
        Assert.All(Samples, x => Assert.Equal(
            Reader.Rules.Read(x.Article).Events.Select(EventJson.Write), Reader.Rules.Read(x.Article).Events.Select(EventJson.Write)));

    private static void Assert_stands(string text) => Assert.True(Stands(text), text);

    private static bool Stands(string text) =>
        Reader.Rules.Read(new ArticleText(text, new DateOnly(2017, 8, 8), Source.Unknown)).Events.All(x => x.Grounds is { } evidence && evidence.StandsIn(text));

    private static long Allocated(string text)
    {
        Reader.Read(text, "2018-01-01");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reader.Read(text, "2018-01-01");
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Mutated(string text, Random random)
    {
        var at = random.Next(text.Length);
        var length = random.Next(Math.Min(80, text.Length - at));
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, "\"\u201c(\u201d:;--\n\n"[..random.Next(1, 9)]),
            _ => text.Insert(at, ((char)random.Next(1, 0xffff)).ToString()),
        };
    }
}
