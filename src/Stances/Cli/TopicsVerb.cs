using System.CommandLine;
using System.Text.Json;

namespace Stances.Cli;

/// <summary><c>stances topics [WORDS]</c>: the topics and what being for and against each is about; needs no database.</summary>
internal static class TopicsVerb
{
    public static Command Make()
    {
        var words = new Argument<string?>("words") { Description = "Part of an id, label or group; every topic where left out.", Arity = ArgumentArity.ZeroOrOne };
        var json = Arguments.Json();
        var verb = new Command("topics", "List the topics and the propositions they are about.") { words, json };
        verb.SetAction(args =>
        {
            var sought = args.GetValue(words) ?? "";
            var topics = Workspace.LoadCatalogue(Environment.GetEnvironmentVariable).Topics
                .Where(x => new[] { x.Id, x.Label, x.Group }.Any(part => part.Contains(sought, StringComparison.OrdinalIgnoreCase))).ToList();
            if (args.GetValue(json))
                Console.Out.WriteLine(JsonSerializer.Serialize(topics.Select(x => new { x.Id, x.Label, x.Proposition, x.Group, x.Countries }), EventView.Json));
            else
                topics.ForEach(x => Console.Out.WriteLine(Terminal.OneLine($"{x.Id}: {x.Proposition}")));
            return 0;
        });
        return verb;
    }
}
