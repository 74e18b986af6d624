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
            Intent.WhoSaid => "who said",
            Intent.EverSaid => $"whether {Or(who, "anybody")} ever said",
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
            parts.Add($"other than {string.Join(" and ", q.Except.Select(x => catalogue.Country(x)?.Name ?? x))}");
        if (q.Positions.Count > 0)
            parts.Add($"as {string.Join(" or ", q.Positions).ToLowerInvariant()}");
        if (q.Direction is { } side)
            parts.Add(side == Direction.For ? "for it" : "against it");
        if (q.Words.Count > 0)
            parts.Add($"holding {string.Join(", ", q.Words)}");
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

    private static string Or(string one, string other) => one.Length > 0 ? one : other;
}
