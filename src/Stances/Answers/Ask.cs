using Stances.Domain;
using Stances.EventStore;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>Answers questions from the record alone: every sentence rests on an event, and what is not there is not said.</summary>
public static class Ask
{
    /// <summary>The longest question that is read.</summary>
    public const int LongestQuestion = 1000;

    /// <summary>What the record, as the clock shows it, has to say to a question.</summary>
    /// <exception cref="InvalidInputException">There is no question, or too long a one.</exception>
    public static Task<Answer> Answer(string question, Clock clock, Workspace workspace, CancellationToken ct) =>
        Answer(question, clock, workspace.Today, workspace, ct);

    /// <summary>The same, asked on a day: "last month" is the one before that day's.</summary>
    /// <exception cref="InvalidInputException">There is no question, or too long a one.</exception>
    public static async Task<Answer> Answer(string question, Clock clock, DateOnly today, Workspace workspace, CancellationToken ct)
    {
        Check(question);
        // Nothing above what all read models have reached is shown, so that they agree.
        var sequence = clock.Sequence ?? await Projections.Basis.Now(workspace.Db, ct);
        return await Answer(new Basis(sequence, RecordBasis.ProgramOf(workspace.Reader.Version), today, question, clock.On, clock.Known), workspace, ct);
    }

    /// <summary>The same answer again: the same bytes, whatever was recorded since.</summary>
    /// <exception cref="InvalidInputException">The basis is none, or another version of the program made it.</exception>
    public static async Task<Answer> Again(string basis, Workspace workspace, CancellationToken ct)
    {
        var was = Basis.Parse(basis) ?? throw new InvalidInputException("basis", "This is not the basis of an answer.");
        Check(was.Question);
        was.Record.Checked(workspace.Reader.Version, await Projections.Basis.Now(workspace.Db, ct));
        return await Answer(was, workspace, ct);
    }

    private static void Check(string question)
    {
        if (string.IsNullOrWhiteSpace(question))
            throw new InvalidInputException("q", "There is no question.");
        if (question.Length > LongestQuestion)
            throw new InvalidInputException("q", $"The question has {question.Length} characters; at most {LongestQuestion} are read.");
    }

    private static async Task<Answer> Answer(Basis basis, Workspace workspace, CancellationToken ct)
    {
        var question = workspace.Questions.Read(basis.Question, basis.Today);
        var on = question.AsOf is { } asOf && (basis.On is null || asOf < basis.On) ? asOf : basis.On;
        var record = new Record(workspace.Db, workspace.Catalogue, new Clock(on, basis.Known, basis.Sequence));
        var (days, unplaced) = await AnchorSearch.Days(record, question, ct);
        var found = await Search(record, question, days, ct);
        var searched = new Searched(
            question.Countries, question.Topics, days.From, days.To, (await record.Coverage(days.From, days.To, ct)).Articles, found.Looked,
            await record.Publishers(days.From, days.To, ct), Record.LeastConfidence);
        var (finding, words) = found.Count > 0 ? Seen(found) : await Absence.Tell(record, question, days, searched, unplaced, ct);
        var telling = new Telling(workspace.Catalogue, record);
        return new Answer(
            basis.Question, found.Count > 0 ? telling.Tell(question, found, unplaced) : words, finding, [.. found.Statements.Select(telling.Marked)], found.Agreements, found.Meetings,
            new Interpreting(workspace.Catalogue).Of(question, days, on), searched, basis.ToString());
    }

    private static async Task<Found> Search(Record record, Question question, DaySpan days, CancellationToken ct)
    {
        if (question.Intent == Intent.None || days.From > days.To)
            return Found.Nothing;
        var together = new TogetherSearch(record, question, days);
        if (question.Intent == Intent.Met)
            return Found.Nothing with { Meetings = await together.Meetings(ct), Looked = together.Looked };
        if (question.Intent == Intent.Agreed)
            return Found.Nothing with { Agreements = await together.Agreements(ct), Looked = together.Looked };
        var said = new StatementSearch(record, question, days);
        return Found.Nothing with { Statements = await said.Find(ct), Looked = said.Looked, Turned = said.HasTurned };
    }

    private static (Finding Finding, string Words) Seen(Found found)
    {
        if (found.Statements.Count > 0 && found.Statements.All(x => Telling.Declines(x)))
            return (Finding.Declined, "");
        return (Telling.Contradictions(found.Statements).Any() ? Finding.Contradictory : Finding.Found, "");
    }
}

/// <summary>What a search brought.</summary>
internal sealed record Found(IReadOnlyList<Statement> Statements, IReadOnlyList<AgreementView> Agreements, IReadOnlyList<MeetingView> Meetings, int Looked, bool? Turned)
{
    public static readonly Found Nothing = new([], [], [], 0, null);

    public int Count => Statements.Count + Agreements.Count + Meetings.Count;
}
