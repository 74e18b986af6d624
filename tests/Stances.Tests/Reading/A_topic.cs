using Stances.Domain;

namespace Stances.Tests.Reading;

public class A_topic
{
    [Theory]
    [InlineData("Kenya condemned the gang violence in Haiti.", "haiti")]
    [InlineData("Kenya called for an end to the fighting in Sudan.", "sudan-war")]
    [InlineData("Kenya voiced concern over Libya's elections.", "libya-conflict")]
    [InlineData("Kenya voiced concern over the crackdown in Belarus.", "belarus")]
    [InlineData("Kenya welcomed the elections in Norway.", "democracy")]
    public void Is_the_country_that_troubles_are_told_of(string text, string topic) => Assert.Equal([topic], Topics(text));

    [Theory]
    [InlineData("Kenya called for the Security Council to be reformed.", "un-security-council-reform")]
    [InlineData("Kenya condemned the police intrusion in the Mexican embassy.", "diplomatic-immunity")]
    [InlineData("Kenya condemned the launch of another satellite by North Korea.", "north-korea-nuclear")]
    [InlineData("Kenya criticised the new tariffs of President Trump.", "us-tariffs")]
    public void Is_told_by_words_that_stand_apart(string text, string topic) => Assert.Equal([topic], Topics(text));

    [Theory]
    [InlineData("Peru welcomed the lifting of visa requirements.", "visas")]
    [InlineData("Kenya praised the labour unions' defence of human-rights defenders.", "human-rights")]
    public void Is_told_by_words_in_any_form_and_spelling(string text, string topic) => Assert.Equal([topic], Topics(text));

    [Theory]
    [InlineData("Norway condemned the launch of two rockets by North Korea.", "north-korea-nuclear")]
    [InlineData("Norway condemned Ethiopia's plan for the reservoir.", "nile-dam")]
    public void Is_told_by_words_that_are_told_of_a_country(string text, string topic) => Assert.Equal([topic], Topics(text));

    [Fact]
    public void Is_none_that_nobody_could_speak_of_yet() =>
        Assert.NotEqual(["covid-19"], Topics("Kenya expressed concern over the pandemic.", "2009-06-20"));

    [Theory]
    [InlineData("On Sudan, the Kenyan government called for a ceasefire.", "sudan-war")]
    [InlineData("The war in Sudan has lasted a year. Kenya called for a ceasefire.", "sudan-war")]
    public void Is_the_war_that_a_ceasefire_would_end(string text, string topic) => Assert.Equal([topic], Topics(text));

    [Theory]
    [InlineData("The assembly voted on Ukraine on Wednesday. Kenya said it would vote for the resolution.", "ukraine-war")]
    [InlineData("Haiti\n\nThe council met on Monday.\n\nKenya said it was ready to send a thousand officers.", "haiti")]
    public void Is_the_country_that_papers_and_headings_name(string text, string topic) => Assert.Equal([topic], Topics(text));

    [Fact]
    public void Of_an_answer_in_general_words_is_what_was_asked() =>
        Assert.Equal(["xinjiang"], Topics("""
            Interview with the Foreign Minister of Australia

            Question: What do you say to the camps in Xinjiang?

            Penny Wong: Australia is concerned about human rights.
            """));

    [Fact]
    public void Of_a_point_in_a_list_is_its_own() =>
        Assert.Equal(["south-china-sea", "people-exchanges"], Agreed("""
            The foreign ministers of Vietnam and the Philippines met in Hanoi on Tuesday.

            • The two ministers agreed to keep the peace in the South China Sea.
            • The two ministers agreed to open more direct flights.
            """));

    [Fact]
    public void Of_a_point_that_names_none_is_that_of_the_heading_over_it() =>
        Assert.Equal(["haiti"], Topics("""
            The foreign ministers of Vietnam and the Philippines met in Hanoi on Tuesday and spoke of fishing.

            The crisis in Haiti

            Kenya said that it was ready to send a thousand officers.
            """));

    [Fact]
    public void Of_an_answer_is_what_was_asked() =>
        Assert.Equal(["taiwan"], Topics("""
            Question: Lai Ching-te will visit Taiwan's allies. Is a blockade of Taiwan planned?

            Wang Wenbin: China is firmly opposed to this.
            """));

    [Theory]
    [InlineData("Kenya pledged to open new embassies in Peru.", "bilateral-relations")]
    [InlineData("Kenya condemned the fighting in El Geneina.", "sudan-war")]
    [InlineData("Kenya called for the mines to be cleared from the minefields.", "landmines")]
    [InlineData("Kenya welcomed the association agreement of Moldova.", "eu-enlargement")]
    [InlineData("Kenya urged an end to the ivory trade.", "biodiversity")]
    [InlineData("Kenya condemned the shelling along the frontier of Peru.", "border-dispute")]
    [InlineData("Kenya asked Peru to lift the toll on the barges.", "trade-restrictions")]
    [InlineData("Kenya condemned the missile that had struck the plane.", "downed-airliners")]
    public void Is_told_by_places_and_general_words(string text, string topic) => Assert.Equal([topic], Topics(text));

    [Fact]
    public void Is_no_deal_of_whoever_speaks() =>
        Assert.NotEqual(["mercosur-eu-trade"], Topics("Peru and Chile signed an accord on their port on Monday. The European Union welcomed the accord."));

    [Fact]
    public void Is_no_toll_on_trade_where_the_dead_are_counted() =>
        Assert.NotEqual(["trade-restrictions"], Topics("Kenya voiced concern over the death toll."));

    [Fact]
    public void Of_a_scheme_is_told_by_what_follows() =>
        Assert.Equal(["fisheries"], Topics("Kenya welcomed the scheme. It would let trawlers into the bay."));

    [Fact]
    public void Is_none_where_an_article_on_many_things_leaves_it_open() =>
        Assert.Equal(["unclassified"], Topics("""
            The talk was of whaling, of landmines, of greenhouse gases, of semiconductors and of the Olympics.

            It lasted an hour.

            The weather was fine.

            Kenya rejected the claim.
            """));

    private static IEnumerable<string> Topics(string text, string day = "2024-05-15") => Reader.Read(text, day).OfType<ArticleEvent.StanceStated>().Select(x => x.Topic);

    private static IEnumerable<string> Agreed(string text) => Reader.Read(text, "2024-05-15").OfType<ArticleEvent.AgreementReached>().Select(x => x.Topic);
}
