using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_paper_list
{
    private const string Visit = "Kenyan President William Ruto met Tanzanian President Samia Suluhu Hassan in Nairobi on Monday. He thanked her for the port.\n\n";

    [Theory]
    [InlineData("The following documents were signed:\n\n- Memorandum of understanding on the exchange of customs data;\n\n- Handing over of a hydrographic chart of the lake;\n\n- Agreement on a gas pipeline.\n\n- The press was thanked.")]
    [InlineData("LIST OF OUTCOMES\n\nAgreements and MoUs exchanged\n\n(i) Memorandum of understanding on the exchange of customs data\n\n(ii) Agreement on a gas pipeline\n\nThe press was thanked.")]
    [InlineData("The two leaders witnessed the exchange of the following:\n\nI. Memorandum of understanding on the exchange of customs data\n\nII. Agreement on a gas pipeline\n\nThe press was thanked.")]
    public void Makes_an_agreement_of_each_document(string text) =>
        Assert.Equal(["KEN+TZA Memorandum of understanding on the exchange of customs data", "KEN+TZA Agreement on a gas pipeline"], Agreements(Visit + text));

    [Fact]
    public void Is_of_those_a_document_names() =>
        Assert.Equal(["RWA+UGA Agreement between the Republic of Rwanda and the Republic of Uganda on a gas pipeline"],
            Agreements(Visit + "The following documents were signed:\n\n- Agreement between the Republic of Rwanda and the Republic of Uganda on a gas pipeline."));

    [Fact]
    public void Is_none_where_nothing_says_that_they_were_signed() =>
        Assert.Equal([], Agreements(Visit + "Further reading\n\n(i) Memorandum of understanding on the exchange of customs data\n\n(ii) Agreement on a gas pipeline"));

    private static IEnumerable<string> Agreements(string text) =>
        Reader.Read(text, "2023-09-27").OfType<ArticleEvent.AgreementReached>().Select(x => $"{string.Join('+', x.Parties)} {x.Evidence.Exact}");
}
