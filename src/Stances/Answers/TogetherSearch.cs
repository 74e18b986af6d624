using Stances.Domain;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>The meetings and agreements a question asks for: those of all it names together.</summary>
internal sealed class TogetherSearch(Record record, Question question, DaySpan days)
{
    /// <summary>How many meetings or agreements were looked at.</summary>
    public int Looked { get; private set; }

    private bool Nobody => question.Unknown is not null || question.Stateless.Count > 0;

    public async Task<List<MeetingView>> Meetings(CancellationToken ct)
    {
        if (Nobody)
            return [];
        var found = await record.Meetings(question.Countries, days.From, days.To, ct);
        Looked = found.Count;
        var of = question.Topics.Count == 0 ? null : await ArticlesOn(ct);
        found.RemoveAll(x => !Fits(x) || of is not null && !x.Sources.All.Any(s => of.Contains(s.Cited.Article.Id)));
        return [.. found.Where(x => (!question.Latest || x.HeldBy == found.Max(y => y.HeldBy)) && (!question.First || x.HeldBy == found.Min(y => y.HeldBy))).Select(MeetingView.Of)];
    }

    public async Task<List<AgreementView>> Agreements(CancellationToken ct)
    {
        if (Nobody)
            return [];
        var found = await record.Agreements(question.Countries, question.Topics, days.From, days.To, ct);
        Looked = found.Count;
        if (question.Topics.Count == 0)
            found.RemoveAll(x => !question.Matters.All(m => Wording.HoldsAny($"{x.Cited.Evidence.Exact}\n{x.Summary}", m) || question.Beside.Count > 0 && record.TopicsNaming(m).Contains(x.Topic)));
        if (question.People.Count > 0 || question.Place is not null)
        {
            // An agreement names states; who made it and where is told by the meeting of that day.
            var met = (await record.Meetings([], days.From, days.To, ct)).FindAll(Fits).SelectMany(x => x.Sources.All.Select(s => (s.Cited.Article.Id, x.HeldBy))).ToHashSet();
            found.RemoveAll(x => !x.Sources.All.Any(s => met.Contains((s.Cited.Article.Id, x.AgreedBy))));
        }

        return found.ConvertAll(AgreementView.Of);
    }

    private bool Fits(Meeting x) =>
        question.People.All(p => x.Participants.Any(s => s.Person is { } seated && p.People.Contains(record.Person(seated)?.Name ?? seated)))
        && (question.Place is null || (x.Place is { } place && Wording.Holds(place, question.Place)))
        && (question.Format is null || x.Format == question.Format || question.Format == MeetingFormat.Trilateral && x.Participants.Select(p => p.Country).OfType<string>().Distinct().Count() == 3)
        && (question.Role is not { } role || x.Participants.All(p => p.Person is null) || x.Participants.Any(p => record.Holds(p.Person, role, p.Country, x.HeldBy) || p.Role is { } told && Record.Same(told, role)));

    private async Task<HashSet<string>> ArticlesOn(CancellationToken ct)
    {
        var said = await record.Statements(new StatementFilter(Topics: question.Topics), ct);
        var agreed = await record.Agreements([], question.Topics, null, null, ct);
        return [.. said.SelectMany(x => x.Sources.All).Select(x => x.Cited.Article.Id), .. agreed.SelectMany(x => x.Sources.All).Select(x => x.Cited.Article.Id)];
    }
}
