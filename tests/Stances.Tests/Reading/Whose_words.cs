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
    [InlineData("Rejecting what he called India's \"continued diatribe\" on Kashmir, the spokesperson for Pakistan spoke to reporters.", "PAK - kashmir Rejects")]
    public void Are_found_however_the_speaker_is_told(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2024-02-20"));

    [Theory]
    [InlineData("Members of the Security Council condemned the war in Ukraine.")]
    [InlineData("Foreign Minister Mevlut Cavusoglu met a colleague. The Scandinavian foreign minister condemned the war in Ukraine.")]
    [InlineData("When Finland supported sanctions on Russia, few were listening.")]
    [InlineData("Few noted the irony in the statement that Iran rejects the nuclear deal.")]
    [InlineData("Retno Marsudi spoke of resolving the war in Ukraine.")]
    [InlineData("CCTV: The US State Department condemned the war in Ukraine. What is your comment?\n\nMao Ning: We have seen what is told.", "2023-02-20")]
    [InlineData("Randhir Jaiswal, Official Spokesperson: I'll start with the war in Ukraine. This will be the first visit to Ukraine.", "2024-10-04")]
    public void Are_nobodys_where_no_state_speaks_here(string text, string day = "2024-02-20") => Assert.Empty(Reader.Stances(text, day));
}
