using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_list
{
    private const string Title = "Joint Communique between the Republic of Chad and the Republic of Cameroon\n\n";

    [Fact]
    public void Tells_point_by_point_what_those_above_it_agreed_to() =>
        Assert.Equal(["CMR+TCD revive the joint commission on trade", "CMR+TCD finish the road between their capitals", "CMR+TCD meet again next year"],
            Agreements(Title + "4. The two Heads of State agreed to:\n\n4.1 revive the joint commission on trade;\n\n4.2 finish the road between their capitals.\n\n5. The two Heads of State agreed to meet again next year.")
                .Select(x => x.Replace("The two Heads of State agreed to ", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("At the end of their talks, the two Heads of State:\n\n- agreed to revive the joint commission on trade;\n\n- undertook to finish the road;\n\n- condemned the coup in Niger.")]
    [InlineData("The Heads of State of Chad and Cameroon:\n\n1. Agree to revive the joint commission on trade;\n\n2. Undertake to finish the road;\n\n3. Condemn the coup in Niger.")]
    public void Tells_what_those_above_it_did(string text)
    {
        Assert.Equal(["to revive the joint commission on trade", "to finish the road"], Agreements(Title + text).Select(x => x[x.IndexOf("to ", StringComparison.Ordinal)..]));
        Assert.Equal(["CMR - coup Concerned", "TCD - coup Concerned"], Reader.Stances(Title + text, "2023-08-18"));
    }

    [Fact]
    public void Tells_what_one_asks_for() =>
        Assert.Equal(["EGY - gaza-war Demands", "EGY - gaza-war Demands"],
            Reader.Stances("On the war in Gaza, the Egyptian ministry called for the following:\n\n- an immediate ceasefire in Gaza;\n\n- the opening of all crossings to Gaza for aid.", "2024-02-20"));

    private static IEnumerable<string> Agreements(string text) =>
        Reader.Read(text, "2023-08-18").OfType<ArticleEvent.AgreementReached>().Select(x => $"{string.Join('+', x.Parties)} {x.Evidence.Exact}");
}
