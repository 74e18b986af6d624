using Stances.Domain;

namespace Stances.Tests.Reading;

/// <summary>Who met, where a bloc is told for its members, a visit for the talks, or one verb for several meetings.</summary>
public class A_meeting_without_the_word
{
    [Theory]
    [InlineData("On Monday Indian Prime Minister Narendra Modi met the leaders of the six Gulf Cooperation Council states in Muscat.", "ARE+BHR+IND+KWT+OMN+QAT+SAU")]
    [InlineData("Turkish Foreign Minister Hakan Fidan hosted his Baltic states counterparts in Izmir on Monday.", "EST+LTU+LVA+TUR")]
    [InlineData("On Monday the foreign ministers of the Visegrad Group gathered in Bratislava.", "CZE+HUN+POL+SVK")]
    [InlineData("The foreign ministers of the Baltic states met their Finnish counterpart Elina Valtonen in Tallinn on Monday.", "EST+FIN+LTU+LVA")]
    [InlineData("Some of the Baltic states met in Tallinn on Monday.", "")]
    [InlineData("Two of the Visegrad Group countries held talks in Prague on Monday.", "")]
    public void Is_held_by_all_of_a_bloc_where_all_are_told(string text, string expected) => Assert.Equal(expected, Meetings(text));

    [Theory]
    [InlineData("Kenyan Foreign Minister Alfred Mutua met his counterparts from Norway, Chile and Qatar on the sidelines of the conference in Geneva on Monday.", "CHL+KEN KEN+NOR KEN+QAT")]
    [InlineData("On Monday Kenyan President William Ruto met Ugandan President Yoweri Museveni in Entebbe and, later that day, Rwandan President Paul Kagame in Kigali.", "KEN+RWA KEN+UGA")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua spoke in Geneva. Two further meetings on Monday were with Norway's Anniken Huitfeldt and Chile's Alberto van Klaveren.", "CHL+KEN KEN+NOR")]
    public void Is_one_for_each_who_was_met_alone(string text, string expected) => Assert.Equal(expected, Meetings(text));

    [Theory]
    [InlineData("Kenyan President William Ruto and Ugandan President Yoweri Museveni signed the lake treaty in Kisumu on Monday.", "KEN+UGA")]
    [InlineData("The lake treaty was signed in Kisumu on Monday by Kenyan President William Ruto and Ugandan President Yoweri Museveni.", "KEN+UGA")]
    [InlineData("The lake treaty was signed by Kenyan President William Ruto and Ugandan President Yoweri Museveni in Kisumu in 2019.", "")]
    [InlineData("Kenyan President William Ruto and Ugandan President Yoweri Museveni signed a letter to the African Union in Kisumu.", "")]
    [InlineData("Kenyan President William Ruto and Ugandan President Yoweri Museveni put pen to paper at State House on Monday.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto and Ugandan President Yoweri Museveni went through the draft treaty on Monday.", "KEN+UGA")]
    public void Is_told_by_what_takes_one_table(string text, string expected) => Assert.Equal(expected, Meetings(text));

    [Theory]
    [InlineData("Kenyan Foreign Minister Alfred Mutua arrived in Kampala on Monday. There President Yoweri Museveni of Uganda thanked his guest for the road.", "KEN+UGA")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua flew to Kampala on Monday. Ugandan President Yoweri Museveni told him that the road would be built.", "KEN+UGA")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua spoke in Nairobi. Ugandan President Yoweri Museveni told him that the road would be built.", "")]
    [InlineData("Kenyan President William Ruto announced the road. Ugandan President Yoweri Museveni stood at his side in Nairobi.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto, flanked by Uganda's Yoweri Museveni, said the road would be built.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto hosted a state dinner for Ugandan President Yoweri Museveni in Nairobi on Monday.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto was in Kampala on Monday to meet Ugandan President Yoweri Museveni.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto came to Kampala. His talks with Ugandan President Yoweri Museveni centred on the road.", "KEN+UGA")]
    public void Is_told_by_a_visit(string text, string expected) => Assert.Equal(expected, Meetings(text));

    [Theory]
    [InlineData("The fifth meeting of the Kenya-Uganda Joint Commission was held in Kampala on Monday. It was co-chaired by Kenyan Foreign Minister Alfred Mutua and Ugandan Foreign Minister Jeje Odongo.", "KEN+UGA")]
    [InlineData("A working group set up by Kenya and Uganda held its first meeting in Kampala on Monday.", "KEN+UGA")]
    public void Is_held_by_the_body_of_two_countries(string text, string expected) => Assert.Equal(expected, Meetings(text));

