using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class A_digest_by_mail(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    public async Task Tells_as_text_and_as_HTML_what_came_since_the_last_one(string schedule)
    {
        using var mailbox = Mailbox.Open();
        await using var at = await Open(mailbox);
        var id = await Subscribe(at, new { target = "desk@example.org", name = "Japan – 日本", channel = "email", schedule, filter = new { country = "JPN" } });
        await at.Append("article-1", Ingested("2017-08-08", "Wire", "https://example.org/a?b=1&c=2"),
            Said("JPN", Deal, Position.Demands, Direction.For, "2017-08-07", "<b>insists</b> & waits"), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07"));
        await Due(at, id);
        var first = await mailbox.Next();
        await Shown(at, id, x => (int)x["delivered"]! == 1);
        await at.Append("article-2", Ingested("2017-08-09"), Said("JPN", Deal, Position.Rejects, Direction.Against, "2017-08-09", "refuses"));
        await Due(at, id);
        var second = await mailbox.Next();

        Assert.Equal(("desk@example.org", "Stances: 1 new for Japan – 日本", "desk@stances.example"), (first.To, first.Header("subject"), first.Header("from")));
        Assert.Equal("* 2017-08-07 JPN demands (for): comfort-women-deal\n  \"<b>insists</b> & waits\"\n  https://example.org/a?b=1&c=2", first.Body("text/plain").ReplaceLineEndings("\n").TrimEnd());
        Assert.Equal(
            "<!doctype html><html><body><h1>Stances: 1 new for Japan – 日本</h1><ul><li><p>2017-08-07 JPN demands (for): comfort-women-deal</p>"
                + "<blockquote>&lt;b&gt;insists&lt;/b&gt; &amp; waits</blockquote><p><a href=\"https://example.org/a?b=1&amp;c=2\">Wire</a></p></li></ul></body></html>",
            first.Body("text/html"));
        Assert.Equal("* 2017-08-09 JPN rejects (against): comfort-women-deal\n  \"refuses\"", second.Body("text/plain").ReplaceLineEndings("\n").TrimEnd());
        Assert.NotEqual(first.Header("message-id"), second.Header("message-id"));
        var due = (await Shown(at, id, x => (int)x["delivered"]! == 2))["dueAt"]!.GetValue<DateTimeOffset>();
        Assert.Equal((6, schedule == "week" ? DayOfWeek.Monday : due.DayOfWeek, true), (due.Hour, due.DayOfWeek, due > DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task Is_not_sent_where_nothing_is_new_and_is_due_again_the_next_time()
    {
        using var mailbox = Mailbox.Open();
        await using var at = await Open(mailbox);
        var id = await Subscribe(at, new { target = "desk@example.org", channel = "email", filter = new { country = "JPN" } });
        await at.Append("article-1", Ingested("2017-08-08"), Said("KOR", Deal, Position.Opposes, Direction.Against, "2017-08-07"));
        await Due(at, id);

        var shown = await Shown(at, id, x => x["dueAt"]!.GetValue<DateTimeOffset>() > DateTimeOffset.UtcNow);

        Assert.Equal((0, 0, "2"), (mailbox.Waiting, (int)shown["delivered"]!, (string?)shown["place"]));
    }

    [Fact]
    public async Task Is_sent_once_when_the_mail_server_takes_it_again()
    {
        using var mailbox = Mailbox.Open();
        mailbox.Refusing = 2;
        await using var at = await Open(mailbox);
        var id = await Subscribe(at, new { target = "desk@example.org", channel = "email", filter = new { } });
        await at.Append("article-1", Ingested("2017-08-08"));
        await Due(at, id);

        var mail = await mailbox.Next();
        var shown = await Shown(at, id, x => (int)x["delivered"]! == 1);

        Assert.Equal(("Stances: 1 new for desk@example.org", 0, 0), (mail.Header("subject"), mailbox.Waiting, (int)shown["failures"]!));
    }

    private Task<Newsroom> Open(Mailbox mailbox) =>
        Newsroom.Open(server, "--Live:Smtp", mailbox.Address, "--Live:MailFrom", "desk@stances.example", "--Live:FirstRetry", "00:00:00.05");

    private static async Task<string> Subscribe(Newsroom at, object form)
    {
        using var answer = await at.Http.PostAsJsonAsync("/subscriptions", form);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    /// <summary>Six o'clock has passed, what is written down says so; and the service has seen all there is.</summary>
    private static async Task Due(Newsroom at, string id)
    {
        var last = await at.Workspace.Feed.Mark();
        await using (var client = await StreamClient.Open(at.Http, $"/events/stream?after={last - 1}"))
            await client.Ids(1);
        await at.Workspace.Db.Execute(Sql.Of($"""
            update stances.subscriptions set due_at = clock_timestamp() - interval '1 minute', version = version + 1, changed_at = clock_timestamp() where id = {id}
            """));
    }

    private static async Task<JsonObject> Shown(Newsroom at, string id, Func<JsonObject, bool> when)
    {
        while (true)
        {
            var shown = (await at.Http.GetFromJsonAsync<JsonObject>($"/subscriptions/{id}", TestContext.Current.CancellationToken))!;
            if (when(shown))
                return shown;
        }
    }
}
