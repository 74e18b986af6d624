using Npgsql;
using Stances.Projections;

namespace Stances.Http;

/// <summary>How far the read models have come, asked once for all who want to know at the same time. Nobody is told what was read before he asked.</summary>
internal sealed class ReadMark(NpgsqlDataSource db)
{
    private readonly Lock gate = new();
    private Task<Basis.Spread> running = Task.FromResult(new Basis.Spread(0, 0));
    private Task<Basis.Spread>? next;

    public Task<Basis.Spread> Now()
    {
        lock (gate)
        {
            if (next is null && running.IsCompleted)
                return running = Basis.SpreadNow(db);
            return next ??= After(running);
        }
    }

    private async Task<Basis.Spread> After(Task before)
    {
        // Not under the lock that is held here, even where it has ended by now.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
            (running, next) = (next!, null);
        return await Basis.SpreadNow(db);
    }
}