    [Theory]
    [InlineData("Kenyan Foreign Minister Alfred Mutua met Ugandan Foreign Minister Jeje Odongo in Kampala on Monday. Mutua also called on President Yoweri Museveni of Uganda.", "KEN+UGA KEN+UGA")]
    [InlineData("The summit between Kenyan President William Ruto and Ugandan President Yoweri Museveni never took place.", "")]
    [InlineData("Kenya and Uganda have exchanged views on the lake through mediators.", "")]
    [InlineData("Kenyan President William Ruto and Ugandan President Yoweri Museveni are due to settle the last points by telephone.", "")]
    [InlineData("On the margins of the forum Kenyan President William Ruto had bilateral meetings with the presidents of Uganda, Chile and Ghana.", "CHL+KEN GHA+KEN KEN+UGA")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua received in Nairobi on Monday his Ugandan counterpart, Jeje Odongo.", "KEN+UGA")]
    [InlineData("The President of the Republic, William Ruto, met in Nairobi with his counterpart from Uganda, Yoweri Museveni.", "KEN+UGA")]
    [InlineData("Kenya's Alfred Mutua and Uganda's Jeje Odongo joined Rwanda's Vincent Biruta for talks in Kigali on Monday.", "KEN+RWA+UGA")]
    [InlineData("Kenyan President William Ruto spent two hours with his host, Uganda's Yoweri Museveni, in Entebbe on Monday.", "KEN+UGA")]
    [InlineData("Ugandan Foreign Minister Jeje Odongo came to Nairobi. Kenyan Foreign Minister Alfred Mutua held talks with his guest on Monday.", "KEN+UGA")]
    [InlineData("Kenyan Foreign Minister Alfred Mutua and his Ugandan colleague Jeje Odongo were seated opposite Rwanda's Vincent Biruta in Kigali.", "KEN+RWA+UGA")]
    [InlineData("The Kenyan foreign minister, Alfred Mutua, had a brief word with Uganda's Jeje Odongo in Kampala.", "KEN+UGA")]
    [InlineData("Kenyan President William Ruto hosted a welcome ceremony for Ugandan President Yoweri Museveni in Nairobi before the two leaders held talks.", "KEN+UGA")]
    [InlineData("A meeting of the foreign ministers of the Baltic states took place in Riga on Monday.", "EST+LTU+LVA")]
    [InlineData("Kenya's William Ruto rang Uganda's Yoweri Museveni on Monday.", "KEN+UGA")]
    public void Is_each_that_was_held_and_none_that_was_not(string text, string expected) => Assert.Equal(expected, Meetings(text));

    [Fact]
    public void Has_the_day_that_stands_right_before_its_clause()
    {
        var text = "Kenyan President William Ruto spoke of the lake in Kisumu on August 28, when he received Uganda's Jeje Odongo.";
        var held = Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>().Single();
        Assert.Equal((new DateOnly(2023, 8, 28), "in Kisumu on August 28, when he received Uganda's Jeje Odongo"), (held.On, held.Evidence.Exact));
    }

    [Fact]
    public void Is_of_no_day_where_it_came_a_few_days_later()
    {
        var text = "Kenyan President William Ruto met Uganda's Yoweri Museveni in Kisumu on Monday. A few days later the two spoke again by video link.";
        var days = Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>().Select(x => x.On).ToList();
        Assert.Equal([new DateOnly(2023, 9, 25), null], days);
    }

    [Fact]
    public void Is_a_call_to_each_who_was_telephoned_and_on_one_day()
    {
        var text = "Kenyan President William Ruto spoke by telephone with Uganda's Yoweri Museveni and later with Rwanda's Paul Kagame on Monday.";
        var held = Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>().Select(x => (x.Format, x.On)).ToList();
        Assert.Equal([(MeetingFormat.Call, new DateOnly(2023, 9, 25)), (MeetingFormat.Call, new DateOnly(2023, 9, 25))], held);
    }

    private static string Meetings(string text) =>
        string.Join(' ', Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>().Select(x => string.Join('+', x.Participants.Select(y => y.Country).Distinct().Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
}
