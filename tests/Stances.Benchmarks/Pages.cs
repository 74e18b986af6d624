using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Stances.EventStore;
using Stances.Http;

namespace Stances.Benchmarks;

/// <summary>
/// Each page with 5 million statements behind it, asked for 20 times a second whether it has answered or not: milliseconds until the
/// last byte, beside a file of the service that never changes; and its size in kB, compressed as browsers ask for it and without its
/// style and script, beside the 100 kB it may have.
/// </summary>
internal static class Pages
{
    private const int ASecond = 20, Times = 100, Warm = 10, MostKilobytes = 100;

    public static async Task Run(BenchServer server)
    {
        var connection = await server.NewDatabase();
        await using var workspace = await Workspace.Open(name => name == "STANCES_DB" ? connection : null, CancellationToken.None);
        var names = workspace.Catalogue.Countries.Where((_, i) => i % 5 == 0).Take(50).ToDictionary(x => x.Code, x => x.Name);
        var labels = workspace.Catalogue.Topics.ToDictionary(x => x.Id, x => x.Label);
        string[] countries = [.. names.Keys], topics = [.. labels.Keys];
        await ManyStatements.Fill(workspace.Db, countries, topics);

        await using var app = Server.Build(workspace, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning"]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");

        foreach (var (name, path) in new (string, Func<Random, string>)[]
        {
            ("matrix", _ => "/"),
            ("matrix-at", r => $"/?on={Day(r)}"),
            ("matrix-known", r => $"/?on={Day(r)}&known={Day(r)}"),
            ("country", r => $"/countries/{One(r, countries)}?on={Day(r)}"),
            ("topic", r => $"/topics/{One(r, topics)}?on={Day(r)}"),
            ("pair", r => $"/countries/{One(r, countries)}/topics/{One(r, topics)}"),
            ("two-sides", r => $"/countries/{One(r, countries)}/topics/{One(r, topics)}?with={One(r, countries)}"),
            ("changes", _ => "/changes"),
            ("changes-of", r => $"/changes?country={One(r, countries)}&topic={One(r, topics)}"),
            ("search", r => $"/search?q=agreement&country={One(r, countries)}&topic={One(r, topics)}"),
            ("search-word", _ => "/search?q=agreement"),
            ("diff-days", r => $"/diff?country={One(r, countries)}&on={Day(r)}&on2={Day(r)}"),
            ("diff-countries", r => $"/diff?country={One(r, countries)}&country2={One(r, countries)}"),
            ("ask", r => $"/ask?q={Uri.EscapeDataString($"what did {names[One(r, countries)]} say about {labels[One(r, topics)]}?")}"),
            ("meetings", _ => "/meetings"),
            ("status", _ => "/status"),
            ("subscriptions", _ => "/subscriptions"),
        })
        {
            var rounds = new List<(double, double)>();
            var bytes = 0;
            for (var round = 0; round < 3; round++)
            {
                var (floor, _) = await Ask(http, _ => "/icon.svg", round);
                (var ours, bytes) = await Ask(http, path, round);
                rounds.Add((Figure.Percentile(ours, 0.95), Figure.Percentile(floor, 0.95)));
            }
            Figure.Print($"pages-{name}-p95", rounds);
            Figure.Print($"pages-{name}-kB", [(bytes / 1024.0, MostKilobytes)]);
        }
        await app.StopAsync();
    }

    /// <summary>How long each answer took, and the size of the largest.</summary>
    private static async Task<(double[] Times, int Bytes)> Ask(HttpClient http, Func<Random, string> path, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Warm; i++)
            await One(path(random));
        var start = Stopwatch.StartNew();
        var answers = new List<Task<(double Took, int Bytes)>>();
        for (var i = 0; i < Times; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / ASecond) - start.Elapsed;
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            answers.Add(One(path(random)));
        }
        var all = await Task.WhenAll(answers);
        return ([.. all.Select(x => x.Took)], all.Max(x => x.Bytes));

        async Task<(double, int)> One(string address)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            var body = await answer.Content.ReadAsByteArrayAsync();
            return answer.IsSuccessStatusCode
                ? (clock.Elapsed.TotalMilliseconds, body.Length)
                : throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}.");
        }
    }

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];

    private static string Day(Random random) => ManyStatements.First.AddDays(random.Next(ManyStatements.Days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
