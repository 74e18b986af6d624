using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stances.Extraction.Llm;

/// <summary>A language model behind an HTTP endpoint: one instruction and one text go in, the words it answers come out.</summary>
public sealed class ChatModel(ModelEndpoint endpoint)
{
    private const int Tries = 3, MostTokens = 8192, MostBytes = 4 * 1024 * 1024;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(30);

    // One for the life of the program: each endpoint's own time limit is kept per request.
    private static readonly HttpClient Http = new() { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MostBytes };

    /// <summary>Asks; an endpoint that is busy is asked again, as late as it says.</summary>
    /// <exception cref="ModelException">It did not answer in time, refused, or answered something else.</exception>
    public async Task<string> Ask(string instruction, string text, CancellationToken ct)
    {
        for (var (left, pause) = (Tries, FirstPause); ; left--, pause *= 2)
        {
            using var answer = await Send(instruction, text, ct);
            if (answer.IsSuccessStatusCode)
                return await Words(answer, ct);
            var busy = answer.StatusCode is HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500;
            if (!busy || left == 1)
                throw new ModelException($"The model ({endpoint}) answered {(int)answer.StatusCode}.");
            var wait = answer.Headers.RetryAfter?.Delta ?? pause;
            await Task.Delay(wait < LongestPause ? wait : LongestPause, ct);
        }
    }

    private async Task<HttpResponseMessage> Send(string instruction, string text, CancellationToken ct)
    {
        using var request = endpoint.Protocol == ModelProtocol.Anthropic ? Messages(instruction, text) : Completions(instruction, text);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(endpoint.Timeout);
        try
        {
            return await Http.SendAsync(request, limit.Token);
        }
        catch (HttpRequestException e)
        {
            throw new ModelException($"The model ({endpoint}) cannot be reached: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new ModelException($"The model ({endpoint}) did not answer within {endpoint.Timeout.TotalSeconds:0.#} s.", e);
        }
    }

    private HttpRequestMessage Messages(string instruction, string text)
    {
        var request = Post("v1/messages", new JsonObject
        {
            ["model"] = endpoint.Model, ["max_tokens"] = MostTokens, ["temperature"] = 0, ["system"] = instruction,
            ["messages"] = new JsonArray(Said("user", text)),
        });
        request.Headers.Add("anthropic-version", "2023-06-01");
        if (endpoint.Key is { } key)
            request.Headers.Add("x-api-key", key);
        return request;
    }

    private HttpRequestMessage Completions(string instruction, string text)
    {
        var request = Post("v1/chat/completions", new JsonObject
        {
            ["model"] = endpoint.Model, ["temperature"] = 0, ["response_format"] = new JsonObject { ["type"] = "json_object" },
            ["messages"] = new JsonArray(Said("system", instruction), Said("user", text)),
        });
        if (endpoint.Key is { } key)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return request;
    }

    private HttpRequestMessage Post(string path, JsonObject body) =>
        new(HttpMethod.Post,
            new Uri(endpoint.Url.AbsoluteUri.TrimEnd('/') + "/" + path)) { Content =
                new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private static JsonObject Said(string role, string words) => new() { ["role"] = role, ["content"] = words };

    private async Task<string> Words(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct));
            var words = endpoint.Protocol == ModelProtocol.Anthropic ? body?["content"]?[0]?["text"] : body?["choices"]?[0]?["message"]?["content"];
            return words?.GetValue<string>() ?? throw new ModelException($"The model ({endpoint}) answered without words.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw new ModelException($"The model ({endpoint}) answered something that is not its protocol.", e);
        }
    }
}
