using Stances.Live.Subscriptions;

namespace Stances;

/// <summary>How the service is: how far the log reaches, how far behind it each projection is, and how deliveries go.</summary>
/// <param name="Well">Whether no projection has stopped. A receiver that takes nothing is its owner's trouble and leaves this as it is.</param>
/// <param name="Mark">The highest sequence that is safe to read.</param>
public sealed record Status(bool Well, long Mark, IReadOnlyList<ProjectionLag> Projections, DeliveryStatus Deliveries)
{
    /// <summary>The status now.</summary>
    public static async Task<Status> Of(Workspace workspace, CancellationToken ct)
    {
        var mark = await workspace.Feed.Mark(ct);
        var projections = await workspace.Projections.Status(ct);
        return new Status(
            projections.All(x => x.StoppedAt is null), mark,
            [.. projections.Select(x => new ProjectionLag(x.Name, x.Version, x.Sequence, Math.Max(0, mark - x.Sequence), x.StoppedAt, x.Reason))],
            await DeliveryStatus.Of(workspace.Db, mark, ct));
    }
}

/// <summary>How far behind the log a projection is; <paramref name="StoppedAt"/> and <paramref name="Reason"/> where it could not go on.</summary>
public sealed record ProjectionLag(string Name, int Version, long Sequence, long Behind, long? StoppedAt, string? Reason);
