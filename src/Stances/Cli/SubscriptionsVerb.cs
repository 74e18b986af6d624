using System.CommandLine;
using System.Text.Json.Nodes;
using Stances.Live;
using Stances.Live.Subscriptions;

namespace Stances.Cli;

/// <summary><c>stances subscriptions</c>: webhooks and digests, managed at a terminal. A running service notices within a second.</summary>
internal static class SubscriptionsVerb
{
    private static readonly Argument<string> Id = new("id") { Description = "The subscription." };

    public static Command Make() => new("subscriptions", "Manage webhooks and digests.")
    {
        List(), Add(),
        On("show", "Show one.", async (desk, id, args, ct) => await desk.View(id, ct)),
        On("pause", "Stop delivering; nothing is lost.", async (desk, id, args, ct) => await desk.State(id, "paused", ct)),
        On("resume", "Go on where it stopped.", async (desk, id, args, ct) => await desk.State(id, "active", ct)),
        On("remove", "End it and forget it.", async (desk, id, args, ct) =>
        {
            await desk.Subscribing.Remove(id, ct);
            return new JsonObject { ["removed"] = id };
        }),
        On("rotate", "Make a new secret; the one before signs beside it for a day.", async (desk, id, args, ct) =>
            new JsonObject { ["secret"] = (await desk.Subscribing.Rotate(id, ct)).Text }),
        On("test", "Send a signed test now.", async (desk, id, args, ct) =>
        {
            using var sender = LiveSetup.Sender(desk.Options, TimeProvider.System);
            var attempt = await desk.Subscribing.Test(id, sender, ct);
            return new JsonObject { ["delivered"] = attempt.Error is null, ["error"] = attempt.Error };
        }),
        On("dead", "List what was given up after days of trying.", async (desk, id, args, ct) =>
        {
            await desk.Subscribing.Get(id, ct);
            return new JsonObject { ["deadLetters"] = new JsonArray([.. (await desk.Subscribing.Store.DeadLetters(id, 1000, ct)).Select(SubscriptionView.Of)]) };
        }),
        Replay(),
    };

    /// <summary>What a verb works with.</summary>
    private sealed record Desk(Workspace Workspace, LiveOptions Options)
    {
        public Subscribing Subscribing { get; } = new(Workspace, Options);

        public async Task<JsonObject> View(string id, CancellationToken ct) => SubscriptionView.Of(await Subscribing.Get(id, ct), await Workspace.Feed.Mark(ct));

        public async Task<JsonObject> State(string id, string state, CancellationToken ct) =>
            SubscriptionView.Of(await Subscribing.Change(id, new JsonObject { ["state"] = state }, ct), await Workspace.Feed.Mark(ct));
    }

    private static Command On(string name, string description, Func<Desk, string, ParseResult, CancellationToken, Task<JsonObject>> act)
    {
        var json = Arguments.Json();
        var verb = new Command(name, description) { Id, json };
        verb.SetAction((args, ct) => Run(args, json, desk => act(desk, args.GetValue(Id)!, args, ct), ct));
        return verb;
    }

    private static Command List()
    {
        var json = Arguments.Json();
        var verb = new Command("list", "List all.") { json };
        verb.SetAction((args, ct) => Run(args, json, async desk =>
        {
            var (all, mark) = (new JsonArray(), await desk.Workspace.Feed.Mark(ct));
            for (string? after = null; ;)
            {
                var page = await desk.Subscribing.Store.List(after, 1000, ct);
                foreach (var x in page)
                    all.Add((JsonNode)SubscriptionView.Of(x, mark));
                if (page.Count < 1000)
                    return new JsonObject { ["subscriptions"] = all };
                after = page[^1].Id;
            }
        }, ct));
        return verb;
    }

    private static readonly string[] AddTexts = ["name", "watches", "schedule"];

    private static Command Add()
    {
        var target = new Argument<string>("target") { Description = "A web address, or a mail address for digests." };
        var texts = AddTexts.ToDictionary(x => x, x => new Option<string?>("--" + x));
        texts["watches"].Description = "events (default) or changes.";
        texts["schedule"].Description = "For digests: day (default) or week.";
        texts["name"].Description = "What to call it.";
        var since = new Option<string?>("--since") { Description = "Begin with what was recorded on this day." };
        var after = new Option<string?>("--after") { Description = "Begin behind this sequence; the default is now." };
        var filters = new LiveArguments();
        var json = Arguments.Json();
        var verb = new Command("add", "Subscribe a webhook, or a digest by mail. A webhook's secret is shown this once.") { target, since, after, json };
        filters.AddTo(verb);
        foreach (var option in texts.Values)
            verb.Add(option);
        verb.SetAction((args, ct) => Run(args, json, async desk =>
        {
            var to = args.GetValue(target)!;
            var form = new JsonObject { ["target"] = to, ["channel"] = to.Contains("://", StringComparison.Ordinal) ? "webhook" : "email" };
            foreach (var (field, option) in texts)
            {
                if (args.GetValue(option) is { } text)
                    form[field] = text;
            }
            if (args.GetValue(after) is { } sequence)
                form["start"] = new JsonObject { ["after"] = sequence };
            else if (args.GetValue(since) is { } day)
                form["start"] = new JsonObject { ["since"] = day };
            form["filter"] = new JsonObject(SelectionFields.Names.Select(x => KeyValuePair.Create(x, (JsonNode?)string.Join(',', filters.Of(args, x)))).Where(x => x.Value!.ToString().Length > 0));
            var (made, secret) = await desk.Subscribing.Add(form, ct);
            var view = await desk.View(made.Id, ct);
            if (secret is not null)
                view["secret"] = secret.Text;
            return view;
        }, ct));
        return verb;
    }

    private static Command Replay()
    {
        var message = new Argument<string?>("message") { Description = "One given-up notice; all where left out.", Arity = ArgumentArity.ZeroOrOne };
        var json = Arguments.Json();
        var verb = new Command("replay", "Try given-up notices again.") { Id, message, json };
        verb.SetAction((args, ct) => Run(args, json, async desk =>
            new JsonObject { ["replaying"] = await desk.Subscribing.Replay(args.GetValue(Id)!, args.GetValue(message), ct) }, ct));
        return verb;
    }

    private static async Task<int> Run(ParseResult args, Option<bool> json, Func<Desk, Task<JsonObject>> act, CancellationToken ct)
    {
        await using var workspace = await Workspace.Open(ct);
        var answer = await act(new Desk(workspace, LiveOptions.FromEnvironment()));
        if (args.GetValue(json))
            Console.Out.WriteLine(answer.ToJsonString(EventView.Json));
        else
            Write(answer);
        return answer["error"] is null ? 0 : 1;
    }

    private static void Write(JsonObject answer)
    {
        foreach (var (field, value) in answer)
        {
            if (value is JsonArray list)
            {
                foreach (var x in list)
                    Console.Out.WriteLine(string.Join("  ", Line(x!.AsObject())));
                Console.Out.WriteLine($"{list.Count} {field}");
            }
            else if (value is not null)
                Console.Out.WriteLine($"{field}: {Terminal.OneLine(value is JsonObject or JsonArray ? value.ToJsonString(EventView.Json) : value.ToString())}");
        }
    }

    private static IEnumerable<string> Line(JsonObject x) => x
        .Where(f => f.Key is "id" or "name" or "state" or "target" or "behind" or "lastError" or "message" or "place" or "attempts" or "error")
        .Where(f => f.Value is not null).Select(f => f.Key is "behind" or "attempts" ? $"{f.Key} {f.Value}" : Terminal.OneLine(f.Value!.ToString()));
}
