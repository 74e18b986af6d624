using System.Diagnostics;
using Npgsql;

namespace Stances.EventStore;

/// <summary>
/// Works out the mark: the highest sequence number up to which every number is settled, that is, an event that can be seen
/// or one that will never come. Readers read up to the mark and so never see a later number before an earlier one.
/// </summary>
/// <remarks>
/// Numbers are handed out at insert and seen at commit, so a number that is missing below one that is seen may still come.
/// Writers take no lock of ours and are not slowed down; whether a missing number g can still come is worked out here:
/// <list type="number">
/// <item>Whoever calls nextval takes ROW EXCLUSIVE on the sequence first and keeps it to the end of the transaction.
/// Some h above g was seen, so g was handed out before; so its owner either holds that lock now or has ended. PostgreSQL
/// makes a commit visible before it releases the locks. Hence: once all those who held the lock after h was seen are gone
/// (a transaction that has nothing to do with the log never holds it), a fresh look either shows g, or no transaction that
/// took g from the sequence will bring it.</item>
/// <item>A writer may take its numbers in an earlier transaction than it inserts them in, as Marten does when it appends in
/// "rich" mode; nobody can see it in between. So the floor is raised to g first: from then on an insert at or below the
/// floor gets a new number by trigger. An insert that passed the trigger before holds ROW EXCLUSIVE on mt_events to the end of
/// its transaction; once all those who held that after the floor was raised are gone, a fresh look that still lacks g is final.
/// It is written down as a gap, so that nobody needs to ask again.</item>
/// </list>
/// <para>
/// That waits for whoever holds the lock, and a transaction may hold it long without owning any of the numbers in doubt. So when
/// it takes long, it is settled who owns them: the floor is raised, so that who has not inserted his number yet will get a
/// new one; those in the middle of a statement that holds ROW EXCLUSIVE on mt_events are waited for, since it may have passed the
/// trigger before, and so are bulk appends to their end; and then each missing number is inserted and taken back. Where another transaction has inserted it already the
/// unique key makes that wait, and so names the one number that is worth waiting for; all below are gaps.
/// </para>
/// Prepared transactions change the name their locks are held under, so all of them are waited for.
/// <para>A careless mark is the highest number there is: what the tests that count lost events compare with.</para>
/// </remarks>
internal sealed class Mark(NpgsqlDataSource db, bool careless = false)
{
    private const int Window = 20_000;
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(100);
    private const string Sequence = "stances_log.mt_events_sequence", Events = "stances_log.mt_events";

    private readonly Lock gate = new();
    private Task<long>? running, next;
    private long settled = -1, seen;
    private Doubt? doubt;

    /// <summary>Numbers that are missing up to <see cref="UpTo"/>, and those whose end is awaited to know about them.</summary>
    private sealed record Doubt(long UpTo, string[] Holders, bool FloorRaised, long Since);

    /// <summary>The highest number that was seen at all; what lies between the mark and it waits for a transaction to end.</summary>
    public long Seen => Volatile.Read(ref seen);

    /// <summary>
    /// Looks now and returns the mark. Where it is below <see cref="Seen"/>, a transaction that may own a number still runs.
    /// Those who ask while a look is under way share the next one.
    /// </summary>
    public Task<long> Get(CancellationToken ct)
    {
        lock (gate)
            return (next ??= LookAfter(running)).WaitAsync(ct);
    }

    private async Task<long> LookAfter(Task<long>? before)
    {
        await Task.Yield();
        if (before is not null)
            await ((Task)before).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            (running, next) = (next, null);
        await using var connection = await db.OpenConnectionAsync();
        if (settled < 0)
            settled = await Start(connection);
        while (await Step(connection)) { }
        return settled;
    }

    /// <summary>What others found settled: a gap is written down, and a checkpoint moved, only when all below it is settled.</summary>
    private static Task<long> Start(NpgsqlConnection connection) => connection.First(Sql.Raw("""
        select greatest((select max(last) from stances.gaps), (select max(sequence) from stances.checkpoints), 0)
        """), row => row.GetInt64(0));

