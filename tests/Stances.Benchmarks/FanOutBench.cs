using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
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
        var service = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Measure(workspace, service, 1, first: 0);
        var one = await Measure(workspace, service, 1, first: Events);
        var before = Memory();
        var many = await Measure(workspace, service, Clients, first: 2 * Events, () => Print("fanout-idle-client-kB", (Memory() - before) / 1024.0 / Clients, 40));
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
            Figure.Print($"fanout-{Clients}-clients-{name}", [(Figure.Percentile(many.Times, share), Figure.Percentile(one.Times, share))]);
        Print("fanout-queries-per-event", many.Queries, one.Queries);
        await app.StopAsync();
    }

    /// <summary>The milliseconds from each acknowledgement to each client, and the transactions each event cost in all.</summary>
    private static async Task<(double[] Times, double Queries)> Measure(Workspace workspace, Uri service, int clients, int first, Action? idle = null)
    {
        using var stop = new CancellationTokenSource();
        var acknowledged = new long[Events];
        using var listening = new CountdownEvent(clients);
        using var received = new CountdownEvent(clients * Events);
        var followers = Enumerable.Range(0, clients).Select(_ => Follow(service, listening, received, first, stop.Token)).ToList();
        await Task.Run(listening.Wait);
        idle?.Invoke();
        var before = await Queries(workspace.Db);
        for (var i = 0; i < Events; i++)
        {
            var e = new ArticleEvent.ArticleWithdrawn((first + i).ToString(CultureInfo.InvariantCulture), "bench");
            var (type, data) = (EventJson.NameOf(e), EventJson.Write(e));
            await workspace.Log.Append([new StreamAppend($"article-{first + i}", 0, [new NewEvent(Guid.NewGuid(), type, EventJson.DotnetTypeOf(e), data)])]);
            acknowledged[i] = Stopwatch.GetTimestamp();
            await Task.Delay(20);
        }
        if (!await Task.Run(() => received.Wait(TimeSpan.FromMinutes(2))))
            throw new TimeoutException($"{received.CurrentCount} events never came.");
        var queries = (await Queries(workspace.Db) - before) / (double)Events;
        await stop.CancelAsync();
        var times = (await Task.WhenAll(followers)).SelectMany(x => x.Zip(acknowledged, (came, told) => Math.Max(0, Stopwatch.GetElapsedTime(told, came).TotalMilliseconds)));
        return ([.. times], queries);
    }

    /// <summary>A client that costs as little as it can, for it runs beside the service: it takes the bytes and notes when an event was in them.</summary>
    private static async Task<long[]> Follow(Uri service, CountdownEvent listening, CountdownEvent received, int first, CancellationToken ct)
    {
        var came = new long[Events];
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(service.Host, service.Port, ct);
        // By HTTP/1.0 the body comes without the lengths of chunks in between.
        await socket.SendAsync("GET /events/stream HTTP/1.0\r\n\r\n"u8.ToArray(), ct);
        var (buffer, held, begun) = (new byte[2048], 0, false);
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(held), ct) is > 0 and var count)
            {
                var now = Stopwatch.GetTimestamp();
                held += count;
                for (int end; (end = buffer.AsSpan(0, held).IndexOf("\n\n"u8)) >= 0; held -= end + 2, buffer.AsSpan(end + 2, held).CopyTo(buffer))
                {
                    var reason = buffer.AsSpan(0, end).IndexOf(Reason);
                    if (reason >= 0 && Utf8Parser.TryParse(buffer.AsSpan(reason + Reason.Length, end - reason - Reason.Length), out int n, out _))
                    {
                        came[n - first] = now;
                        received.Signal();
                    }
                    else if (!begun)
                    {
                        begun = true;
                        listening.Signal();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
        return came;
    }

    private static ReadOnlySpan<byte> Reason => "\"reason\":\""u8;

    private static Task<long> Queries(NpgsqlDataSource db) =>
        db.First(Sql.Raw("select xact_commit + xact_rollback from pg_stat_database where datname = current_database()"), row => row.GetInt64(0));

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Print(string name, double ours, double floor) => Figure.Print(name, [(ours, floor)]);
}
