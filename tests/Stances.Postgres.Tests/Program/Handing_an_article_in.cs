using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Program;

public sealed class Handing_an_article_in(PostgresServer server)
{
    private const string Text = "MANILA, Aug. 8 -- Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal.";

    [Fact]
    public async Task Stores_what_it_says_and_cites_the_words()
    {
        await using var service = await Service.Start(server);
        using var answer = await Post(service, Json(Text));
        var receipt = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal($"/articles/{receipt["article"]}", answer.Headers.Location!.ToString());
        var stance = receipt["events"]!.AsArray()[1]!;
        Assert.Equal(
            ("stance_stated", "JPN", "Taro Kono", "comfort-women-deal", "demands", "for", "2017-08-07"),
            (Of(stance, "type"), Of(stance, "country"), Of(stance["speaker"]!, "name"), Of(stance, "topic"), Of(stance, "position"), Of(stance, "direction"), Of(stance, "on")));
        var evidence = stance["evidence"]!;
        Assert.Equal(Text[(int)evidence["start"]!..(int)evidence["end"]!], Of(evidence, "exact"));
    }

    [Fact]
    public async Task A_second_time_adds_nothing()
    {
        await using var service = await Service.Start(server);
        using var first = await Post(service, Json(Text));
        using var second = await Post(service, Json(Text));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal(await Events(first), await Events(second));
    }

    [Fact]
    public async Task From_many_sides_at_once_stores_it_once()
    {
        await using var service = await Service.Start(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Post(service, Json(Text))));

        Assert.All(answers, x => Assert.True(x.IsSuccessStatusCode));
        var told = Assert.Single((await Task.WhenAll(answers.Select(Events))).Distinct());
        Assert.Equal(told, (await service.Http.GetFromJsonAsync<JsonObject>("/events"))!["events"]!.ToJsonString());
    }

    [Fact]
    public async Task With_another_text_at_the_same_address_is_a_revision()
    {
        await using var service = await Service.Start(server);
        using var first = await Post(service, Json(Text, "https://example.org/a"));
        using var second = await Post(service, Json(Text + " Kang said the deal was unacceptable.", "http://example.org/a/"));
        var log = (await service.Http.GetFromJsonAsync<JsonObject>("/events"))!["events"]!.AsArray();

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal("article_ingested", Of(log[0]!, "type"));
        Assert.Contains(log, x => Of(x!, "type") == "article_revised");
        Assert.Single(log.Select(x => Of(x!, "article")).Distinct());
        Assert.DoesNotContain(log, x => Of(x!, "type") == "event_retracted");
    }

    [Fact]
    public async Task As_plain_text_or_as_a_page_is_the_same_to_the_reader()
    {
        await using var service = await Service.Start(server);
        using var plain = await service.Http.PostAsync("/articles?publishedOn=2017-08-08", Body(Encoding.UTF8.GetBytes(Text), "text/plain"));
        using var page = await service.Http.PostAsync("/articles?publishedOn=2017-08-08", Body(Encoding.UTF8.GetBytes($"<html><body><article><p>{Text}</p></article></body></html>"), "text/html"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (plain.StatusCode, page.StatusCode));
    }

    public static TheoryData<string, string, int, string> BadInput => new()
    {
        { "application/json", """{"text":""}""", 400, "#/text" },
        { "application/json", """{"publishedOn":"2017-08-08"}""", 400, "#/text" },
        { "application/json", """{"text":"x","publishedOn":"2017-02-30"}""", 400, "#/publishedOn" },
        { "application/json", """{"text":"x","publishedOn":"2917-02-03"}""", 400, "#/publishedOn" },
        { "application/json", """{"text":"x","source":{"url":"javascript:alert(1)"}}""", 400, "#/source/url" },
        { "application/json", """{"text":"x","txet":"y"}""", 400, "#/txet" },
        { "application/json", """{"text":7}""", 400, "#/text" },
        { "application/json", """{"text":"a\u0000b"}""", 400, "#/text" },
        { "application/json", "[", 400, "" },
        { "application/json", "", 400, "" },
        { "text/plain", "   ", 400, "#/text" },
        { "image/png", "x", 415, "" },
    };

    [Theory, MemberData(nameof(BadInput))]
    public async Task That_is_none_is_refused_with_the_field_and_stores_nothing(string type, string body, int status, string pointer)
    {
        await using var service = await Service.Start(server);
        using var answer = await service.Http.PostAsync("/articles", Body(Encoding.UTF8.GetBytes(body), type));
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("urn:stances:problem:", Of(problem, "type"));
        Assert.Equal(pointer, problem["errors"]?[0]?["pointer"]?.ToString() ?? "");
        Assert.Empty((await service.Http.GetFromJsonAsync<JsonObject>("/events"))!["events"]!.AsArray());
    }

    [Fact]
    public async Task That_is_endless_or_not_utf8_is_refused()
    {
        await using var service = await Service.Start(server);
        using var endless = await service.Http.PostAsync("/articles", Body(new byte[20 * 1024 * 1024], "text/plain"));
        using var latin = await service.Http.PostAsync("/articles", Body([(byte)'a', 0xE9, (byte)'b'], "text/plain"));

        Assert.Equal((413, 400), ((int)endless.StatusCode, (int)latin.StatusCode));
    }

    [Fact]
    public async Task By_a_page_of_another_site_is_refused()
    {
        await using var service = await Service.Start(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/articles") { Content = Body(Encoding.UTF8.GetBytes(Text), "text/plain") };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await service.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static JsonContent Json(string text, string? url = null) =>
        JsonContent.Create(new { text, publishedOn = "2017-08-08", source = new { publisher = "Example Wire", url } });

    private static ByteArrayContent Body(byte[] bytes, string type) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private static Task<HttpResponseMessage> Post(Service service, HttpContent content) => service.Http.PostAsync("/articles", content);

    private static async Task<string> Events(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonObject>())!["events"]!.ToJsonString();

    private static string Of(JsonNode node, string field) => node[field]?.ToString() ?? "";
}
