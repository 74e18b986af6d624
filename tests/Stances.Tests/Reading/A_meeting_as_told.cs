using System.Globalization;
using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_meeting_as_told
{
    [Theory]
    [InlineData("UN Secretary-General Antonio Guterres met Kenyan President William Ruto in Nairobi on Monday.", "KEN+UNO Bilateral Nairobi 2023-09-25")]
    [InlineData("Malaysian Foreign Minister Zambry Abdul Kadir was in Hanoi on Monday. The Vietnamese and Malaysian ministers met. I have seen them since then, Zambry said.", "MYS+VNM Bilateral Hanoi 2023-09-25")]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala on Monday. The foreign ministers of Kenya and Uganda met in Kampala on Monday too.", "KEN+UGA Summit Kampala 2023-09-25; KEN+UGA Bilateral Kampala 2023-09-25")]
    [InlineData("Japanese Foreign Minister Yoko Kamikawa met Mark Brown, Prime Minister and Minister for Foreign Affairs of the Cook Islands, in Avarua on Monday.", "COK+JPN Bilateral Avarua 2023-09-25")]
    [InlineData("Oman's Foreign Minister Badr al-Busaidi was in Doha. On Monday, Minister al-Busaidi met Qatari Prime Minister Mohammed bin Abdulrahman Al Thani in Doha.", "OMN+QAT Bilateral Doha 2023-09-25")]
    [InlineData("Indian Foreign Minister S. Jaishankar was on a tour of Asia. During his stay in Hanoi he met Vietnamese Foreign Minister Bui Thanh Son on Monday.", "IND+VNM Bilateral Hanoi 2023-09-25")]
    [InlineData("US Secretary of State Antony Blinken is in the Gulf. Omani Foreign Minister Badr al-Busaidi received the American guest in Muscat on Monday.", "OMN+USA Bilateral Muscat 2023-09-25")]
    [InlineData("German Chancellor Olaf Scholz met Spanish Prime Minister Pedro Sanchez, whose country holds the presidency, in Granada on Monday.", "DEU+ESP Summit Granada 2023-09-25")]
    public void Says_who_sat_down_how_where_and_when(string text, string expected) => Assert.Equal(expected, Meetings(text));

    [Theory]
    [InlineData("Kenyan President William Ruto met Ugandan President Yoweri Museveni and emerged with a promise.", "Kenyan President William Ruto met Ugandan President Yoweri Museveni and emerged with a promise")]
    [InlineData("South African President Cyril Ramaphosa led Senegal's Macky Sall into the palace. They met Ukrainian President Volodymyr Zelenskiy twice.", "South African President Cyril Ramaphosa led Senegal's Macky Sall into the palace. They met Ukrainian President Volodymyr Zelenskiy twice")]
    public void Rests_on_the_words_that_tell_who_met_and_what_came_of_it(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>()).Grounds!.Exact);

    private static string Meetings(string text) =>
        string.Join("; ", Reader.Read(text, "2023-09-27").OfType<ArticleEvent.MeetingHeld>().Select(x => string.Join(' ',
            string.Join('+', x.Participants.Select(y => y.Country).Distinct().Order(StringComparer.Ordinal)), x.Format, x.Place ?? "-", x.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-")));
}
