using Npgsql;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>How far read models have come: an answer made at a basis can be made again.</summary>
public static class Basis
{
    /// <summary>The sequences up to which the read models that are furthest behind and furthest ahead have taken the log in.</summary>
    public readonly record struct Spread(long Least, long Most);

    /// <summary>The sequence up to which every read model has taken the log in; 0 before the first.</summary>
    public static async Task<long> Now(NpgsqlDataSource db, CancellationToken ct = default) => (await SpreadNow(db, ct)).Least;

    /// <summary>Where the read models stand.</summary>
    public static Task<Spread> SpreadNow(NpgsqlDataSource db, CancellationToken ct = default) => db.First(Query, row => new Spread(row.GetInt64(0), row.GetInt64(1)), ct);

    /// <summary>
    /// An answer that is exactly of the sequence at which <paramref name="before"/> found them all, though they move on meanwhile: if they
    /// did, it is asked once more as of that sequence, which costs more. A clock that names a sequence keeps it.
    /// </summary>
    public static async Task<T> Of<T>(Spread before, Clock clock, Func<Clock, Task<T>> ask, Func<Task<Spread>> now)
    {
        if (clock.Sequence is not null)
            return await ask(clock);
        if (before.Least == before.Most)
        {
            var answer = await ask(clock);
            if (await now() == before)
                return answer;
        }

        return await ask(clock with { Sequence = before.Least });
    }

    private static readonly Sql Query = Sql.Of($"""
        select min(coalesce(c.sequence, 0)), max(coalesce(c.sequence, 0))
        from unnest({ReadModels.All.Select(x => x.Name).ToArray()}) n (name) left join stances.checkpoints c on c.name = n.name and c.live
        """);
}
