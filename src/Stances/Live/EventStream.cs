using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Npgsql;

namespace Stances.Live;

/// <summary>One client of a stream of server-sent events: what it has read is behind it, and nothing waits for it but its next line.</summary>
internal static class EventStream
{
    private const int MostUnflushed = 32 * 1024;

    /// <summary>Writes to the client until it goes away or the service stops.</summary>
    public static async Task Serve(HttpContext http, Tail tail, Place after, DateTimeOffset? since, Selection selection, CancellationToken stopping)
    {
        var response = http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // A client may pause for a while; one that reads nothing for a minute has gone.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = new MinDataRate(240, TimeSpan.FromMinutes(1));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            var body = response.BodyWriter;
            body.Write("retry: 2000\n\n"u8);
            await body.FlushAsync(ending.Token);
            await foreach (var stretch in tail.Read(after, selection, ending.Token))
            {
                foreach (var notice in stretch.Notices)
                {
                    if (notice.RecordedAt < since)
                        continue;
                    body.Write(notice.ServerSent.Span);
                    if (body.UnflushedBytes > MostUnflushed)
                        await body.FlushAsync(ending.Token);
                }
                if (stretch.Notices.Count == 0)
                    body.Write(":\n\n"u8);
                await body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client or the service has gone; the client knows where to go on.
        }
        catch (NpgsqlException e)
        {
            http.RequestServices.GetRequiredService<ILogger<Tail>>().LogWarning(e, "A client behind the kept events was cut off: the database does not answer");
            http.Abort();
        }
    }
}
