using Npgsql;
using Stances.EventStore;

namespace Stances.Live.Subscriptions;

/// <summary>
/// This process's share of the subscriptions. Every process says that it is alive, takes what nobody has, and gives back what is more than
/// its share; what a process had that is gone is taken by the others. Progress is written only by the process that has the subscription.
/// </summary>
internal sealed class Share(NpgsqlDataSource db, TimeSpan lease)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    /// <summary>The name of this process among the others.</summary>
    public Guid Node { get; } = Guid.NewGuid();

    /// <summary>Says that this process is alive, takes what nobody has up to its share, and returns how many that is: more it gives back.</summary>
    /// <param name="channels">Those it can deliver to.</param>
    /// <param name="ct">Stops.</param>
    public async Task<int> Keep(string[] channels, CancellationToken ct)
    {
        await db.Execute(Sql.Of($"""
            insert into stances.live_nodes (id, alive_till) values ({Node}, clock_timestamp() + {lease})
            on conflict (id) do update set alive_till = excluded.alive_till
            """), ct);
        await db.Execute(Sql.Of($"delete from stances.live_nodes where alive_till < clock_timestamp() - {lease * 10}"), ct);
        var most = await db.First(Sql.Raw("""
            select ceil((select count(*) from stances.subscriptions where state = 'active')::numeric
                / greatest(1, (select count(*) from stances.live_nodes where alive_till > clock_timestamp())))::int
            """), row => row.GetInt32(0), ct);
        await db.Execute(Sql.Of($"""
            update stances.subscriptions s set node = {Node}, changed_at = clock_timestamp() where id in (
                select id from stances.subscriptions where state = 'active' and channel = any ({channels}) and (node is null or node not in (
                    select id from stances.live_nodes where alive_till > clock_timestamp()))
                order by id
                limit greatest(0, {most} - (select count(*) from stances.subscriptions where state = 'active' and node = {Node}))
                for update skip locked)
            """), ct);
        return most;
    }

    /// <summary>What has changed since a moment of those this process has or had, and the moment to ask from next time.</summary>
    public async Task<(IReadOnlyList<(Subscription Subscription, bool Mine)> Changed, DateTimeOffset Asked)> Changes(DateTimeOffset since, CancellationToken ct)
    {
        // A change is stamped before it is committed, so the last moments are looked at again.
        var from = since == DateTimeOffset.MinValue ? since : since - Overlap;
        var changed = await db.Query(Sql.Of($"""
            select {SubscriptionStore.Columns}, node is not distinct from {Node}, clock_timestamp() from stances.subscriptions where changed_at >= {from.ToUniversalTime()}
            """), row => (Subscription: SubscriptionStore.Read(row), Mine: row.GetBoolean(22), Now: row.GetFieldValue<DateTimeOffset>(23)), ct);
        return ([.. changed.Select(x => (x.Subscription, x.Mine))], changed.Count > 0 ? changed[0].Now : since);
    }

    /// <summary>Which of these there still are.</summary>
    public Task<List<string>> Existing(string[] ids, CancellationToken ct) =>
        db.Query(Sql.Of($"select id from stances.subscriptions where id = any ({ids}) and state = 'active' and node = {Node}"), row => row.GetString(0), ct);

    /// <summary>Writes down how far a subscription has come; false where this process no longer has it.</summary>
    public async Task<bool> Save(string id, Progress progress, CancellationToken ct, SubscriptionState state = SubscriptionState.Active, string? reason = null) =>
        await db.Execute(Sql.Of($"""
            update stances.subscriptions set sequence = {progress.At.Sequence}, part = {progress.At.Part}, failures = {progress.Failures},
                failing_at = {progress.FailingSince?.ToUniversalTime()}, due_at = {progress.DueAt?.ToUniversalTime()}, given_up = {progress.GivenUp},
                last_error = {progress.LastError}, delivered = {progress.Delivered}, delivered_at = {progress.DeliveredAt?.ToUniversalTime()},
                state = case when state = 'active' then {state.ToString().ToLowerInvariant()} else state end, reason = coalesce({reason}, reason)
            where id = {id} and node = {Node}
            """), ct) > 0;

    /// <summary>Puts a notice among the given-up ones and goes on behind it, at once or not at all.</summary>
    public async Task<bool> GiveUp(string id, Notice notice, int attempts, string error, Progress behind, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Of($"""
            insert into stances.dead_letters (subscription, sequence, part, message, attempts, error)
            select id, {notice.Place.Sequence}, {notice.Place.Part}, {notice.Id}, {attempts}, {error} from stances.subscriptions where id = {id}
            on conflict (subscription, sequence, part) do update set attempts = dead_letters.attempts + excluded.attempts, error = excluded.error,
                given_up_at = clock_timestamp(), replay_at = null
            """), ct);
        var saved = await connection.Execute(Sql.Of($"""
            update stances.subscriptions set sequence = {behind.At.Sequence}, part = {behind.At.Part}, failures = 0, failing_at = null, due_at = null,
                given_up = {behind.GivenUp}, last_error = {behind.LastError}
            where id = {id} and node = {Node}
            """), ct) > 0;
        if (saved)
            await transaction.CommitAsync(ct);
        return saved;
    }

    /// <summary>Lets go of subscriptions, so that others can have them at once.</summary>
    public Task Release(string[] ids, CancellationToken ct) =>
        db.Execute(Sql.Of($"update stances.subscriptions set node = null where id = any ({ids}) and node = {Node}"), ct);

    /// <summary>Makes the subscriptions that stand for the relay to the broker, which begins with the first event there is; true once they are there.</summary>
    public async Task<bool> Relay(CancellationToken ct)
    {
        foreach (var watches in new[] { "events", "changes" })
        {
            await db.Execute(Sql.Of($"""
                insert into stances.subscriptions (id, name, channel, target, watches, selection, sequence, part)
                values ({Broker.BrokerRelay.IdOf(watches)}, {"Relay of " + watches}, 'broker', 'broker', {watches}, {SelectionJson.Write(Selection.All)}::jsonb, 0, {int.MaxValue})
                on conflict (id) do nothing
                """), ct);
        }
        return true;
    }

    /// <summary>Leaves: whatever this process had is anybody's.</summary>
    public async Task Leave(CancellationToken ct)
    {
        await db.Execute(Sql.Of($"update stances.subscriptions set node = null where node = {Node}"), ct);
        await db.Execute(Sql.Of($"delete from stances.live_nodes where id = {Node}"), ct);
    }

    /// <summary>Given-up notices that someone asked to be tried again, oldest first.</summary>
    public Task<List<Place>> Replays(string id, CancellationToken ct) => db.Query(Sql.Of($"""
        select sequence, part from stances.dead_letters where subscription = {id} and replay_at is not null order by sequence, part limit 100
        """), row => new Place(row.GetInt64(0), row.GetInt32(1)), ct);

    /// <summary>Ends the second life of a given-up notice: it was taken, or it failed again.</summary>
    public Task Replayed(string id, Place place, string? error, CancellationToken ct) => db.Execute(error is null
        ? Sql.Of($"delete from stances.dead_letters where subscription = {id} and sequence = {place.Sequence} and part = {place.Part}")
        : Sql.Of($"""
            update stances.dead_letters set replay_at = null, attempts = attempts + 1, error = {error}
            where subscription = {id} and sequence = {place.Sequence} and part = {place.Part}
            """), ct);
}
