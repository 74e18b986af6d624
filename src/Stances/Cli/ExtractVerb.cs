using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Extraction;

namespace Stances.Cli;

/// <summary><c>stances extract FILE</c>: what a reading finds, without storing anything and without a database.</summary>
internal static class ExtractVerb
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "A text or HTML file, or - for standard input." };
        var published = Arguments.Published();
        var publisher = Arguments.Source();
        var url = Arguments.Url();
        var title = Arguments.Title();
        var json = Arguments.Json();
        var verb = new Command("extract", "Read an article and print its events; nothing is stored.") { file, published, publisher, url, title, json };
        verb.SetAction(async (args, ct) =>
        {
            var source = new Source(args.GetValue(publisher), Intake.CheckedUrl(args.GetValue(url)), args.GetValue(title), null, null);
            var submission = await Intake.Read(args.GetValue(file)!, args.GetValue(published), source, ct);
            var reading = await Readers.Of(Environment.GetEnvironmentVariable, Workspace.LoadCatalogue(Environment.GetEnvironmentVariable)).Read(
                new ArticleText(submission.Text, submission.PublishedOn, submission.Source), ct);
            if (args.GetValue(json))
                Print(new JsonObject { ["events"] = new JsonArray([.. reading.Events.Select(EventView.Of)]) });
            else
                Terminal.Events(reading.Events);
            foreach (var reason in reading.Rejected)
                await Console.Error.WriteLineAsync("not taken: " + reason);
            return 0;
        });
        return verb;
    }

    private static void Print(JsonObject result) => Console.Out.WriteLine(result.ToJsonString(EventView.Json));
}
