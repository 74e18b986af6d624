namespace Stances.Tests.Reading;

public class An_interview
{
    private const string Text = """
        A talk with Gabrielius Landsbergis

        Lithuania's foreign minister Gabrielius Landsbergis spoke to us in Vilnius on Wednesday.

        Does Lithuania support sanctions on Russia?

        We welcome the sanctions on Russia, of course.

        North Korea has fired more missiles. What do you say to that?

        It is all too familiar. We condemn the missile launches of North Korea.

        Will you let the ships out of Odesa?

        Lithuania is ready to help the Black Sea grain deal along.
        """;

    [Fact]
    public void Without_labels_is_answered_by_whom_its_head_names() =>
        Assert.Equal(
            ["LTU Gabrielius Landsbergis russia-sanctions Supports", "LTU Gabrielius Landsbergis north-korea-nuclear Concerned", "LTU Gabrielius Landsbergis black-sea-grain Commits"],
            Reader.Stances(Text, "2022-12-15"));

    [Fact]
    public void Is_none_where_the_article_does_not_say_so() =>
        Assert.Equal(["LTU - black-sea-grain Commits"], Reader.Stances(Text.Replace("A talk with", "The mind of", StringComparison.Ordinal).Replace(" spoke to us", " was seen", StringComparison.Ordinal), "2022-12-15"));
}
