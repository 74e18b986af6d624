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
        // One statement, so that the counts and the list are of one moment.
        var rows = await db.Query(Sql.Of($"""
            select c.*, t.* from (
                select count(*) filter (where state = 'active')::int, count(*) filter (where state = 'paused')::int,
                    count(*) filter (where state = 'active' and failures > 0)::int, (select count(*) from stances.dead_letters)
                from stances.subscriptions) c
            left join (
                select id, name, state, greatest(0, {mark} - sequence), failures, failing_at, coalesce(reason, last_error) from stances.subscriptions
                where failures > 0 or reason is not null order by failing_at nulls last, id limit 100) t on true
            order by t.failing_at nulls last, t.id
            """), row => (
                Counts: new DeliveryStatus(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), []),
                Troubled: row.IsDBNull(4) ? null : new TroubledSubscription(row.GetString(4), row.GetString(5), row.GetString(6), row.GetInt64(7), row.GetInt32(8),
                    row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9), row.IsDBNull(10) ? null : row.GetString(10))), ct);
        return rows[0].Counts with { Troubled = [.. rows.Select(x => x.Troubled).OfType<TroubledSubscription>()] };
    }
}

/// <summary>A subscription that is behind because its receiver does not take what it is sent.</summary>
public sealed record TroubledSubscription(string Id, string Name, string State, long Behind, int Failures, DateTimeOffset? FailingSince, string? Reason);
