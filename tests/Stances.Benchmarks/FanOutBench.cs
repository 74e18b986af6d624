using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
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
/// From an append that was acknowledged to its event received over SSE by a thousand clients, in milliseconds: its floor is a loop that writes
/// the same bytes to as many plain sockets, with the same clients. The transactions one event costs however many listen: the floor is one
/// client. And the memory of a client that only waits, in kB: the figure beside it is the most it may be.
/// </summary>
internal static class FanOutBench
{
    private const int Clients = 1000, Events = 200;

    // Twenty events a second, each to everybody: what two cores can bear with clients and database on them as well.
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

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
        var floor = await Floor();
        foreach (var (name, share) in new[] { ("p50", 0.5), ("p99", 0.99) })
        {
            Figure.Print($"fanout-1-client-{name}", [(Figure.Percentile(one.Times, share), Figure.Percentile(floor, share))]);
            Figure.Print($"fanout-{Clients}-clients-{name}", [(Figure.Percentile(many.Times, share), Figure.Percentile(floor, share))]);
        }
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
            await Task.Delay(Between);
        }
        if (!await Task.Run(() => received.Wait(TimeSpan.FromMinutes(2))))
            throw new TimeoutException($"{received.CurrentCount} events never came.");
        var queries = (await Queries(workspace.Db) - before) / (double)Events;
        await stop.CancelAsync();
        var times = (await Task.WhenAll(followers)).SelectMany(x => x.Zip(acknowledged, (came, told) => Math.Max(0, Stopwatch.GetElapsedTime(told, came).TotalMilliseconds)));
        return ([.. times], queries);
    }

    private static async Task<double[]> Floor()
    {
        using var stop = new CancellationTokenSource();
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(Clients);
        var service = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");
        using var listening = new CountdownEvent(Clients);
        using var received = new CountdownEvent(Clients * Events);
        var followers = Enumerable.Range(0, Clients).Select(_ => Follow(service, listening, received, 0, stop.Token)).ToList();
        var sockets = new List<Socket>();
        while (sockets.Count < Clients)
        {
            sockets.Add(await listener.AcceptAsync());
            await sockets[^1].SendAsync("retry: 2000\n\n"u8.ToArray());
        }
        await Task.Run(listening.Wait);
        var sent = new long[Events];
        for (var i = 0; i < Events; i++)
        {
            var frame = Encoding.UTF8.GetBytes($"id: {i}\nevent: article_withdrawn\ndata: {{{new string(' ', 200)}\"reason\":\"{i}\"}}\n\n");
            sent[i] = Stopwatch.GetTimestamp();
            await Task.Run(() => Parallel.ForEach(sockets, x => x.Send(frame)));
            await Task.Delay(Between);
        }
        await Task.Run(() => received.Wait(TimeSpan.FromMinutes(2)));
        await stop.CancelAsync();
        var times = (await Task.WhenAll(followers)).SelectMany(x => x.Zip(sent, (came, told) => Stopwatch.GetElapsedTime(told, came).TotalMilliseconds)).ToArray();
        sockets.ForEach(x => x.Dispose());
        return times;
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
