using System.CommandLine;
using Stances.Extraction;
using Stances.Extraction.Evaluation;

namespace Stances.Cli;

/// <summary><c>stances eval GOLD...</c>: how well the reader does on articles whose events a careful reader has written down.</summary>
internal static class EvalVerb
{
    public static Command Make()
    {
        var gold = new Argument<string[]>("gold") { Description = "Gold files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var texts = new Option<string?>("--texts") { Description = "A folder with the texts, where they do not stand beside the gold." };
        var against = new Option<string?>("--against") { Description = "An earlier report (--json): show what was won and lost since." };
        var misses = new Option<bool>("--misses") { Description = "List what was missed and what was found falsely." };
        var json = Arguments.Json();
        var verb = new Command("eval", "Measure the reader on gold: precision, recall, fields, confidence.") { gold, texts, against, misses, json };
        verb.SetAction(async (args, ct) =>
        {
            try
            {
                var articles = args.GetValue(gold)!.SelectMany(path => GoldFiles.Load(path, args.GetValue(texts))).ToList();
                if (articles.Count == 0)
                    throw new InvalidInputException("gold", "There is no gold with its text there; --texts names the folder of the texts.");
                var catalogue = Workspace.LoadCatalogue(Environment.GetEnvironmentVariable);
                var report = await Evaluator.Run(Readers.Of(Environment.GetEnvironmentVariable, catalogue), articles, catalogue.People, ct);
                Console.Out.WriteLine(args.GetValue(json) ? report.ToJson() : report.ToTable());
                if (args.GetValue(misses))
                    Console.Out.WriteLine(report.ToMisses());
                if (args.GetValue(against) is { } old)
                    Console.Out.WriteLine(report.Against(await File.ReadAllTextAsync(old, ct)));
                return 0;
            }
            catch (Exception e) when (e is GoldException or IOException or System.Text.Json.JsonException)
            {
                throw new InvalidInputException("gold", e.Message);
            }
        });
        return verb;
    }
}
