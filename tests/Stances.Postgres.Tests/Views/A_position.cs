using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Views;

public sealed class A_position(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";

    [Fact]
    public async Task Is_the_last_that_had_been_said_by_the_day()
    {
        await using var at = await Create(server);
        await at.Append("article-1", Ingested("2017-08-08"), Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07"));
        await at.Append("article-2", Ingested("2018-01-10"), Said("JPN", Deal, Position.Opposes, Direction.Against, "2018-01-09"));

        Assert.Null(await On("2017-08-06"));
        Assert.Equal("2017-08-07.. Demands For First [2] []", await On("2017-08-07"));
        Assert.Equal("2017-08-07.. Demands For First [2] []", await On("2018-01-08"));
        Assert.Equal("2018-01-09.. Opposes Against Reversed [4] []", await On("2018-01-09"));

        async Task<string?> On(string day) => Told(await Positions.Get(at.Db, "JPN", Deal, Clock.At(Day(day))));
    }

    [Fact]
    public async Task Is_what_was_known_then_of_articles_that_came_late_or_were_taken_back()
    {
        await using var at = await Create(server);
        var known = new List<DateTimeOffset>();
        async Task Append(string article, params ArticleEvent[] events) => known.Add((await at.Append(article, events))[^1].RecordedAt);
        await Append("article-1", Ingested("2018-01-10"), Said("JPN", Deal, Position.Opposes, Direction.Against, "2018-01-09"));
        await Append("article-2", Ingested("2017-08-08"), Said("JPN", Deal, Position.Demands, Direction.For, null));
        await Append("article-1", new ArticleEvent.EventRetracted(2, "misread", "desk"), Said("JPN", Deal, Position.Demands, Direction.For, "2018-01-09"));
        await Append("article-2", new ArticleEvent.ArticleWithdrawn("taken back", "desk"));

        var told = new List<string?>();
        foreach (var moment in known)
            told.Add(Told(await Positions.Get(at.Db, "JPN", Deal, new Clock(Known: moment))));

        Assert.Equal(
            [
                "2018-01-09.. Opposes Against First [2] []",
                "2018-01-09.. Opposes Against Reversed [2] []",
                "2017-08-08.. Demands For First [4] [6]",
                "2018-01-09.. Demands For First [6] []",
            ],
            told);
        Assert.Equal(told[^1], Told(await Positions.Get(at.Db, "JPN", Deal, Clock.Now)));
        Assert.Null(await Positions.Get(at.Db, "JPN", Deal, new Clock(Known: known[0].AddMicroseconds(-1))));
    }

    private static string? Told(HeldPosition? held) => held is null ? null : string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{held.Period.From:yyyy-MM-dd}..{held.Period.To:yyyy-MM-dd} {held.Period.Position} {held.Period.Direction} {held.Period.Change} [{held.Opened.Told.Cited.Sequence}] [{string.Join(' ', held.Since.Select(x => x.Told.Cited.Sequence))}]");
}
