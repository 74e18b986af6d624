using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Stances.Live.Webhooks;

/// <summary>What came of one attempt to deliver.</summary>
/// <param name="Error">Null where it was taken; else what an owner can do something with.</param>
/// <param name="Gone">The receiver wants nothing more, ever.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone.</param>
public sealed record Attempt(string? Error, bool Gone = false, TimeSpan? RetryAfter = null)
{
    /// <summary>It was taken.</summary>
    public static readonly Attempt Taken = new(Error: null);
}

/// <summary>Sends webhooks as the Standard Webhooks specification has it: signed, no redirects, no private networks, no waiting for ever.</summary>
public sealed class WebhookSender : IDisposable
{
    private readonly HttpClient http;
    private readonly TimeProvider clock;

    /// <summary>A sender that gives a receiver this long to answer.</summary>
    public WebhookSender(AddressGuard guard, TimeSpan timeout, TimeProvider clock)
    {
        this.clock = clock;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would connect where this process does not look.
            UseProxy = false,
            ConnectTimeout = timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ResponseDrainTimeout = TimeSpan.Zero,
            ConnectCallback = (connection, ct) => guard.Connect(connection.DnsEndPoint, ct),
        }) { Timeout = timeout };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Stances", "1.0"));
    }

    /// <summary>Sends one message, signed with every secret in force.</summary>
    public async Task<Attempt> Send(Uri target, string id, ReadOnlyMemory<byte> body, IReadOnlyList<WebhookSecret> secrets, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var timestamp = now.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", string.Join(' ', secrets.Select(x => x.Sign(id, timestamp, body.Span))));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return Of(answer, now);
        }
        catch (HttpRequestException e)
        {
            return new Attempt(e.InnerException is ForbiddenAddressException f ? f.Message : $"{e.HttpRequestError}: {e.Message}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Attempt($"No answer within {http.Timeout.TotalSeconds:0.#} s.");
        }
    }

    private static Attempt Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.IsSuccessStatusCode)
            return Attempt.Taken;
        var wait = answer.Headers.RetryAfter is { } x ? x.Delta ?? x.Date - now : null;
        return new Attempt($"The receiver answered {(int)answer.StatusCode}.", answer.StatusCode == HttpStatusCode.Gone, wait > TimeSpan.Zero ? wait : null);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
