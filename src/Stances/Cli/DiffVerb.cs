using System.CommandLine;
using System.Text.Json;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances diff</c>: what differs between two days, two states of knowledge, or two countries.</summary>
internal static class DiffVerb
{
    public static Command Make()
    {
        var countries = new Argument<string[]>("countries") { Description = "One country to look at alone, or two to compare; every country where left out.", Arity = new ArgumentArity(0, 2) };
        var topic = new Option<string?>("--topic") { Description = "Id or name; every topic where left out." };
        var (on, known, json) = (Arguments.On(), Arguments.Known(), Arguments.Json());
        var on2 = new Option<DateOnly?>("--on2") { Description = "The other day; to the end where left out.", CustomParser = Arguments.Day };
        var known2 = new Option<DateTimeOffset?>("--known2") { Description = "The other state of knowledge; all where left out.", CustomParser = Arguments.Instant };
        var verb = new Command("diff", "What differs between two days, two states of knowledge, or two countries.") { countries, topic, on, on2, known, known2, json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            List<string>? topics = args.GetValue(topic) is { } named ? [workspace.KnownTopic(named).Id] : null;
            var who = (args.GetValue(countries) ?? []).Select(x => workspace.KnownCountry(x).Code).ToList();
            var (before, after) = (new Clock(args.GetValue(on), args.GetValue(known)), new Clock(args.GetValue(on2), args.GetValue(known2)));
            if (who is [var one, var other])
                Print(await Differences.OfCountries(workspace.Db, one, other, before, topics, ct), args.GetValue(json), x => $"{x.Topic}: {Held(one, x.One)}; {Held(other, x.Other)}{(x.Opposed ? " (opposed)" : "")}");
            else if (before == after)
                throw new InvalidInputException("on2", "Say what is compared: two days (--on, --on2), two states of knowledge (--known, --known2), or two countries.");
            else
                Print(await Differences.Between(workspace.Db, before, after, who.Count > 0 ? who : null, topics, ct), args.GetValue(json), x => $"{x.Topic}: {Held(x.Country, x.Before)} -> {Held(x.Country, x.After)}");
            return 0;
        });
        return verb;
    }

    private static void Print<T>(List<T> found, bool json, Func<T, string> line)
    {
        if (json)
            Console.Out.WriteLine(JsonSerializer.Serialize(found, EventView.Json));
        else if (found.Count == 0)
            Console.Out.WriteLine("Nothing differs.");
        foreach (var x in json ? [] : found)
            Console.Out.WriteLine(line(x));
    }

    private static string Held(string country, Period? x) =>
        x is null ? $"{country} nothing" : $"{country} {Terminal.Word(x.Position)} ({Terminal.Word(x.Direction)}) since {Terminal.Day(x.From)}";
}
