using System.CommandLine;
using System.Text.Json;
using Stances.Extraction.Catalogue;

namespace Stances.Cli;

/// <summary><c>stances catalogue check</c>: whether the catalogue, with the user's own entries laid over it, is sound.</summary>
internal static class CatalogueVerb
{
    public static Command Make()
    {
        var json = Arguments.Json();
        var check = new Command("check", "Validate every file and run every example; exit 1 with file, line and reason where something is off.") { json };
        check.SetAction(args =>
        {
            var faults = CatalogueCheck.Run(Workspace.CatalogueFolders(Environment.GetEnvironmentVariable));
            if (args.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new { faults }, EventView.Json));
            else if (faults.Count == 0)
                Console.Out.WriteLine("the catalogue is sound");
            foreach (var fault in args.GetValue(json) ? [] : faults)
                Console.Out.WriteLine(Terminal.OneLine(fault.ToString()));
            return faults.Count == 0 ? 0 : 1;
        });
        return new Command("catalogue", "The catalogue: countries, people, topics, verbs, publishers.") { check };
    }
}
