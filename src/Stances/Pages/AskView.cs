using Stances.Answers;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>A question and its answer, with the names of what it is about.</summary>
/// <param name="Answer">Null where nothing was asked yet.</param>
/// <param name="Permalink">A link that gives the same answer for ever.</param>
public sealed record AskView(
    string? Question, AsOf AsOf, Answer? Answer, IReadOnlyList<StatementRow> Statements, IReadOnlyList<AgreementRow> Agreements, IReadOnlyList<MeetingRow> Meetings,
    IReadOnlyList<string> Topics, string Permalink, YearMarks Marks)
{
    /// <summary>Questions that show what can be asked.</summary>
    public static readonly IReadOnlyList<string> Examples =
    [
        "what did Japan say about the 2015 deal",
        "what did Japan hold on the 2015 deal as of September 2017",
        "who opposes the Iran nuclear deal",
        "when did the foreign ministers of Japan and South Korea meet",
    ];

    /// <summary>Whether there is something to show.</summary>
    public bool IsFound => Statements.Count + Agreements.Count + Meetings.Count > 0;

    /// <summary>The answer to a question, or again the one with this basis.</summary>
    public static async Task<AskView> Load(Workspace workspace, string? question, AsOf asOf, string? basis, string origin, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(question) && string.IsNullOrEmpty(basis))
            return new AskView(null, asOf, null, [], [], [], [], "", await YearMarks.OfAll(workspace, asOf, ct));

        var answer = string.IsNullOrEmpty(basis)
            ? await Ask.Answer(question!, asOf.Clock, workspace, ct)
            : await Ask.Again(basis, workspace, ct);
        var catalogue = workspace.Catalogue;
        var of = Answers.Basis.Parse(answer.Basis)!;
        asOf = new AsOf(of.On, of.Known);
        return new AskView(
            answer.Question, asOf, answer, [.. answer.Statements.Select(x => StatementRow.Of(x, catalogue))], [.. answer.Agreements.Select(x => AgreementRow.Of(x, catalogue))],
            [.. answer.Meetings.Select(x => MeetingRow.Of(x, catalogue))], [.. answer.Interpretation.Topics.Select(x => catalogue.TopicOf(x).Label)],
            $"{origin}/ask?basis={Uri.EscapeDataString(answer.Basis)}",
            await YearMarks.OfAll(workspace, asOf, ct));
    }
}
