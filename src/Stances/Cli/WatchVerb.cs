using System.CommandLine;
using Stances.Live;

namespace Stances.Cli;

/// <summary><c>stances watch</c>: what countries say, or how answers change, line by line as it is recorded.</summary>
internal static class WatchVerb
{
    public static Command Make()
    {
        var changes = new Option<bool>("--changes") { Description = "Watch changes of answers instead of events." };
        var since = new Option<string?>("--since") { Description = "First catch up from this day or instant." };
        var after = new Option<string?>("--after") { Description = "First catch up from behind this sequence." };
        var once = new Option<bool>("--once") { Description = "Stop when caught up." };
        var json = Arguments.Json();
        var filters = new LiveArguments();
        var verb = new Command("watch", "Follow the log in the terminal.") { changes, since, after, once, json };
        filters.AddTo(verb);
        verb.SetAction(async (args, ct) =>
        {
            var start = Start.Read(null, args.GetValue(after), args.GetValue(since));
            await using var workspace = await Workspace.Open(ct);
            var watchChanges = args.GetValue(changes);
            var selection = SelectionFields.Read(workspace, x => filters.Of(args, x), watchChanges ? Selection.AlertConfidence : null);
            if (watchChanges)
                await workspace.Projections.CatchUp(ct);
            var source = watchChanges ? NoticeSources.Changes(workspace.Feed) : NoticeSources.Events(workspace.Feed);
            var at = await start.In(workspace.Feed, source.End, ct);
            var end = args.GetValue(once) ? await source.End(ct) : long.MaxValue;
            while (at.Sequence < end)
            {
                var upTo = await Reached(workspace, source, at.Sequence + 1, watchChanges, ct);
                var page = await source.Read(at.After, Math.Min(upTo, end), selection, 500, ct);
                foreach (var notice in page.Notices.Where(x => x.Place > at && selection.Matches(x) && !(x.RecordedAt < start.Since)))
                    Write(notice, args.GetValue(json));
                at = Place.Behind(page.Through);
            }
            return 0;
        });
        return verb;
    }

    // Beside a running service the read models keep up by themselves; alone this process does it.
    private static async Task<long> Reached(Workspace workspace, NoticeSource source, long sequence, bool changes, CancellationToken ct)
    {
        if (!changes)
            return await source.Reached(sequence, ct);
        await workspace.Feed.MarkAt(sequence, ct);
        await workspace.Projections.CatchUp(ct);
        return await source.Reached(sequence, ct);
    }

    private static void Write(Notice notice, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(System.Text.Encoding.UTF8.GetString(notice.Json.Span));
            return;
        }
        var words = Wording.Of(notice);
        Console.Out.WriteLine($"{notice.Place,6}  {Terminal.OneLine(words.Title)}");
        if (words.Quote is { } quote)
            Console.Out.WriteLine($"        \"{Terminal.OneLine(quote)}\"{(words.Publisher is { } p ? $" ({Terminal.OneLine(p)})" : "")}");
    }
}
