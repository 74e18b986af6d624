using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Program;

/// <summary>What holds whatever is asked.</summary>
public sealed class A_request(PostgresServer server)
{
    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("stances.localhost:5000", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:5000", 200)]
    [InlineData("evil.example", 421)]
    [InlineData("localhost.evil.example", 421)]
    [InlineData("192.168.1.7", 421)]
    public async Task Without_a_key_is_answered_under_the_names_of_this_machine_alone(string name, int status)
    {
        await using var service = await Service.Start(server);
        using var reply = await Under(name, "/positions", service);
        Assert.Equal(status, (int)reply.StatusCode);
        if (status != 200)
            Assert.Equal("urn:stances:problem:misdirected-request", JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["type"]!.ToString());
    }

    [Theory]
    [InlineData("--AllowedHosts", "stances.example")]
    [InlineData("--STANCES_API_KEYS", "a-key")]
    public async Task Is_answered_under_any_name_that_is_told_or_where_a_key_is_asked(string setting, string value)
    {
        await using var service = await Service.Start(server, false, setting, value);
        service.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a-key");
        using var reply = await Under("stances.example", "/positions", service);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Theory]
    [InlineData("/positions", 200)]
    [InlineData("/positions?on=someday", 400)]
    [InlineData("/no-such-address", 404)]
    [InlineData("/", 200)]
    [InlineData("/?on=someday", 400)]
    public async Task Is_answered_with_the_same_guards_whether_it_can_be_or_not(string address, int status)
    {
        await using var service = await Service.Start(server);
        foreach (var accept in (string[])["text/html", "application/json"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", accept } } };
            using var reply = await service.Http.SendAsync(request);
            if (address != "/" || accept == "text/html")
                Assert.Equal(status, (int)reply.StatusCode);
            Assert.StartsWith("default-src 'none';", Assert.Single(reply.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(reply.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("Accept", reply.Headers.Vary);
        }
    }

    [Theory]
    [InlineData("/positions")]
    [InlineData("/positions/JPN/comfort-women-deal")]
    [InlineData("/positions?on=someday")]
    [InlineData("/no-such-address")]
    [InlineData("/site.css")]
    [InlineData("/feeds/events.atom")]
    [InlineData("/openapi/v1.json")]
    public async Task For_the_head_alone_is_answered_as_if_for_the_whole(string address)
    {
        await using var service = await Service.Start(server);
        using var whole = await service.Http.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await service.Http.SendAsync(request);

        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        // The line is whole: what is asked next is answered.
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task For_the_head_of_a_stream_is_not_waited_with()
    {
        await using var service = await Service.Start(server);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/events/stream");
        using var reply = await service.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.StatusCode);
    }

    [Theory]
    [InlineData("/statements?q=a%00b")]
    [InlineData("/ask?q=what%00")]
    [InlineData("/statements?person=%00")]
    [InlineData("/events?stream=%00")]
    [InlineData("/subscriptions?after=%00")]
    public async Task That_holds_what_no_text_holds_is_refused(string address)
    {
        await using var service = await Service.Start(server);
        using var reply = await service.Http.GetAsync(address);
        Assert.Equal(("urn:stances:problem:invalid", 400), (JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["type"]!.ToString(), (int)reply.StatusCode));
    }

    [Theory]
    [InlineData("/articles?country=JPN", "country", "publisher, from, to")]
    [InlineData("/meetings?topic=comfort-women-deal", "topic", "country, from, to")]
    [InlineData("/agreements?q=deal", "q", "country, topic, from, to")]
    [InlineData("/changes?position=demands", "position", "country, topic, kind, from, to")]
    public async Task To_narrow_a_list_by_what_it_is_not_narrowed_by_is_refused_and_not_described(string address, string filter, string others)
    {
        await using var service = await Service.Start(server);
        using var reply = await service.Http.GetAsync(address);
        var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
        Assert.Equal((400, $"#/{filter}", $"This list is not narrowed by {filter}; it is by {others}."), ((int)reply.StatusCode, problem["errors"]![0]!["pointer"]!.ToString(), problem["detail"]!.ToString()));

        var document = JsonNode.Parse(await service.Http.GetStringAsync("/openapi/v1.json"))!;
        var described = document["paths"]![address.Split('?')[0]]!["get"]!["parameters"]!.AsArray().Select(x => x!["name"]!.ToString());
        Assert.Equal(others.Split(", ").Concat(["on", "known", "after", "limit", "format", "basis"]).Order(), described.Order());
    }

    public static TheoryData<string, string, string, int, string> Bodies => new()
    {
        { "/articles", "application/json", """{"text":"x","source":{"title":"a\u0000b"}}""", 400, "#/source/title" },
        { "/articles", "application/json", """{"text":"x","source":{"publisher":"\ud800"}}""", 400, "#/source/publisher" },
        { "/articles", "application/json", $$$"""{"text":"x","source":{"author":"{{{new string('a', 1001)}}}"}}""", 400, "#/source/author" },
        { "/articles", "application/json", """{"text":"x","submittedBy":"\u0007"}""", 400, "#/submittedBy" },
        { "/articles/article-none/retractions", "application/json", """{"version":"one"}""", 400, "#/version" },
        { "/articles/article-none/retractions", "application/json", "{", 400, "" },
        { "/articles/article-none/retractions", "application/json", "", 400, "#/reason" },
        { "/articles/article-none/erasure", "application/json", "null", 400, "#/reason" },
        { "/articles/article-none/withdrawal", "text/plain", "x", 415, "" },
        { "/subscriptions", "application/json", """{"target":"https://example.org","target":"https://example.com"}""", 400, "" },
        { "/subscriptions", "application/json", """{"target":"https://example.org","filter":{"person":["a\u0000b"]}}""", 400, "#/filter/person" },
        { "/subscriptions", "application/json", """{"channel":"email","target":"a\u0000@example.org"}""", 400, "#/target" },
        { "/subscriptions", "application/json", """{"target":"https://example.org","start":{"after":[]}}""", 400, "#/start" },
        { "/subscriptions/sub_none", "application/json", "{}", 415, "" },
        { "/add", "application/json", "{}", 415, "" },
        { "/add", "multipart/form-data", "x", 400, "" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task With_a_body_that_is_not_taken_is_refused_at_the_field(string address, string type, string body, int status, string pointer)
    {
        await using var service = await Service.Start(server);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        using var reply = await service.Http.PostAsync(address, content);
        var problem = (await reply.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal((status, pointer), ((int)reply.StatusCode, problem["errors"]?[0]?["pointer"]?.ToString() ?? ""));
        Assert.Empty(JsonNode.Parse(await service.Http.GetStringAsync("/events"))!["events"]!.AsArray());
        Assert.Empty(JsonNode.Parse(await service.Http.GetStringAsync("/subscriptions"))!["subscriptions"]!.AsArray());
    }

    private static async Task<HttpResponseMessage> Under(string name, string address, Service service)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Host = name } };
        return await service.Http.SendAsync(request);
    }
}
