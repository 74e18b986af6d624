using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>What statements are wanted: every condition that is given must hold; an empty list is no condition.</summary>
/// <param name="Person">The speaker's full name, or the last part of it.</param>
/// <param name="Publisher">The name of the publisher of any of its reports.</param>
/// <param name="From">Said on this day or later.</param>
/// <param name="To">Said on this day or earlier.</param>
/// <param name="Words">Full-text search as people write it: words, "a phrase", or, -without.</param>
public sealed record StatementFilter(
    IReadOnlyList<string>? Countries = null, IReadOnlyList<string>? Topics = null, IReadOnlyList<Position>? Positions = null,
    IReadOnlyList<Direction>? Directions = null, string? Person = null, string? Publisher = null, double? MinConfidence = null,
    DateOnly? From = null, DateOnly? To = null, string? Words = null);

/// <summary>Lists of statements.</summary>
public static class StatementQuery
{
    /// <summary>The statements that <paramref name="filter"/> lets through, newest first unless told otherwise, a page at a time.</summary>
    public static async Task<Page<Statement>> List(
        NpgsqlDataSource db, StatementFilter filter, Clock clock, bool oldestFirst = false, Cursor? after = null, int limit = 50, CancellationToken ct = default)
    {
        var order = Sql.Raw(oldestFirst ? "f.said_by, f.sequence" : "f.said_by desc, f.sequence desc");
        var found = await Statement.Query(db, Sql.Of($"""
            select {Statement.Columns} from stances.statements f {Citation.Join}
            where {clock.Counts} and {clock.Said("f.said_by")} and {Statement.Leads(clock)} and {Where(filter)}
            and {Cursor.Beyond(after, "f.said_by", oldestFirst)}
            order by {order} limit {limit + 1}
            """), clock, ct);
        return Page.Of(found, limit, x => new Cursor(x.SaidBy, x.Told.Cited.Sequence));
    }

    /// <summary>The statement that one event reports, or null where the event is no stance or no longer counted.</summary>
    public static async Task<Statement?> Get(NpgsqlDataSource db, long sequence, Clock clock, CancellationToken ct = default) =>
        (await Statement.Query(db, Sql.Of($"""
            select {Statement.Columns} from stances.statements f {Citation.Join} where f.sequence = {sequence} and {clock.Counts}
            """), clock, ct)).SingleOrDefault();

    private static Sql Where(StatementFilter filter)
    {
        var where = Sql.Of($"""
            {Filter.AnyOf("f.country", filter.Countries)} and {Filter.AnyOf("f.topic", filter.Topics)} and {Filter.AnyOf("f.position", filter.Positions)}
            and {Filter.AnyOf("f.direction", filter.Directions)} and {Filter.Within("f.said_by", filter.From, filter.To)}
            """);
        if (filter.Person is { } person)
            where = Sql.Of($"{where} and (lower(f.speaker_name) = lower({person}) or right(lower(f.speaker_name), length({person}) + 1) = ' ' || lower({person}))");
        if (filter.MinConfidence is { } least)
            where = Sql.Of($"{where} and f.confidence >= {least}");
        if (filter.Publisher is { } publisher)
            where = Sql.Of($"{where} and {Filter.Same("a.data->'Source'->>'Publisher'", publisher)}");
        if (filter.Words is { } words)
            where = Sql.Of($"{where} and f.sequence in (select w.sequence from stances.words w where {Search.Matches(words, filter)})");
        return where;
    }
}
