namespace Stances.Tests.Reading;

public class A_passive_clause
{
    [Theory]
    [InlineData("The coup in Niger was condemned on Thursday by France.", "FRA - coup Concerned")]
    [InlineData("China's claims in the South China Sea have been rejected by Vietnam and the Philippines.", "PHL - south-china-sea Rejects,VNM - south-china-sea Rejects")]
    [InlineData("The ceasefire in Gaza was welcomed by Foreign Minister Ayman Safadi of Jordan.", "JOR Ayman Safadi gaza-war Supports")]
    public void Tells_the_stance_of_who_is_named_behind_by(string text, string stances) =>
        Assert.Equal(stances, string.Join(',', Reader.Stances(text, "2023-07-27").Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("The coup in Niger was condemned.")]
    [InlineData("The militia is backed by Iran in the war in Yemen.")]
    [InlineData("The coup in Niger was not condemned by France.")]
    [InlineData("The coup in Niger will be condemned by France.")]
    public void Tells_nothing_where_nobody_says_it_now(string text) => Assert.Empty(Reader.Stances(text, "2023-07-27"));
}
