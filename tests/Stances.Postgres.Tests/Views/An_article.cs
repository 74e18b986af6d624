using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Views;

public sealed class An_article(PostgresServer server)
{
    [Fact]
    public async Task Is_shown_by_the_reading_in_force()
    {
        await using var at = await Create(server);
        var ingested = await at.Append("article-1", Ingested("2017-08-08", "One", hash: 'a'));
        var revised = await at.Append("article-1", Revised("2017-08-09", "One", hash: 'b'));
        await at.Append("article-1", new ArticleWithdrawn("taken back", "desk"));

        Assert.Equal(('a', "2017-08-08"), await Read(new Clock(Known: ingested[0].RecordedAt)));
        Assert.Equal(('b', "2017-08-09"), await Read(new Clock(Sequence: revised[0].Sequence)));
        Assert.Null(await Articles.Get(at.Db, "article-1", Clock.Now));

        async Task<(char, string)> Read(Clock clock) =>
            await Articles.Get(at.Db, "article-1", clock) is { } x ? (x.TextHash[0], $"{x.PublishedOn:yyyy-MM-dd}") : ('-', "");
    }

    [Fact]
    public async Task Counts_as_read_on_the_day_it_is_of()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08", "One"));
        await at.Append("article-2", Ingested("2017-08-08", "One"));
        await at.Append("article-3", Ingested("2017-08-08"));
        await at.Append("article-4", Ingested("2017-08-09", "Two"));
        await at.Append("article-4", new ArticleWithdrawn("taken back", "desk"));

        Assert.Equal([new Covered("One", Day("2017-08-08"), 2), new Covered(null, Day("2017-08-08"), 1)], await Coverage.ByDay(at.Db, Clock.Now));
        Assert.Equal(new CoverageSummary(4, Day("2017-08-08"), Day("2017-08-09"), 2), await Coverage.Summary(at.Db, new Clock(Sequence: 4)));
        Assert.Equal(new CoverageSummary(0, null, null, 0), await Coverage.Summary(at.Db, Clock.Now, from: Day("2017-08-09")));
    }

    [Fact]
    public async Task Tells_of_meetings_and_agreements_between_countries()
    {
        await using var at = await Create(server);
        var told = new Evidence(0, 3, "met");
        await at.Append("article-1", Ingested("2017-08-08"),
            new MeetingHeld(Day("2017-08-07"), "Manila", null, MeetingFormat.Bilateral, [new("Taro Kono", "minister", "JPN"), new(null, null, "KOR")], 0.9, [], told),
            new MeetingHeld(null, null, "Summit", MeetingFormat.Call, [new(null, null, "JPN"), new(null, null, "USA")], 0.9, [], told),
            new AgreementReached(["JPN", "KOR"], "leaders-summit", "to meet", AgreementStage.Agreed, null, 0.8, [], told));

        var meetings = await Meetings.Between(at.Db, ["KOR", "JPN"], Clock.Now);
        var agreements = await Agreements.Between(at.Db, ["JPN"], ["leaders-summit"], Clock.Now);

        Assert.Equal("2 2017-08-07 Manila  Bilateral Taro Kono/minister/JPN //KOR", string.Join('|', meetings.Items.Select(x =>
            $"{x.Cited.Sequence} {x.On:yyyy-MM-dd} {x.Place} {x.Occasion} {x.Format} {string.Join(' ', x.Participants.Select(p => $"{p.Person}/{p.Role}/{p.Country}"))}")));
        Assert.Equal("4 JPN+KOR leaders-summit to meet Agreed ?2017-08-08 [0..3 met]", string.Join('|', agreements.Items.Select(x =>
            $"{x.Cited.Sequence} {string.Join('+', x.Parties)} {x.Topic} {x.Summary} {x.Stage} {x.On:yyyy-MM-dd}?{x.AgreedBy:yyyy-MM-dd} [{x.Cited.Evidence.Start}..{x.Cited.Evidence.End} {x.Cited.Evidence.Exact}]")));
        Assert.Empty((await Meetings.Between(at.Db, ["KOR", "USA"], Clock.Now)).Items);
        Assert.Empty((await Meetings.Between(at.Db, ["JPN"], Clock.At(Day("2017-08-06")))).Items);
    }

    [Fact]
    public async Task Has_a_text_that_can_be_erased_and_stays_erased()
    {
        await using var at = await Create(server);
        var hash = StableId.HashOf("the text");
        await at.Log.Append([at.Of("article-1", Ingested("2017-08-08"))], [Texts.Save("the text")]);
        Assert.Equal(new StoredText(hash, "the text", null, null, null), await Texts.Get(at.Db, hash));

        Assert.True(await Texts.Erase(at.Db, hash, "desk", "asked to"));
        await at.Log.Append([at.Of("article-2", Ingested("2017-08-08"))], [Texts.Save("the text")]);

        var left = await Texts.Get(at.Db, hash);
        Assert.Equal((null, "desk", "asked to"), (left!.Text, left.ErasedBy, left.Reason));
        Assert.False(await Texts.Erase(at.Db, hash, "desk", "again"));
    }
}
