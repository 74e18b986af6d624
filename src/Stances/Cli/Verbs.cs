using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;
using Stances.Extraction.Llm;
using Stances.Extraction.Catalogue;
using Stances.Postgres;

namespace Stances.Cli;

/// <summary>The program's verbs, and how each fault ends it: 0 done, 1 could not be done, 2 not understood; one line on standard error.</summary>
public static class Verbs
{
    /// <summary>Runs the verb that the arguments name and returns the exit code.</summary>
    public static async Task<int> Run(string[] args)
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        // What it writes is English and ISO, and reads the same on every machine, whatever its language.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var parsed = Root().Parse(args);
        if (Misread(parsed) is { } misread)
            return Fail(misread, 2);

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
        }
        catch (InvalidInputException e)
        {
            return Fail(e.Message, e.Kind == InputFault.Unknown ? 2 : 1);
        }
        catch (Exception e) when (e is CatalogueException or DatabaseUnavailableException or ModelException or ProjectionStoppedException or UnknownEventException
            or IOException or UnauthorizedAccessException or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" })
        {
            return Fail(e.Message, 1);
        }
        catch (WrongExpectedVersionException)
        {
            return Fail("Somebody else wrote the same article at the same moment; try again.", 1);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return Fail((e is PostgresException ? "The database refused: " : "The database does not answer: ") + e.Message, 1);
        }
        catch (OperationCanceledException)
        {
            return Fail("Interrupted.", 1);
        }
    }

    /// <summary>What of the arguments is not understood; null where all is.</summary>
    private static string? Misread(ParseResult parsed)
    {
        // A verb that takes any number of words would take a misspelt option for one more.
        var option = parsed.Tokens.TakeWhile(x => x.Type != TokenType.DoubleDash).FirstOrDefault(x => x.Type == TokenType.Argument && x.Value.StartsWith("--", StringComparison.Ordinal));
        if (parsed.Action is not (null or ParseErrorAction))
            return option is null ? null : $"There is no option '{option.Value}'.";
        return parsed.CommandResult.Command.Subcommands.Count == 0 ? parsed.Errors[0].Message
            : parsed.UnmatchedTokens is [var verb, ..] ? $"There is no verb '{verb}'; --help lists them." : "Say what to do; --help lists the verbs.";
    }

    private static RootCommand Root() => new("Tracks what countries say: reads articles into an event log, replays it to any date, and answers with evidence.")
    {
        ServeVerb.Make(),
        ExtractVerb.Make(),
        IngestVerb.Make(),
        ImportVerb.Make(),
        AskVerb.Make(),
        PositionVerb.Make(),
        TimelineVerb.Make(),
        DiffVerb.Make(),
        TopicsVerb.Make(),
        ExportVerb.Make(),
        ReplayVerb.Make(),
        EvalVerb.Make(),
        CatalogueVerb.Make(),
        RereadVerb.Make(),
        MaintenanceVerbs.Status(),
        MaintenanceVerbs.Verify(),
        MaintenanceVerbs.Rebuild(),
        WatchVerb.Make(),
        SubscriptionsVerb.Make(),
        DbVerb.Make(),
    };

    private static int Fail(string message, int code)
    {
        Console.Error.WriteLine(Terminal.OneLine("stances: " + message));
        return code;
    }
}
