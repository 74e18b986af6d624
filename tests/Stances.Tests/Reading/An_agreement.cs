using Stances.Domain;

namespace Stances.Tests.Reading;

public class An_agreement
{
    private const string Met = "Kenyan President William Ruto met Tanzanian President Samia Suluhu Hassan in Nairobi on Monday. ";

    [Theory]
    [InlineData("During the visit two agreements on trade were signed.", "two agreements on trade were signed")]
    [InlineData("Kenya and Tanzania pledged to support the talks.", "Kenya and Tanzania pledged to support the talks")]
    [InlineData("The two leaders reaffirmed their support for free trade.", "The two leaders reaffirmed their support for free trade")]
    [InlineData("The talks centered on trade, with both sides agreeing to reopen the border.", "both sides agreeing to reopen the border")]
    [InlineData("It was agreed to reopen the border, according to a statement.", "It was agreed to reopen the border")]
    [InlineData("\"We have agreed to reopen the border,\" Ruto told reporters.", "\"We have agreed to reopen the border,\" Ruto told reporters")]
    [InlineData("The two leaders witnessed the signing of a memorandum on a gas pipeline.", "The two leaders witnessed the signing of a memorandum on a gas pipeline")]
    [InlineData("They held talks in private, after which they signed a declaration on trade.", "they signed a declaration on trade")]
    [InlineData("Ruto said that talks on trade would go on, and they agreed to reopen the border.", "they agreed to reopen the border")]
    [InlineData("Their foreign ministers, Musalia Mudavadi and January Makamba, put their names to an agreement on trade.", "Their foreign ministers, Musalia Mudavadi and January Makamba, put their names to an agreement on trade")]
    [InlineData("The two leaders shared deep concern over the coup in Niger.", "The two leaders shared deep concern over the coup in Niger")]
    [InlineData("Recognising the importance of trade, the two leaders agreed to reopen the border.", "the two leaders agreed to reopen the border")]
    [InlineData("The two leaders agreed to coordinate their positions on trade.", "The two leaders agreed to coordinate their positions on trade")]
    [InlineData("Uganda's Yoweri Museveni said that Kenya and Tanzania had agreed to reopen the border.", "Kenya and Tanzania had agreed to reopen the border")]
    [InlineData("There was a post by Ruto on X. He said both sides were committed to free trade.", "both sides were committed to free trade")]
    [InlineData("With Hassan he agreed to reopen the border.", "With Hassan he agreed to reopen the border")]
    [InlineData("The two leaders announced that a treaty on trade had entered into force.", "The two leaders announced that a treaty on trade had entered into force")]
    [InlineData("The two leaders, on the day of the \"Joint Declaration on Lasting Peace\", agreed to reopen the border.", "The two leaders, on the day of the \"Joint Declaration on Lasting Peace\", agreed to reopen the border")]
    [InlineData("The foreign ministry praised the visit in a statement. \"They agreed to reopen the border,\" the statement also said.", "They agreed to reopen the border")]
    [InlineData("The two leaders announced that direct flights would resume.", "The two leaders announced that direct flights would resume")]
    [InlineData("Finally, leaders agreed to work together on trade.", "leaders agreed to work together on trade")]
    [InlineData("Both leaders, noting the threats to Kenya, agreed to reopen the border.", "Both leaders, noting the threats to Kenya, agreed to reopen the border")]
    [InlineData("Host and guest affirmed their determination to ease trade.", "Host and guest affirmed their determination to ease trade")]
    [InlineData("They agreed to ease visas, regularly maintain and effectively uphold the talks on trade.", "They agreed to ease visas, regularly maintain and effectively uphold the talks on trade")]
    [InlineData("They vowed to consider easing visas and signing an agreement on visas.", "They vowed to consider easing visas and signing an agreement on visas")]
    [InlineData("They announced the signing of two agreements on trade.", "They announced the signing of two agreements on trade")]
    [InlineData("The two leaders oversaw the signing of twelve documents on trade.", "The two leaders oversaw the signing of twelve documents on trade")]
    [InlineData("They concurred in promoting free trade.", "They concurred in promoting free trade")]
    [InlineData("There was agreement between the two leaders that the border should be reopened.", "There was agreement between the two leaders that the border should be reopened")]
    [InlineData("A joint commission on trade was agreed upon.", "A joint commission on trade was agreed upon")]
    [InlineData("The following instruments were signed: an agreement on trade and another on visas.", "The following instruments were signed: an agreement on trade and another on visas")]
    [InlineData("Recalling what their ministers discussed on September 4, the two leaders agreed to reopen the border.", "the two leaders agreed to reopen the border")]
    [InlineData("In a joint statement Kenya and Tanzania agreed to reopen the border.", "Kenya and Tanzania agreed to reopen the border")]
    [InlineData("Kenya and Tanzania initialled agreements on trade.", "Kenya and Tanzania initialled agreements on trade")]
    [InlineData("Kenya and Tanzania sealed a pact on trade.", "Kenya and Tanzania sealed a pact on trade")]
    [InlineData("The two leaders agreed to reopen the border to trade within a week. They had reached an understanding on trade, his office said.", "The two leaders agreed to reopen the border to trade within a week")]
    [InlineData("A Joint Council on trade was established.", "A Joint Council on trade was established")]
    [InlineData("Kenya and Tanzania agreed to reopen the border, the Kenyan foreign ministry confirmed.", "Kenya and Tanzania agreed to reopen the border")]
    [InlineData("\"President Hassan and I have agreed to reopen the border,\" Ruto said.", "\"President Hassan and I have agreed to reopen the border,\" Ruto said")]
    [InlineData("The guarantors reaffirmed their commitment to free trade.", "The guarantors reaffirmed their commitment to free trade")]
    [InlineData("Earlier, in talks with Hassan, Ruto had agreed to a summit on trade.", "with Hassan, Ruto had agreed to a summit on trade")]
    public void Is_of_those_who_met_where_nobody_else_is_told(string text, string words) =>
        Assert.Equal(["KEN+TZA 2023-09-25 " + words], Agreements(Met + text));

