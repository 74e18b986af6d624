using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Stances.Postgres.Tests.Program;

public sealed class A_full_disk
{
    private const int Megabytes = 160, Articles = 12;

    [Fact]
    public async Task Takes_nothing_in_says_why_and_loses_nothing_of_what_was_acknowledged()
    {
        using var disk = await SmallDisk.Mount(Megabytes);
        var settings = new Dictionary<string, string> { ["STANCES_HOME"] = disk.Path + "/home", ["Logging__LogLevel__Default"] = "None" };
        var desk = new NewsDesk();
        using (var program = StancesProgram.Start(disk, settings, "serve", "--no-samples", "--urls", "http://127.0.0.1:0"))
        {
            var address = await program.Address();
            await using var writing = desk.Write(address);
            await writing.Acknowledged(Articles);

            await disk.Fill();
            var problem = await writing.Refused();
            Assert.Equal(503, (int)problem["status"]!);
            Assert.StartsWith("Nothing was stored. ", problem["detail"]!.ToString(), StringComparison.Ordinal);
            // PostgreSQL goes on where a table finds no room, and stops where its own log finds none, once in a hundred times.
            Assert.Matches("^urn:stances:problem:database-(full|away)$", problem["type"]!.ToString());

            await disk.Free();
            await writing.Acknowledged(Articles);
            await writing.Stop();
            await EveryReceiptHolds(desk, address);
            await program.Kill();
        }

        var (code, output, error) = await StancesProgram.Start(disk, settings, "verify").End();
        Assert.True(code == 0, output + error);
    }

    private static async Task EveryReceiptHolds(NewsDesk desk, Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        foreach (var (article, events) in desk.Receipts)
        {
            var stored = await http.GetFromJsonAsync<JsonObject>("/articles/" + article, TestContext.Current.CancellationToken);
            Assert.Equal(events, stored!["events"]!.AsArray().Count);
        }
    }
}
