using Stances.Domain;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>Finds the day of the meeting that a time is told by.</summary>
internal static class AnchorSearch
{
    /// <summary>The days a question asks of, and whether the meeting it tells them by is not in the record.</summary>
    public static async Task<(DaySpan Days, bool Unplaced)> Days(Record record, Question question, CancellationToken ct)
    {
        if (question.Anchor is not { } anchor)
            return (question.Said, false);
        var met = (await record.Meetings(anchor.Countries, anchor.Within.From, anchor.Within.To, ct)).FindAll(x => Fits(record, x, anchor));
        var summits = met.FindAll(x => x.Format == MeetingFormat.Summit);
        if (anchor.Summit && summits.Count > 0)
            met = summits;
        var told = met.Count > 0 ? new DaySpan(met.Min(x => x.HeldBy), met.Max(x => x.HeldBy)) : anchor.Within;
        var days = anchor.Relation switch
        {
            Relation.Since => new DaySpan(told.From, null),
            Relation.After => new DaySpan(told.To?.AddDays(1), null),
            Relation.Before => new DaySpan(null, told.From?.AddDays(-1)),
            Relation.Around => new DaySpan(told.From?.AddDays(-7), told.To?.AddDays(7)),
            _ => told,
        };
        // A meeting that nobody recorded and no year dates leaves nothing to look at: better no answer than one of all times.
        var nowhere = met.Count == 0 && anchor.Within == DaySpan.Always;
        return (nowhere ? new DaySpan(DateOnly.MaxValue, DateOnly.MinValue) : question.Said.And(days), met.Count == 0);
    }

    private static bool Fits(Record record, Meeting x, Anchor anchor) =>
        (anchor.Place is not { } place || (x.Place is { } at && Wording.Holds(at, place)))
        && (anchor.People.Count == 0 || x.Participants.Any(p => p.Person is { } seated && anchor.People.Contains(record.Person(seated)?.Name ?? seated)));
}
