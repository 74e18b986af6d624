using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Stances.Postgres.Tests.Live;

/// <summary>A client of a stream of server-sent events, with the parser that comes with .NET.</summary>
internal sealed class StreamClient : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private StreamClient(HttpResponseMessage response, Stream body)
    {
        Response = response;
        items = SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    public HttpResponseMessage Response { get; }

    public static async Task<StreamClient> Open(HttpClient http, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new StreamClient(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event; waits for it, but not for ever.</summary>
    public async Task<(string Id, string Type, JsonObject Data)> Next()
    {
        Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(90)), "The stream has ended.");
        var item = items.Current;
        return (item.EventId ?? "", item.EventType, JsonNode.Parse(item.Data)!.AsObject());
    }

    /// <summary>The ids of the next events.</summary>
    public async Task<string> Ids(int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
            ids.Add((await Next()).Id);
        return string.Join(' ', ids);
    }

    public async ValueTask DisposeAsync()
    {
        Response.Dispose();
        try
        {
            await items.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A read that is still waiting cannot be disposed of; it ended with its response.
        }
    }
}
