using Stances.Domain;

namespace Stances.Tests.Reading;

public class The_day_it_was_said
{
    private const string Lead = "Kenya on Tuesday urged Sudan's army to keep the ceasefire. Uganda said on Monday that it welcomes the ceasefire. The ceasefire was made last week. It has held so far. ";

    [Theory]
    [InlineData("Kenya urged Sudan's army on Tuesday to keep the ceasefire.", "2023-09-26")]
    [InlineData("On the third of September, Kenya urged Sudan's army to keep the ceasefire.", "2023-09-03")]
    [InlineData("Kenya urged Sudan's army yesterday to keep the ceasefire.", "2023-09-26")]
    [InlineData("On Sept. 20, Kenya urged Sudan's army to keep the ceasefire.", "2023-09-20")]
    [InlineData("Kenya urges Sudan's army to keep the ceasefire, a statement issued in Nairobi on Sept. 24 said.", "2023-09-24")]
    [InlineData("Kenya urged Sudan's army to keep the ceasefire.", "2023-09-27")]
    [InlineData("Kenyan President William Ruto, who flew to Khartoum on September 13, said on Monday that Sudan's army must keep the ceasefire.", "2023-09-25")]
    [InlineData("Recalling the truce that both armies signed on September 13, Kenya urged Sudan's army to keep the ceasefire.", "2023-09-27")]
    [InlineData("Kenya condemned the shelling of Sept. 20 as a breach of the ceasefire.", "2023-09-27")]
    [InlineData("On December 29 Kenya urged Sudan's army to keep the ceasefire.", "2022-12-29")]
    [InlineData("15 September - A market is shelled. Kenya calls the shelling of Khartoum a breach of the ceasefire.", "2023-09-15")]
    [InlineData("Kenya condemned the September 20 shelling as a breach of the ceasefire.", "2023-09-27")]
    [InlineData("In a statement that followed the talks in Addis Ababa on Sept. 20 and was published on Sept. 22, Kenya urged Sudan's army to keep the ceasefire.", "2023-09-22")]
    [InlineData("The fighting broke out on Sept. 20. Kenya the next day urged Sudan's army to keep the ceasefire.", "2023-09-21")]
    [InlineData("On Sept. 20 a delegation came to Nairobi from Khartoum. Kenya urged Sudan's army to keep the ceasefire.", "2023-09-20")]
    [InlineData("A delegation came to Nairobi from Khartoum on Sept. 20. Kenya urged Sudan's army to keep the ceasefire.", "2023-09-20")]
    [InlineData("Kenyan President William Ruto told lawmakers at a sitting of both chambers of parliament in Nairobi on Sept. 20 that Sudan's army must keep the ceasefire.", "2023-09-20")]
    [InlineData("At a market that has long been shelled, and where the guns had fallen silent, Kenya urged Sudan's army to keep the ceasefire.", "2023-09-27")]
    public void Is_told_by_the_words_beside_it_or_else_is_that_of_the_report(string text, string expected) =>
        Assert.Equal([DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)], Days(text, "KEN"));

    [Theory]
    [InlineData("Kenya last week urged Sudan's army to keep the ceasefire.")]
    [InlineData("Kenya said through its spokeswoman last week that Sudan's army must keep the ceasefire.")]
    [InlineData("In January, Kenya urged Sudan's army to keep the ceasefire.")]
    [InlineData("Kenya had urged Sudan's army to keep the ceasefire.")]
    [InlineData("Kenya has repeatedly urged Sudan's army to keep the ceasefire.")]
    [InlineData("Kenyan President William Ruto told state television that Sudan's army must keep the ceasefire.")]
    [InlineData("Kenyan President William Ruto urged Sudan's army on Twitter to keep the ceasefire.")]
    public void Is_unknown_where_no_day_is_told(string text) =>
        Assert.Equal([null], Days(text, "KEN"));

    [Fact]
    public void Is_unknown_for_a_country_the_story_is_not_about() =>
        Assert.Equal([null], Days(Lead + "Norway condemned the shelling of Khartoum as a breach of the ceasefire.", "NOR"));

    [Fact]
    public void Is_the_one_on_which_the_paragraph_told_of_the_speaker_whosoever_story_it_is() =>
        Assert.Equal([new DateOnly(2023, 9, 23)], Days(Lead + "\n\nTwo more meetings on Saturday were with Norway's foreign minister, Anniken Huitfeldt, and with Kenya's. "
            + "Huitfeldt condemned the shelling of Khartoum as a breach of the ceasefire.", "NOR"));

    [Fact]
    public void Is_that_of_what_one_recalls_having_said_and_not_of_the_telling() =>
        Assert.Equal([new DateOnly(2023, 9, 22), new DateOnly(2023, 9, 27)], Days("""
            Remarks by Kenyan President William Ruto in Nairobi

            PRESIDENT RUTO: The commander of Sudan's army rang me on Friday. I told him that the ceasefire has to be kept.

            We condemn the shelling of Khartoum as a breach of the ceasefire.
            """, "KEN"));

    [Fact]
    public void Is_that_of_the_meeting_for_those_who_sat_there() =>
        Assert.Equal([new DateOnly(2023, 9, 25)], Days("Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala on Monday. Ruto urged Sudan's army to keep the ceasefire.", "KEN"));

    [Fact]
    public void Is_that_of_the_meeting_and_not_of_the_report_for_what_was_agreed_there() =>
        Assert.Equal([new DateOnly(2023, 9, 25)], Reader.Read("The presidents of Kenya and Uganda have agreed to reopen their border, Nairobi's foreign ministry said Tuesday. Kenyan President William Ruto and Ugandan President Yoweri Museveni met in Kampala on Monday.", "2023-09-27")
            .OfType<ArticleEvent.AgreementReached>().Select(x => x.On));

    [Fact]
    public void Is_that_of_the_paper_where_a_ministry_itself_gives_out_what_it_says() =>
        Assert.Equal([new DateOnly(2023, 9, 27)], Days("Ministry of Foreign Affairs of Kenya\n\nPress Release\n\nOn Sept. 20 a market in Khartoum was shelled. Kenya condemns the shelling as a breach of the ceasefire.", "KEN"));

    [Fact]
    public void Is_that_of_the_heading_which_dates_the_paragraphs_under_it() =>
        Assert.Equal([new DateOnly(2023, 9, 22), new DateOnly(2023, 9, 25)], Days("""
            Uganda's foreign minister travelled to Kenya and Rwanda from September 22 to 26 for talks on the border.

            1 Kenya (Friday, September 22)

            Kenya urged Sudan's army to keep the ceasefire.

            2 Rwanda (Monday, September 25)

            Rwanda welcomed the ceasefire. Kenya condemned the shelling of Khartoum as a breach of the ceasefire.
            """, "KEN"));

    [Fact]
    public void Is_that_of_the_story_whatever_day_the_letterhead_tells() =>
        Assert.Equal([new DateOnly(2023, 9, 26), new DateOnly(2023, 9, 26)], Days("""
            DEPARTMENT OF FOREIGN AFFAIRS
            Republic of Kenya

            Kenya Welcomes Ceasefire

            27 September 2023

            Kenya on Tuesday welcomed the ceasefire between both of Sudan's armies.

            The Foreign Minister of Kenya urged Sudan's army to keep the ceasefire.
            """, "KEN"));

    [Fact]
    public void Is_that_of_the_entry_on_a_live_page() =>
        Assert.Equal([new DateOnly(2023, 9, 27), new DateOnly(2023, 9, 26), new DateOnly(2023, 9, 26)], Days("""
            Sudan truce talks as they happened

            00.40
            Kenya has warned Sudan's army against a breach of the ceasefire.

            22.15
            Norwegian officials came to the hall. Kenya welcomed the ceasefire.

            7.05pm: The first word from Nairobi
            Today Kenya urged Sudan's army to keep the ceasefire.
            """, "KEN"));

    private static IEnumerable<DateOnly?> Days(string text, string country) =>
        Reader.Read(text, "2023-09-27").OfType<ArticleEvent.StanceStated>().Where(x => x.Country == country).Select(x => x.On);
}
