using System.CommandLine;
using System.Text.Json;

namespace Stances.Cli;

/// <summary><c>stances import DIR|FILE.jsonl</c>: takes in whole collections.</summary>
internal static class ImportVerb
{
    public static Command Make()
    {
        var place = new Argument<string>("place") { Description = "A folder of .txt and .html files (a .json beside each may tell its source), or a file of JSON Lines." };
        var json = Arguments.Json();
        var verb = new Command("import", "Read a whole collection; run it again to go on where it broke off.") { place, json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            var quiet = args.GetValue(json);
            var (done, refused) = await Terminal.WithBar(
                "articles", told => Import.Run(args.GetValue(place)!, workspace, new Progress<ImportProgress>(x => told(x.Read, x.All)), ct));
            await workspace.Projections.CatchUp(ct);
            if (quiet)
                Console.Out.WriteLine(JsonSerializer.Serialize(new { done, refused }, EventView.Json));
            else
                Console.Out.WriteLine($"{done.Read} articles: {done.Read - done.Known - done.Refused} taken in, {done.Known} known already, {done.Refused} refused");
            foreach (var reason in quiet ? [] : refused)
                Console.Error.WriteLine(Terminal.OneLine(reason));
            return refused.Count == 0 ? 0 : 1;
        });
        return verb;
    }
}
