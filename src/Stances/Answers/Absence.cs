using System.Globalization;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>Says why there is nothing to show: silence, nothing read, nobody of that name, or no question for a record.</summary>
internal static class Absence
{
    private const int MostPublishers = 6;

    public static async Task<(Finding Finding, string Words)> Tell(Record record, Question question, DaySpan days, Searched searched, bool unplaced, CancellationToken ct)
    {
        if (question.Intent == Intent.None)
            return (Finding.NoQuestion, $"This is not a question the record can answer: {question.Refusal}. Ask what a country or official said, holds, agreed or when they met.");
        var looked = await Looked(record, searched, ct);
        if (question.Unknown is { } unknown)
            return (Finding.Unknown, $"No country or official named \"{unknown}\" is known or in the record. {looked}");
        if (question.Stateless.Count > 0 && question.Countries.Count + question.People.Count == 0)
            return (Finding.Unknown, $"Whoever \"{string.Join("\", \"", question.Stateless)}\" names speaks for no state, and the record holds what states say. {looked}");
        if (unplaced && question.Anchor is { Within: { From: null, To: null } })
            return (Finding.Unknown, $"The meeting the question dates itself by is not in the record, so it cannot be told which days are meant. {looked}");
        var (who, what) = (Who(record, question), What(record, question));
        if (searched.Articles == 0)
            return (Finding.NoCoverage, $"Nothing is recorded{who}{what}{When(days)}: no article of that time was read. {looked}");
        if (question.Intent == Intent.Met)
            return (Finding.Silent, $"No such meeting{who}{When(days)} is recorded. {looked}");
        if (question.Intent == Intent.Agreed)
            return (Finding.Silent, $"No such agreement{who}{what}{When(days)} is recorded. {looked}");
        return await Silence(record, question, days, who, what, looked, ct);
    }

    private static async Task<(Finding Finding, string Words)> Silence(
        Record record, Question question, DaySpan days, string who, string what, string looked, CancellationToken ct)
    {
        var on = new StatementFilter(Countries: question.Countries, Topics: question.Topics);
        if (question is { Countries.Count: > 0, People.Count: 0 } && await record.Any(new StatementFilter(Countries: question.Countries), ct) is null)
            return (Finding.NoCoverage, $"Nothing is recorded{who}, on this or any other matter. {looked}");
        if (question.Topics.Count > 0 && await record.Any(new StatementFilter(Topics: question.Topics), ct) is null)
            return (Finding.Silent, $"Nothing is recorded{what}, of any country. {looked}");
        if (days != DaySpan.Always && question.Matters.Count == 0 && await record.Any(on, ct) is { } other)
            return (Finding.Silent, $"Nothing is recorded{who}{what}{When(days)}. There is something of other days, the first of {Day(other.SaidBy)}. {looked}");
        return (Finding.Silent, $"Nothing is recorded{who}{what}{When(days)}; the articles read are silent on it. {looked}");
    }

    private static string Who(Record record, Question question)
    {
        var names = question.People.Select(x => x.People.Count == 1 ? x.People[0] : x.Asked).Concat(question.Countries.Select(x => record.Catalogue.Country(x)?.Name ?? x)).ToList();
        return names.Count == 0 ? "" : $" of {string.Join(" and ", names)}";
    }

    private static string What(Record record, Question question)
    {
        var topics = question.Topics.Select(x => record.Catalogue.Topic(x)?.Label ?? x).Concat(question.Matters.Select(x => $"\"{x.Asked}\"")).ToList();
        return topics.Count == 0 ? "" : $" on {string.Join(" or ", topics)}";
    }

    private static string When(DaySpan days) => (days.From, days.To) switch
    {
        ({ } from, { } to) when from == to => $" of {Day(from)}",
        ({ } from, { } to) => $" between {Day(from)} and {Day(to)}",
        ({ } from, null) => $" since {Day(from)}",
        (null, { } to) => $" up to {Day(to)}",
        _ => "",
    };

    private static async Task<string> Looked(Record record, Searched searched, CancellationToken ct)
    {
        var all = await record.Coverage(null, null, ct);
        return all.Articles == 0
            ? "No article has been read yet."
            : $"Searched: {searched.Articles} of {all.Articles} articles read, published {Day(all.First!.Value)} to {Day(all.Last!.Value)}{By(searched.Publishers)}.";
    }

    private static string By(IReadOnlyList<string> publishers) => publishers.Count == 0 ? ""
        : $", by {string.Join("; ", publishers.Take(MostPublishers))}{(publishers.Count > MostPublishers ? $" and {publishers.Count - MostPublishers} more" : "")}";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
