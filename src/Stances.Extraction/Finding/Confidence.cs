using Stances.Domain;

namespace Stances.Extraction.Finding;

/// <summary>How sure a finding is, and why: what was read from plain words costs nothing, what was inferred costs by how often it errs.</summary>
internal static class Confidence
{
    public static double Of(Statement s, double topic, double position) =>
        Math.Round(Math.Clamp(0.94 - s.Penalty - topic - position, 0.3, 0.95), 2);

    public static IReadOnlyList<string> Reasons(Statement s, string position, string topic)
    {
        var reasons = new List<string> { "subject:" + s.Party.Ground, position, topic };
        if (s.Note is not null)
            reasons.Add("attribution:" + s.Note);
        if (s.Attribution == Attribution.Quote)
            reasons.Add("words:quoted");
        return reasons;
    }
}
