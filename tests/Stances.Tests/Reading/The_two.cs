using Stances.Domain;

namespace Stances.Tests.Reading;

public class The_two
{
    private const string OneByOne = "Kenyan President William Ruto met Tanzanian President Samia Suluhu Hassan in Nairobi on Monday. On Tuesday Ruto met Ugandan President Yoweri Museveni. ";

    [Theory]
    [InlineData("With Hassan, he spoke of trade. The two agreed to reopen the border.", "KEN+TZA")]
    [InlineData("The Ugandan president praised the port of Mombasa. The two leaders agreed to reopen the border.", "KEN+UGA")]
    [InlineData("When Ruto met with Rwandan President Paul Kagame on Tuesday, both sides agreed to reopen the border.", "KEN+RWA")]
    public void Are_those_told_of_since(string text, string parties) => Assert.Equal([parties], Parties(OneByOne + text, null));

    [Theory]
    [InlineData("Rwandan President Paul Kagame was in Nairobi on Thursday. Ruto thanked him for the visit. The two governments agreed to reopen the border.", "KEN+RWA")]
    [InlineData("Rwandan President Paul Kagame informed Ruto of the unrest, and both leaders agreed to reopen the border.", "KEN+RWA")]
    [InlineData("Rwandan President Paul Kagame praised the port of Mombasa; Ruto in reply said that Kenya would widen it. The two leaders agreed to reopen the border.", "KEN+RWA")]
    [InlineData("Rwandan President Paul Kagame told his host Ruto of the unrest. Both sides agreed to reopen the border.", "KEN+RWA")]
    [InlineData("Rwandan President Paul Kagame condemned the coup in Niger. Both sides agreed to reopen the border.", "KEN+UGA")]
    public void Are_those_who_faced_one_another_since(string text, string parties) => Assert.Equal([parties], Parties(OneByOne + text, null));

    private const string Tour = "Foreign Minister Radoslaw Sikorski met in Paris with French Foreign Minister Stephane Sejourne. In London Foreign Secretary David Cameron praised Poland. The two ministers agreed to step up talks on defence.";

    [Fact]
    public void Are_the_publisher_and_whom_it_faced_last_where_a_ministry_tells() => Assert.Equal(["GBR+POL"], Parties(Tour, "Ministry of Foreign Affairs of Poland"));

    [Fact]
    public void Are_those_who_met_where_a_paper_tells() => Assert.Equal(["FRA+POL"], Parties(Tour, "Gazeta Wyborcza"));

    [Fact]
    public void Begin_the_clause_and_not_the_sentence_before() =>
        Assert.Equal(["The two agreed to reopen the border"],
            Reader.Read(OneByOne + "They saw the Red Sea. The two agreed to reopen the border.", "2023-09-27").OfType<ArticleEvent.AgreementReached>().Select(x => x.Evidence.Exact));

    private static IEnumerable<string> Parties(string text, string? publisher) =>
        Reader.Read(text, "2024-02-20", publisher).OfType<ArticleEvent.AgreementReached>().Select(x => string.Join('+', x.Parties));
}
