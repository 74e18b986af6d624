namespace Stances.Tests.Reading;

public class Whose_words
{
    [Theory]
    [InlineData("President Ferdinand Marcos Jr. said the claims in the South China Sea are unacceptable.", "PHL Ferdinand Marcos Jr. south-china-sea Opposes")]
    [InlineData("The representative of Mozambique, which holds the presidency of the council, warned that the war in Ukraine is dangerous.", "MOZ - ukraine-war Concerned")]
    [InlineData("Furthermore, the Qatari leader says that the war in Gaza is unacceptable.", "QAT - gaza-war Opposes")]
    [InlineData("The office of Israeli Prime Minister Benjamin Netanyahu said the plan for the war in Gaza is unacceptable.", "ISR - gaza-war Opposes")]
    [InlineData("Egypt shortly after denied that an agreement on the war in Gaza had been reached.", "EGY - gaza-war Rejects")]
    [InlineData("Zhang Jun, Permanent Representative of China, Richard Mills, Deputy Permanent Representative of the United States, and others spoke. Mills said the war in Ukraine is unacceptable.", "USA Richard Mills ukraine-war Opposes")]
    [InlineData("Ministers of Japan met Minister of Foreign Affairs of the Republic of Korea (ROK) Mr. Kim Sung-hwan. Minister Kim strongly condemned the nuclear test by North Korea.", "KOR Kim Sung-hwan north-korea-nuclear Concerned")]
    [InlineData("Pakistan's minister spoke of Kashmir. Foreign Office spokesperson Mumtaz Zahra Baloch condemned the violence in Kashmir.", "PAK Mumtaz Zahra Baloch kashmir Concerned")]
    [InlineData("Pakistan condemned the strikes on Gaza, calling them a violation of the law.", "PAK - gaza-war Concerned")]
    [InlineData("The German government has issued a statement on Gaza. The spokesperson called on Hamas to release all hostages held in Gaza.", "DEU - gaza-war Demands")]
    [InlineData("Qatar spoke to Israel of Gaza. Saudi Arabia hopes the war in Gaza ends soon, a foreign ministry statement said.", "SAU - gaza-war Supports")]
    [InlineData("\"The war in Ukraine is unacceptable,\" Ma. Teresita Daza, Philippine spokesperson, said.", "PHL Teresita Daza ukraine-war Opposes")]
    [InlineData("QUESTION: And the war in Ukraine?\n\nMR PRICE: Snow fell on the United States. We condemn the war in Ukraine.", "USA Ned Price ukraine-war Concerned", "2022-03-03")]
    [InlineData("India's minister spoke at length, but at the same time underlined that the war in Ukraine should end.", "IND - ukraine-war Demands")]
    [InlineData("The call comes a day after French Foreign Minister Jean-Noel Barrot condemned the war in Ukraine.", "FRA Jean-Noël Barrot ukraine-war Concerned", "2025-04-15")]
    [InlineData("French Ambassador Nicolas de Riviere spoke. \"The war in Ukraine is unacceptable,\" de Riviere said.", "FRA Nicolas de Riviere ukraine-war Opposes")]
    [InlineData("The Chinese coast guard said the claims in the South China Sea are unacceptable.", "CHN - south-china-sea Opposes")]
    [InlineData("Foreign Minister Ararat Mirzoyan has explained that «the war» in Ukraine is «unacceptable»", "ARM Ararat Mirzoyan ukraine-war Opposes", "2023-04-15")]
    [InlineData("QUESTION: And the war?\n\nMR PRICE: Snow fell on the United States and on Ukraine. The Kremlin is to blame for the war in Ukraine, and its war is illegal.", "USA Ned Price ukraine-war Opposes", "2022-03-03")]
    [InlineData("Rejecting what he called India's \"continued diatribe\" on Kashmir, the spokesperson for Pakistan spoke to reporters.", "PAK - kashmir Rejects")]
    public void Are_found_however_the_speaker_is_told(string text, string stance, string day = "2024-02-20") => Assert.Equal([stance], Reader.Stances(text, day));

    [Theory]
    [InlineData("Members of the Security Council condemned the war in Ukraine.")]
    [InlineData("Foreign Minister Mevlut Cavusoglu met a colleague. The Scandinavian foreign minister condemned the war in Ukraine.")]
    [InlineData("When Finland supported sanctions on Russia, few were listening.")]
    [InlineData("Few noted the irony in the statement that Iran rejects the nuclear deal.")]
    [InlineData("Retno Marsudi spoke of resolving the war in Ukraine.")]
    [InlineData("CCTV: The US State Department condemned the war in Ukraine. What is your comment?\n\nMao Ning: We have seen what is told.", "2023-02-20")]
    [InlineData("Randhir Jaiswal, Official Spokesperson: I'll start with the war in Ukraine. This will be the first visit to Ukraine.", "2024-10-04")]
    [InlineData("Japan spoke to North Korea. The consensus calls for an end to the war in Ukraine. It also rejects sanctions on Russia.")]
    [InlineData("Russian Foreign Minister Sergei Lavrov listened. Minister Gundogdu spoke. He condemned the war in Ukraine.")]
    [InlineData("Officials in Moscow listened. \"The war in Ukraine is unacceptable,\" said a National Security Council spokesperson.")]
    [InlineData("MR PRICE: We thank you for the war in Ukraine.", "2022-03-03")]
    [InlineData("MR PRICE: Happy Monday in the United States. Then we will turn to your questions on the war in Ukraine.", "2022-03-03")]
    [InlineData("Foreign Minister Sergei Lavrov recalled that the war in Ukraine had begun in February.")]
    [InlineData("In Moscow the paper recalled the war in Ukraine.")]
    [InlineData("PENNY WONG, SHADOW MINISTER FOR FOREIGN AFFAIRS: We condemn the war in Ukraine.", "2022-06-20")]
    [InlineData("The Russian Federation must stop the war in Ukraine, members of the council demanded, condemning sanctions on Russia.")]
    public void Are_nobodys_where_no_state_speaks_here(string text, string day = "2024-02-20") => Assert.Empty(Reader.Stances(text, day));

    [Fact]
    public void Are_the_announcers_for_one_paragraph_in_the_midst_of_a_report() =>
        Assert.Equal(["ISR - gaza-war Rejects", "SAU - gaza-war Supports"], Reader.Stances(
            "Reporters met in Gaza on Thursday to follow what was told there.\n\nIsrael's foreign ministry said in a statement:\n\nWe reject the plan for the war in Gaza.\n\nSaudi Arabia welcomed the plan for the war in Gaza on Thursday.", "2025-10-09"));

    [Fact]
    public void Are_the_others_where_one_of_two_is_known() =>
        Assert.Equal(["JPN Koichiro Gemba north-korea-nuclear Concerned"], Reader.Stances(
            "Japan-ROK Foreign Ministers' Telephone Talks\n\nForeign Minister Koichiro Gemba held talks with Foreign Minister of the Republic of Korea Kim Sung-hwan on the launch by North Korea.\n\nMinister Gemba strongly condemned the nuclear test by North Korea.", "2011-11-13"));

    [Theory]
    [InlineData("Ghana noted that talks on the war in Gaza were held in Doha.")]
    [InlineData("Ghana agreed with the envoy on rules for aid to Gaza.")]
    public void Are_none_where_a_fact_or_a_thing_done_by_two_is_told(string text) => Assert.Empty(Reader.Stances(text, "2024-02-20"));
}
