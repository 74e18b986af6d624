namespace Stances.Tests.Reading;

public class A_position
{
    [Theory]
    [InlineData("Egypt said a force for the war in Gaza must be sent because Israel violates the law.", "EGY - gaza-war Demands")]
    [InlineData("Pakistan said instead of baseless claims on Kashmir, India should leave Kashmir.", "PAK - kashmir Demands")]
    [InlineData("Qatar said the war in Gaza cannot be ended unless the troops withdraw.", "QAT - gaza-war Demands")]
    [InlineData("Pakistan said India would do well to hold the vote in Kashmir.", "PAK - kashmir Demands")]
    [InlineData("Pakistan said the new status of Kashmir had no legal value.", "PAK - kashmir Rejects")]
    [InlineData("Pakistan said it was lamentable how India spoke of Kashmir.", "PAK - kashmir Concerned")]
    [InlineData("As Kashmir is an integral part of the country, Pakistan said, India should leave Kashmir.", "PAK - kashmir Demands")]
    public void Is_that_of_the_main_clause(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2024-02-20"));

    [Theory]
    [InlineData("Egypt said the war in Gaza was a recipe for chaos.", "EGY - gaza-war Concerned")]
    [InlineData("Egypt called the charges over the war in Gaza childish.", "EGY - gaza-war Rejects")]
    [InlineData("Egypt called the ceasefire in Gaza a turning point.", "EGY - gaza-war Supports")]
    [InlineData("Egypt said both sides should end the aggression in Gaza.", "EGY - gaza-war Demands")]
    [InlineData("Egypt said outside countries should leave the war in Gaza alone.", "EGY - gaza-war Demands")]
    [InlineData("Egypt said everyone should speak of the war in Gaza.", "EGY - gaza-war Demands")]
    [InlineData("Egypt said it will support Sudan in the war in Gaza.", "EGY - gaza-war Commits")]
    [InlineData("Egypt said it would go on supporting the talks on the war in Gaza.", "EGY - gaza-war Commits")]
    [InlineData("Egypt has stated that it does not see a change that would justify the war in Gaza.", "EGY - gaza-war Rejects")]
    [InlineData("Egypt said there can be no double standards over the war in Gaza.", "EGY - gaza-war Demands")]
    [InlineData("Egypt told the summit it was ready to open talks on the war in Gaza.", "EGY - gaza-war Commits")]
    [InlineData("Egypt said it continues to fully support the talks on the war in Gaza.", "EGY - gaza-war Supports")]
    [InlineData("Egypt said it was not against the talks on the war in Gaza.", "EGY - gaza-war Supports")]
    [InlineData("Egypt encouraged Israel to end the war in Gaza.", "EGY - gaza-war Demands")]
    [InlineData("Egypt called the ceasefire in Gaza the right choice.", "EGY - gaza-war Supports")]
    [InlineData("Egypt wanted peace in Gaza but would not accept an ultimatum.", "EGY - gaza-war Supports")]
    [InlineData("Egypt said it understood the aims of the plan for the war in Gaza, but could not accept it.", "EGY - gaza-war Rejects")]
    [InlineData("Egypt said it wanted a peaceful outcome of the war in Gaza.", "EGY - gaza-war Supports")]
    public void Is_what_the_words_weigh(string text, string stance) => Assert.Equal([stance], Reader.Stances(text, "2024-02-20"));

    [Fact]
    public void Is_no_wish_where_one_would_like_to_stress_something() =>
        Assert.Equal(["CHN Mao Ning ukraine-war Supports"], Reader.Stances("Mao Ning: I would like to stress that China has always supported the talks on the war in Ukraine.", "2023-01-30"));
}
