using System.CommandLine;
using System.Text.Json;
using Stances.Answers;
using Stances.Projections;

namespace Stances.Cli;

/// <summary><c>stances ask "QUESTION"</c>: a cited answer.</summary>
internal static class AskVerb
{
    public static Command Make()
    {
        var question = new Argument<string[]>("question") { Description = "In your own words.", Arity = ArgumentArity.OneOrMore };
        var (on, known, json) = (Arguments.On(), Arguments.Known(), Arguments.Json());
        var verify = new Option<bool>("--verify") { Description = "Check every quote against the stored text and every event against the log; exit 1 where one does not hold." };
        var verb = new Command("ask", "Answer a question from the record, every sentence with its source.") { question, on, known, verify, json };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            await workspace.Projections.CatchUp(ct);
            var answer = await Ask.Answer(string.Join(' ', args.GetValue(question)!), new Clock(args.GetValue(on), args.GetValue(known)), workspace, ct);
            var check = args.GetValue(verify) ? await AnswerCheck.Of(answer, workspace, ct) : null;
            if (args.GetValue(json))
                Console.Out.WriteLine(check is null ? JsonSerializer.Serialize(answer, EventView.Json) : JsonSerializer.Serialize(new { answer, check }, EventView.Json));
            else
                Print(answer, check);
            return check is { Holds: false } ? 1 : 0;
        });
        return verb;
    }

    private static void Print(Answer answer, AnswerCheck? check)
    {
        foreach (var line in answer.Text.Split('\n'))
            Console.Out.WriteLine(Terminal.Safe(line));
        if (check is not null)
            Console.Out.WriteLine(check.Holds ? $"All {check.Footnotes.Count} footnotes hold." : $"{check.Footnotes.Count(x => !x.Event || x.Text == false)} of {check.Footnotes.Count} footnotes do not hold.");
    }
}
