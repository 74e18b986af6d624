using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Postgres.Tests.Cluster;
using EventLog = Stances.EventStore.EventLog;

namespace Stances.Postgres.Tests.Live.Torture;

/// <summary>
/// Nothing missed and nothing twice, whatever is cut, refused or killed. The whole proof:
/// <c>STANCES_LISTENERS=200 STANCES_WEBHOOKS=50 STANCES_WRITERS=8 STANCES_EVENTS=50000 STANCES_KILLS=5 dotnet test tests/Stances.Postgres.Tests
/// --filter Everybody_who_listens</c>.
/// </summary>
/// <remarks>
/// Seen to fail without a line of the protection: where <c>Mark</c> gives the highest number there is (clients miss what was committed late),
/// where <c>WebhookDelivery</c> saves its place before it sends (endpoints miss what was on its way at the kill), and where <c>Tail</c> does not
/// ask whether a notice is behind the client's place (clients are told twice).
/// </remarks>
public sealed class Everybody_who_listens(ITestOutputHelper output)
{
    private static readonly int Listeners = Told("LISTENERS", 10), Webhooks = Told("WEBHOOKS", 4), WriterCount = Told("WRITERS", 2), Events = Told("EVENTS", 1500), Kills = Told("KILLS", 2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60 + Events / 25);

    [Fact]
    public async Task Is_told_of_every_matching_event_in_order_though_lines_are_cut_receivers_fail_and_the_service_is_killed()
    {
        await using var home = new TempHome();
        await using var database = await home.Open();
        using var service = new MortalService(home);
        await service.Start();
        await using var receiver = await Receiver.Start();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue }) { Timeout = Timeout.InfiniteTimeSpan };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var endpoints = await Subscribe(http, await service.Address, receiver);
        var refused = Refuse(receiver, endpoints.Keys.First());
        var (chronicle, log) = (new Chronicle(), new EventLog(database.DataSource));
        var listeners = Enumerable.Range(0, Listeners).Select(i => (Country: Wish(i), Client: new Listener(
            http, () => service.Address, StreamOf(i), new Random(i), longest: Math.Max(20, Events / (Wish(i) is null ? 3 : 40))))).ToList();
        var listening = listeners.Select(x => x.Client.Listen(stop.Token)).ToList();

        var clock = Stopwatch.StartNew();
        var writers = new Writers(log, chronicle);
        for (var round = 0; round <= Kills; round++)
        {
            var (written, delivered) = (writers.Written, receiver.Seen.Count);
            var writing = writers.Write(WriterCount, Events / (Kills + 1), round);
            if (round < Kills)
            {
                await Until(() => writers.Written > written + Events / (Kills + 1) / 2 && receiver.Seen.Count > delivered + Webhooks);
                await service.Kill(database: round % 2 == 1);
                await service.Start();
            }
            await writing;
        }
        await writers.Write(chronicle.Last());
        var writtenAfter = clock.Elapsed;

        var record = await log.ReadAll(0, int.MaxValue);
        var end = record[^1].Sequence;
        await Task.WhenAll([.. listeners.Select(x => x.Client.Until(Last(x.Country))), .. endpoints.Values.Select(x => x.Until(Last(x.Country)))]).WaitAsync(Patience, stop.Token);
        var changes = await Changes(http, await service.Address, end);
        await stop.CancelAsync();
        await Task.WhenAll(listening);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {record.Count} events by {WriterCount} writers in {writtenAfter.TotalSeconds:0} s with {Kills} kills, everybody told after {clock.Elapsed.TotalSeconds:0} s
            {Listeners} clients were told {listeners.Sum(x => x.Client.Heard.Count)} events and cut {listeners.Sum(x => x.Client.Cuts)} times
            {Webhooks} webhooks took {endpoints.Values.Sum(x => x.Taken.Count)}, {endpoints.Values.Sum(x => x.Repeats)} of them again, and refused {refused()}
            """));
        foreach (var (i, (country, client)) in listeners.Index())
            Assert.Equal(IsOfChanges(i) ? changes : Sequences(country), client.Heard);
        foreach (var endpoint in endpoints.Values)
        {
            Assert.Equal(Sequences(endpoint.Country), endpoint.Taken);
            Assert.Equal(0, endpoint.Unsigned);
        }

        long Last(string? country) => record.Last(e => chronicle.Concerns(e, country)).Sequence;
        IEnumerable<string> Sequences(string? country) => record.Where(e => chronicle.Concerns(e, country)).Select(e => e.Sequence.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>One in five is told of everything, the others of one country; one in fifty of changes.</summary>
    private static string? Wish(int i) => i % 5 == 0 ? null : Chronicle.Countries[i % Chronicle.Countries.Count];

    private static bool IsOfChanges(int i) => i % 50 == 5;

    private static string StreamOf(int i) => (IsOfChanges(i) ? "/changes/stream" : "/events/stream") + "?after=0" + (Wish(i) is { } country ? "&country=" + country : "");

    private static async Task<Dictionary<string, Endpoint>> Subscribe(HttpClient http, Uri service, Receiver receiver)
    {
        var endpoints = new Dictionary<string, Endpoint>();
        for (var i = 0; i < Webhooks; i++)
        {
            var country = Chronicle.Countries[i % Chronicle.Countries.Count];
            using var answer = await http.PostAsJsonAsync(new Uri(service, "/subscriptions"), new { target = $"{receiver.Url}/{i}", filter = new { country }, start = new { after = "0" } });
            endpoints[$"/{i}"] = new Endpoint(country, (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["secret"]!);
        }
        receiver.Taken = arrival => endpoints[arrival.Path].Take(arrival);
        return endpoints;
    }

    /// <summary>Three in ten requests of one receiver fail.</summary>
    private static Func<int> Refuse(Receiver receiver, string path)
    {
        var (chance, refused) = (new Random(1), 0);
        receiver.Answer = (arrival, _) =>
        {
            lock (chance)
            {
                var refuses = arrival.Path == path && chance.Next(10) < 3;
                refused += refuses ? 1 : 0;
                return Task.FromResult(refuses ? 500 : 200);
            }
        };
        return () => refused;
    }

    /// <summary>The changes as one is told of them whom nobody disturbs.</summary>
    private static async Task<List<string>> Changes(HttpClient http, Uri service, long end)
    {
        var calm = new Listener(http, () => Task.FromResult(service), "/changes/stream?after=0", new Random(0), int.MaxValue);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var listening = calm.Listen(stop.Token);
        await calm.Until(end).WaitAsync(Patience, stop.Token);
        await stop.CancelAsync();
        await listening;
        return [.. calm.Heard];
    }

    private static async Task Until(Func<bool> when)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        var clock = Stopwatch.StartNew();
        while (!when() && await timer.WaitForNextTickAsync())
            Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
    }

    private static int Told(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable("STANCES_" + name), out var told) ? told : usual;
}
