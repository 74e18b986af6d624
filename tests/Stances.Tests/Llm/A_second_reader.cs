using System.Text.Json;
using Stances.Domain;
using Stances.Extraction;
using Stances.Extraction.Llm;
using Stances.Tests.Reading;
using static Stances.Domain.ArticleEvent;

namespace Stances.Tests.Llm;

public sealed class A_second_reader
{
    private const string Text = """
        MANILA, Aug. 8 -- Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal.

        Nor, in the eyes of South Korean Foreign Minister Kang Kyung-wha, is “a paper that our people – most of them – have not taken to heart” the end of it.
        """;

    private const string Kangs = "“a paper that our people – most of them – have not taken to heart”";

    [Fact]
    public async Task Adds_what_the_rules_missed_where_the_text_bears_it_out()
    {
        var (reading, _) = await Read(Stance(Kangs));
        var added = Assert.Single(reading.Events.OfType<StanceStated>(), x => x.Reasons is ["reader:model"]);

        Assert.Equal(("KOR", "Kang Kyung-wha", "comfort-women-deal", Position.Opposes, 0.75), (added.Country, added.Speaker!.Name, added.Topic, added.Position, added.Confidence));
        Assert.Equal(Kangs, added.Evidence.Exact);
        Assert.Empty(reading.Rejected);
        Assert.All(reading.Events, x => Assert.True(x.Grounds!.StandsIn(Text)));
    }

    [Theory]
    [InlineData("\"a paper that our people - most of them - have not taken to heart\"")]
    [InlineData("“a paper that our people – most of\nthem – have not   taken to heart”")]
    public async Task Quotes_in_the_text_s_own_characters(string quote) =>
        Assert.Contains((await Read(Stance(quote))).Reading.Events, x => x.Grounds!.Exact == Kangs);

    [Fact]
    public async Task Is_surer_of_what_both_found_and_less_of_what_they_dispute()
    {
        const string kono = "Japanese Foreign Minister Taro Kono on Monday called on Seoul to implement the 2015 comfort women deal";
        var alone = Kono(await Reader.Rules.Read(new ArticleText(Text, new DateOnly(2017, 8, 8), Source.Unknown), default));
        var agreed = Kono((await Read(Stance(kono, "JPN", "Taro Kono", position: "demands"))).Reading);
        var disputed = Kono((await Read(Stance(kono, "JPN", "Taro Kono", position: "supports"))).Reading);

        Assert.Equal((Position.Demands, Math.Min(0.95, Math.Round(alone.Confidence + 0.05, 2)), "model:agrees"), (agreed.Position, agreed.Confidence, agreed.Reasons[^1]));
        Assert.Equal((Position.Demands, Math.Round(alone.Confidence - 0.1, 2), "model:disputes-position"), (disputed.Position, disputed.Confidence, disputed.Reasons[^1]));
    }

    public static TheoryData<string, string> Untrue => new()
    {
        { Stance("a paper that our people will never accept"), "The text does not say" },
        { Stance("a paper that our people - most of them - have taken to heart"), "The text does not say" },
        { Stance("to heart"), "A quote has 3 to 120 words, not 2." },
        { Stance(Kangs, country: "FRA"), "The text does not name France." },
        { Stance(Kangs, country: "Korea"), "There is no country 'Korea'." },
        { Stance(Kangs, speaker: "Moon Jae-in"), "The text names no 'Moon Jae-in'." },
        { Stance(Kangs, topic: "comfort-deal"), "There is no topic 'comfort-deal'." },
        { Stance(Kangs, position: "dislikes"), "'dislikes' is no position." },
        { Stance(Kangs, on: "2017-02-30"), "'2017-02-30' is no day." },
        { Stance(Kangs, on: "2016-08-07"), "2016-08-07 is not near the day of the article, 2017-08-08." },
        { """{"type":"war_declared","quote":"have not taken to heart"}""", "There is no event of type 'war_declared'." },
        { """{"type":"agreement_reached","quote":"have not taken to heart","countries":["KOR"],"stage":"signed"}""", "An agreement has two parties or more." },
        { """{"type":"meeting_held","quote":"have not taken to heart","format":"bilateral","place":"Paris","participants":[{"country":"KOR"},{"country":"JPN"}]}""", "The text names no place 'Paris'." },
        { """{"type":"stance_stated","quote":7,"country":["KOR"]}""", "A quote has 3 to 120 words, not 0." },
    };

    [Theory, MemberData(nameof(Untrue))]
    public async Task Is_not_believed_what_the_text_does_not_bear_out(string claim, string reason)
    {
        var (reading, _) = await Read(claim);

        Assert.StartsWith(reason, Assert.Single(reading.Rejected));
        Assert.DoesNotContain(reading.Events, x => x is StanceStated { Reasons: ["reader:model"] });
    }

