using System.Globalization;
using System.Text;
using Spectre.Console;
using Stances.Domain;
using Stances.Projections;

namespace Stances.Cli;

/// <summary>Text for people at a terminal. Words of articles are strangers' words: nothing in them may steer the terminal.</summary>
internal static class Terminal
{
    /// <summary>The text without control, escape and bidirectional codes.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
            safe.Append(char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' ? ' ' : c);
        return safe.ToString();
    }

    /// <summary>The text on one line, without what could steer the terminal.</summary>
    public static string OneLine(string text) => string.Join(' ', Safe(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Work with a bar that tells how far it has come, on standard error, so that what the work prints can be taken elsewhere; without one where
    /// nobody looks.
    /// </summary>
    /// <param name="name">What is worked on.</param>
    /// <param name="work">Does it; is given what to call with how much is done of how much.</param>
    public static Task<T> WithBar<T>(string name, Func<Action<double, double>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return work((_, _) => { });
        return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(bar =>
            {
                var task = bar.AddTask(name);
                return work((done, all) => task.MaxValue(Math.Max(1, all)).Value(done));
            });
    }

    public static void Events(IReadOnlyList<ArticleEvent> events)
    {
        foreach (var e in events)
            Console.Out.WriteLine(Line(e));
        Console.Out.WriteLine($"{events.Count} events");
    }

    /// <summary>A statement with the words it rests on and where they are written.</summary>
    public static void Statement(StatementView said)
    {
        var by = said.Speaker?.Name ?? said.Speaker?.Role ?? "the government";
        Console.Out.WriteLine($"{Day(said.On)}  {Word(said.Position)} ({Word(said.Direction)}), {OneLine(by)}{Quote(said.Evidence)}");
        Console.Out.WriteLine(OneLine($"            {said.Article.Publisher ?? "unknown publisher"}, {Day(said.Article.PublishedOn)}, {said.Article.Url ?? said.Article.Id}").Insert(0, "            "));
    }

    /// <summary>A period on one line.</summary>
    public static string Line(Period x) =>
        $"{Day(x.From)} to {Day(x.To)}  {x.Country}  {x.Topic}: {Word(x.Position)} ({Word(x.Direction)}), {Word(x.Change)}";

    /// <summary>A value of a list of terms as it is written everywhere: in lower case.</summary>
    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>A day, or dashes where it is unknown.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "----------";

    /// <summary>What a reading changes about an article: + what is new, - what has vanished.</summary>
    public static void Changes(string article, IReadOnlyList<ArticleEvent> changes)
    {
        Console.Out.WriteLine(article);
        foreach (var e in changes)
        {
            if (e is ArticleEvent.EventRetracted gone)
                Console.Out.WriteLine(OneLine($"- version {gone.Version}: {gone.Reason}").Insert(0, "  "));
            else if (e.Grounds is not null)
                Console.Out.WriteLine("  + " + Line(e));
        }
    }

    private static string Line(ArticleEvent e) => e switch
    {
        ArticleEvent.MeetingHeld x =>
            $"{Day(x.On)}  met     {string.Join(", ", x.Participants.Select(p => OneLine($"{p.Person ?? p.Role} ({p.Country ?? "?"})")))}{(x.Place is null ? "" : " in " + OneLine(x.Place))}{Quote(x.Evidence)}",
        ArticleEvent.StanceStated x =>
            $"{Day(x.On)}  {x.Country}     {Word(x.Position)} ({Word(x.Direction)}) {x.Topic}{(x.Speaker?.Name is { } name ? OneLine(", " + name) : "")} [{x.Confidence:0.00}]{Quote(x.Evidence)}",
        ArticleEvent.AgreementReached x =>
            $"{Day(x.On)}  agreed  {string.Join(", ", x.Parties)} on {x.Topic} [{x.Confidence:0.00}]{Quote(x.Evidence)}",
        _ => EventJson.NameOf(e),
    };

    private static string Quote(Evidence evidence) => $"\n            \"{OneLine(evidence.Exact)}\"";
}
