using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Views;

public sealed class A_meeting(PostgresServer server)
{
    [Fact]
    public async Task Is_one_with_several_sources_where_articles_tell_of_one_day_the_same_countries_and_no_other_people()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "Wire One", "https://one.example/a", 'a'), Met("Taro Kono", "Kang Kyung-wha"), Met("Taro Kono", "Kang Kyung-wha"));
        await at.Append("article-2", Ingested("2017-08-08", "Daily Two", "https://two.example/b", 'a'), Met("taro kono", null));
        await at.Append("article-3", Ingested("2017-08-08", "Ministry of Foreign Affairs of Japan", "https://www.mofa.go.jp/c", 'c'), Met(null, null));
        await at.Append("article-4", Ingested("2017-08-08", "Daily Four", "https://four.example/d", 'd'), Met("Shinzo Abe", "Moon Jae-in"));
        await at.Append("article-5", Ingested("2017-08-08", "Daily Five", "https://five.example/e", 'e'), Met("Taro Kono", "Kang Kyung-wha", MeetingFormat.Call), Met("Taro Kono", "Kang Kyung-wha", on: null));

        Assert.Equal(["2 [5 7] 2 independent, primary", "3 [] 1 independent", "9 [] 1 independent", "11 [] 1 independent", "12 [] 1 independent"], await Told(at, Clock.Now));
    }

    [Fact]
    public async Task Is_carried_by_the_next_report_when_its_first_is_taken_back()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "One", null, 'a'), Met("Taro Kono", null));
        var both = await at.Append("article-2", Ingested("2017-08-08", "Two", null, 'b'), Met("Taro Kono", null));
        await at.Append("article-1", new EventRetracted(2, "misread", "desk"));

        Assert.Equal(["4 [] 1 independent"], await Told(at, Clock.Now));
        Assert.Equal(["2 [4] 1 independent"], await Told(at, new Clock(Sequence: both[^1].Sequence)));
    }

    [Fact]
    public async Task Ends_in_agreements_that_are_one_where_the_same_parties_agreed_the_same_in_like_words()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "One", null, 'a'), Agreed("agreed to hold a summit of their leaders this year"), Agreed("pledged to mend the strained ties of the two"));
        await at.Append("article-2", Ingested("2017-08-08", "Two", null, 'b'), Agreed("agreed to arrange a summit within this year", "KOR", "JPN"), Agreed("agreed to hold a summit of their leaders this year", "JPN", "USA"));

        Assert.Equal(["2 [5] 2", "3 [] 1", "6 [] 1"], (await Agreements.Between(at.Db, [], [], Clock.Now)).Items.Select(x =>
            $"{x.Cited.Sequence} [{string.Join(' ', x.Sources.Others.Select(o => o.Cited.Sequence))}] {x.Sources.Independent}"));
    }

    private static MeetingHeld Met(string? one, string? other, MeetingFormat format = MeetingFormat.Bilateral, string? on = "2017-08-07") => new(
        on is null ? null : Day(on), "Manila", null, format, [new(one, null, "JPN"), new(other, null, "KOR")], 0.9, [],
        new Evidence(0, 3, $"{one ?? "one side"} and {other ?? "the other"} sat down"));

    private static AgreementReached Agreed(string words, params string[] parties) => new(
        parties is [] ? ["JPN", "KOR"] : parties, "leaders-summit", "to meet", AgreementStage.Agreed, Day("2017-08-07"), 0.9, [], new Evidence(0, words.Length, words));

    private static async Task<List<string>> Told(ViewsDatabase at, Clock clock) =>
        [.. (await Meetings.Between(at.Db, [], clock)).Items.Select(x =>
            $"{x.Cited.Sequence} [{string.Join(' ', x.Sources.Others.Select(o => o.Cited.Sequence))}] {x.Sources.Independent} independent{(x.Sources.Primary ? ", primary" : "")}")];
}
