using System.Net.ServerSentEvents;

namespace Stances.Postgres.Tests.Live.Torture;

/// <summary>A client of a stream that is cut off again and again, wherever it happens to be, and comes back with the id it heard last.</summary>
internal sealed class Listener(HttpClient http, Func<Task<Uri>> service, string stream, Random chance, int longest)
{
    private static readonly TimeSpan BeforeComingBack = TimeSpan.FromMilliseconds(50);

    private readonly Record record = new();

    /// <summary>The ids in the order they were heard, each as often as it was.</summary>
    public IReadOnlyList<string> Heard => record.Kept;

    /// <summary>How often it hung up in the middle.</summary>
    public int Cuts { get; private set; }

    /// <summary>Done when it has heard this sequence or one behind it.</summary>
    public Task Until(long sequence) => record.Until(sequence);

    public async Task Listen(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(await service().WaitAsync(ct), stream));
                if (Heard.Count > 0)
                    request.Headers.Add("Last-Event-ID", Heard[^1]);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
                var left = chance.Next(1, longest);
                if (answer.IsSuccessStatusCode)
                    await Hear(answer, left, ct);
                else
                    await Task.Delay(BeforeComingBack, ct);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The service was killed.
                await Task.Delay(BeforeComingBack, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Hear(HttpResponseMessage answer, int left, CancellationToken ct)
    {
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(ct)).EnumerateAsync(ct))
        {
            record.Keep(item.EventId!, long.Parse(item.EventId!.Split('.')[0], null));
            if (--left == 0)
            {
                Cuts++;
                return;
            }
        }
    }
}
