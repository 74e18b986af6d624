using Stances.Domain;

namespace Stances.Tests.Reading;

public class Who_speaks
{
    private const string Day = "2024-02-20";

    [Theory]
    [InlineData("Kenyan President William Ruto, who flew to Kampala on Feb. 13, urged Uganda to lift its milk ban.")]
    [InlineData("Kenyan President William Ruto, speaking with his Ugandan host, Yoweri Museveni, and the Tanzanian envoy, Asha Mbega, urged Uganda to lift its milk ban.")]
    [InlineData("In his opening address Kenyan President William Ruto urged Uganda to lift its milk ban.")]
    public void Is_named_before_what_is_set_in(string text) =>
        Assert.Equal(["KEN William Ruto Demands"], Short(text));

    [Fact]
    public void Are_all_who_are_named_behind_after() =>
        Assert.Equal(["KEN - Rejects", "TZA - Rejects"], Short("The quarrel grew after Kenya and Tanzania rejected the Ugandan pipeline plan."));

    [Theory]
    [InlineData("Polish Foreign Minister Radoslaw Sikorski condemned the strike. The opposition leader called the minister weak. He urged Germany to halt the sanctions.")]
    [InlineData("Polish Foreign Minister Radoslaw Sikorski condemned the strike. NATO Secretary General Jens Stoltenberg called for calm. \"That was no accident,\" he said. \"We urge Germany to keep the sanctions,\" he added.")]
    [InlineData("Polish Foreign Minister Radoslaw Sikorski condemned the strike. Analysts said that Poland opposes the sanctions against Belarus.")]
    public void Is_none_of_a_state_where_one_who_speaks_for_none_was_told_of_last(string text) =>
        Assert.Equal(["POL Radoslaw Sikorski Concerned"], Short(text));

    [Fact]
    public void Is_the_person_the_clause_behind_tells_of() =>
        Assert.Equal(["KEN William Ruto Demands"], Short("Some 900 soldiers left the town, and Kenyan President William Ruto was there on Monday. He urged Uganda to lift its milk ban."));

    [Fact]
    public void Is_the_host_who_is_named_behind_the_word() =>
        Assert.Equal(["RWA Vincent Biruta Supports", "AGO Joao Lourenco Demands"],
            Short("Rwandan Foreign Minister Vincent Biruta welcomed the truce. His host, Angolan President Joao Lourenco, did not stay long. After the talks he urged Rwanda to pull back its troops."));

    [Fact]
    public void Are_the_several_of_one_country_the_text_told_of_last() =>
        Assert.Equal(["TUR - Concerned"], Short("Armenia and Azerbaijan met in Berlin. Turkish officials briefed the press on Monday. They condemned the shelling of Karabakh."));

    [Fact]
    public void Is_not_the_one_who_is_welcomed() =>
        Assert.Equal(["KAZ Kassym-Jomart Tokayev Supports"],
            Short("The presidents of Kazakhstan and Uzbekistan, Kassym-Jomart Tokayev and Shavkat Mirziyoyev, met in Astana. Receiving his Uzbek counterpart, the President praised the trade between the two countries."));

    [Fact]
    public void Is_the_one_the_label_names() =>
        Assert.Equal(["RUS Maria Zakharova Demands"],
            Short("Russian Foreign Minister Sergei Lavrov spoke in Moscow on Tuesday.\n\nZakharova: \"Kyiv must withdraw its troops from Kursk.\"\n\nRussian Foreign Ministry spokeswoman Maria Zakharova spoke an hour later."));

    [Theory]
    [InlineData("Crown Prince Mohammed bin Zayed welcomed the truce in Gaza.", "ARE Mohamed bin Zayed Al Nahyan Supports")]
    [InlineData("President Hassan Sheikh of Somalia welcomed the truce in Gaza.", "SOM Hassan Sheikh Mohamud Supports")]
    [InlineData("Mali's envoy Ibrahim Keita welcomed the truce in Gaza.", "MLI Ibrahim Keita Supports")]
    [InlineData("Qatari Foreign Minister Sheikh Mohammed bin Abdulrahman Al-Thani welcomed the truce in Gaza.", "QAT Mohammed bin Abdulrahman Al Thani Supports")]
    public void Is_who_bears_the_name_that_day(string text, string stance) => Assert.Equal([stance], Short(text));

    [Fact]
    public void Is_told_by_what_stands_behind_his_name() =>
        Assert.Equal(["PHL Teresita Daza Rejects", "PHL Jose Mabini Demands"],
            Short("Philippine Foreign Ministry spokeswoman Teresita Daza rejected the ban. Jose Mabini, spokesman for the Philippine National Security Council, urged China to withdraw its ships."));

    [Fact]
    public void Is_of_the_embassy_whose_deputy_he_is() =>
        Assert.Equal(["CHN Zhou Wei Concerned"],
            Short("The Philippines sent a note. The Chinese embassy in Manila said its deputy ambassador Zhou Wei condemned the landing of Philippine troops on the reef."));

    [Fact]
    public void Is_still_who_told_the_press_of_another() =>
        Assert.Equal(["PHL Teresita Daza Demands"],
            Short("Philippine Foreign Ministry spokesperson Teresita Daza told reporters that Deputy Minister Raphael Herrera met the envoy on Monday. She urged China to withdraw its ships.").TakeLast(1));

    [Fact]
    public void Is_nobody_where_both_only_joins_two_words() =>
        Assert.Empty(Short("China and Peru met in Lima. Boats were seen around the islands, both within and outside the zone, the task force said."));

    [Theory]
    [InlineData("A statement signed by the spokesman of the Zambian Ministry of Foreign Affairs, Mwape Banda, condemned the coup in Niger.", "ZMB - Concerned")]
    [InlineData("A statement issued by the Zambian foreign ministry condemned the coup in Niger.", "ZMB - Concerned")]
    [InlineData("President William Ruto came to Kampala. According to him, Kenya values its partnership with Uganda.", "KEN William Ruto Supports")]
    [InlineData("Tanzania and Kenya held talks in Arusha, led by Samia Suluhu Hassan and William Ruto. Both sides condemned the coup in Niger.", "KEN - Concerned;TZA - Concerned")]
    public void Is_whose_statement_account_or_side_it_is(string text, string stances) => Assert.Equal(stances.Split(';'), Short(text));

    [Fact]
    public void Is_the_minister_whose_spokesman_tells_what_he_stressed() =>
        Assert.Equal(["EGY Sameh Shoukry Demands"],
            Short("Egyptian Foreign Minister Sameh Shoukry spoke by phone with the envoy. Ambassador Ahmed Nour, the official spokesman, stated that the foreign minister urged Sudan to accept a truce. Minister Shoukry then left for Amman.", "2023-04-20"));

    [Fact]
    public void Is_the_sheikh_whom_the_text_names_in_full() =>
        Assert.Equal(["KWT Sheikh Meshal Fahad Al-Omar Supports"],
            Short("Kuwait's Trade Minister, His Excellency Sheikh Meshal Fahad Al-Omar, came to Manila. Sheikh Meshal praised the Philippines for the new trade deal."));

    private static IEnumerable<string> Short(string text, string day = Day) =>
        Reader.Read(text, day).OfType<ArticleEvent.StanceStated>().Select(x => $"{x.Country} {x.Speaker?.Name ?? "-"} {x.Position}");
}
