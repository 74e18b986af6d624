using Npgsql;
using Stances.Domain.Catalogue;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>The read models as one clock shows them, read whole: no page, but never more than <see cref="Most"/>.</summary>
internal sealed class Record(NpgsqlDataSource db, WorldCatalogue catalogue, Clock clock)
{
    /// <summary>More items than anybody reads in one answer.</summary>
    public const int Most = 1000;

    /// <summary>What the reader was less sure of is not shown.</summary>
    public const double LeastConfidence = 0.5;

    public Clock Clock => clock;

    public WorldCatalogue Catalogue => catalogue;

    public async Task<List<Statement>> Statements(StatementFilter filter, CancellationToken ct)
    {
        var page = await StatementQuery.List(db, filter with { MinConfidence = LeastConfidence }, clock, oldestFirst: true, limit: Most, ct: ct);
        return [.. page.Items];
    }

    public async Task<List<Agreement>> Agreements(IReadOnlyList<string> parties, IReadOnlyList<string> topics, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var page = await Projections.Agreements.Between(db, parties, topics, clock, from, to, limit: Most, ct: ct);
        return [.. page.Items.Where(x => x.Cited.Confidence >= LeastConfidence)];
    }

    public async Task<List<Meeting>> Meetings(IReadOnlyList<string> countries, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var page = await Projections.Meetings.Between(db, countries, clock, from, to, limit: Most, ct: ct);
        return [.. page.Items.Where(x => x.Cited.Confidence >= LeastConfidence)];
    }

    public Task<CoverageSummary> Coverage(DateOnly? from, DateOnly? to, CancellationToken ct) => Projections.Coverage.Summary(db, clock, from, to, ct);

    public async Task<IReadOnlyList<string>> Publishers(DateOnly? from, DateOnly? to, CancellationToken ct) =>
        [.. (await Projections.Coverage.ByDay(db, clock, from, to, ct)).Select(x => x.Publisher).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether anything at all fits.</summary>
    public async Task<Statement?> Any(StatementFilter filter, CancellationToken ct) =>
        (await StatementQuery.List(db, filter with { MinConfidence = LeastConfidence }, clock, oldestFirst: true, limit: 1, ct: ct)).Items is [var first, ..] ? first : null;

    /// <summary>The topics whose label names a matter: North Korea in "sanctions on North Korea".</summary>
    public IReadOnlyList<string> TopicsNaming(Matter matter) => [.. catalogue.Topics.Where(x => matter.Spellings.Any(s => Wording.Holds(x.Label, s))).Select(x => x.Id)];

    public Person? Person(string? name) =>
        name is null ? null : catalogue.People.FirstOrDefault(x => Same(x.Name, name)) ?? catalogue.People.FirstOrDefault(x => x.Also.Any(a => Same(a, name)));

    public bool Holds(string? name, string role, string? country, DateOnly day) =>
        Person(name)?.Offices.Any(x => x.Role == role && (country is null || x.Country == country) && x.HeldOn(day)) == true;

    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
