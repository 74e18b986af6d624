using Npgsql;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>How far read models have come: an answer made at a basis can be made again.</summary>
public static class Basis
{
    /// <summary>The sequence up to which every read model has taken the log in; 0 before the first.</summary>
    public static async Task<long> Now(NpgsqlDataSource db, CancellationToken ct = default) => (await Spread(db, ct)).Least;

    /// <summary>
    /// An answer and the sequence it is exactly of, though the read models move on meanwhile: if they did, it is asked once more as of
    /// the sequence they stood at before. A clock that names a sequence keeps it.
    /// </summary>
    public static async Task<(T Answer, long Sequence)> Of<T>(NpgsqlDataSource db, Clock clock, Func<Clock, Task<T>> ask, CancellationToken ct = default)
    {
        if (clock.Sequence is { } asked)
            return (await ask(clock), asked);
        var before = await Spread(db, ct);
        var answer = await ask(clock);
        return before.Least == before.Most && await Spread(db, ct) == before
            ? (answer, before.Least) : (await ask(clock with { Sequence = before.Least }), before.Least);
    }

    private static Task<(long Least, long Most)> Spread(NpgsqlDataSource db, CancellationToken ct)
    {
        var names = ReadModels.All.Select(x => x.Name).ToArray();
        return db.First(Sql.Of($"""
            select min(coalesce(c.sequence, 0)), max(coalesce(c.sequence, 0)) from unnest({names}) n (name) left join stances.checkpoints c on c.name = n.name and c.live
            """), row => (row.GetInt64(0), row.GetInt64(1)), ct);
    }
}
