using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Program;

public sealed class The_verbs(PostgresServer server)
{
    private const string Text = "MANILA, Aug. 8 -- Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal.";

    [Fact]
    public async Task Ingest_once_and_answer_on_both_clocks()
    {
        await using var database = await server.NewDatabase();
        using var file = new TextFile(Text);
        string[] ingest = ["ingest", file.Path, "--published", "2017-08-08", "--source", "Example Wire", "--json"];

        Assert.Equal("2", Appended(await StancesProgram.Run(database.ConnectionString, ingest)));
        Assert.Equal("0", Appended(await StancesProgram.Run(database.ConnectionString, ingest)));
        Assert.Equal("demands for 2017-08-07", await Held(database));
        Assert.Equal("nothing", await Held(database, "--on", "2017-08-06"));
        Assert.Equal("nothing", await Held(database, "--known", "2017-09-01"));
    }

    [Fact]
    public async Task Ingest_from_two_processes_at_once_stores_once()
    {
        await using var database = await server.NewDatabase();
        using var file = new TextFile(Text);
        var runs = await Task.WhenAll(
            StancesProgram.Run(database.ConnectionString, "ingest", file.Path, "--published", "2017-08-08", "--json"),
            StancesProgram.Run(database.ConnectionString, "ingest", file.Path, "--published", "2017-08-08", "--json"));

        Assert.All(runs, x => Assert.Equal((0, ""), (x.Code, x.Error)));
        Assert.Single(runs.Select(x => JsonNode.Parse(x.Out)![0]!["events"]!.ToJsonString()).Distinct());
    }

    public static TheoryData<int, string, string[]> BadInput => new()
    {
        { 1, "stances: Cannot read", ["ingest", "no-such-file.txt"] },
        { 2, "stances: '2017-02-30' is not a day; write yyyy-MM-dd.", ["position", "JPN", "gsomia", "--on", "2017-02-30"] },
        { 2, "stances: There is no country 'Japn'. Did you mean", ["position", "Japn", "gsomia"] },
        { 2, "stances: There is no topic 'gsomja'. Did you mean gsomia", ["position", "JPN", "gsomja"] },
        { 2, "stances: There is no verb 'frobnicate'; --help lists them.", ["frobnicate"] },
        { 2, "stances: There is no verb 'frobnicate'; --help lists them.", ["db", "frobnicate"] },
        { 2, "stances: Say what to do; --help lists the verbs.", [] },
        { 2, "stances: There is no option '--onn'.", ["ask", "what did Japan say", "--onn", "2017-08-07"] },
        { 2, "stances: There is no option '--publishd'.", ["ingest", "no-such-file.txt", "--publishd", "2017-08-07"] },
        { 2, "stances:", ["position", "JPN"] },
        { 1, "stances: Say what is compared", ["diff", "JPN"] },
        { 2, "stances:", ["export", "--format", "xml"] },
        { 1, "stances: 'foo' is no address to listen on", ["serve", "--no-samples", "--urls", "foo"] },
        { 1, "stances: 'http://127.0.0.1:70000' is no address to listen on", ["serve", "--no-samples", "--urls", "http://127.0.0.1:70000"] },
        { 1, "stances: Dynamic port binding is not supported", ["serve", "--no-samples", "--urls", "http://localhost:0"] },
        { 1, "stances: ", ["eval", "no-such-gold"] },
        { 1, "stances: There is no file or folder", ["import", "no-such-folder"] },
    };

    [Theory, MemberData(nameof(BadInput))]
    public async Task Refuse_bad_input_in_one_line(int code, string message, string[] args)
    {
        await using var database = await server.NewDatabase();
        var run = await StancesProgram.Run(database.ConnectionString, args);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.StartsWith(message, Assert.Single(run.Error.TrimEnd('\n').Split('\n')));
    }

    [Fact]
    public async Task Serve_says_in_one_line_that_its_address_is_taken()
    {
        await using var database = await server.NewDatabase();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";
        var run = await StancesProgram.Run(database.ConnectionString, "serve", "--no-samples", "--urls", address);

        Assert.Equal((1, "", $"stances: Failed to bind to address {address}: address already in use. Choose another address with --urls.\n"), run);
    }

