using Npgsql;
using Stances.EventStore;

namespace Stances.Live.Subscriptions;

/// <summary>How deliveries go: for health, metrics and the status page.</summary>
/// <param name="Active">Subscriptions that deliver.</param>
/// <param name="Paused">Those that wait, by their owner's wish or because nothing was taken for days.</param>
/// <param name="Failing">Active ones whose last attempt failed.</param>
/// <param name="DeadLetters">Notices that were given up.</param>
/// <param name="Troubled">The subscriptions that are behind because of failures, the longest failing first; at most a hundred.</param>
public sealed record DeliveryStatus(int Active, int Paused, int Failing, long DeadLetters, IReadOnlyList<TroubledSubscription> Troubled)
{
    /// <summary>The status now, where the log reaches up to <paramref name="mark"/>.</summary>
    public static async Task<DeliveryStatus> Of(NpgsqlDataSource db, long mark, CancellationToken ct)
    {
        var troubled = await db.Query(Sql.Of($"""
            select id, name, state, greatest(0, {mark} - sequence), failures, failing_at, coalesce(reason, last_error) from stances.subscriptions
            where failures > 0 or reason is not null order by failing_at nulls last, id limit 100
            """), row => new TroubledSubscription(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt32(4),
                row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5), row.IsDBNull(6) ? null : row.GetString(6)), ct);
        return (await db.First(Sql.Raw("""
            select count(*) filter (where state = 'active')::int, count(*) filter (where state = 'paused')::int,
                count(*) filter (where state = 'active' and failures > 0)::int, (select count(*) from stances.dead_letters)
            from stances.subscriptions
            """), row => new DeliveryStatus(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), troubled), ct))!;
    }
}

/// <summary>A subscription that is behind because its receiver does not take what it is sent.</summary>
public sealed record TroubledSubscription(string Id, string Name, string State, long Behind, int Failures, DateTimeOffset? FailingSince, string? Reason);
