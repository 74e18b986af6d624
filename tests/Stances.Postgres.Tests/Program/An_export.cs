using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stances.Postgres.Tests.Answers;
using Stances.Postgres.Tests.Fixtures;
using Stances.Tests;

namespace Stances.Postgres.Tests.Program;

public sealed partial class An_export(PostgresServer server)
{
    [Fact]
    public async Task In_plover_s_format_holds_every_event_that_has_a_category_once()
    {
        await using var service = await Service.Start(server, samples: true);
        var records = (await Exported(service.Database, "--format", "plover")).Select(x => JsonNode.Parse(x)!).ToList();
        var again = new List<string>();
        foreach (var list in new[] { "statements", "meetings", "agreements" })
            again.AddRange((await Items(service, $"/{list}?limit=500", "items")).SelectMany(x => x["otherSources"]?.AsArray() ?? []).Select(x => x!["sequence"]!.ToString()));
        var coded = (await Items(service, "/events?limit=1000", "events")).Where(x => x["plover"] is not null && !again.Contains(x["sequence"]!.ToString()));

        Assert.Equal(
            coded.Select(x => $"{x["article"]}/{x["version"]} {x["plover"]!["event"]} {x["plover"]!["quadCode"]}").Order(),
            records.Select(x => $"{x["id"]} {x["event"]![0]} {x["quad_code"]}").Order());
        Assert.All(records, x => Assert.Equal(["id", "date", "source", "event", "event_text"], ((string[])["id", "date", "source", "event", "event_text"]).Where(f => x[f] is not null)));
    }

    [Theory]
    [InlineData("plover", "export.plover.jsonl")]
    [InlineData("polecat", "export.polecat.tsv")]
    public async Task Of_one_topic_is_what_other_tools_read(string format, string golden)
    {
        // As annotated by hand: what the reader finds gets better and must not show here.
        await using var samples = await SampleRecord.Annotated(server);
        var lines = await Exported(samples.Database, "--format", format, "--topic", "comfort-women-deal", "--on", "2018-12-31");
        Golden.Holds(golden, Coded().Replace(string.Join('\n', lines), "\"coded_date\":\"2017-01-01\",\"coded_time\":\"00:00:00Z\""));
    }

    [Fact]
    public async Task Of_one_country_holds_what_it_took_part_in()
    {
        await using var service = await Service.Start(server, samples: true);
        var lines = await Exported(service.Database, "--format", "polecat", "--country", "Ethiopia");
        Assert.All(lines.Skip(1), x => Assert.Contains("ETH", x.Split('\t')[8], StringComparison.Ordinal));
        Assert.Contains(lines, x => x.Split('\t')[2] == "SUPPORT");
    }

    private static async Task<List<JsonNode>> Items(Service service, string address, string list) =>
        [.. JsonNode.Parse(await service.Http.GetStringAsync(address))![list]!.AsArray().Select(x => x!)];

    private static async Task<string[]> Exported(string database, params string[] args)
    {
        var (code, output, error) = await StancesProgram.Run(database, ["export", .. args]);
        Assert.Equal((0, ""), (code, error));
        return output.TrimEnd('\n').Split('\n');
    }

    // When it was read is the one thing that differs from run to run.
    [GeneratedRegex("""
        "coded_date":"[0-9-]+","coded_time":"[0-9:]+Z"
        """)]
    private static partial Regex Coded();
}
