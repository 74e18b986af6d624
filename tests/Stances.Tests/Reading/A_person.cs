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
}
