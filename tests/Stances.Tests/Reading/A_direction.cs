using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_direction
{
    [Theory]
    [InlineData("China firmly opposes any official contact between the US and Taiwan over the Taiwan Strait.", "CHN Opposes Against")]
    [InlineData("The United States opposes any unilateral change of the status quo in the Taiwan Strait.", "USA Opposes For")]
    [InlineData("The Philippines condemned the use of water cannon at Scarborough Shoal.", "PHL Concerned For")]
    [InlineData("The Philippines rejected China's claim to Scarborough Shoal.", "PHL Rejects For")]
    [InlineData("China urged the Philippines to tow away the ship from Second Thomas Shoal.", "CHN Demands Against")]
    public void Follows_the_side_a_country_is_known_to_stand_on(string text, string expected) =>
        Assert.Equal([expected], Told(text));

    [Theory]
    [InlineData("Norway condemned the attack on aid convoys as a breach of the ceasefire.", "NOR Concerned For")]
    [InlineData("Kenya welcomed the ceasefire in Sudan.", "KEN Supports For")]
    public void Is_for_a_matter_where_what_harms_it_is_opposed(string text, string expected) =>
        Assert.Equal([expected], Told(text));

    [Theory]
    [InlineData("South Korea said the comfort women deal cannot settle the issue.", "KOR Opposes Against")]
    [InlineData("Kenya said the ceasefire in Sudan could not be accepted.", "KEN Rejects Against")]
    [InlineData("Kenya objects to unilateral sanctions.", "KEN Opposes Against")]
    public void Takes_a_no_once(string text, string expected) =>
        Assert.Equal([expected], Told(text));

    [Theory]
    [InlineData("South Korea asked Japan to disclose its data on the treated water.", "KOR Demands Unclear")]
    [InlineData("South Korea asked Japan to stop the release of treated water.", "KOR Demands Against")]
    public void Is_open_where_an_account_is_asked_for(string text, string expected) =>
        Assert.Equal([expected], Told(text));

    [Theory]
    [InlineData("Norway denied that it had discussed the embargo on Cuba.", "NOR Rejects Unclear")]
    [InlineData("Norway rejected the accusation that it had broken the embargo on Cuba.", "NOR Rejects Unclear")]
    public void Is_open_where_a_report_or_a_charge_is_denied(string text, string expected) =>
        Assert.Equal([expected], Told(text));

    [Fact]
    public void Is_against_the_deed_where_no_more_is_named_than_that_it_is_unacceptable() =>
        Assert.Equal(["BOL Opposes For"], Told("Police stormed the Mexican embassy on Friday. Bolivia said that the action was unacceptable."));

    [Theory]
    [InlineData("Norway asked for the embargo against Cuba to be lifted.", "NOR Demands For")]
    [InlineData("Norway spoke against lifting the embargo on Cuba and demanded that it be kept.", "NOR Demands Against")]
    public void Hears_against_only_where_it_turns_what_follows(string text, string expected) =>
        Assert.Contains(expected, Told(text));

    private static IEnumerable<string> Told(string text) =>
        Reader.Read(text, "2023-08-08").OfType<ArticleEvent.StanceStated>().Select(x => $"{x.Country} {x.Position} {x.Direction}");
}
