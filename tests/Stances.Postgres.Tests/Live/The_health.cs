using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Stances.EventStore;
using Stances.Http;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class The_health(PostgresServer server)
{
    [Fact]
    public async Task Tells_which_subscription_is_behind_and_why_and_stays_good()
    {
        await using var at = await Newsroom.Open(server, "--Live:AllowedNetworks", "127.0.0.0/8", "--Live:FirstRetry", "01:00:00");
        await using var receiver = await Receiver.Start();
        receiver.Answer = (_, _) => Task.FromResult(503);
        using var answer = await at.Http.PostAsJsonAsync("/subscriptions", new { name = "Mine", channel = "webhook", target = receiver.Url, filter = new { } });
        var made = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        await at.Append("article-1", Ingested("2017-08-08"));
        await receiver.Next();

        var deliveries = await Deliveries(at, x => (int)x["failing"]! == 1);
        var troubled = deliveries["troubled"]![0]!;

        Assert.Equal((1, 0, 1, 0), ((int)deliveries["active"]!, (int)deliveries["paused"]!, (int)deliveries["failing"]!, (int)deliveries["deadLetters"]!));
        Assert.Equal(((string)made["id"]!, "Mine", "active", 1, 1), ((string)troubled["id"]!, (string)troubled["name"]!, (string)troubled["state"]!, (int)troubled["behind"]!, (int)troubled["failures"]!));
        Assert.Contains("503", (string)troubled["reason"]!);
    }

    [Fact]
    public async Task Is_bad_where_a_projection_has_stopped_and_the_metrics_say_which()
    {
        await using var at = await Newsroom.Open(server);
        await at.Append("article-1", Ingested("2017-08-08"));
        await at.Workspace.Projections.CatchUp();
        await at.Workspace.Db.Execute(Sql.Raw("update stances.checkpoints set stopped_at = 1, reason = 'tried' where name = 'meetings'"));

        using var health = await at.Http.GetAsync("/health");
        var told = (await health.Content.ReadFromJsonAsync<JsonObject>())!;
        var stopped = Assert.Single(told["projections"]!.AsArray(), x => x!["stoppedAt"] is not null)!;

        Assert.Equal((HttpStatusCode.ServiceUnavailable, false, "meetings", "tried"), (health.StatusCode, (bool)told["well"]!, (string)stopped["name"]!, (string)stopped["reason"]!));
        Assert.Equal(["meetings"], (await Read(at.Workspace)).Where(x => x is { Name: "stances.projection.stopped", Value: 1 }).Select(x => x.Projection));
        Assert.Contains(("stances.log.mark", null, 1), await Read(at.Workspace));
    }

    private static async Task<List<(string Name, string? Projection, long Value)>> Read(Workspace workspace)
    {
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        using var metrics = new Metrics(workspace, factory);
        await metrics.Look(TestContext.Current.CancellationToken);
        var read = new List<(string, string?, long)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Stances" && instrument.Meter.Scope == factory)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => read.Add((instrument.Name, tags.IsEmpty ? null : (string?)tags[0].Value, value)));
        listener.Start();
        listener.RecordObservableInstruments();
        return read;
    }

    private static async Task<JsonObject> Deliveries(Newsroom at, Func<JsonObject, bool> until)
    {
        while (true)
        {
            using var health = await at.Http.GetAsync("/health", TestContext.Current.CancellationToken);
            var deliveries = (await health.Content.ReadFromJsonAsync<JsonObject>())!["deliveries"]!.AsObject();
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            if (until(deliveries))
                return deliveries;
        }
    }
}
