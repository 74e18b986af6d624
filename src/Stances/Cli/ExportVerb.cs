using System.CommandLine;
using System.Text.Json;
using Stances.Http;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances export</c>: every statement that counts, oldest first, as JSON Lines or as one table (RFC 4180).</summary>
internal static class ExportVerb
{
    private const int PageSize = 1000;

    public static Command Make()
    {
        var country = new Option<string[]>("--country") { Description = "Only of these countries." };
        var topic = new Option<string[]>("--topic") { Description = "Only on these topics." };
        var format = new Option<string>("--format") { Description = "jsonl or csv.", DefaultValueFactory = _ => "jsonl" }.AcceptOnlyFromAmong("jsonl", "csv");
        var (on, known) = (Arguments.On(), Arguments.Known());
        var verb = new Command("export", "Write every statement with its evidence to standard output.") { country, topic, format, on, known };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var filter = new StatementFilter(
                [.. (args.GetValue(country) ?? []).Select(x => workspace.KnownCountry(x).Code)], [.. (args.GetValue(topic) ?? []).Select(x => workspace.KnownTopic(x).Id)]);
            // A state of knowledge that does not move while page after page is read.
            var clock = new Clock(args.GetValue(on), args.GetValue(known) ?? workspace.Clock.GetUtcNow());
            var table = new List<StatementView>();
            for (Cursor? after = null; ;)
            {
                var page = await StatementQuery.List(workspace.Db, filter, clock, oldestFirst: true, after, PageSize, ct);
                foreach (var said in page.Items.Select(StatementView.Of))
                {
                    // The columns of a table are known once all rows are.
                    if (args.GetValue(format) == "csv")
                        table.Add(said);
                    else
                        Console.Out.WriteLine(JsonSerializer.Serialize(said, EventView.Json));
                }

                if ((after = page.Next) is null)
                    break;
            }

            if (args.GetValue(format) == "csv")
                Console.Out.Write(Formats.Csv(table));
            return 0;
        });
        return verb;
    }
}
