using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Stances.Tests.Llm;

/// <summary>A server on this machine that speaks like a model's and gives recorded answers, one a request.</summary>
internal sealed class ModelServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Queue<Func<HttpListenerResponse, Task>> answers;
    private readonly Task serving;

    public ModelServer(params Func<HttpListenerResponse, Task>[] answers)
    {
        this.answers = new(answers);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        listener.Prefixes.Add(Url.AbsoluteUri);
        listener.Start();
        serving = Serve();
    }

    public Uri Url { get; }

    /// <summary>Path, key and body of every request so far.</summary>
    public List<(string Path, string? Key, JsonNode Body)> Asked { get; } = [];

    /// <summary>An answer as Anthropic's protocol wraps it.</summary>
    public static Func<HttpListenerResponse, Task> Message(string words) =>
        Body(new JsonObject { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = words }) }.ToJsonString());

    /// <summary>An answer as chat completions wrap it.</summary>
    public static Func<HttpListenerResponse, Task> Completion(string words) =>
        Body(new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = words } }) }.ToJsonString());

    public static Func<HttpListenerResponse, Task> Body(string body) => async response =>
    {
        response.ContentType = "application/json";
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    public static Func<HttpListenerResponse, Task> Status(int status, string? retryAfter = null) => response =>
    {
        response.StatusCode = status;
        if (retryAfter is not null)
            response.AddHeader("Retry-After", retryAfter);
        return Task.CompletedTask;
    };

    /// <summary>Takes the request and says nothing.</summary>
    public static Func<HttpListenerResponse, Task> Silence() => _ => new TaskCompletionSource().Task;

    public void Dispose()
    {
        listener.Close();
        serving.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new StreamReader(context.Request.InputStream);
            Asked.Add((context.Request.Url!.AbsolutePath, context.Request.Headers["x-api-key"] ?? context.Request.Headers["Authorization"], JsonNode.Parse(await body.ReadToEndAsync())!));
            await answers.Dequeue()(context.Response);
            context.Response.Close();
        }
    }
}
