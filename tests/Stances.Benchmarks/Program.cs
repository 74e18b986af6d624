using Stances.Benchmarks;

// Each group measures ours beside its floor, taking turns on one server: one line a figure, tab-separated.
var groups = new Dictionary<string, Func<BenchServer, Task>>
{
    ["append"] = Append.Run,
    ["bulk"] = Bulk.Run,
    ["live"] = Live.Run,
    ["rebuild"] = RebuildViews.Run,
    ["growth"] = Growth.Run,
    ["asof"] = AsOf.Run,
    ["served"] = Served.Run,
    ["fanout"] = FanOutBench.Run,
    ["pages"] = Pages.Run,
    ["read"] = Reading.Run,
};

if (args is not [var wanted] || wanted != "all" && !groups.ContainsKey(wanted))
{
    Console.Error.WriteLine($"usage: Stances.Benchmarks all|{string.Join('|', groups.Keys)}");
    return 2;
}

await using var server = await BenchServer.Start();
Console.WriteLine("name\tours\tfloor\tratio\tspread");
foreach (var (_, run) in groups.Where(group => wanted == "all" || group.Key == wanted))
    await run(server);
return 0;
