using Npgsql;
using Stances.EventStore;
using Stances.Live.Webhooks;

namespace Stances.Live.Subscriptions;

/// <summary>Subscriptions as their owners manage them.</summary>
public sealed class SubscriptionStore(NpgsqlDataSource db)
{
    internal static readonly Sql Columns = Sql.Raw("""
        id, name, channel, target, watches, selection::text, schedule, state, reason, version, created_at, since,
        sequence, part, failures, failing_at, due_at, given_up, last_error, delivered, delivered_at,
        exists (select from stances.dead_letters d where d.subscription = subscriptions.id and d.replay_at is not null)
        """);

    /// <summary>Adds a subscription that begins behind a place; a webhook gets its secret at the same time.</summary>
    public async Task Add(string id, SubscriptionTerms terms, Place at, DateTimeOffset? since, string? secret, DateTimeOffset? dueAt, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Of($"""
            insert into stances.subscriptions (id, name, channel, target, watches, selection, schedule, sequence, part, since, due_at)
            values ({id}, {terms.Name}, {Name(terms.Channel)}, {terms.Target}, {terms.Watches}, {SelectionJson.Write(terms.Selection)}::jsonb,
                {Name(terms.Schedule)}, {at.Sequence}, {at.Part}, {since?.ToUniversalTime()}, {dueAt?.ToUniversalTime()})
            """), ct);
        if (secret is not null)
            await connection.Execute(Sql.Of($"insert into stances.subscription_secrets (subscription, secret) values ({id}, {secret})"), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>One subscription, or null.</summary>
    public Task<Subscription?> Get(string id, CancellationToken ct) =>
        db.First(Sql.Of($"select {Columns} from stances.subscriptions where id = {id}"), Read, ct);

    /// <summary>The subscriptions after an id, by id.</summary>
    public Task<List<Subscription>> List(string? after, int limit, CancellationToken ct) =>
        db.Query(Sql.Of($"select {Columns} from stances.subscriptions where id > {after ?? ""} order by id limit {limit}"), Read, ct);

    /// <summary>Replaces the terms; false where there is none of this id.</summary>
    public async Task<bool> Change(string id, SubscriptionTerms terms, CancellationToken ct) => await db.Execute(Sql.Of($"""
        update stances.subscriptions set name = {terms.Name}, target = {terms.Target}, watches = {terms.Watches},
            selection = {SelectionJson.Write(terms.Selection)}::jsonb, schedule = {Name(terms.Schedule)}, {Changed}
        where id = {id}
        """), ct) > 0;

    /// <summary>Pauses; what comes meanwhile is delivered when it is resumed.</summary>
    public async Task<bool> Pause(string id, CancellationToken ct) =>
        await db.Execute(Sql.Of($"update stances.subscriptions set state = 'paused', reason = null, {Changed} where id = {id}"), ct) > 0;

    /// <summary>Goes on where it stopped, and tries at once.</summary>
    public async Task<bool> Resume(string id, CancellationToken ct) => await db.Execute(Sql.Of($"""
        update stances.subscriptions set state = 'active', reason = null, failures = 0, failing_at = null, given_up = false,
            due_at = case when channel = 'email' then due_at end, {Changed}
        where id = {id}
        """), ct) > 0;

    /// <summary>Takes a subscription away with all that belongs to it.</summary>
    public async Task<bool> Remove(string id, CancellationToken ct) =>
        await db.Execute(Sql.Of($"delete from stances.subscriptions where id = {id}"), ct) > 0;

    /// <summary>Signs with a new secret, and for a while with the one before as well.</summary>
    public async Task Rotate(string id, WebhookSecret secret, TimeSpan overlap, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Of($"""
            update stances.subscription_secrets set ends_at = clock_timestamp() + {overlap} where subscription = {id} and ends_at is null
            """), ct);
        await connection.Execute(Sql.Of($"insert into stances.subscription_secrets (subscription, secret) values ({id}, {secret.Text})"), ct);
        await connection.Execute(Sql.Of($"delete from stances.subscription_secrets where subscription = {id} and ends_at < clock_timestamp()"), ct);
        await connection.Execute(Sql.Of($"update stances.subscriptions set {Changed} where id = {id}"), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The secrets to sign with now, the newest first.</summary>
    public async Task<IReadOnlyList<WebhookSecret>> Secrets(string id, CancellationToken ct)
    {
        var texts = await db.Query(Sql.Of($"""
            select secret from stances.subscription_secrets where subscription = {id} and (ends_at is null or ends_at > clock_timestamp()) order by made_at desc
            """), row => row.GetString(0), ct);
        return [.. texts.Select(x => WebhookSecret.Parse(x)!)];
    }

    /// <summary>What was given up, oldest first.</summary>
    public Task<List<DeadLetter>> DeadLetters(string id, int limit, CancellationToken ct) => db.Query(Sql.Of($"""
        select sequence, part, message, attempts, error, given_up_at, replay_at from stances.dead_letters
        where subscription = {id} order by sequence, part limit {limit}
        """), Letter, ct);

    /// <summary>Of each of these that gave something up: how much, and the oldest of it.</summary>
    public async Task<IReadOnlyDictionary<string, (long Count, IReadOnlyList<DeadLetter> Oldest)>> GivenUp(string[] ids, int oldest, CancellationToken ct)
    {
        var found = await db.Query(Sql.Of($"""
            select sequence, part, message, attempts, error, given_up_at, replay_at, subscription, count from (
                select d.*, row_number() over each as nth, count(*) over (partition by subscription) from stances.dead_letters d
                where subscription = any ({ids}) window each as (partition by subscription order by sequence, part)) d
            where nth <= {oldest} order by subscription, nth
            """), row => (Letter: Letter(row), Id: row.GetString(7), Count: row.GetInt64(8)), ct);
        return found.GroupBy(x => x.Id).ToDictionary(x => x.Key, x => (x.First().Count, (IReadOnlyList<DeadLetter>)[.. x.Select(y => y.Letter)]));
    }

    /// <summary>Asks for another try of one given-up notice, or of all; says how many there are.</summary>
    public async Task<int> Replay(string id, string? message, CancellationToken ct)
    {
        var asked = await db.Execute(Sql.Of($"""
            update stances.dead_letters set replay_at = clock_timestamp() where subscription = {id} and ({message}::text is null or message = {message})
            """), ct);
        if (asked > 0)
            await db.Execute(Sql.Of($"update stances.subscriptions set {Changed} where id = {id}"), ct);
        return asked;
    }

    private static DeadLetter Letter(NpgsqlDataReader row) => new(
        new Place(row.GetInt64(0), row.GetInt32(1)), row.GetString(2), row.GetInt32(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5), Moment(row, 6));

    internal static readonly Sql Changed = Sql.Raw("version = version + 1, changed_at = clock_timestamp()");

    internal static Subscription Read(NpgsqlDataReader row)
    {
        var terms = new SubscriptionTerms(row.GetString(1), Enum.Parse<Channel>(row.GetString(2), ignoreCase: true), row.GetString(3), row.GetString(4),
            SelectionJson.Read(row.GetString(5)), row.IsDBNull(6) ? null : Enum.Parse<DigestSchedule>(row.GetString(6), ignoreCase: true));
        var progress = new Progress(new Place(row.GetInt64(12), row.GetInt32(13)), row.GetInt32(14), Moment(row, 15), Moment(row, 16), row.GetBoolean(17),
            Text(row, 18), row.GetInt64(19), Moment(row, 20));
        return new Subscription(row.GetString(0), terms, Enum.Parse<SubscriptionState>(row.GetString(7), ignoreCase: true), Text(row, 8), row.GetInt32(9),
            row.GetFieldValue<DateTimeOffset>(10), Moment(row, 11), row.GetBoolean(21), progress);
    }

    private static string? Name<T>(T? value) where T : struct, Enum => value?.ToString().ToLowerInvariant();

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
