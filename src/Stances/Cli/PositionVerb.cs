using System.CommandLine;
using System.Text.Json;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances position COUNTRY TOPIC --on D --known D</c>: what a country held, and the words it rests on.</summary>
internal static class PositionVerb
{
    public static Command Make()
    {
        var country = new Argument<string>("country") { Description = "Code or name." };
        var topic = new Argument<string>("topic") { Description = "Id or name." };
        var (on, known, json) = (Arguments.On(), Arguments.Known(), Arguments.Json());
        var verb = new Command("position", "What a country held on a topic, on any day, as known by any day.") { country, topic, on, known, json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var (who, what) = (workspace.KnownCountry(args.GetValue(country)!), workspace.KnownTopic(args.GetValue(topic)!));
            var held = await Positions.Get(workspace.Db, who.Code, what.Id, new Clock(args.GetValue(on), args.GetValue(known)), ct);
            var view = PositionView.Of(who, what, held);
            if (args.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(view, EventView.Json));
            else
                Print(who.Name, view);
            return 0;
        });
        return verb;
    }

    private static void Print(string country, PositionView view)
    {
        if (view.Held is not { } held)
        {
            Console.Out.WriteLine($"Nothing is recorded of {country} on {view.Label}.");
            return;
        }

        Console.Out.WriteLine($"{country} on {view.Label}: {Terminal.Word(held.Position)} ({Terminal.Word(held.Direction)}) since {Terminal.Day(held.From)}, {Terminal.Word(held.Change)}");
        Console.Out.WriteLine($"  for or against: {view.Proposition}");
        foreach (var said in view.Since.Prepend(view.Opened!))
            Terminal.Statement(said);
    }
}