    [Theory]
    [InlineData("An agreement on trade will be signed.")]
    [InlineData("The treaty on trade was signed by the two governments in Nairobi in 2010.")]
    [InlineData("Neither Kenya nor Tanzania agreed on the border.")]
    [InlineData("The two countries seek to ease trade.")]
    [InlineData("The two countries could not agree on trade.")]
    [InlineData("The two countries agreed on nothing.")]
    [InlineData("The two countries had agreed to it.")]
    [InlineData("The two countries are ready to ease trade.")]
    [InlineData("Neither side agreed on the border, the ministry said.")]
    [InlineData("Last year the two countries agreed to ease trade.")]
    [InlineData("What did the two sides agree on trade?")]
    [InlineData("Uganda, the Kenyan foreign ministry added, often makes promises, and Kenya would continue to support free trade.")]
    [InlineData("Leaders said that trade matters.")]
    [InlineData("There was no agreement between the two leaders that the border should be reopened.")]
    [InlineData("The two leaders assured Uganda of their support for free trade.")]
    [InlineData("It is the old treaty in which the two countries agreed to ease trade.")]
    [InlineData("The ban was lifted at the last minute in March, with the two countries agreeing to hold talks on trade.")]
    public void Is_none_where_it_is_to_come_refused_or_only_sought(string text) =>
        Assert.Equal([], Agreements(Met + text));

    [Theory]
    [InlineData("Uganda's lake is far from Tanzania. Tanzania's ports serve Uganda. Kenyan President William Ruto was received on Monday by Ethiopian Prime Minister Abiy Ahmed, and the two governments signed an agreement on trade.", "ETH+KEN")]
    [InlineData("Ugandan President Yoweri Museveni and Rwanda's Paul Kagame are set to meet in Kenya. The two leaders have agreed to end the tension between Kenya and Tanzania.", "RWA+UGA")]
    [InlineData("Kenyan President William Ruto spoke at length in Kampala. Rwanda's Paul Kagame spoke too. Ugandan President Yoweri Museveni agreed with his visitor to reopen the border.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto is in Uganda. Rwanda's Paul Kagame is not. We know the declaration which Ruto and Yoweri Museveni read out. They agreed to reopen the border.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto met Rwanda's Paul Kagame in Kigali. He went on to Uganda. His host, Ugandan President Yoweri Museveni, appeared at ease. The pair agreed to reopen the border.", "KEN+UGA")]
    [InlineData("The European Union met Kenya on trade in Nairobi. Kenya agreed with the bloc on rules for trade.", "EUU+KEN")]
    [InlineData("Q: The foreign ministers of Kenya and Uganda met yesterday and adopted a declaration on trade. Do you have a comment?", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto announced a truce between Uganda and Rwanda.", "RWA+UGA")]
    public void Is_of_those_told_last_not_of_those_told_most(string text, string parties) =>
        Assert.Equal([parties], Reader.Read(text, "2023-09-27").OfType<ArticleEvent.AgreementReached>().Select(x => string.Join('+', x.Parties)));

    [Theory]
    [InlineData("Agreements on trade were signed with Uganda and Rwanda.", "KEN+RWA+TZA+UGA")]
    [InlineData("The bloc's members, Uganda, Rwanda and Burundi, agreed to ease trade.", "BDI+RWA+UGA")]
    [InlineData("Uganda and Rwanda agreed there with Burundi to ease trade.", "BDI+RWA+UGA")]
    public void Is_of_those_it_names(string text, string parties) =>
        Assert.Equal([parties], Reader.Read(Met + text, "2023-09-27").OfType<ArticleEvent.AgreementReached>().Select(x => string.Join('+', x.Parties)));

    [Theory]
    [InlineData("They agreed to set up a commission, and to prepare a summit of their leaders.", "They agreed to set up a commission | to prepare a summit of their leaders")]
    [InlineData("They decided to ease visas and undertook to fight drug trafficking.", "They decided to ease visas | undertook to fight drug trafficking")]
    public void Is_one_for_each_thing_agreed(string text, string words) =>
        Assert.Equal(words.Split(" | ").Select(x => "KEN+TZA 2023-09-25 " + x), Agreements(Met + text));

    [Fact]
    public void Is_nobodys_where_none_have_met() =>
        Assert.Equal([], Agreements("Kenya and Tanzania share a border. Two agreements on trade were signed."));

    private static IEnumerable<string> Agreements(string text) =>
        Reader.Read(text, "2023-09-27").OfType<ArticleEvent.AgreementReached>().Select(x => $"{string.Join('+', x.Parties)} {x.On:yyyy-MM-dd} {x.Evidence.Exact}");
}
