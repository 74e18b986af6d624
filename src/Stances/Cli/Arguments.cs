using System.CommandLine;
using System.CommandLine.Parsing;

namespace Stances.Cli;

/// <summary>Options that several verbs share, each parsed once and the same way.</summary>
internal static class Arguments
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    public static Option<DateOnly?> Published() =>
        new("--published") { Description = "The day the article was published, yyyy-MM-dd.", CustomParser = Day };

    public static Option<DateOnly?> On() => new("--on") { Description = "What had been said by this day, yyyy-MM-dd.", CustomParser = Day };

    public static Option<DateTimeOffset?> Known() =>
        new("--known") { Description = "What the log held by this day or instant, yyyy-MM-dd or ISO 8601.", CustomParser = Instant };

    public static Option<string?> Source() => new("--source") { Description = "Who published it." };

    public static Option<string?> Url() => new("--url") { Description = "Where it was published; names the article, so that another text there is a revision." };

    public static Option<string?> Title() => new("--title") { Description = "Its title." };

    public static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Days.TryParse(text, out var day))
            return day;
        result.AddError($"'{text}' is not a day; write yyyy-MM-dd.");
        return null;
    }

    public static DateTimeOffset? Instant(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Days.TryParseKnown(text, out var instant))
            return instant;
        result.AddError($"'{text}' is neither a day (yyyy-MM-dd) nor an instant (yyyy-MM-ddTHH:mm:ssZ).");
        return null;
    }
}
