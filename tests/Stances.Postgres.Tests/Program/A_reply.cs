using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Program;

public sealed class A_reply(PostgresServer server)
{
    private const string Later = "MANILA, Aug. 8 -- Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal. "
        + "South Korean Foreign Minister Kang Kyung-wha said on Monday that Seoul cannot accept the 2015 comfort women deal.";

    // Nothing that comes later belongs on it.
    private const string FullPage = "/events?type=stance_stated&limit=5";

    /// <summary>Every address that answers out of the record; the article's is added by the test.</summary>
    private static readonly string[] Addresses =
    [
        "/positions", "/positions?on=2017-12-31&format=csv", "/positions?country=JPN&topic=comfort-women-deal", "/positions/JPN/comfort-women-deal",
        "/positions/KOR/comfort-women-deal?on=2017-08-31", "/timeline/KOR", "/timeline/KOR?topic=comfort-women-deal", "/timemap/positions/KOR/comfort-women-deal",
        "/statements", "/statements?country=JPN&limit=2", "/statements?q=deal&position=demands", "/statements?format=jsonl", "/meetings", "/meetings?country=JPN&country=KOR",
        "/agreements", "/changes", "/changes?kind=first&format=csv", "/articles", "/coverage", "/diff?on=2017-08-01", "/diff?country=JPN&country2=KOR", "/events?limit=1000",
        FullPage, "/ask?q=what+did+Japan+say+about+the+2015+deal",
    ];

    [Fact]
    public async Task Comes_again_byte_for_byte_by_its_basis_whatever_was_recorded_since()
    {
        await using var service = await Service.Start(server, samples: true);
        var first = JsonNode.Parse(await service.Http.GetStringAsync("/articles"))!["items"]![0]!["id"]!.ToString();
        string[] addresses = [.. Addresses, "/articles/" + first];
        var before = new Dictionary<string, (string Basis, byte[] Bytes)>();
        foreach (var address in addresses)
            before[address] = await Get(service, address);

        (await service.Http.PostAsJsonAsync("/articles", new { text = Later, publishedOn = "2017-08-08", source = new { publisher = "Later Wire" } })).EnsureSuccessStatusCode();
        var taken = JsonNode.Parse(await service.Http.GetStringAsync("/articles/" + first))!["events"]!.AsArray().First(x => x!["type"]!.ToString() == "stance_stated")!["version"]!.GetValue<long>();
        (await service.Http.PostAsJsonAsync($"/articles/{first}/retractions", new { version = taken, reason = "misread", by = "desk" })).EnsureSuccessStatusCode();
        await service.Workspace.Projections.CatchUp();

        foreach (var (address, (basis, bytes)) in before)
        {
            var again = await Get(service, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}basis={Uri.EscapeDataString(basis)}");
            Assert.True(basis == again.Basis && bytes.SequenceEqual(again.Bytes), $"{address}\n{Text(bytes)}\n{Text(again.Bytes)}");
            Assert.True(basis == (await Get(service, address)).Basis == (address == FullPage), address);
        }
    }

    [Fact]
    public async Task Is_not_sent_to_who_has_it_until_the_record_has_changed()
    {
        await using var service = await Service.Start(server, samples: true);
        var tags = new Dictionary<string, EntityTagHeaderValue>();
        foreach (var address in Addresses)
        {
            using var first = await service.Http.GetAsync(address);
            tags[address] = first.Headers.ETag!;
            using var second = await Having(service, address, tags[address]);
            Assert.Equal((HttpStatusCode.NotModified, tags[address], 0), (second.StatusCode, second.Headers.ETag, (await second.Content.ReadAsByteArrayAsync()).Length));
        }
        Assert.Equal(Addresses.Length, tags.Values.Distinct().Count());

        (await service.Http.PostAsJsonAsync("/articles", new { text = Later, publishedOn = "2017-08-08" })).EnsureSuccessStatusCode();
        await service.Workspace.Projections.CatchUp();
        foreach (var address in Addresses)
        {
            using var changed = await Having(service, address, tags[address]);
            Assert.True((HttpStatusCode.NotModified == changed.StatusCode) == (address == FullPage), address);
        }
    }

    [Fact]
    public async Task Of_an_article_changes_when_its_text_is_erased_though_the_log_does_not()
    {
        await using var service = await Service.Start(server, samples: true);
        var address = "/articles/" + JsonNode.Parse(await service.Http.GetStringAsync("/articles"))!["items"]![0]!["id"];
        using var before = await service.Http.GetAsync(address);
        (await service.Http.PostAsJsonAsync(address + "/erasure", new { reason = "asked to", by = "desk" })).EnsureSuccessStatusCode();

        using var after = await Having(service, address, before.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Null(JsonNode.Parse(await after.Content.ReadAsStringAsync())!["text"]);
    }

    [Theory]
    [InlineData("nonsense", "This is not the basis of an answer.")]
    [InlineData("s1~another-program", "This answer was made by another-program")]
    [InlineData("ahead", "This answer rests on events that are not in this log.")]
    public async Task Is_refused_for_a_basis_that_there_is_no_coming_back_to(string basis, string why)
    {
        await using var service = await Service.Start(server);
        if (basis == "ahead")
            basis = "s99" + (await Get(service, "/positions")).Basis[2..];
        using var refused = await service.Http.GetAsync("/positions?basis=" + basis);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith(why, JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["detail"]!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(string Basis, byte[] Bytes)> Get(Service service, string address)
    {
        using var reply = await service.Http.GetAsync(address);
        Assert.True(reply.IsSuccessStatusCode, $"{address}: {await reply.Content.ReadAsStringAsync()}");
        return (reply.Headers.GetValues("Basis").Single(), await reply.Content.ReadAsByteArrayAsync());
    }

    private static async Task<HttpResponseMessage> Having(Service service, string address, EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        return await service.Http.SendAsync(request);
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
