using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_person
{
    [Theory]
    [InlineData("Ghana's Foreign Minister Shirley Ayorkor Botchwey met Togo's Ama Kossi Mensah and Kofi Adjei of Benin in Accra on Friday.", "BEN Kofi Adjei, GHA Shirley Ayorkor Botchwey, TGO Ama Kossi Mensah")]
    [InlineData("Presidents Tomas Herrera of Costa Rica and Ramon Fuentes of Honduras met on Tuesday.", "CRI Tomas Herrera, HND Ramon Fuentes")]
    [InlineData("Norwegian Foreign Minister Anniken Huitfeldt sat down with Iceland's foreign minister, Thordis Kolbrun Gylfadottir, and Denmark's, Mette Holm, in Oslo.", "DNK Mette Holm, ISL Thordis Kolbrun Reykfjord Gylfadottir, NOR Anniken Huitfeldt")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua held talks with Minister Namugosa of Uganda.", "KEN Alfred Mutua, UGA Namugosa")]
    [InlineData("Jordanian Foreign Minister Ayman Safadi met Sheikh Mohammed bin Abdulrahman Al Thani, the Foreign Minister of Qatar, in Amman.", "JOR Ayman Safadi, QAT Mohammed bin Abdulrahman Al Thani")]
    [InlineData("The foreign minister of Oman and Egyptian Foreign Minister Sameh Shoukry met in Cairo.", "EGY Sameh Shoukry, OMN -")]
    public void Is_whose_the_words_beside_the_name_say(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Assert.Single(Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>()).Participants.Select(x => $"{x.Country} {x.Person ?? "-"}").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Kenyan President William Ruto met with Commonwealth Bank of Australia.")]
    [InlineData("Kenyan President William Ruto met with Japan's Softbank Group.")]
    public void Is_nobody_where_the_name_is_a_things(string text) => Assert.Empty(Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>());

    [Theory]
    [InlineData("2021-06-01", "Mustafa Al Kadhimi condemned the coup in Niger.", "IRQ Mustafa al-Kadhimi")]
    [InlineData("2021-06-01", "Von der Leyen condemned the coup in Niger in the name of the EU.", "EUU Ursula von der Leyen")]
    [InlineData("2024-10-10", "Senegal's President Bassirou Faye condemned the coup in Niger.", "SEN Bassirou Diomaye Faye")]
    [InlineData("2019-02-20", "President Rodrigo Roa Duterte of the Philippines condemned the coup in Niger.", "PHL Rodrigo Duterte")]
    [InlineData("2023-02-20", "Iran watched. Foreign Minister Amir-Abdollahian condemned the coup in Niger.", "IRN Hossein Amir-Abdollahian")]
    public void Is_known_however_his_name_is_printed(string day, string text, string expected) => Assert.Equal([expected + " coup Concerned"], Reader.Stances(text, day));

    [Theory]
    [InlineData("China's special envoy to the Pacific region, Tan Ruolin, condemned the coup in Niger.", "CHN Tan Ruolin")]
    [InlineData("The Danish ambassador to Kenya, Ole Jensen, condemned the coup in Niger.", "DNK Ole Jensen")]
    [InlineData("Serbia's envoy for the Sahel, Marko Ilic, condemned the coup in Niger.", "SRB Marko Ilic")]
    [InlineData("Norway takes the floor. The coup in Niger must be condemned and the coup is unacceptable, its ambassador, Kari Lund, says.", "NOR Kari Lund")]
    public void Is_sent_somewhere_and_speaks_for_whoever_sent_him(string text, string expected) =>
        Assert.All(Reader.Stances(text, "2024-02-20"), x => Assert.StartsWith(expected, x, StringComparison.Ordinal));

    [Theory]
    [InlineData("Zambia's student leader, Mwape Banda, condemned the coup in Niger.")]
    [InlineData("Kenya watched. In Peru the ambassador, Jose Tello, condemned the coup in Niger.")]
    [InlineData("Kenya watched. The commissioner, Jose Tello, condemned the coup in Niger.")]
    public void Is_not_the_papers_own_where_the_words_point_elsewhere(string text) => Assert.Empty(Reader.Stances(text, "2024-02-20", "Daily Nation"));

    [Theory]
    [InlineData("A spokesman for President Hakainde Hichilema, Mwape Banda, condemned the coup in Niger.", "ZMB Mwape Banda")]
    [InlineData("A spokesman for Zambian President Hakainde Hichilema, Mwape Banda, condemned the coup in Niger.", "ZMB Mwape Banda")]
    [InlineData("A spokeswoman for Austria's foreign ministry, Anna Weiss, condemned the coup in Niger.", "AUT Anna Weiss")]
    [InlineData("A foreign ministry spokesman in Vienna, Karl Huber, condemned the coup in Niger.", "AUT Karl Huber")]
    [InlineData("Austria's deputy permanent representative to the UN Karl Huber condemned the coup in Niger.", "AUT Karl Huber")]
    public void Is_named_behind_whom_or_where_he_speaks_for(string text, string expected) =>
        Assert.Equal([expected + " coup Concerned"], Reader.Stances(text, "2024-02-20"));

    [Theory]
    [InlineData("Ahmed Karimi, a spokesman for the group, condemned the coup in Niger.")]
    [InlineData("A spokeswoman for the Reform Alliance, Jane Otieno, condemned the coup in Niger.")]
    [InlineData("Kenya watched. The official condemned the coup in Niger.")]
    [InlineData("Kenya watched. The final communique condemned the coup in Niger.")]
    [InlineData("Kenya watched. The text urged all to condemn the coup in Niger.")]
    [InlineData("Kenya watched. Each side condemned the coup in Niger.")]
    public void Speaks_for_no_state_that_the_words_do_not_tell(string text) => Assert.Empty(Reader.Stances(text, "2024-02-20", "Daily Nation"));

    [Fact]
    public void Is_whoever_of_that_office_the_paragraph_named_last() =>
        Assert.Equal("ZMB Hakainde Hichilema coup Concerned", Assert.Single(Reader.Stances("Kenya watched. A spokesman took questions for Zambian President Hakainde Hichilema. The president condemned the coup in Niger.", "2024-02-20", "Daily Nation")));

    [Theory]
    [InlineData("The foreign ministers of Peru and Chile, Jose Rojas and Juan Soto, condemned the coup in Niger.", "CHL Juan Soto, PER Jose Rojas")]
    [InlineData("The presidents of Peru, Chile and Uruguay, Jose Rojas, Juan Soto and Ana Pereira, condemned the coup in Niger.", "CHL Juan Soto, PER Jose Rojas, URY Ana Pereira")]
    [InlineData("The foreign ministers of Peru and Chile condemned the coup in Niger.", "CHL -, PER -")]
    public void Is_of_the_country_told_in_the_same_place(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Reader.Stances(text, "2024-02-20").Select(x => x.Replace(" coup Concerned", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
}
