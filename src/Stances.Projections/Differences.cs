using Npgsql;
using Stances.Domain;

namespace Stances.Projections;

/// <summary>A topic on which what a country held differs between two clocks; null where it held nothing.</summary>
public sealed record Difference(string Country, string Topic, Period? Before, Period? After);

/// <summary>What two countries held on one topic; null where one held nothing.</summary>
public sealed record Comparison(string Topic, Period? One, Period? Other)
{
    /// <summary>Whether one is for what the other is against.</summary>
    public bool Opposed => (One?.Direction, Other?.Direction) is (Direction.For, Direction.Against) or (Direction.Against, Direction.For);
}

/// <summary>Answers held against each other.</summary>
public static class Differences
{
    /// <summary>
    /// Where the answers differ between two clocks, be they two days or two states of knowledge: another position or direction, or the same
    /// since another day. The same said again is no difference.
    /// </summary>
    public static async Task<List<Difference>> Between(
        NpgsqlDataSource db, Clock before, Clock after, IReadOnlyList<string>? countries = null, IReadOnlyList<string>? topics = null, CancellationToken ct = default)
    {
        var was = await ByPair(before);
        var became = await ByPair(after);
        return
        [
            .. was.Keys.Union(became.Keys)
                .Select(x => new Difference(x.Country, x.Topic, was.GetValueOrDefault(x), became.GetValueOrDefault(x)))
                .Where(x => Held(x.Before) != Held(x.After))
                .OrderBy(x => x.Country, StringComparer.Ordinal).ThenBy(x => x.Topic, StringComparer.Ordinal),
        ];

        async Task<Dictionary<(string Country, string Topic), Period>> ByPair(Clock clock) =>
            (await Positions.Matrix(db, clock, countries, topics, ct)).ToDictionary(x => (x.Country, x.Topic));

        static (DateOnly, Position, Direction)? Held(Period? x) => x is null ? null : (x.From, x.Position, x.Direction);
    }

    /// <summary>Two countries topic by topic: what at least one of them held.</summary>
    public static async Task<List<Comparison>> OfCountries(
        NpgsqlDataSource db, string one, string other, Clock clock, IReadOnlyList<string>? topics = null, CancellationToken ct = default) =>
    [
        .. (await Positions.Matrix(db, clock, [one, other], topics, ct))
            .GroupBy(x => x.Topic)
            .Select(x => new Comparison(x.Key, x.FirstOrDefault(p => p.Country == one), x.FirstOrDefault(p => p.Country == other)))
            .OrderBy(x => x.Topic, StringComparer.Ordinal),
    ];
}
