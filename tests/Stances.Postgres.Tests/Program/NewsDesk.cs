using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Stances.Postgres.Tests.Program;

/// <summary>Several writers who hand articles in one after the other and keep every receipt: article and number of its events.</summary>
internal sealed class NewsDesk
{
    private const int Writers = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private int written;

    public ConcurrentDictionary<string, int> Receipts { get; } = new();

    /// <summary>Writes to the service at an address until stopped, whatever it answers.</summary>
    public Writing Write(Uri address) => new(this, address);

    /// <summary>Each of another day, for what is said on one day is one statement with many sources.</summary>
    private object Report()
    {
        var number = Interlocked.Increment(ref written);
        return new
        {
            text = $"TOKYO -- Japan's foreign ministry on Monday called on Seoul to implement the 2015 comfort women deal. Report {number}.",
            publishedOn = new DateOnly(2016, 1, 5).AddDays(7 * (number % 500)),
        };
    }

    internal sealed class Writing : IAsyncDisposable
    {
        private readonly NewsDesk desk;
        private readonly HttpClient http;
        private readonly CancellationTokenSource stopping = new();
        private readonly SemaphoreSlim receipts = new(0);
        private TaskCompletionSource<JsonObject> refused = new();
        private readonly List<Task> writers;

        public Writing(NewsDesk desk, Uri address)
        {
            this.desk = desk;
            http = new HttpClient { BaseAddress = address };
            writers = [.. Enumerable.Range(0, Writers).Select(_ => Task.Run(Hand))];
        }

        /// <summary>Waits for so many more receipts.</summary>
        /// <exception cref="TimeoutException">The service gives none any more.</exception>
        public async Task Acknowledged(int number)
        {
            // Receipts from before the call do not count.
            while (receipts.Wait(0, TestContext.Current.CancellationToken))
                continue;
            for (var i = 0; i < number; i++)
            {
                if (!await receipts.WaitAsync(Patience, TestContext.Current.CancellationToken))
                    throw new TimeoutException("No article was acknowledged for a minute.");
            }
        }

        /// <summary>Waits for the next answer that is a problem: its document.</summary>
        public Task<JsonObject> Refused()
        {
            var next = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref refused, next);
            return next.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }

        public async Task Stop()
        {
            await stopping.CancelAsync();
            await Task.WhenAll(writers);
        }

        public async ValueTask DisposeAsync()
        {
            await Stop();
            http.Dispose();
            stopping.Dispose();
            receipts.Dispose();
        }

        private async Task Hand()
        {
            while (!stopping.IsCancellationRequested)
            {
                try
                {
                    using var answer = await http.PostAsJsonAsync("/articles", desk.Report());
                    var told = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
                    if (!answer.IsSuccessStatusCode)
                    {
                        Volatile.Read(ref refused).TrySetResult(told);
                        continue;
                    }
                    desk.Receipts[told["article"]!.ToString()] = told["events"]!.AsArray().Count;
                    receipts.Release();
                }
                catch (Exception e) when (e is HttpRequestException or IOException or SocketException or OperationCanceledException)
                {
                    // Killed: nothing was acknowledged.
                }
            }
        }
    }
}
