using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

/// <summary>Marten's applications write to the same log: events of their own, and ours with data that is none of ours.</summary>
public sealed class An_event_of_another_application(PostgresServer server)
{
    private static readonly (string Type, string Data)[] Theirs =
        [("tender_opened", """{"Lots": [1, 2]}"""), ("stance_stated", """{"Country": 7}"""), ("article_ingested", """{"Source": null}""")];

    [Fact]
    public async Task Is_told_as_it_is_and_what_comes_behind_it_too()
    {
        await using var at = await Newsroom.Open(server);
        await using var client = await StreamClient.Open(at.Http, "/events/stream?after=0");
        foreach (var (type, data) in Theirs)
        {
            await Write(at, type, data);
            var told = await client.Next();
            Assert.Equal((type, data), (told.Type, told.Data["data"]!.ToJsonString().Replace(":", ": ", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal)));
        }

        await at.Append("article-1", Ingested("2017-08-08"));
        Assert.Equal(("4", "article_ingested"), await client.Next() is var (id, type4, _) ? (id, type4) : default);
        var log = (await at.Http.GetFromJsonAsync<JsonObject>("/events"))!["events"]!.AsArray();
        Assert.Equal([.. Theirs.Select(x => x.Type), "article_ingested"], log.Select(x => x!["type"]!.ToString()));
        Assert.Equal([true, true, true, false], log.Select(x => x!["data"] is not null));
        using var feed = await at.Http.GetAsync("/feeds/events.atom");
        Assert.Equal(HttpStatusCode.OK, feed.StatusCode);
    }

    [Fact]
    public async Task In_an_article_is_a_fault_that_verify_names()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"));
        await at.Workspace.Log.Append([new StreamAppend("article-1", 1, [new NewEvent(Guid.NewGuid(), "tender_opened", "Theirs, Theirs", "{}")])]);

        var found = await Verification.Run(at.Workspace, _ => { }, TestContext.Current.CancellationToken);
        Assert.Contains("Event 2 of article-1 is a tender_opened that cannot be read.", found.Faults);
    }

    [Fact]
    public async Task Keeps_the_samples_out_of_the_log()
    {
        await using var at = await Newsroom.Open(server);
        await Write(at, "tender_opened", "{}");
        await Samples.Load(at.Workspace, TestContext.Current.CancellationToken);
        Assert.Single(await at.Workspace.Log.ReadAll(0, 10));
    }

    private static async Task Write(Newsroom at, string type, string data) =>
        await at.Workspace.Log.Append([new StreamAppend("tender-" + Guid.NewGuid(), 0, [new NewEvent(Guid.NewGuid(), type, "Theirs, Theirs", data)])]);
}
