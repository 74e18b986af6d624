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

    private static IEnumerable<string> Short(string text) =>
        Reader.Read(text, Day).OfType<ArticleEvent.StanceStated>().Select(x => $"{x.Country} {x.Speaker?.Name ?? "-"} {x.Position}");
}
