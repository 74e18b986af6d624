using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Program;

namespace Stances.Postgres.Tests.Answers;

public sealed class The_proof_of_an_answer(PostgresServer server)
{
    private const string Question = "/ask?q=what+did+Trump+say+about+the+Iran+deal";

    [Fact]
    public async Task Holds_for_whatever_is_answered()
    {
        await using var service = await Service.Start(server, samples: true);
        foreach (var question in new[] { Question, "/ask?q=what+did+Japan+and+Korea+agree+on+in+Seoul", "/ask?q=when+did+Kang+and+Kono+meet", "/ask?q=what+did+Wakanda+say+about+whaling" })
        {
            var answer = await Json(service, question);
            var check = await Checked(service, answer);
            var cited = ((string[])["statements", "agreements", "meetings"]).SelectMany(x => answer[x]!.AsArray()).SelectMany(x => x!["otherSources"]!.AsArray().Prepend(x)).Select(x => (long)x!["sequence"]!);
            Assert.Equal((true, true), ((bool)check["holds"]!, (bool)check["same"]!));
            Assert.Equal(cited.Order(), check["footnotes"]!.AsArray().Select(x => (long)x!["sequence"]!));
        }
    }

    [Theory]
    [InlineData("withdraw from", "return to", "the quoted words changed")]
    [InlineData("Oil prices rose", "Oil prices fell", "words changed that nobody quoted")]
    [InlineData("May 9 -- ", "May 9, 2018 -- ", "all words moved")]
    public async Task Fails_where_the_text_is_no_longer_the_one_that_was_read(string was, string now, string what)
    {
        await using var service = await Service.Start(server, samples: true);
        var answer = await Json(service, Question);

        await service.Workspace.Db.Execute(Sql.Of($"update stances.texts set text = replace(text, {was}, {now}) where text like {"Washington walks away%"}"));

        var check = await Checked(service, answer);
        Assert.Equal((false, true), ((bool)check["holds"]!, (bool)check["same"]!));
        Assert.All(check["footnotes"]!.AsArray(), x => Assert.True((bool)x!["event"]! && !(bool)x["text"]!, what));
    }

    [Fact]
    public async Task Holds_without_the_words_where_the_text_was_erased()
    {
        await using var service = await Service.Start(server, samples: true);
        var answer = await Json(service, Question);

        (await service.Http.PostAsJsonAsync($"/articles/{answer["statements"]![0]!["article"]!["id"]}/erasure", new { reason = "asked for", by = "desk" })).EnsureSuccessStatusCode();

        var check = await Checked(service, answer);
        Assert.True((bool)check["holds"]!);
        Assert.All(check["footnotes"]!.AsArray(), x => Assert.True((bool)x!["event"]! && x["text"] is null));
    }

    [Fact]
    public async Task Of_what_was_known_then_holds_though_the_event_was_taken_back_since()
    {
        await using var service = await Service.Start(server, samples: true);
        var answer = await Json(service, Question);
        var first = answer["statements"]![0]!;
        var article = (string)first["article"]!["id"]!;
        var version = (await Json(service, "/articles/" + article))["events"]!.AsArray().Single(x => (long)x!["sequence"]! == (long)first["sequence"]!)!["version"]!.GetValue<long>();

        (await service.Http.PostAsJsonAsync($"/articles/{article}/retractions", new { version, reason = "misread", by = "desk" })).EnsureSuccessStatusCode();
        await service.Workspace.Projections.CatchUp();

        Assert.True((bool)(await Checked(service, answer))["holds"]!);
        var today = await Json(service, Question);
        Assert.Equal(answer["statements"]!.AsArray().Count - 1, today["statements"]!.AsArray().Count);
        Assert.True((bool)(await Checked(service, today))["holds"]!);
    }

    [Fact]
    public async Task Fails_where_a_read_model_tells_otherwise_than_the_log()
    {
        await using var service = await Service.Start(server, samples: true);
        var answer = await Json(service, Question);

        await service.Workspace.Db.Execute(Sql.Of($"update stances.statements set direction = 'for' where sequence = {(long)answer["statements"]![0]!["sequence"]!}"));

        var told = await Json(service, Question);
        Assert.Contains((await Checked(service, told))["footnotes"]!.AsArray(), x => !(bool)x!["event"]!);
        Assert.False((bool)(await Checked(service, told))["holds"]!);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("s1")]
    [InlineData("s1~p9")]
    [InlineData("s-1~{program}~20240115~e30")]
    [InlineData("s1~{program}~20240115~e30")]
    [InlineData("s1~{program}~20240115~bnVsbA")]
    [InlineData("s1~{program}~20249915~{asked}")]
    [InlineData("s1~{program}~20240115~{asked}~more")]
    [InlineData("s1~p1.1-rules.0-0000~20240115~{asked}")]
    [InlineData("s999999999~{program}~20240115~{asked}")]
    [InlineData("s1~{program}~20240115~{long}")]
    [InlineData("s1~{program}~20240115~{nul}")]
    public async Task Is_refused_to_a_basis_that_no_answer_of_this_log_had(string token)
    {
        await using var service = await Service.Start(server);
        var basis = token.Replace("{program}", RecordBasis.ProgramOf(service.Workspace.Reader.Version), StringComparison.Ordinal)
            .Replace("{asked}", Asked("who said what"), StringComparison.Ordinal).Replace("{long}", Asked(new string('x', 4000)), StringComparison.Ordinal)
            .Replace("{nul}", Asked("who\\u0000"), StringComparison.Ordinal);

        foreach (var address in new[] { $"/answers/{Uri.EscapeDataString(basis)}/verify", $"/ask?basis={Uri.EscapeDataString(basis)}" })
        {
            using var reply = await service.Http.GetAsync(address);
            var problem = JsonNode.Parse(await reply.Content.ReadAsStringAsync())!;
            Assert.Equal((HttpStatusCode.BadRequest, "urn:stances:problem:invalid"), (reply.StatusCode, (string)problem["type"]!));
        }
    }

    private static string Asked(string question) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{{\"question\":\"{question}\"}}"));

    private static async Task<JsonNode> Json(Service service, string address) => JsonNode.Parse(await service.Http.GetStringAsync(address))!;

    private static Task<JsonNode> Checked(Service service, JsonNode answer) => Json(service, $"/answers/{Uri.EscapeDataString((string)answer["basis"]!)}/verify");
}
