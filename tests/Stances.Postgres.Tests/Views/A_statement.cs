using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Views;

public sealed class A_statement(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";
    private const string Wire = "Foreign Minister Kono called on Seoul to keep the 2015 deal in talks held on Monday";
    private const string Reworded = "In Monday's talks Kono called on Seoul to keep the 2015 deal, officials said on Monday";

    [Fact]
    public async Task Is_one_with_several_sources_where_reports_tell_it_in_near_same_words()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "Wire One", "https://one.example/a", 'a'), Kono(Wire));
        await at.Append("article-2", Ingested("2017-08-08", "Daily Two", "https://two.example/b", 'b'), Kono(Wire + " evening"));
        await at.Append("article-3", Ingested("2017-08-08", "Daily Three", "https://www.three.co.uk/c", 'c'), Kono(Reworded));
        await at.Append("article-4", Ingested("2017-08-08", "Three on Sunday", "https://sunday.three.co.uk/d", 'd'), Kono(Reworded + " in Manila"));
        await at.Append("article-5", Ingested("2017-08-08", "Daily Five", "https://five.example/e", 'e'), Kono("The agreement of two years ago was to be honoured by the other side"));

        Assert.Equal(["2 [4 6 8] 2 independent", "10 [] 1 independent"], await Told(at, Clock.Now));
    }

    [Fact]
    public async Task Is_one_where_all_the_worlds_papers_print_it_on_one_day()
    {
        await using var at = await Create(server);
        var random = new Random(1);
        await at.Log.Append([.. Enumerable.Range(0, 450).Select(n => at.Of(
            $"article-{n}", Ingested("2017-08-08", $"Paper {n}", null, (char)('0' + n)), Kono(n % 3 == 0 ? $"{Reworded} {n}" : $"{Wire} {n} {random.Next(5)}")))]);
        await at.Runner.CatchUp();

        Assert.Equal([("2", 449)], (await StatementQuery.List(at.Db, new StatementFilter(), Clock.Now, oldestFirst: true)).Items.Select(x => ($"{x.Told.Cited.Sequence}", x.Others.Count)));
        await Rebuilt.IsTheSame(at, Statements.Projection, 900, random);
    }

    [Fact]
    public async Task Is_one_where_one_speaker_made_it_at_one_meeting()
    {
        await using var at = await Create(server);
        var met = new MeetingHeld(
            Day("2017-08-07"), "Manila", null, MeetingFormat.Bilateral, [new("Taro Kono", null, "JPN"), new(null, null, "KOR")], 0.9, [], new Evidence(0, 3, "met"));
        await at.Append("article-1", Ingested("2017-08-08", "One", null, 'a'), met, Kono("Kono told Kang the deal must be kept"));
        await at.Append("article-2", Ingested("2017-08-08", "Two", null, 'b'), met, Kono("Tokyo insists that what was signed be carried out"));
        await at.Append("article-3", Ingested("2017-08-08", "Three", null, 'c'), Kono("what was said elsewhere that same day by him"));

        Assert.Equal(["3 [6] 2 independent", "8 [] 1 independent"], await Told(at, Clock.Now));
    }

    [Fact]
    public async Task Is_carried_by_the_next_report_when_its_first_is_taken_back()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "One", null, 'a'), Kono(Wire));
        var both = await at.Append("article-2", Ingested("2017-08-08", "Two", null, 'b'), Kono(Wire));
        await at.Append("article-1", new EventRetracted(2, "misread", "desk"));

        Assert.Equal(["4 [] 1 independent"], await Told(at, Clock.Now));
        Assert.Equal(["2 [4] 1 independent"], await Told(at, new Clock(Sequence: both[^1].Sequence)));
        Assert.Equal(4, (await Positions.Get(at.Db, "JPN", Deal, Clock.Now))!.Period.OpenedBy);
    }

    [Fact]
    public async Task Is_primary_where_a_ministry_published_it()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "Daily One", "https://one.example/a", 'a'), Kono(Wire));
        await at.Append("article-2", Ingested("2017-08-08", "Ministry of Foreign Affairs of Japan", "https://www.mofa.go.jp/x", 'b'), Kono(Wire));
        await at.Append("article-3", Ingested("2017-08-08", "Daily Three", "https://abc.go.com/x", 'c'), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07"));

        var statements = (await StatementQuery.List(at.Db, new StatementFilter(), Clock.Now, oldestFirst: true)).Items;

        Assert.Equal([("JPN", true), ("KOR", false)], statements.Select(x => (x.Country, x.Primary)));
    }

    [Fact]
    public async Task Is_found_by_its_words_with_filters_combined_at_will()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "One"),
            Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", "Kono called for the agreement to be carried out", "Taro Kono"),
            Said("JPN", "gsomia", Position.Supports, Direction.For, "2017-08-07", "Kono values the agreement on information", "Taro Kono", 0.5),
            Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07", "Kang said the agreement lacks consent", "Kang Kyung-wha"));
        await at.Append("article-2", Ingested("2018-01-10", "Two"), Said("JPN", Deal, Position.Opposes, Direction.Against, null, "further agreements are unacceptable", "Yoshihide Suga"));

        Assert.Equal("2 3 4 6", await Found(new(Words: "agreement")));
        Assert.Equal("2 6", await Found(new(["JPN"], [Deal], Words: "agreements")));
        Assert.Equal("2", await Found(new(["JPN", "KOR"], [Deal], [Position.Demands], Words: "\"carried out\"")));
        Assert.Equal("2 3", await Found(new(Person: "kono")));
        Assert.Equal("4", await Found(new(Person: "Kang Kyung-wha", Directions: [Direction.Against])));
        Assert.Equal("6", await Found(new(Publisher: "two")));
        Assert.Equal("2 4 6", await Found(new(MinConfidence: 0.6)));
        Assert.Equal("6", await Found(new(From: Day("2018-01-01"))));
        Assert.Equal("2 3 4", await Found(new(To: Day("2018-01-01"))));
        Assert.Equal("", await Found(new(["FRA'; drop"], Words: "agreement")));

        async Task<string> Found(StatementFilter filter) => string.Join(' ',
            (await StatementQuery.List(at.Db, filter, Clock.Now, oldestFirst: true)).Items.Select(x => x.Told.Cited.Sequence));
    }

    [Fact]
    public async Task Is_listed_by_pages_without_gap_or_repeat()
    {
        await using var at = await Create(server);
        await at.Append("article-1", [Ingested("2017-08-08"), .. Enumerable.Range(0, 7).Select(i => Said("JPN", "t" + i, Position.Demands, Direction.For, i < 4 ? "2017-08-07" : "2017-08-06"))]);

        foreach (var (oldestFirst, expected) in new[] { (true, "6 7|8 2|3 4|5"), (false, "5 4|3 2|8 7|6") })
        {
            var pages = new List<string>();
            for (Cursor? after = null; ;)
            {
                var page = await StatementQuery.List(at.Db, new(), Clock.Now, oldestFirst, after, 2);
                pages.Add(string.Join(' ', page.Items.Select(x => x.Told.Cited.Sequence)));
                if ((after = Cursor.Parse(page.Next?.ToString())) is null)
                    break;
            }
            Assert.Equal(expected, string.Join('|', pages));
        }
    }

    private static StanceStated Kono(string words) => Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", words, "Taro Kono");

    private static async Task<List<string>> Told(ViewsDatabase at, Clock clock) =>
        [.. (await StatementQuery.List(at.Db, new StatementFilter(), clock, oldestFirst: true)).Items.Select(x =>
            $"{x.Told.Cited.Sequence} [{string.Join(' ', x.Others.Select(o => o.Cited.Sequence))}] {x.IndependentSources} independent")];
}
