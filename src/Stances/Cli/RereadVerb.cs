using System.CommandLine;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances reread</c>: reads the stored texts again with the reader of today; shows the difference, and with <c>--commit</c> stores it.</summary>
internal static class RereadVerb
{
    private const int PageSize = 200;

    public static Command Make()
    {
        var article = new Argument<string?>("article") { Description = "One article's id; every article where left out.", Arity = ArgumentArity.ZeroOrOne };
        var commit = new Option<bool>("--commit") { Description = "Store the difference: append what is new, retract what has vanished." };
        var json = Arguments.Json();
        var verb = new Command("reread", "Read the stored texts again with the reader of today.") { article, commit, json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var (changed, added, retracted) = (0, 0, 0);
            await foreach (var id in Articles(workspace, args.GetValue(article), ct))
            {
                var changes = await Corrections.Reread(id, args.GetValue(commit), workspace, ct);
                if (changes.Count == 0)
                    continue;
                changed++;
                added += changes.Count(x => x.Grounds is not null);
                retracted += changes.Count(x => x is ArticleEvent.EventRetracted);
                if (args.GetValue(json))
                    Console.Out.WriteLine(new JsonObject { ["article"] = id, ["changes"] = new JsonArray([.. changes.Select(EventView.Of)]) }.ToJsonString(EventView.Json));
                else
                    Terminal.Changes(id, changes);
            }

            await workspace.Projections.CatchUp(ct);
            if (!args.GetValue(json))
                Console.Out.WriteLine($"{changed} articles differ: {added} findings new, {retracted} vanished; {(args.GetValue(commit) ? "stored" : "nothing stored, --commit stores it")}");
            return 0;
        });
        return verb;
    }

    private static async IAsyncEnumerable<string> Articles(
        Workspace workspace, string? one, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (one is not null)
        {
            yield return one;
            yield break;
        }

        for (Cursor? after = null; ;)
        {
            var page = await Projections.Articles.List(workspace.Db, Clock.Now, after: after, limit: PageSize, ct: ct);
            foreach (var article in page.Items)
                yield return article.Id;
            if ((after = page.Next) is null)
                yield break;
        }
    }
}
