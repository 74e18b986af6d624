namespace Stances.Tests.Reading;

public class A_verb_or_a_noun
{
    [Theory]
    [InlineData("Washington supports the talks on a ceasefire in Gaza.", "USA - gaza-war Supports")]
    [InlineData("The Chinese side supports the ceasefire in Gaza.", "CHN - gaza-war Supports")]
    [InlineData("The Kenyan government hopes that the ceasefire in Gaza will hold.", "KEN - gaza-war Supports")]
    [InlineData("We're alarmed by the war in Gaza, Jordan's Ayman Safadi told a briefing.", "JOR Ayman Safadi gaza-war Concerned")]
    [InlineData("At the daily briefing the Jordanian minister Ayman Safadi condemned the war in Gaza.", "JOR Ayman Safadi gaza-war Concerned")]
    public void Is_a_verb_where_a_subject_stands_before_it(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2024-02-20"));

    [Theory]
    [InlineData("Amid Egyptian calls for a ceasefire in Gaza the market fell.")]
    [InlineData("Analysts see Egypt's demands that the war in Gaza end as hopeless.")]
    [InlineData("Papers in Cairo reported on equality, respect for borders and the war in Gaza.")]
    public void Is_a_noun_behind_a_preposition_or_another_verb(string text) => Assert.Empty(Reader.Stances(text, "2024-02-20"));

    [Theory]
    [InlineData("Egypt said disputes must not widen the war in Gaza.", "EGY - gaza-war Demands")]
    [InlineData("Egypt said it would not enter a bidding contest over Gaza.", "EGY - gaza-war Rejects")]
    [InlineData("Egypt called on all Arab states to end the war in Gaza.", "EGY - gaza-war Demands")]
    public void Is_a_noun_where_no_verb_can_be(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2024-02-20"));

    [Fact]
    public void Joined_to_a_noun_is_one() =>
        Assert.Equal(["KEN - sudan-war Commits"], Reader.Stances("Kenya will keep defending its interests and values, and vowed to end the war in Sudan.", "2024-02-20"));

    [Fact]
    public void Goes_on_with_what_we_do() =>
        Assert.Equal(["KEN William Ruto gaza-war Supports", "KEN William Ruto gaza-war Commits"], Reader.Stances("We welcome the ceasefire in Gaza, Kenya's William Ruto said, and pledge to help end the war in Gaza.", "2024-02-20"));

    [Fact]
    public void Joined_to_another_keeps_its_subject() =>
        Assert.Equal(["CHN - gaza-war Supports", "CHN - gaza-war Demands"], Reader.Stances("The Chinese side supports the ceasefire in Gaza and calls on all parties to end the war in Gaza.", "2024-02-20"));
}
