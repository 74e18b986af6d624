using System.Collections.Concurrent;
using System.Net.Http.Json;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Program;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

/// <summary>Two processes on one database share the webhooks.</summary>
public sealed class Two_services(PostgresServer server)
{
    private const int Webhooks = 6, Events = 60;

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Logging__LogLevel__Default"] = "None", ["Live__AllowedNetworks"] = "127.0.0.0/8", ["Live__FirstRetry"] = "00:00:00.05", ["Live__Lease"] = "00:00:01",
    };

    [Fact]
    public async Task Deliver_on_where_the_other_was_killed_in_the_middle_and_nothing_is_lost()
    {
        await using var database = await server.NewDatabase();
        await using var receiver = await Receiver.Start();
        var arrived = new ConcurrentDictionary<string, ConcurrentQueue<string>>();
        receiver.Taken = x => arrived.GetOrAdd(x.Path, _ => new()).Enqueue((string)x.Event["sequence"]!);

        using var one = Start(database);
        await Subscribe(await one.Address(), receiver.Url);
        using var other = Start(database);
        await other.Address();
        await Until(database.DataSource, "select count(distinct node) = 2 and count(*) filter (where node is null) = 0 from stances.subscriptions");

        // Killed while the first deliveries of both are on their way: nobody knows whether they were taken.
        var (reached, killed) = (new CountdownEvent(Webhooks), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        receiver.Answer = async (_, _) =>
        {
            if (!reached.IsSet)
                reached.Signal();
            await killed.Task;
            return 200;
        };
        var log = new EventLog(database.DataSource);
        await Write(log, 0);
        await Task.Run(() => reached.Wait(TimeSpan.FromSeconds(60)), TestContext.Current.CancellationToken);
        await one.Kill();
        killed.SetResult();
        await Write(log, 1);
        await Until(database.DataSource, $"select bool_and(sequence >= {2 * Events}) from stances.subscriptions");

        Assert.Equal(Enumerable.Range(0, Webhooks).Select(i => $"/{i}"), arrived.Keys.Order());
        Assert.All(arrived.Values, x => Assert.Equal(Enumerable.Range(1, 2 * Events).Select(n => $"{n}"), x.Distinct()));
        Assert.All(arrived.Values, x => Assert.InRange(x.Count, 2 * Events, 2 * Events + 1));
    }

    private static StancesProgram Start(TestDatabase database) => StancesProgram.Start(database.ConnectionString, Settings, "serve", "--no-samples", "--urls", "http://127.0.0.1:0");

    private static async Task Subscribe(Uri service, string receiver)
    {
        using var http = new HttpClient { BaseAddress = service };
        for (var i = 0; i < Webhooks; i++)
        {
            using var answer = await http.PostAsJsonAsync("/subscriptions", new { target = $"{receiver}/{i}", filter = new { } });
            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task Write(EventLog log, int article)
    {
        ArticleEvent[] events = [Ingested("2017-08-08"), .. Enumerable.Repeat(Said("JPN", "gsomia", Position.Supports, Direction.For, "2017-08-07"), Events - 1)];
        await log.Append([new StreamAppend($"article-{article}", 0, [.. events.Select(e => new NewEvent(Guid.NewGuid(), EventJson.NameOf(e), EventJson.DotnetTypeOf(e), EventJson.Write(e)))])]);
    }

    private static async Task Until(NpgsqlDataSource db, string truth)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (!await db.First(Sql.Raw(truth), row => row.GetBoolean(0), patience.Token)) { }
    }
}
