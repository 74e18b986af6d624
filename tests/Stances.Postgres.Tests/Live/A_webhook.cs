using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Live.Webhooks;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class A_webhook(PostgresServer server)
{
    private const string Deal = "comfort-women-deal";
    private static readonly string[] Local = ["--Live:AllowedNetworks", "127.0.0.0/8", "--Live:FirstRetry", "00:00:00.05"];

    private static StanceStated Japan(string on = "2017-08-07") => Said("JPN", Deal, Position.Demands, Direction.For, on);

    [Fact]
    public async Task Is_a_signed_cloud_event_with_both_its_times()
    {
        await using var at = await Newsroom.Open(server, Local);
        await using var receiver = await Receiver.Start();
        var made = await Subscribe(at, receiver.Url + "/hook", new { country = "Japan" });
        await at.Append("article-1", Ingested("2017-08-08", "Wire"), Japan());

        var arrival = await receiver.Next();
        var e = arrival.Event;
        var recorded = (await at.Workspace.Log.ReadAll(1, 1))[0];

        Assert.Equal(("/hook", recorded.Id.ToString(), 1), (arrival.Path, arrival.Id, arrival.SignedBy((string)made["secret"]!)));
        Assert.StartsWith("application/cloudevents+json", arrival.ContentType);
        Assert.Equal(
            ("1.0", recorded.Id.ToString(), "/articles/article-1", "stances.stance_stated", "JPN/comfort-women-deal", "2017-08-07T00:00:00Z", "2", "application/json", "JPN"),
            (Of("specversion"), Of("id"), Of("source"), Of("type"), Of("subject"), Of("time"), Of("sequence"), Of("datacontenttype"), (string?)e["data"]!["country"]));
        Assert.Equal(recorded.RecordedAt, DateTimeOffset.Parse(Of("recordedtime")!));

        string? Of(string attribute) => (string?)e[attribute];
    }

    [Fact]
    public async Task Is_sent_again_until_it_is_taken_and_those_behind_it_wait()
    {
        await using var at = await Newsroom.Open(server, Local);
        await using var receiver = await Receiver.Start();
        var failures = 0;
        receiver.Answer = (arrival, _) => Task.FromResult((string?)arrival.Event["sequence"] == "2" && failures++ < 3 ? 500 : 204);
        await Subscribe(at, receiver.Url, new { type = "stance_stated" });
        await at.Append("article-1", Ingested("2017-08-08"), Japan(), Japan(), Japan());

        var ids = new List<string?>();
        while (ids.Count < 6)
            ids.Add((string?)(await receiver.Next()).Event["sequence"]);

        Assert.Equal(["2", "2", "2", "2", "3", "4"], ids);
        Assert.Equal(4, receiver.Seen.Select(x => x.Id).Distinct().Count() + 1);
    }

    [Fact]
    public async Task That_one_receiver_fails_does_not_hold_up_another()
    {
        await using var at = await Newsroom.Open(server, Local);
        await using var failing = await Receiver.Start();
        await using var sound = await Receiver.Start();
        failing.Answer = (_, _) => Task.FromResult(503);
        await Subscribe(at, failing.Url, new { });
        await Subscribe(at, sound.Url, new { });
        await at.Append("article-1", Ingested("2017-08-08"), Japan());

        Assert.Equal("1", (string?)(await sound.Next()).Event["sequence"]);
        Assert.Equal("2", (string?)(await sound.Next()).Event["sequence"]);
        Assert.Equal("1", (string?)(await failing.Next()).Event["sequence"]);
    }

    [Fact]
    public async Task Waits_as_long_as_the_receiver_asks()
    {
        await using var at = await Newsroom.Open(server, Local);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (_, http) =>
        {
            http.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(429);
        };
        var made = await Subscribe(at, receiver.Url, new { });
        await at.Append("article-1", Ingested("2017-08-08"));
        await receiver.Next();

        var shown = await Shown(at, made, x => (int)x["failures"]! == 1);
        var wait = DateTimeOffset.Parse((string)shown["dueAt"]!) - DateTimeOffset.UtcNow;
        Assert.InRange(wait.TotalSeconds, 3500, 3600);
        Assert.Equal("The receiver answered 429.", (string?)shown["lastError"]);
    }

    [Fact]
    public async Task Ends_where_the_receiver_is_gone()
    {
        await using var at = await Newsroom.Open(server, Local);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (_, _) => Task.FromResult(410);
        var made = await Subscribe(at, receiver.Url, new { });
        await at.Append("article-1", Ingested("2017-08-08"));

        var shown = await Shown(at, made, x => (string?)x["state"] == "ended");
        Assert.Equal("The receiver answered 410: it wants nothing more.", (string?)shown["reason"]);
    }

    [Fact]
    public async Task Is_given_up_after_days_and_delivered_when_someone_asks()
    {
        await using var at = await Newsroom.Open(server, [.. Local, "--Live:Patience", "00:00:00.2"]);
        await using var receiver = await Receiver.Start();
        var refusing = true;
        receiver.Answer = (arrival, _) => Task.FromResult(refusing && (string?)arrival.Event["sequence"] == "1" ? 500 : 200);
        var made = await Subscribe(at, receiver.Url, new { });
        await at.Append("article-1", Ingested("2017-08-08"), Japan());

        await Shown(at, made, x => (int)x["delivered"]! == 1);
        var dead = (await at.Http.GetFromJsonAsync<JsonObject>($"/subscriptions/{made["id"]}/dead"))!["deadLetters"]!.AsArray();
        Assert.Equal(["1"], dead.Select(x => (string?)x!["place"]));
        Assert.Equal("The receiver answered 500.", (string?)dead[0]!["error"]);

        refusing = false;
        var before = receiver.Seen.Count;
        using var replay = await at.Http.PostAsync($"/subscriptions/{made["id"]}/replay", null);
        Assert.Equal(1, (int)(await replay.Content.ReadFromJsonAsync<JsonObject>())!["replaying"]!);
        while (receiver.Seen.Count == before)
            await receiver.Next();
        Assert.Equal("1", (string?)receiver.Seen.Last().Event["sequence"]);
    }

    [Fact]
    public async Task Is_paused_where_nothing_is_taken_for_days_and_loses_nothing()
    {
        await using var at = await Newsroom.Open(server, [.. Local, "--Live:Patience", "00:00:00.2"]);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (_, _) => Task.FromResult(500);
        var made = await Subscribe(at, receiver.Url, new { type = "stance_stated" });
        await at.Append("article-1", Ingested("2017-08-08"), Japan(), Japan(), Japan());

        await Shown(at, made, x => (string?)x["state"] == "paused");
        receiver.Answer = (_, _) => Task.FromResult(200);
        var before = receiver.Seen.Count;
        using var resumed = await at.Http.PatchAsJsonAsync($"/subscriptions/{made["id"]}", new { state = "active" });
        await Shown(at, made, x => (int)x["delivered"]! == 2);

        Assert.Equal(["3", "4"], receiver.Seen.Skip(before).Select(x => (string?)x.Event["sequence"]));
    }

    [Fact]
    public async Task Carries_both_signatures_while_a_secret_is_replaced()
    {
        await using var at = await Newsroom.Open(server, Local);
        await using var receiver = await Receiver.Start();
        var made = await Subscribe(at, receiver.Url, new { });
        using var rotated = await at.Http.PostAsync($"/subscriptions/{made["id"]}/secret", null);
        var secret = (string)(await rotated.Content.ReadFromJsonAsync<JsonObject>())!["secret"]!;
        using var tested = await at.Http.PostAsync($"/subscriptions/{made["id"]}/test", null);

        var arrival = await receiver.Next();
        Assert.Equal((1, 1, "stances.test"), (arrival.SignedBy(secret), arrival.SignedBy((string)made["secret"]!), (string?)arrival.Event["type"]));
        Assert.True((bool)(await tested.Content.ReadFromJsonAsync<JsonObject>())!["delivered"]!);
        Assert.DoesNotContain("whsec_", await at.Http.GetStringAsync($"/subscriptions/{made["id"]}"));
    }

    [Fact]
    public async Task Follows_no_redirect()
    {
        await using var at = await Newsroom.Open(server, Local);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (arrival, http) =>
        {
            http.Response.Headers.Location = "/elsewhere";
            return Task.FromResult(307);
        };
        var made = await Subscribe(at, receiver.Url, new { });
        using var tested = await at.Http.PostAsync($"/subscriptions/{made["id"]}/test", null);

        Assert.Equal("The receiver answered 307.", (string?)(await tested.Content.ReadFromJsonAsync<JsonObject>())!["error"]);
        Assert.Equal(["/"], receiver.Seen.Select(x => x.Path));
    }

    [Fact]
    public async Task Is_refused_where_its_address_is_private_or_none()
    {
        await using var at = await Newsroom.Open(server);
        string[] targets =
        [
            "http://127.0.0.1/", "http://localhost:8080/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::7f00:1]/",
            "http://169.254.169.254/latest/meta-data", "http://user:password@example.org/", "file:///etc/passwd", "gopher://example.org/", "", "not an address",
        ];
        foreach (var target in targets)
        {
            using var answer = await at.Http.PostAsJsonAsync("/subscriptions", new { target });
            Assert.Equal((target, HttpStatusCode.BadRequest, "#/target"),
                (target, answer.StatusCode, (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![0]!["pointer"]));
        }
    }

    [Fact]
    public async Task Is_not_sent_where_its_name_leads_to_a_private_address_by_then()
    {
        await using var receiver = await Receiver.Start();
        var addresses = new Queue<IPAddress>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1"), IPAddress.Parse("::ffff:127.0.0.1")]);
        var guard = new AddressGuard([IPNetwork.Parse("127.0.0.1/32")], (_, _) => Task.FromResult<IPAddress[]>([addresses.Dequeue()]));
        using var sender = new WebhookSender(guard, TimeSpan.FromSeconds(5), TimeProvider.System);
        var target = new Uri($"http://changes-its-mind.example:{new Uri(receiver.Url).Port}/");
        receiver.Answer = (_, http) =>
        {
            http.Response.Headers.Connection = "close";
            return Task.FromResult(200);
        };

        var errors = new List<string?>();
        for (var i = 0; i < 3; i++)
            errors.Add((await sender.Send(target, $"m{i}", "{}"u8.ToArray(), [WebhookSecret.New()], TestContext.Current.CancellationToken)).Error);

        Assert.Equal([null, new ForbiddenAddressException().Message, null], errors);
        Assert.Equal(["m0", "m2"], receiver.Seen.Select(x => x.Id));
    }

    private static async Task<JsonObject> Subscribe(Newsroom at, string target, object filter)
    {
        using var answer = await at.Http.PostAsJsonAsync("/subscriptions", new { target, filter });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>The subscription as it is shown once it is as it should be.</summary>
    private static async Task<JsonObject> Shown(Newsroom at, JsonObject made, Func<JsonObject, bool> when)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var left = 1800; left > 0 && await timer.WaitForNextTickAsync(); left--)
        {
            var shown = (await at.Http.GetFromJsonAsync<JsonObject>($"/subscriptions/{made["id"]}"))!;
            if (when(shown))
                return shown;
        }
        throw new TimeoutException("It never came to that: " + await at.Http.GetStringAsync($"/subscriptions/{made["id"]}"));
    }
}
