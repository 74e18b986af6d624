using System.CommandLine;
using Stances.Live;

namespace Stances.Cli;

/// <summary>The filters of live feeds as options: <c>--country Japan,KOR --topic gsomia --min-confidence 0.9</c>.</summary>
internal sealed class LiveArguments
{
    private readonly Dictionary<string, Option<string[]>> options = SelectionFields.Names.ToDictionary(x => x, x => new Option<string[]>("--" + Dashed(x))
    {
        Description = x == "minConfidence" ? "The least confidence, 0 to 1." : $"Only this {Dashed(x)}; several separated by commas.",
        AllowMultipleArgumentsPerToken = false,
    });

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in options.Values)
            verb.Add(option);
    }

    /// <summary>What was given for a field.</summary>
    public IEnumerable<string?> Of(ParseResult args, string field) => args.GetValue(options[field]) ?? [];

    private static string Dashed(string field) => string.Concat(field.Select(c => char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));
}
