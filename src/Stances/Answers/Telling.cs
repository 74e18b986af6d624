using System.Globalization;
using System.Text;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>Puts what was found into sentences, each with the mark of its footnote, and the footnotes under them.</summary>
internal sealed class Telling(WorldCatalogue catalogue, Record record)
{
    public string Tell(Question question, Found found, bool unplaced)
    {
        var (text, notes) = (new StringBuilder(), new StringBuilder());
        if (question.Ambiguous)
            text.AppendLine(CultureInfo.InvariantCulture, $"The question can mean {string.Join(" or ", question.Topics.Select(Label))}; all of them are shown.");
        if (unplaced)
            text.AppendLine("The meeting the question dates itself by is not in the record; its year is taken instead.");
        if (question.Intent == Intent.Changed && found.Turned is { } turned)
            text.AppendLine(turned ? "The side taken changed here:" : "No change of side is recorded; this is where the position was first taken:");
        if (question.Counts)
            text.AppendLine(CultureInfo.InvariantCulture, $"Recorded: {found.Count} {(found.Statements.Count > 0 ? "statement" : found.Meetings.Count > 0 ? "meeting" : "agreement")}{(found.Count == 1 ? "" : "s")}.");
        // What every sentence is on is said once, and what "for" it means.
        var on = found.Statements.Select(x => x.Topic).Distinct().ToList() is [var one] ? one : null;
        if (on is not null)
            text.AppendLine(CultureInfo.InvariantCulture, $"On {Label(on)}{(catalogue.Topic(on) is { } topic && found.Statements.Any(x => Side(x).Length > 0) ? $". \"For\" is for this: {topic.Proposition}" : "")}.");
        foreach (var said in found.Statements)
            Add(text, notes, Sentence(said, on is null), said.Others.Select(x => x.Cited).Prepend(said.Told.Cited).Select(x => (x.Evidence, ArticleView.Of(x.Article))));
        foreach (var agreed in found.Agreements)
            Add(text, notes, $"{Day(agreed.On, agreed.AgreedBy)}: {Names(agreed.Parties)} {Stage(agreed.Stage)} on {Label(agreed.Topic)}: \"{agreed.Evidence.Exact}\"", agreed.OtherSources.Select(x => (x.Evidence, x.Article)).Prepend((agreed.Evidence, agreed.Article)));
        foreach (var met in found.Meetings)
            Add(text, notes, Sentence(met), met.OtherSources.Select(x => (x.Evidence, x.Article)).Prepend((met.Evidence, met.Article)));
        foreach (var (country, topic, day) in Contradictions(found.Statements))
            text.AppendLine(CultureInfo.InvariantCulture, $"The reports contradict each other: on {Day(day, day)} {Name(country)} is told to be both for and against it ({Label(topic)}).");
        return text.AppendLine().Append(notes).ToString().TrimEnd();
    }

    /// <summary>A statement as it is shown, marked where its speaker held no office that day.</summary>
    public StatementView Marked(Statement said) => StatementView.Of(said) with { OutOfOffice = OutOfOffice(said) ? true : null };

    /// <summary>Whether all that was said is that nothing is to be said.</summary>
    public static bool Declines(Statement said) => said.Position == Position.Neutral
        && ((string[])["declined to comment", "no comment", "refused to comment", "declined to say", "would not comment", "declined comment"]).Any(x => Wording.Holds(said.Told.Cited.Evidence.Exact, x));

    /// <summary>Days on which a country is told to have taken both sides.</summary>
    public static IEnumerable<(string Country, string Topic, DateOnly Day)> Contradictions(IReadOnlyList<Statement> statements) =>
        statements.Where(x => x is { On: not null, Position: not Position.Neutral }).GroupBy(x => (x.Country, x.Topic, x.On!.Value))
            .Where(x => x.Any(s => s.Direction == Direction.For) && x.Any(s => s.Direction == Direction.Against)).Select(x => x.Key);

    private bool OutOfOffice(Statement said) => record.Person(said.Speaker?.Name) is { } person && !person.Offices.Any(x => x.HeldOn(said.SaidBy));

    private static void Add(StringBuilder text, StringBuilder notes, string sentence, IEnumerable<(Evidence Evidence, ArticleView Article)> sources)
    {
        text.Append(sentence);
        foreach (var (evidence, article) in sources)
        {
            var number = notes.ToString().Count(c => c == '\n') + 1;
            text.Append(CultureInfo.InvariantCulture, $" [{number}]");
            var told = string.Join(", ", ((string?[])[article.Publisher, article.Title is null ? null : $"\"{article.Title}\"", article.PublishedOn is { } day ? Iso(day) : null, article.Url]).OfType<string>());
            notes.Append(CultureInfo.InvariantCulture, $"[{number}] {(told.Length > 0 ? told : article.Id)}, characters {evidence.Start}-{evidence.End}\n");
        }

        text.AppendLine();
    }

    private static string Side(Statement said) => said.Direction switch { Direction.For => " (for)", Direction.Against => " (against)", _ => "" };

    private string Sentence(Statement said, bool namesTopic)
    {
        var who = said.Speaker is { Name: { } name } ? $"{Name(said.Country)} ({name}{(said.Speaker.Role is { } role ? ", " + role : "")}{(OutOfOffice(said) ? ", out of office that day" : "")})"
            : said.Speaker?.Role is { } office ? $"{Name(said.Country)} ({office})" : Name(said.Country);
        var what = Declines(said) ? "declined to comment" : said.Position switch
        {
            Position.Supports => "spoke in support",
            Position.Opposes => "objected",
            Position.Demands => "made a demand",
            Position.Commits => "made a commitment",
            Position.Rejects => "rejected what was asked or claimed",
            Position.Concerned => "voiced concern or regret",
            _ => "spoke without taking a position",
        };
        return $"{Day(said.On, said.SaidBy)}: {who} {what}{(namesTopic ? $" on {Label(said.Topic)}" : "")}{Side(said)}: \"{said.Told.Cited.Evidence.Exact}\"";
    }

    private string Sentence(MeetingView met)
    {
        var seats = met.Participants.Select(x => x.Person is { } person ? $"{person}{(x.Country is { } of ? $" ({Name(of)})" : "")}" : x.Country is { } c ? Name(c) : x.Role ?? "others");
        return $"{Day(met.On, met.HeldBy)}: {string.Join(", ", seats.Distinct())} {(met.Format == MeetingFormat.Call ? "spoke by telephone or video" : "met")}{(met.Place is { } place ? $" in {place}" : "")}: \"{met.Evidence.Exact}\"";
    }

    private static string Stage(AgreementStage stage) => stage switch
    {
        AgreementStage.Declared => "declared together",
        AgreementStage.Signed => "signed an agreement",
        AgreementStage.Tentative => "agreed tentatively",
        _ => "agreed",
    };

    private static string Day(DateOnly? on, DateOnly by) =>
        on is { } day ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : $"By {by.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} (day not told)";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Names(IReadOnlyList<string> codes) =>
        codes.Count < 2 ? string.Concat(codes.Select(Name)) : $"{string.Join(", ", codes.Take(codes.Count - 1).Select(Name))} and {Name(codes[^1])}";

    private string Name(string code) => catalogue.Country(code)?.Name ?? code;

    private string Label(string topic) => catalogue.Topic(topic)?.Label ?? topic;
}
