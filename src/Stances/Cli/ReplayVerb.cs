using System.CommandLine;
using System.Text.Json;
using Stances.Domain;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances replay --to D</c>: every change of position up to a day in the order it was said, and so what held on that day.</summary>
internal static class ReplayVerb
{
    private const int PageSize = 500;

    public static Command Make()
    {
        var to = new Option<DateOnly?>("--to") { Description = "The day to replay to, yyyy-MM-dd; to the end where left out.", CustomParser = Arguments.Day };
        var (known, json) = (Arguments.Known(), Arguments.Json());
        var verb = new Command("replay", "Replay what was said, up to a day, as known by a day.") { to, known, json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var clock = new Clock(args.GetValue(to), args.GetValue(known));
            var changes = await Changes(workspace, clock, ct);
            if (args.GetValue(json))
            {
                var held = await Positions.Matrix(workspace.Db, clock, ct: ct);
                Console.Out.WriteLine(JsonSerializer.Serialize(new { to = clock.On, clock.Known, changes, held }, EventView.Json));
                return 0;
            }

            foreach (var change in changes)
                Console.Out.WriteLine(Terminal.Line(change));
            Console.Out.WriteLine($"{changes.Count} changes, {changes.Select(x => x.Country).Distinct().Count()} countries, {changes.Count(x => x.Change == ChangeKind.Reversed)} reversals");
            return 0;
        });
        return verb;
    }

    // Newest first is how the pages come; a replay runs the other way.
    private static async Task<List<Period>> Changes(Workspace workspace, Clock clock, CancellationToken ct)
    {
        var changes = new List<Period>();
        for (Cursor? after = null; ;)
        {
            var page = await Positions.Changes(workspace.Db, clock, after: after, limit: PageSize, ct: ct);
            changes.AddRange(page.Items);
            if ((after = page.Next) is null)
                break;
        }

        changes.Reverse();
        return changes;
    }
}