    [Fact]
    public async Task Speaks_either_protocol_and_shows_numbered_paragraphs()
    {
        var (_, asked) = await Read(Stance(Kangs));
        using var local = new ModelServer(ModelServer.Completion($$"""{"events":[{{Stance(Kangs)}}]}"""));
        var reading = await Ask(new ModelEndpoint(ModelProtocol.OpenAi, local.Url, "some-model", "secret", TimeSpan.FromMinutes(1)));

        Assert.Equal(("/v1/messages", "secret"), (asked.Path, asked.Key));
        Assert.Equal(("/v1/chat/completions", "Bearer secret"), (local.Asked[0].Path, local.Asked[0].Key));
        Assert.Contains("[2] Nor, in the eyes", asked.Body["messages"]![0]!["content"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(reading.Events, x => x.Grounds!.Exact == Kangs);
        Assert.DoesNotContain("secret", new ModelEndpoint(ModelProtocol.OpenAi, local.Url, "m", "secret", default).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_busy_is_asked_again()
    {
        using var server = new ModelServer(ModelServer.Status(429, "0"), ModelServer.Status(529, "0"), ModelServer.Message("```json\n{\"events\":[]}\n```"));
        var reading = await Ask(Anthropic(server));

        Assert.Equal(3, server.Asked.Count);
        Assert.NotEmpty(reading.Events);
    }

    [Theory]
    [InlineData("refuses", "answered 401.")]
    [InlineData("stays busy", "answered 429.")]
    [InlineData("is silent", "did not answer within 0.2 s.")]
    [InlineData("speaks another protocol", "answered something that is not its protocol.")]
    [InlineData("answers nothing", "answered without words.")]
    [InlineData("answers prose", "The model's answer holds no list of events.")]
    [InlineData("answers half", "The model's answer is no JSON.")]
    [InlineData("is away", "cannot be reached")]
    public async Task That_fails_leaves_the_article_unread(string how, string message)
    {
        using var server = new ModelServer(how switch
        {
            "refuses" => [ModelServer.Status(401)],
            "stays busy" => [ModelServer.Status(429, "0"), ModelServer.Status(429, "0"), ModelServer.Status(429, "0")],
            "is silent" => [ModelServer.Silence()],
            "speaks another protocol" => [ModelServer.Body("<html>")],
            "answers nothing" => [ModelServer.Body("{}")],
            "answers prose" => [ModelServer.Message("I see no events in it.")],
            _ => [ModelServer.Message("""{"events":[{"type":"stance_stated","quote":}]}""")],
        });
        var endpoint = Anthropic(server) with { Timeout = how == "is silent" ? TimeSpan.FromMilliseconds(200) : TimeSpan.FromMinutes(1) };
        if (how == "is away")
            server.Dispose();

        Assert.Contains(message, (await Assert.ThrowsAsync<ModelException>(() => Ask(endpoint))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_off_unless_it_is_named()
    {
        Assert.Null(ModelEndpoint.Named(_ => null));
        Assert.Equal("Anthropic m1 at api.anthropic.com", ModelEndpoint.Named(x => x == "STANCES_MODEL" ? "anthropic:m1" : null)!.ToString());
        Assert.Equal("OpenAi m2 at localhost:8080", ModelEndpoint.Named(x => x switch { "STANCES_MODEL" => "openai:m2", "STANCES_MODEL_URL" => "http://localhost:8080/", _ => null })!.ToString());
        Assert.Throws<ModelException>(() => ModelEndpoint.Named(x => x == "STANCES_MODEL" ? "m1" : null));
        Assert.Throws<ModelException>(() => ModelEndpoint.Named(x => x switch { "STANCES_MODEL" => "openai:m2", "STANCES_MODEL_URL" => "file:///etc", _ => null }));
    }

    private static string Stance(string quote, string country = "KOR", string? speaker = "Kang Kyung-wha", string topic = "comfort-women-deal", string position = "opposes", string? on = "2017-08-07") =>
        JsonSerializer.Serialize(new { type = "stance_stated", paragraph = 2, quote, country, speaker, role = "Foreign Minister", topic, position, direction = "against", on });

    private static async Task<(Stances.Extraction.Reading Reading, (string Path, string? Key, System.Text.Json.Nodes.JsonNode Body) Asked)> Read(string claim)
    {
        using var server = new ModelServer(ModelServer.Message($$"""{"events":[{{claim}}]}"""));
        return (await Ask(Anthropic(server)), server.Asked[0]);
    }

    private static ModelEndpoint Anthropic(ModelServer server) => new(ModelProtocol.Anthropic, server.Url, "some-model", "secret", TimeSpan.FromMinutes(1));

    private static Task<Stances.Extraction.Reading> Ask(ModelEndpoint endpoint) =>
        new ModelReader(Reader.Catalogue, Reader.Rules, endpoint).Read(new ArticleText(Text, new DateOnly(2017, 8, 8), Source.Unknown), TestContext.Current.CancellationToken);

    private static StanceStated Kono(Stances.Extraction.Reading reading) => reading.Events.OfType<StanceStated>().First(x => x.Country == "JPN");
}
