using Stances.Domain;

namespace Stances.Live.Changes;

/// <summary>Why an answer is another than before.</summary>
public enum ChangeCause
{
    /// <summary>Something newer was said.</summary>
    Said,

    /// <summary>Something came to be known that had been said earlier than what was known already.</summary>
    Late,

    /// <summary>What was believed was taken back.</summary>
    Retracted,
}

/// <summary>What a country held from one day to another is now thought to be something else.</summary>
/// <param name="From">The first day of which the answer is another.</param>
/// <param name="To">The day from which it is as it was; null where what is held now has changed.</param>
/// <param name="Before">What was answered; null where nothing was.</param>
/// <param name="After">What is answered now; null where nothing is left.</param>
public sealed record AnswerChange(ChangeCause Cause, DateOnly From, DateOnly? To, PositionPeriod? Before, PositionPeriod? After)
{
    /// <summary>How the new answer stands to the old one; null where nothing is left.</summary>
    public ChangeKind? Kind => (Before, After) switch
    {
        (_, null) => null,
        (null, _) => ChangeKind.First,
        ({ } was, { } now) => now.From == From && now.Change != ChangeKind.First ? now.Change
            : PositionHistory.Change(was.Position, was.Direction, now.Position, now.Direction),
    };

    /// <summary>The last stretch of days of which two histories give different answers, or null where they give the same of each day.</summary>
    public static AnswerChange? Between(IReadOnlyList<PositionPeriod> before, IReadOnlyList<PositionPeriod> after, ChangeCause cause)
    {
        var days = before.Concat(after).Select(x => x.From).Distinct().Order().ToList();
        for (var i = days.Count - 1; i >= 0; i--)
        {
            var (was, now) = (On(before, days[i]), On(after, days[i]));
            if (Answer(was) == Answer(now))
                continue;
            var from = i;
            while (from > 0 && Answer(On(before, days[from - 1])) == Answer(was) && Answer(On(after, days[from - 1])) == Answer(now))
                from--;
            return new AnswerChange(cause, days[from], i + 1 < days.Count ? days[i + 1] : null, was, now);
        }
        return null;
    }

    private static PositionPeriod? On(IReadOnlyList<PositionPeriod> periods, DateOnly day) => periods.LastOrDefault(x => x.From <= day);

    private static (Position, Direction)? Answer(PositionPeriod? period) => period is null ? null : (period.Position, period.Direction);
}
