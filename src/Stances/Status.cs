using Stances.EventStore;

namespace Stances;

/// <summary>How the service is: how far the log reaches and how far behind it each projection is.</summary>
/// <param name="Well">Whether no projection has stopped.</param>
/// <param name="Mark">The highest sequence that is safe to read.</param>
public sealed record Status(bool Well, long Mark, IReadOnlyList<ProjectionLag> Projections)
{
    /// <summary>The status now.</summary>
    public static async Task<Status> Of(Workspace workspace, CancellationToken ct)
    {
        var mark = await workspace.Feed.Mark(ct);
        var projections = await workspace.Projections.Status(ct);
        return new Status(
            projections.All(x => x.StoppedAt is null), mark,
            [.. projections.Select(x => new ProjectionLag(x.Name, x.Version, x.Sequence, Math.Max(0, mark - x.Sequence), x.StoppedAt, x.Reason))]);
    }
}

/// <summary>How far behind the log a projection is; <paramref name="StoppedAt"/> and <paramref name="Reason"/> where it could not go on.</summary>
public sealed record ProjectionLag(string Name, int Version, long Sequence, long Behind, long? StoppedAt, string? Reason);
