using Npgsql;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>Every read model there is.</summary>
public static class ReadModels
{
    /// <summary>What the runner keeps up with the log.</summary>
    public static readonly IReadOnlyList<Projection> All =
        [Statements.Projection, Meetings.Projection, Agreements.Projection, Articles.Projection, Search.Projection];

    /// <summary>Makes what is no function of the log: the texts. Safe to run again.</summary>
    public static Task Migrate(NpgsqlDataSource db, CancellationToken ct = default) => Texts.Migrate(db, ct);
}
