using Stances.EventData;
using Stances.Http;

namespace Stances.Tests.Program;

/// <summary>Tables are opened in spreadsheets, and their words are strangers'.</summary>
public sealed class A_table
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    public void Holds_no_formula(string words)
    {
        Assert.Equal($"'{words}", Formats.Csv([new { words }]).Split("\r\n", 2)[1].TrimEnd('\r', '\n').Trim('"'));
        Assert.StartsWith("'", Polecat(words).Split('\t')[Column("Source")], StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_what_is_none_as_it_is_and_in_its_cell()
    {
        Assert.Equal("words,number\r\n\"a, \"\"b\"\"\nc\",-7\r\n", Formats.Csv([new { words = "a, \"b\"\nc", number = -7 }]));
        Assert.Equal("The Example Wire", Polecat("The Example\tWire").Split('\t')[Column("Source")]);
    }

    private static string Polecat(string publisher) => PolecatTable.Row(new PloverRecord(
        "article-1/2", new DateOnly(2017, 8, 7), [new PloverActor("JPN", "GOV", "Taro Kono", null)], null, ["SUPPORT"], null, null, null, ["words"], 1, 3.5, new PloverText(0, 5),
        new PloverCitation("article-1", null, null, publisher, null, "PLOVER 0.8"), "stances", new DateOnly(2017, 8, 8), "00:00:00Z", null));

    private static int Column(string name) => PolecatTable.Header.Split('\t').IndexOf(name);
}
