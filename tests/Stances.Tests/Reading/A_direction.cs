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

    private static IEnumerable<string> Told(string text) =>
        Reader.Read(text, "2023-08-08").OfType<ArticleEvent.StanceStated>().Select(x => $"{x.Country} {x.Position} {x.Direction}");
}
