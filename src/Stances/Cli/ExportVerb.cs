using System.CommandLine;
using System.Text.Json;
using Stances.EventData;
using Stances.Http;
using Stances.Projections;

namespace Stances.Cli;

/// <summary>
/// <c>stances export</c>: every statement that counts, oldest first, as JSON Lines or as one table (RFC 4180); or every event that PLOVER has a
/// category for, statements first, as its records or in the columns of POLECAT.
/// </summary>
internal static class ExportVerb
{
    private const int PageSize = 1000;

    public static Command Make()
    {
        var country = new Option<string[]>("--country") { Description = "Only of these countries." };
        var topic = new Option<string[]>("--topic") { Description = "Only on these topics." };
        var format = new Option<string>("--format") { Description = "jsonl, csv, plover (JSON Lines) or polecat (tab-separated).", DefaultValueFactory = _ => "jsonl" }
            .AcceptOnlyFromAmong("jsonl", "csv", "plover", "polecat");
        var (on, known) = (Arguments.On(), Arguments.Known());
        var verb = new Command("export", "Write what is recorded, with its evidence, to standard output.") { country, topic, format, on, known };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var filter = new StatementFilter(
                [.. (args.GetValue(country) ?? []).Select(x => workspace.KnownCountry(x).Code)], [.. (args.GetValue(topic) ?? []).Select(x => workspace.KnownTopic(x).Id)]);
            // A state of knowledge that does not move while page after page is read.
            var clock = new Clock(args.GetValue(on), args.GetValue(known) ?? workspace.Clock.GetUtcNow());
            var said = Paged(after => StatementQuery.List(workspace.Db, filter, clock, oldestFirst: true, after, PageSize, ct));
            var lines = args.GetValue(format) switch
            {
                // The columns of a table are known once all rows are.
                "csv" => Formats.Csv(await said.Select(StatementView.Of).ToListAsync(ct)).Split("\r\n").SkipLast(1).Select(x => x + "\r").ToAsyncEnumerable(),
                "plover" => Coded(workspace, filter, clock, said, ct).Select(x => x.ToString()),
                "polecat" => Coded(workspace, filter, clock, said, ct).Select(PolecatTable.Row).Prepend(PolecatTable.Header),
                _ => said.Select(x => JsonSerializer.Serialize(StatementView.Of(x), EventView.Json)),
            };
            await foreach (var line in lines)
                Console.Out.Write(line + '\n');
            return 0;
        });
        return verb;
    }

    private static IAsyncEnumerable<PloverRecord> Coded(
        Workspace workspace, StatementFilter filter, Clock clock, IAsyncEnumerable<Statement> said, CancellationToken ct)
    {
        var records = said.Select(x => PloverRecord.Of(x, workspace.Catalogue));
        // A meeting is on no topic.
        if (filter.Topics is null or [])
        {
            records = records.Concat(Paged(after => Meetings.Between(workspace.Db, [], clock, after: after, limit: PageSize, ct: ct))
                .Where(x => Wanted(x.Participants.Select(p => p.Country))).Select(x => PloverRecord.Of(x, workspace.Catalogue)));
        }

        return records.Concat(Paged(after => Agreements.Between(workspace.Db, [], filter.Topics ?? [], clock, after: after, limit: PageSize, ct: ct))
            .Where(x => Wanted(x.Parties)).Select(x => PloverRecord.Of(x, workspace.Catalogue))).Where(x => x is not null).Select(x => x!);

        bool Wanted(IEnumerable<string?> countries) => filter.Countries is null or [] || countries.Intersect(filter.Countries).Any();
    }

    private static async IAsyncEnumerable<T> Paged<T>(Func<Cursor?, Task<Page<T>>> list)
    {
        for (Cursor? after = null; ;)
        {
            var page = await list(after);
            foreach (var item in page.Items)
                yield return item;
            if ((after = page.Next) is null)
                break;
        }
    }
}
