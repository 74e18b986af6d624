using System.CommandLine;
using System.Text.Json.Nodes;
using Stances.Domain;

namespace Stances.Cli;

/// <summary><c>stances ingest FILE|URL|-</c>: reads articles and stores what they say.</summary>
internal static class IngestVerb
{
    public static Command Make()
    {
        var places = new Argument<string[]>("what") { Description = "Text or HTML files, web addresses, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var published = Arguments.Published();
        var publisher = Arguments.Source();
        var url = Arguments.Url();
        var title = Arguments.Title();
        var json = Arguments.Json();
        var verb = new Command("ingest", "Read articles and store their events; what is known already adds nothing.") { places, published, publisher, url, title, json };
        verb.SetAction(async (args, ct) =>
        {
            var wanted = args.GetValue(places)!;
            var address = Intake.CheckedUrl(args.GetValue(url));
            if (wanted.Length > 1 && (address ?? args.GetValue(title)) is not null)
                throw new InvalidInputException("url", "--url and --title belong to one article; give one at a time.");

            await using var workspace = await Workspace.Open(ct);
            var filed = new List<Filed>();
            foreach (var place in wanted)
            {
                var source = new Source(args.GetValue(publisher), address, args.GetValue(title), null, null);
                filed.Add(await Ingest.File(await Intake.Read(place, args.GetValue(published), source, ct), workspace, ct));
                if (!args.GetValue(json))
                    Console.Out.WriteLine($"{filed[^1].Stream}  {(filed[^1].Appended > 0 ? $"{filed[^1].Appended} events" : "known already")}  {Terminal.OneLine(place)}");
            }

            await workspace.Projections.CatchUp(ct);
            if (args.GetValue(json))
                Console.Out.WriteLine(new JsonArray([.. filed.Select(Http.ArticlesApi.Receipt)]).ToJsonString(EventView.Json));
            return 0;
        });
        return verb;
    }
}
