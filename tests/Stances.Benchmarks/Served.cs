using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Stances.Http;

namespace Stances.Benchmarks;

/// <summary>
/// <c>GET /positions/COUNTRY/TOPIC</c> over HTTP on 64 connections, in requests a second, more is better: each
/// pair and day asked for the first time, and 2,000 pairs asked again and again. The floor is a reply of the same length that is always the same.
/// </summary>
internal static class Served
{
    private const int Connections = 64;
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(4);

    public static async Task Run(BenchServer server)
    {
        var connection = await server.NewDatabase();
        await using var workspace = await Workspace.Open(name => name == "STANCES_DB" ? connection : null, CancellationToken.None);
        string[] countries = [.. workspace.Catalogue.Countries.Take(50).Select(x => x.Code)], topics = [.. workspace.Catalogue.Topics.Take(400).Select(x => x.Id)];
        await ManyStatements.Fill(workspace.Db, countries, topics);
        await using var app = Server.Build(workspace, ["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync();
        var service = Address(app);
        using var http = new HttpClient { BaseAddress = service };
        var usual = await http.GetByteArrayAsync(Pair(1));

        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var constant = builder.Build();
        constant.MapGet("/constant", () => Results.Bytes(usual, "application/json"));
        await constant.StartAsync();

        var random = new Random(7);
        await Figure.Measure("served-first-asked", 3, () => Load(Address(constant), _ => "/constant"), () => Load(service, _ => $"{Pair(random.Next())}?on={ManyStatements.First.AddDays(random.Next(ManyStatements.Days)):yyyy-MM-dd}"));
        await Figure.Measure("served-asked-again", 3, () => Load(Address(constant), _ => "/constant"), () => Load(service, i => Pair(i % 2000)));
        await constant.StopAsync();
        await app.StopAsync();

        string Pair(int r) => $"/positions/{countries[r % countries.Length]}/{topics[r / countries.Length % topics.Length]}";
    }

    private static Uri Address(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    private static async Task<double> Load(Uri service, Func<int, string> path)
    {
        var (clock, asked, gate) = (Stopwatch.StartNew(), 0, new Lock());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(service.Host, service.Port);
            var buffer = new byte[256 * 1024];
            while (clock.Elapsed < Lasting)
            {
                string address;
                lock (gate)
                    address = path(asked++);
                await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: {service.Authority}\r\n\r\n"));
                await Receive(socket, buffer);
            }
        })));
        return asked / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Reads one reply to its end, which its head tells.</summary>
    private static async Task Receive(Socket socket, byte[] buffer)
    {
        var (have, needed) = (0, int.MaxValue);
        while (have < needed)
        {
            have += await socket.ReceiveAsync(buffer.AsMemory(have));
            if (needed == int.MaxValue && buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8) is >= 0 and var head)
                needed = head + 4 + Length(buffer.AsSpan(0, head));
        }
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException(Encoding.ASCII.GetString(head));
        var text = head[(head.IndexOf("Content-Length: "u8) + 16)..];
        return int.Parse(text[..(text.IndexOf((byte)'\r') is >= 0 and var end ? end : text.Length)], CultureInfo.InvariantCulture);
    }
}