    /// <summary>One look at the numbers after those settled; true when the next look may show more at once.</summary>
    private async Task<bool> Step(NpgsqlConnection connection)
    {
        var view = await Look(connection);
        Volatile.Write(ref seen, Math.Max(seen, view.Last));
        if (careless || view.FirstMissing is not { } missing)
        {
            (settled, doubt) = (view.Last, null);
            return view.Full;
        }
        settled = missing - 1;

        if (doubt is null || doubt.UpTo < missing)
        {
            doubt = new Doubt(view.Last, await Holders(connection, Sequence, among: null), FloorRaised: false, Stopwatch.GetTimestamp());
        }
        else if (doubt.Holders.Length > 0)
        {
            doubt = doubt with { Holders = await Holders(connection, doubt.FloorRaised ? Events : Sequence, doubt.Holders) };
            if (doubt.Holders.Length > 0 && Stopwatch.GetElapsedTime(doubt.Since) > Long)
                return await Probe(connection, doubt);
        }
        else if (!doubt.FloorRaised)
        {
            await connection.Execute(Sql.Of($"select stances.raise_floor({doubt.UpTo})"));
            doubt = new Doubt(doubt.UpTo, await Holders(connection, Events, among: null), FloorRaised: true, Stopwatch.GetTimestamp());
        }
        else
        {
            await WriteDown(connection, settled, doubt.UpTo);
            (settled, doubt) = (doubt.UpTo, null);
            return true;
        }
        return doubt.Holders.Length == 0;
    }

    private sealed record View(long Last, long? FirstMissing, bool Full);

    private async Task<View> Look(NpgsqlConnection connection) => (await connection.First(Sql.Of($"""
        with page as (select seq_id from stances_log.mt_events where seq_id > {settled} order by seq_id limit {Window}),
             steps as (select seq_id, lag(seq_id, 1, {settled}) over (order by seq_id) + 1 as due from page)
        select coalesce(max(seq_id), {settled}), count(*), min(due) filter (where due < seq_id and not exists (
            select from stances.gaps g where g.first = due and g.last = seq_id - 1)) from steps
        """), row => new View(row.GetInt64(0), row.IsDBNull(2) ? null : row.GetInt64(2), row.GetInt64(1) == Window)))!;

    /// <summary>The transactions that hold the lock of a writer on a relation now, or those of them that were named before.</summary>
    private static async Task<string[]> Holders(NpgsqlConnection connection, string relation, string[]? among)
    {
        var holders = await connection.Query(Sql.Of($"""
            select distinct virtualtransaction from pg_locks
            where locktype = 'relation' and relation = {relation}::regclass and mode = 'RowExclusiveLock' and granted
              and database = (select oid from pg_database where datname = current_database())
              and ({among}::text[] is null or virtualtransaction = any ({among}) or virtualtransaction like '-1/%')
            """), row => row.GetString(0));
        return [.. holders];
    }

    /// <summary>Finds out which of the numbers in doubt are inserted by a transaction that runs; the others are settled.</summary>
    private async Task<bool> Probe(NpgsqlConnection connection, Doubt about)
    {
        doubt = about with { Since = Stopwatch.GetTimestamp() };
        await connection.Execute(Sql.Of($"select stances.raise_floor({about.UpTo})"));
        var busy = await Busy(connection, among: null);
        for (var i = 0; i < 50 && busy.Length > 0; i++)
        {
            await Task.Delay(1);
            busy = await Busy(connection, busy);
        }
        if (busy.Length > 0)
            return false;
        var upTo = await connection.First(Sql.Of($"select stances.probe({settled}, {about.UpTo})"), row => row.GetInt64(0));
        if (upTo <= settled)
            return false;
        await WriteDown(connection, settled, upTo);
        (settled, doubt) = (upTo, null);
        return true;
    }

    /// <summary>
    /// The statements under way that may be inserting events, and the bulk appends, which insert numbers they took in a statement
    /// before and no trigger renumbers; or those of them that were named before.
    /// </summary>
    private static async Task<string[]> Busy(NpgsqlConnection connection, string[]? among)
    {
        var busy = await connection.Query(Sql.Of($"""
            select distinct case l.locktype when 'advisory' then l.virtualtransaction else format('%s at %s', l.virtualtransaction, a.query_start) end as statement
            from pg_locks l join pg_stat_activity a using (pid)
            where l.granted and l.database = (select oid from pg_database where datname = current_database())
              and (l.locktype = 'relation' and l.relation = {Events}::regclass and l.mode = 'RowExclusiveLock' and a.state is distinct from 'idle in transaction'
                or l.locktype = 'advisory' and l.objsubid = 1 and (l.classid::bigint << 32) + l.objid::bigint = hashtextextended('stances.bulk', 0))
            """), row => row.GetString(0));
        return [.. busy.Where(statement => among is null || among.Contains(statement))];
    }

    private static Task<int> WriteDown(NpgsqlConnection connection, long after, long upTo) => connection.Execute(Sql.Of($"""
        insert into stances.gaps (first, last)
        select due, seq_id - 1 from (
            select seq_id, lag(seq_id, 1, {after}) over (order by seq_id) + 1 as due from (
                select seq_id from stances_log.mt_events where seq_id > {after} and seq_id <= {upTo} union all select {upTo} + 1) numbers) steps
        where due < seq_id on conflict (first) do nothing
        """));
}
