using System.Globalization;
using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Questions;

namespace Stances.Answers;

/// <summary>Tells how a question was understood.</summary>
internal sealed class Interpreting(WorldCatalogue catalogue)
{
    public Interpretation Of(Question q, DaySpan days, DateOnly? on) => new(
        Words(q, days, on), q.Intent, q.Countries, [.. q.People.SelectMany(x => x.People).Distinct()], q.Role, q.Topics, q.Ambiguous, [.. q.Matters.Select(x => x.Asked)],
        q.Positions, q.Direction, days.From, days.To, on, q.Place, q.Quoted, q.Words, q.Unknown is { } unknown ? [unknown] : []);

    private string Words(Question q, DaySpan days, DateOnly? on)
    {
        if (q.Intent == Intent.None)
            return $"not a question of record: {q.Refusal}";
        var people = q.People.Select(x => x.People.Count == 1 ? x.People[0] : $"any {x.Asked}");
        var who = string.Join(" and ", people.Concat(q.Countries.Select(x => catalogue.Country(x)?.Name ?? x)).Concat(q.Stateless).Concat(q.Unknown is { } u ? [$"\"{u}\""] : []));
        var what = string.Join(" or ", q.Topics.Select(x => catalogue.Topic(x)?.Label ?? x).Concat(q.Matters.Select(x => $"\"{x.Asked}\"")));
        var ask = q.Intent switch
        {
            Intent.Held => $"what {Or(who, "each country")} holds",
            Intent.Changed => $"when {Or(who, "a country")} changed its position",
            Intent.WhoSaid => "who spoke",
            Intent.EverSaid => $"whether {Or(who, "anybody")} ever spoke",
            Intent.Agreed => $"what was agreed{(who.Length > 0 ? " by " + who : "")}",
            Intent.Met => $"when there was a {(q.Format is { } format ? format.ToString().ToLowerInvariant() : "meeting")}{(who.Length > 0 ? " of " + who : "")}",
            _ => $"what {Or(who, "anybody")} said",
        };
        var parts = new List<string> { ask };
        if (q.Role is { } role)
            parts.Add($"by the {role}");
        if (what.Length > 0)
            parts.Add($"on {what}");
        if (q.Latest)
            parts.Add("last");
        if (q.First)
            parts.Add("first");
        if (q.Except.Count > 0)
            parts.Add($"other than {Names(q.Except)}");
        if (q.Positions.Count > 0)
            parts.Add(string.Join(" or ", q.Positions.Select(Manner)));
        if (q.DeedOf.Count > 0)
            parts.Add($"{(q.Positions is [Position.Supports] ? "of" : "about")} what {Names(q.DeedOf)} did");
        else if (q.Direction is { } side)
            parts.Add(side == Direction.For ? "for it" : "against it");
        if (q.To.Count > 0)
            parts.Add($"to {string.Join(" and ", q.To.Select(x => x.Asked))}");
        if (q.Words.Count > 0)
            parts.Add($"with the words {string.Join(", ", q.Words)}");
        if (q.Quoted is { } quoted)
            parts.Add($"in the words \"{quoted}\"");
        if (q.Place is { } place)
            parts.Add($"in {place}");
        if (days.From is { } from)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd}"));
        if (days.To is { } to)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"to {to:yyyy-MM-dd}"));
        if (on is { } asOf)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"as of {asOf:yyyy-MM-dd}"));
        return string.Join(" ", parts);
    }

    private static string Manner(Position position) => position switch
    {
        Position.Supports => "in support",
        Position.Opposes => "in opposition",
        Position.Demands => "with a demand",
        Position.Commits => "with a commitment",
        Position.Rejects => "in rejection",
        Position.Concerned => "with concern, regret or condemnation",
        _ => "without a position",
    };

    private string Names(IReadOnlyList<string> codes) => string.Join(" and ", codes.Select(x => catalogue.Country(x)?.Name ?? x));

    private static string Or(string one, string other) => one.Length > 0 ? one : other;
}
