using System.CommandLine;
using System.Text.Json;
using Stances.EventStore;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances status|verify|rebuild</c>: looking after the log and its projections.</summary>
internal static class MaintenanceVerbs
{
    public static Command Status()
    {
        var json = Arguments.Json();
        var verb = new Command("status", "How far the log reaches, how far behind it each projection is, and how deliveries go; exit 1 where a projection has stopped.") { json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            var status = await Stances.Status.Of(workspace, ct);
            if (args.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(status, EventView.Json));
            }
            else
            {
                Console.Out.WriteLine($"log: readable up to {status.Mark}");
                foreach (var x in status.Projections)
                    Console.Out.WriteLine(Terminal.OneLine($"{x.Name} {x.Version}: at {x.Sequence}, {(x.StoppedAt is { } at ? $"stopped at {at}: {x.Reason}" : $"{x.Behind} behind")}"));
                var sent = status.Deliveries;
                Console.Out.WriteLine($"subscriptions: {sent.Active} active, {sent.Paused} paused, {sent.Failing} failing, {sent.DeadLetters} notices given up");
                foreach (var x in sent.Troubled)
                    Console.Out.WriteLine(Terminal.OneLine($"{x.Id} {x.Name}: {x.State}, {x.Behind} behind, {x.Failures} failures, {x.Reason}"));
            }

            return status.Well ? 0 : 1;
        });
        return verb;
    }

    public static Command Verify()
    {
        var json = Arguments.Json();
        var verb = new Command("verify", "Check the log, the projections against a rebuild, and every quote against its text; exit 1 where anything is off.") { json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var found = await Verification.Run(workspace, what => Console.Error.WriteLine($"checking {what}"), ct);
            if (args.GetValue(json))
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(found, EventView.Json));
            }
            else
            {
                var log = found.Log;
                Console.Out.WriteLine($"sequences up to {log.Mark}: {log.Events} events, {log.Gaps} dead gaps; {log.InFlight} in flight up to {log.Seen}");
                Console.Out.WriteLine($"{found.Articles} articles, {found.Evidence} quotes stand in their texts, {found.ErasedTexts} texts erased");
                foreach (var fault in found.Faults)
                    Console.Out.WriteLine(Terminal.OneLine(fault));
                Console.Out.WriteLine(found.Faults.Count == 0 ? "all is well" : $"{found.Faults.Count} faults");
            }

            return found.Faults.Count == 0 ? 0 : 1;
        });
        return verb;
    }

    public static Command Rebuild()
    {
        var name = new Argument<string>("name") { Description = $"One of {string.Join(", ", ReadModels.All.Select(x => x.Name))}." };
        var json = Arguments.Json();
        var verb = new Command("rebuild", "Build a projection anew beside the one that serves, and switch over.") { name, json };
        verb.SetAction(async (args, ct) =>
        {
            var projection = ReadModels.All.FirstOrDefault(x => x.Name == args.GetValue(name))
                ?? throw new InvalidInputException("name", $"There is no projection '{args.GetValue(name)}'; there are {string.Join(", ", ReadModels.All.Select(x => x.Name))}.") { Kind = InputFault.Unknown };
            await using var workspace = await Workspace.Open(ct);
            await Terminal.WithBar(projection.Name, async told =>
            {
                await workspace.Projections.Rebuild(projection, new Progress<RebuildProgress>(x => told(x.Sequence, x.UpTo)), ct);
                return projection;
            });
            Console.Out.WriteLine(args.GetValue(json) ? JsonSerializer.Serialize(new { rebuilt = projection.Name }, EventView.Json) : $"{projection.Name} is rebuilt and serves");
            return 0;
        });
        return verb;
    }
}
