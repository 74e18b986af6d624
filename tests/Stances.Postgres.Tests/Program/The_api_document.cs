using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stances.Http.OpenApi;
using Stances.Postgres.Tests.Answers;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Program;

public sealed partial class The_api_document(PostgresServer server)
{
    private static readonly JsonSerializerOptions Indented = new(EventView.Json) { WriteIndented = true };

    /// <summary>
    /// What the reader finds gets better, so that values may differ; the shape may not: every field of an example is one that the service
    /// still answers, of the same kind. <c>STANCES_ACCEPT=1</c> writes the answers of today into the examples.
    /// </summary>
    [Fact]
    public async Task Shows_for_each_example_what_the_service_answers_over_the_samples()
    {
        await using var service = await Service.Start(server, samples: true);
        var (article, basis, answered) = ("", "", new List<Example>());
        foreach (var example in Example.All)
        {
            using var request = new HttpRequestMessage(
                new HttpMethod(example.Operation.Split(' ')[0]), example.Address.Replace("{article}", article, StringComparison.Ordinal).Replace("{basis}", basis, StringComparison.Ordinal));
            if (example.Request is not null)
                request.Content = JsonContent.Create(example.Request);
            using var reply = await service.Http.SendAsync(request);
            var body = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
            Assert.True(example.Status == $"{(int)reply.StatusCode}", $"{example.Address}: {body}");
            (article, basis) = (example.Operation == "POST /articles" ? body["article"]!.ToString() : article, (body as JsonObject)?["basis"]?.ToString() ?? basis);
            answered.Add(example with { Response = JsonNode.Parse(Moments().Replace(body.ToJsonString(EventView.Json), "\"2026-01-31T12:00:00Z\"")) });
            await service.Workspace.Projections.CatchUp();
        }

        if (Environment.GetEnvironmentVariable("STANCES_ACCEPT") == "1")
            await File.WriteAllTextAsync(Path.Combine(SampleRecord.Folder("src"), "Stances/Http/OpenApi/examples.json"), JsonSerializer.Serialize(answered, Indented) + "\n");
        else
            Assert.All(Example.All.Zip(answered), x => Assert.Empty(Fields("", x.First.Response).Except(Fields("", x.Second.Response)).Select(f => x.First.Address + f)));
    }

    [Fact]
    public async Task Describes_every_answer_with_an_example_its_basis_and_its_parameters()
    {
        await using var service = await Service.Start(server);
        var document = JsonNode.Parse(await service.Http.GetStringAsync("/openapi/v1.json"))!;
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(x => (Name: $"{x.Key.ToUpperInvariant()} {path.Key}", Operation: x.Value!))).ToList();

        Assert.Empty(Example.All.Select(x => x.Operation).Except(operations.Select(x => x.Name)));
        Assert.All(operations, x => Assert.True(x.Operation["summary"]?.ToString().Length > 10, x.Name));
        foreach (var (name, operation) in operations.Where(x => Example.All.Any(e => e.Operation == x.Name)))
        {
            var example = Example.All.First(e => e.Operation == name);
            var shown = operation["responses"]![example.Status]!["content"]!["application/json"]!["examples"]![example.Address]!["value"];
            Assert.True(JsonNode.DeepEquals(example.Response, shown), name);
        }
        var positions = document["paths"]!["/positions/{country}/{topic}"]!["get"]!;
        Assert.Equal(["country", "topic", "on", "known", "basis", "Accept-Datetime"], positions["parameters"]!.AsArray().Select(x => x!["name"]!.ToString()));
        Assert.Equal(["Basis", "ETag"], positions["responses"]!["200"]!["headers"]!.AsObject().Select(x => x.Key));
    }

    [Fact]
    public async Task Tells_of_each_stream_and_feed_how_it_is_chosen_and_of_each_body_that_it_is_needed()
    {
        await using var service = await Service.Start(server);
        var paths = JsonNode.Parse(await service.Http.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();
        string[] both = ["country", "direction", "minConfidence", "person", "position", "publisher", "topic"];

        Assert.Equal([.. both, "Last-Event-ID", "after", "since", "type"], Parameters("/events/stream"));
        Assert.Equal([.. both, "Last-Event-ID", "after", "change", "since"], Parameters("/changes/stream"));
        foreach (var form in (string[])["atom", "json"])
        {
            Assert.Equal([.. both, "archive", "type"], Parameters($"/feeds/events.{form}"));
            Assert.Equal([.. both, "archive", "change"], Parameters($"/feeds/changes.{form}"));
        }

        var bodies = paths.SelectMany(x => x.Value!.AsObject().Select(o => (x.Key, Body: o.Value!["requestBody"]))).Where(x => x.Body is not null).ToList();
        Assert.Equal(6, bodies.Count);
        Assert.All(bodies, x => Assert.True((bool?)x.Body!["required"], x.Key));

        IEnumerable<string> Parameters(string path)
        {
            var named = paths[path]!["get"]!["parameters"]!.AsArray().Select(x => x!["name"]!.ToString()).ToList();
            return [.. both.Where(named.Contains), .. named.Except(both).Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [InlineData("GET", "/positions?on=someday", null, 400, "invalid")]
    [InlineData("GET", "/positions/JPN/no-such-topic", null, 404, "unknown")]
    [InlineData("GET", "/articles/article-none", null, 404, "unknown")]
    [InlineData("GET", "/no-such-address", null, 404, "not-found")]
    [InlineData("GET", "/openapi/v2.json", null, 404, "not-found")]
    [InlineData("DELETE", "/positions", null, 405, "method-not-allowed")]
    [InlineData("POST", "/articles/article-none/withdrawal", "text/plain", 415, "unsupported-media-type")]
    [InlineData("POST", "/articles/article-none/readings?commit=perhaps", null, 400, "invalid")]
    [InlineData("POST", "/articles", "application/json", 400, "invalid")]
    [InlineData("POST", "/articles", "application/pdf", 415, "unsupported-media-type")]
    public async Task Lists_the_type_of_every_problem(string method, string address, string? type, int status, string problem)
    {
        await using var service = await Service.Start(server);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (type is not null)
            request.Content = new StringContent("{", Encoding.UTF8, type);
        using var reply = await service.Http.SendAsync(request);
        var told = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;

        Assert.Equal(((HttpStatusCode)status, "application/problem+json", "urn:stances:problem:" + problem), (reply.StatusCode, reply.Content.Headers.ContentType!.MediaType, told["type"]!.ToString()));
        Assert.EndsWith(".", told["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains($"| `urn:stances:problem:{problem}` | {status} |", JsonNode.Parse(await service.Http.GetStringAsync("/openapi/v1.json"))!["info"]!["description"]!.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Fields(string path, JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(x => Fields($"{path}.{x.Key}", x.Value)),
        JsonArray items => items.SelectMany(x => Fields(path + "[]", x)),
        null => [],
        _ => [$"{path}: {node.GetValueKind()}".Replace("True", "Boolean", StringComparison.Ordinal).Replace("False", "Boolean", StringComparison.Ordinal)],
    };

    // When it was recorded is another moment each time.
    [GeneratedRegex("""
        "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[^"]*"
        """)]
    private static partial Regex Moments();
}
