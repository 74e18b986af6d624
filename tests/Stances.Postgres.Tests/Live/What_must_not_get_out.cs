using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Program;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

/// <summary>Secrets into logs, calls into private networks, and filters without end.</summary>
public sealed class What_must_not_get_out(PostgresServer server)
{
    [Fact]
    public async Task Is_no_secret_even_where_everything_is_logged_and_everything_fails()
    {
        await using var database = await server.NewDatabase();
        await using var receiver = await Receiver.Start();
        receiver.Answer = (_, _) => Task.FromResult(500);
        var settings = new Dictionary<string, string>
        {
            ["Logging__LogLevel__Default"] = "Trace", ["Live__AllowedNetworks"] = "127.0.0.0/8", ["STANCES_API_KEYS"] = "hidden-key",
            ["Live__Smtp"] = "smtp://desk:hidden-mail@127.0.0.1:1", ["Live__RabbitMq"] = "amqp://desk:hidden-broker@127.0.0.1:1/",
        };
        using var program = StancesProgram.Start(database.ConnectionString, settings, "serve", "--no-samples", "--urls", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await program.Address() };
        var printed = program.Rest();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "hidden-key");

        var made = await Post("/subscriptions", new { target = receiver.Url, filter = new { } });
        var mail = await Post("/subscriptions", new { target = "desk@example.org", channel = "email" });
        var rotated = await Post($"/subscriptions/{made["id"]}/secret", new { });
        await Post($"/subscriptions/{made["id"]}/test", new { });
        await database.DataSource.Execute(Sql.Of($"update stances.subscriptions set due_at = clock_timestamp(), version = version + 1, changed_at = clock_timestamp() where id = {mail["id"]!.ToString()}"));
        var ingested = Ingested("2017-08-08");
        await new EventLog(database.DataSource).Append(
            [new StreamAppend("article-1", 0, [new NewEvent(Guid.NewGuid(), EventJson.NameOf(ingested), EventJson.DotnetTypeOf(ingested), EventJson.Write(ingested))])]);
        while (await database.DataSource.First(Sql.Raw("select count(*) from stances.subscriptions where last_error is not null"), row => row.GetInt64(0)) < 3) { }
        await program.Kill();

        var logged = await printed;
        string[] secrets = [made["secret"]!.ToString(), rotated["secret"]!.ToString(), "hidden-key", "hidden-mail", "hidden-broker"];
        Assert.Contains("/subscriptions", logged);
        Assert.All(secrets, x => Assert.DoesNotContain(x.Replace("whsec_", "", StringComparison.Ordinal), logged, StringComparison.Ordinal));
        var kept = await database.DataSource.Query(Sql.Raw("select last_error from stances.subscriptions where last_error is not null"), row => row.GetString(0));
        Assert.All(kept, x => Assert.DoesNotContain("hidden", x, StringComparison.Ordinal));

        async Task<JsonObject> Post(string path, object body)
        {
            using var answer = await http.PostAsJsonAsync(path, body);
            return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        }
    }

    [Theory]
    [InlineData("2130706433"), InlineData("0177.0.0.1"), InlineData("0x7f.0.0.1"), InlineData("127.1"), InlineData("0"), InlineData("[::ffff:7f00:1]"), InlineData("[::]"), InlineData("LOCALHOST")]
    public async Task Is_no_call_to_this_machine_through_an_address_that_is_changed_to(string host)
    {
        await using var at = await Newsroom.Open(server);
        await using var receiver = await Receiver.Start();
        var made = await Add(at, new { target = "https://example.org/hook", state = "paused" });
        using var changed = await at.Http.PatchAsJsonAsync($"/subscriptions/{made["id"]}", new { target = $"http://{host}:{new Uri(receiver.Url).Port}/" });

        Assert.Equal((HttpStatusCode.BadRequest, "#/target"), (changed.StatusCode, (string?)(await changed.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![0]!["pointer"]));
        Assert.Equal("https://example.org/hook", (string?)(await at.Http.GetFromJsonAsync<JsonObject>($"/subscriptions/{made["id"]}"))!["target"]);
        Assert.Empty(receiver.Seen);
    }

    [Fact]
    public async Task Is_no_filter_without_end()
    {
        await using var at = await Newsroom.Open(server);
        string[] many = [.. Enumerable.Range(0, 201).Select(x => $"Person {x}")];

        Assert.Equal((HttpStatusCode.BadRequest, "#/filter/person"), await Refused(new { person = many }));
        Assert.Equal((HttpStatusCode.BadRequest, "#/filter/publisher"), await Refused(new { publisher = new string('x', 201) }));
        Assert.Equal((HttpStatusCode.BadRequest, "#/filter/mood"), await Refused(new { mood = "grave" }));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, null), await Refused(new { person = new string('x', 70_000) }));
        Assert.Equal(200, (await Add(at, new { target = "https://example.org/hook", filter = new { person = many[1..] } }))["filter"]!["person"]!.AsArray().Count);

        using var deep = new StringContent($$"""{"target": "https://example.org/", "filter": {{new string('[', 1000)}}{{new string(']', 1000)}}}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await at.Http.PostAsync("/subscriptions", deep);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);

        async Task<(HttpStatusCode, string?)> Refused(object filter)
        {
            using var answer = await at.Http.PostAsJsonAsync("/subscriptions", new { target = "https://example.org/hook", filter });
            var told = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
            return (answer.StatusCode, (string?)told["errors"]?[0]?["pointer"]);
        }
    }

    private static async Task<JsonObject> Add(Newsroom at, object form)
    {
        using var answer = await at.Http.PostAsJsonAsync("/subscriptions", form);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
