using System.CommandLine;
using System.Text.Json;
using Stances.Postgres;

namespace Stances.Cli;

/// <summary><c>stances db status|stop</c>: the database behind it all, without starting one.</summary>
internal static class DbVerb
{
    public static Command Make()
    {
        var json = Arguments.Json();
        var status = new Command("status", "Say which database is used and how it is.") { json };
        status.SetAction(async (args, ct) =>
        {
            var now = await DatabaseStatus.Of(Environment.GetEnvironmentVariable, ct);
            Console.Out.WriteLine(args.GetValue(json) ? JsonSerializer.Serialize(now, EventView.Json) : now.Line);
            return 0;
        });

        var stop = new Command("stop", "Stop a private PostgreSQL that was left running.") { json };
        stop.SetAction(async (args, ct) =>
        {
            var done = await DatabaseStatus.Stop(Environment.GetEnvironmentVariable, ct);
            Console.Out.WriteLine(args.GetValue(json) ? JsonSerializer.Serialize(new { done }, EventView.Json) : done);
            return 0;
        });
        return new Command("db", "The database.") { status, stop };
    }
}
