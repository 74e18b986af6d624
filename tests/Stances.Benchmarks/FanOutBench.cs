using System.Diagnostics;
using System.Globalization;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;
using Stances.Http;

namespace Stances.Benchmarks;

/// <summary>
/// From an append that was acknowledged to its event received over SSE by the last of many clients, in milliseconds; the
/// queries one event costs however many listen; and the memory of a client that only waits. The floor is one client.
/// </summary>
internal static class FanOutBench
{
    private const int Clients = 1000, Events = 200;

    public static async Task Run(BenchServer server)
    {
        var connection = await server.NewDatabase();
        await using var workspace = await Workspace.Open(name => name == "STANCES_DB" ? connection : null, CancellationToken.None);
        await using var app = Server.Build(workspace, ["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), Timeout = Timeout.InfiniteTimeSpan,
        };
        var nth = 0;
        var one = await Measure(workspace, http, 1, () => nth++);
        var before = Memory();
        var many = await Measure(workspace, http, Clients, () => nth++, () => Print("fanout-idle-client-kB", (Memory() - before) / 1024.0 / Clients, 40));
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
            Figure.Print($"fanout-{Clients}-clients-{name}", [(Figure.Percentile(many.Times, share), Figure.Percentile(one.Times, share))]);
        Print("fanout-queries-per-event", many.Queries, one.Queries);
        await app.StopAsync();
    }

    private static async Task<(double[] Times, double Queries)> Measure(Workspace workspace, HttpClient http, int clients, Func<int> next, Action? idle = null)
    {
        using var stop = new CancellationTokenSource();
        var (times, sent) = (new List<double>(), new long[10_000]);
        var listening = new CountdownEvent(clients);
        var received = new CountdownEvent(clients * Events);
        var followers = Enumerable.Range(0, clients).Select(_ => Follow(http, listening, received, sent, times, stop.Token)).ToList();
        await Task.Run(listening.Wait);
        idle?.Invoke();
        var before = await Queries(workspace.Db);
        for (var i = 0; i < Events; i++)
        {
            var n = next();
            var e = new ArticleEvent.ArticleWithdrawn(n.ToString(CultureInfo.InvariantCulture), "bench");
            var (type, data) = (EventJson.NameOf(e), EventJson.Write(e));
            await workspace.Log.Append([new StreamAppend($"article-{n}", 0, [new NewEvent(Guid.NewGuid(), type, EventJson.DotnetTypeOf(e), data)])]);
            Volatile.Write(ref sent[n], Stopwatch.GetTimestamp());
            await Task.Delay(20);
        }
        await Task.Run(() => received.Wait(TimeSpan.FromMinutes(2)));
        var queries = (await Queries(workspace.Db) - before) / (double)Events;
        await stop.CancelAsync();
        await Task.WhenAll(followers);
        return ([.. times], queries);
    }

    private static async Task Follow(HttpClient http, CountdownEvent listening, CountdownEvent received, long[] sent, List<double> times, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/events/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, ct);
            listening.Signal();
            await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(ct)).EnumerateAsync(ct))
            {
                var now = Stopwatch.GetTimestamp();
                var at = item.Data.IndexOf("\"reason\":\"", StringComparison.Ordinal) + 10;
                var n = int.Parse(item.Data.AsSpan(at, item.Data.AsSpan(at).IndexOf('"')), CultureInfo.InvariantCulture);
                long from;
                while ((from = Volatile.Read(ref sent[n])) == 0)
                    await Task.Yield();
                lock (times)
                    times.Add(Math.Max(0, Stopwatch.GetElapsedTime(from, now).TotalMilliseconds));
                received.Signal();
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private static Task<long> Queries(NpgsqlDataSource db) =>
        db.First(Sql.Raw("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()"), row => row.GetInt64(0));

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Print(string name, double ours, double floor) => Figure.Print(name, [(ours, floor)]);
}
