using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Stances.Postgres.Tests.Live;

/// <summary>A webhook as it arrived.</summary>
internal sealed record Arrival(string Path, string Id, long Timestamp, string Signature, string ContentType, string Body)
{
    public JsonObject Event => JsonNode.Parse(Body)!.AsObject();

    /// <summary>How many of the signatures are right for a secret: the specification's own arithmetic, done anew.</summary>
    public int SignedBy(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var right = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
        return Signature.Split(' ').Count(x => x == right);
    }
}

/// <summary>Someone who receives webhooks, and answers as told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Channel<Arrival> arrivals = System.Threading.Channels.Channel.CreateUnbounded<Arrival>();

    private Receiver(WebApplication app) => this.app = app;

    /// <summary>What to answer to an arrival; 200 unless told otherwise.</summary>
    public Func<Arrival, HttpContext, Task<int>> Answer { get; set; } = (_, _) => Task.FromResult(200);

    /// <summary>Called with each arrival that was answered with success.</summary>
    public Action<Arrival> Taken { get; set; } = _ => { };

    public ConcurrentQueue<Arrival> Seen { get; } = [];

    public string Url { get; private set; } = "";

    public static async Task<Receiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.Receive);
        await receiver.app.StartAsync();
        receiver.Url = receiver.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return receiver;
    }

    /// <summary>The next one that arrives; waits for it, but not for ever.</summary>
    public async Task<Arrival> Next() => await arrivals.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(90));

    private async Task Receive(HttpContext http)
    {
        var headers = http.Request.Headers;
        var body = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var arrival = new Arrival(http.Request.Path, headers["webhook-id"].ToString(), long.Parse(headers["webhook-timestamp"].ToString()),
            headers["webhook-signature"].ToString(), http.Request.ContentType ?? "", body);
        http.Response.StatusCode = await Answer(arrival, http);
        if (http.Response.StatusCode < 300)
            Taken(arrival);
        Seen.Enqueue(arrival);
        arrivals.Writer.TryWrite(arrival);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
