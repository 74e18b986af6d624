namespace Stances.EventStore;

/// <summary>
/// A read model: tables that are a function of the log. Its statements name its tables without a schema, because each
/// build of it has a schema of its own; readers use the views of the same names in the schema <c>stances</c>, which show the
/// build that is live.
/// </summary>
/// <param name="Name">Never reused for something else.</param>
/// <param name="Version">Raise it when the tables or what is written to them change: it is then built anew beside the old one.</param>
/// <param name="Tables">The names of the tables readers see.</param>
/// <param name="Create">Makes the tables.</param>
/// <param name="Index">Makes the indexes that only readers need, those that are not there; run when a new build has caught up.</param>
/// <param name="Apply">
/// Set-based statements that bring the tables from "as of <c>after</c>" to "as of <c>upTo</c>" by the events of
/// <c>stances_log.mt_events</c> in (after, upTo]. The same ones serve one new event and a rebuild by the hundred thousand.
/// </param>
public sealed record Projection(
    string Name, int Version, IReadOnlyList<string> Tables, string Create, string Index, Func<long, long, IReadOnlyList<Sql>> Apply)
{
    /// <summary>Makes the keys and indexes that <see cref="Apply"/> needs, those that are not there; run before it.</summary>
    public IReadOnlyList<Sql> Keys { get; init; } = [];

    /// <summary>
    /// A faster way than <see cref="Apply"/> from empty tables to "as of <c>upTo</c>", for tables in which much depends on other rows. It
    /// starts without the keys and makes them when that is quickest. Null where there is none.
    /// </summary>
    public Func<long, IReadOnlyList<RebuildStep>>? Rebuild { get; init; }
}

/// <summary>A step of a rebuild: sets of statements, each a transaction, that do not depend on one another and so run side by side.</summary>
public sealed record RebuildStep(params IReadOnlyList<IReadOnlyList<Sql>> SideBySide);

/// <summary>How far a projection has come, and why it goes no further if it does not.</summary>
/// <param name="Name">The projection.</param>
/// <param name="Version">The version of the tables that are served.</param>
/// <param name="Sequence">Everything up to here is in them.</param>
/// <param name="StoppedAt">The event it cannot deal with; null when all is well.</param>
/// <param name="Reason">Why.</param>
/// <param name="UpdatedAt">When it last moved.</param>
public sealed record ProjectionStatus(
    string Name, int Version, long Sequence, long? StoppedAt, string? Reason, DateTimeOffset UpdatedAt);

/// <summary>How far a rebuild has come.</summary>
public sealed record RebuildProgress(string Name, long Sequence, long UpTo);

/// <summary>A projection cannot deal with an event. It stays before it, skips nothing, and goes on once the cause is mended.</summary>
public sealed class ProjectionStoppedException(string name, long at, Exception inner)
    : Exception($"Projection {name} stopped at event {at}: {inner.Message}", inner)
{
    /// <summary>The projection.</summary>
    public string Name { get; } = name;

    /// <summary>The event it stopped at.</summary>
    public long At { get; } = at;
}
