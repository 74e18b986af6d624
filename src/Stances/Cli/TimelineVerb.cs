using System.CommandLine;
using System.Text.Json;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances timeline COUNTRY [TOPIC]</c>: the periods of a country's positions.</summary>
internal static class TimelineVerb
{
    public static Command Make()
    {
        var country = new Argument<string>("country") { Description = "Code or name." };
        var topic = new Argument<string?>("topic") { Description = "Id or name; every topic where left out.", Arity = ArgumentArity.ZeroOrOne };
        var (on, known, json) = (Arguments.On(), Arguments.Known(), Arguments.Json());
        var verb = new Command("timeline", "How a country's positions changed.") { country, topic, on, known, json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var who = workspace.KnownCountry(args.GetValue(country)!);
            var what = args.GetValue(topic) is { } named ? workspace.KnownTopic(named) : null;
            var periods = await Positions.Timeline(workspace.Db, who.Code, what?.Id, new Clock(args.GetValue(on), args.GetValue(known)), ct);
            if (args.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(periods, EventView.Json));
            else if (periods.Count == 0)
                Console.Out.WriteLine($"Nothing is recorded of {who.Name}{(what is null ? "" : " on " + what.Label)}.");
            foreach (var period in args.GetValue(json) ? [] : periods)
                Console.Out.WriteLine(Terminal.Line(period));
            return 0;
        });
        return verb;
    }
}