    [Theory]
    [InlineData("Live__Heartbeat", "soon", "serve", "--no-samples", "--urls", "http://127.0.0.1:0")]
    [InlineData("Live__Smtp", "no address", "serve", "--no-samples", "--urls", "http://127.0.0.1:0")]
    [InlineData("Live__RabbitMq", "no address", "serve", "--no-samples", "--urls", "http://127.0.0.1:0")]
    [InlineData("Live__AllowedNetworks", "everywhere", "serve", "--no-samples", "--urls", "http://127.0.0.1:0")]
    [InlineData("Reads__AtOnce", "many", "serve", "--no-samples", "--urls", "http://127.0.0.1:0")]
    [InlineData("Reads__AtOnce", "0", "serve", "--no-samples", "--urls", "http://127.0.0.1:0")]
    [InlineData("Live__Heartbeat", "soon", "subscriptions", "list")]
    [InlineData("STANCES_CATALOGUE", "/no/such/folder", "topics")]
    public async Task Refuse_a_setting_that_is_none_in_one_line(string name, string value, params string[] args)
    {
        await using var database = await server.NewDatabase();
        var run = await StancesProgram.Run(database.ConnectionString, new Dictionary<string, string> { [name] = value }, args);

        Assert.Equal((1, ""), (run.Code, run.Out));
        var line = Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("stances: ", line);
        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), line);
    }

    [Fact]
    public async Task Write_the_same_in_every_language_of_the_machine()
    {
        using var file = new TextFile(Text);
        string[] extract = ["extract", file.Path, "--published", "2017-08-08"];
        var english = await StancesProgram.Run("", new Dictionary<string, string> { ["LC_ALL"] = "en_US.UTF-8" }, extract);
        foreach (var language in (string[])["de_DE.UTF-8", "th_TH.UTF-8", "ar_SA.UTF-8", "fa_IR.UTF-8"])
            Assert.Equal(english, await StancesProgram.Run("", new Dictionary<string, string> { ["LC_ALL"] = language }, extract));
        Assert.Contains(" [0.", english.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_nothing_where_the_language_model_that_was_named_is_away()
    {
        await using var database = await server.NewDatabase();
        using var file = new TextFile(Text);
        var settings = new Dictionary<string, string> { ["STANCES_MODEL"] = "openai:some-model", ["STANCES_MODEL_URL"] = "http://127.0.0.1:1", ["STANCES_MODEL_KEY"] = "a-secret" };
        var run = await StancesProgram.Run(database.ConnectionString, settings, "ingest", file.Path, "--published", "2017-08-08");

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.StartsWith("stances: The model (OpenAi some-model at 127.0.0.1:1) cannot be reached", Assert.Single(run.Error.TrimEnd('\n').Split('\n')));
        Assert.DoesNotContain("a-secret", run.Error, StringComparison.Ordinal);
        Assert.Equal("nothing", await Held(database));
    }

    [Fact]
    public async Task Compare_and_export_what_was_said()
    {
        await using var database = await server.NewDatabase();
        using var file = new TextFile(Text);
        await StancesProgram.Run(database.ConnectionString, "ingest", file.Path, "--published", "2017-08-08", "--source", "Example Wire");

        Assert.Equal("comfort-women-deal: JPN nothing -> JPN demands (for) since 2017-08-07\n", await Printed(database, "diff", "--on", "2017-08-06"));
        Assert.Equal("comfort-women-deal: JPN demands (for) since 2017-08-07; KOR nothing\n", await Printed(database, "diff", "Japan", "South Korea"));
        Assert.Equal("Nothing differs.\n", await Printed(database, "diff", "--on", "2017-08-07", "--topic", "gsomia"));
        Assert.Equal("comfort-women-deal: the 2015 agreement should stand and be carried out\n", await Printed(database, "topics", "comfort-women-deal"));
        var said = JsonNode.Parse(await Printed(database, "export", "--country", "JPN"))!;
        Assert.Equal(("JPN", "comfort-women-deal", "demands", "Example Wire"), (said["country"]!.ToString(), said["topic"]!.ToString(), said["position"]!.ToString(), said["article"]!["publisher"]!.ToString()));
        var table = (await Printed(database, "export", "--format", "csv")).TrimEnd().Split("\r\n");
        Assert.Equal(("sequence", "2"), (table[0].Split(',')[0], table[1].Split(',')[0]));
        Assert.Equal("", await Printed(database, "export", "--country", "FRA"));
    }

    private static async Task<string> Printed(TestDatabase database, params string[] args)
    {
        var run = await StancesProgram.Run(database.ConnectionString, args);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run.Out;
    }

    [Fact]
    public async Task Serve_leaves_a_log_of_one_s_own_articles_without_the_samples()
    {
        await using var database = await server.NewDatabase();
        using var file = new TextFile(Text);
        await StancesProgram.Run(database.ConnectionString, "ingest", file.Path, "--published", "2017-08-08");
        using var program = StancesProgram.Start(database.ConnectionString, "serve", "--urls", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await program.Address() };

        var log = JsonNode.Parse(await http.GetStringAsync("/events"))!["events"]!.AsArray();
        Assert.Equal(["article_ingested", "stance_stated"], log.Select(x => x!["type"]!.ToString()));
    }

    [Theory]
    [InlineData("nothing", "The text is empty.")]
    [InlineData("a page without words", "The text is empty.")]
    [InlineData("Latin-1", "The text is not UTF-8: byte 3 cannot be read.")]
    [InlineData("a picture", "The text is not UTF-8: byte 0 cannot be read.")]
    [InlineData("50 MB", "has more than 2097152 bytes.")]
    public async Task Refuse_in_one_line_what_is_no_text_and_store_nothing(string what, string message)
    {
        await using var database = await server.NewDatabase();
        using var file = new TextFile("");
        await File.WriteAllBytesAsync(file.Path, what switch
        {
            "nothing" => [],
            "a page without words" => "<html><body><script>1</script></body></html>"u8.ToArray(),
            "Latin-1" => [(byte)'c', (byte)'a', (byte)'f', 0xE9, (byte)' '],
            "a picture" => [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2],
            _ => new byte[50 * 1024 * 1024],
        });
        var run = await StancesProgram.Run(database.ConnectionString, "ingest", file.Path, "--published", "2017-08-08");
        var (code, replayed, _) = await StancesProgram.Run(database.ConnectionString, "replay", "--json");

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.EndsWith(message, Assert.Single(run.Error.TrimEnd('\n').Split('\n')));
        Assert.Equal((0, """{"changes":[],"held":[]}"""), (code, replayed.Trim()));
    }

    [Theory]
    [InlineData("Nothing is recorded of Japan on ", "position", "JPN", "gsomia")]
    [InlineData("Nothing is recorded of Japan.", "timeline", "JPN")]
    [InlineData("0 changes, 0 countries, 0 reversals", "replay", "--to", "2020-01-01")]
    [InlineData("Nothing is recorded of Japan on ", "ask", "what did Japan say about GSOMIA")]
    public async Task Answer_before_anything_was_read(string answer, params string[] args)
    {
        await using var database = await server.NewDatabase();
        var run = await StancesProgram.Run(database.ConnectionString, args);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith(answer, run.Out);
    }

    [Fact]
    public async Task Say_in_one_line_that_the_database_is_away()
    {
        var run = await StancesProgram.Run("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "position", "JPN", "gsomia");

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.StartsWith("stances: The database at 127.0.0.1", Assert.Single(run.Error.TrimEnd('\n').Split('\n')));
    }

    private static string Appended((int Code, string Out, string Error) run)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Out)![0]!["appended"]!.ToString();
    }

    private static async Task<string> Held(TestDatabase database, params string[] clock)
    {
        var run = await StancesProgram.Run(database.ConnectionString, ["position", "Japan", "comfort-women-deal", "--json", .. clock]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Out)!["held"] is { } held ? $"{held["position"]} {held["direction"]} {held["from"]}" : "nothing";
    }

    private sealed class TextFile : IDisposable
    {
        public TextFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"stances-{Guid.NewGuid():n}.txt");

        public void Dispose() => File.Delete(Path);
    }
}
