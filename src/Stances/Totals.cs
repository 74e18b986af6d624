using Npgsql;
using Stances.Projections;

namespace Stances;

/// <summary>
/// What is added up over everything and shown on nearly every page: how much was read, and in which years positions changed. Over more
/// than <see cref="Many"/> rows that takes longer than a page may; such a total is up to a minute old.
/// </summary>
public sealed class Totals(NpgsqlDataSource db, TimeProvider clock)
{
    private const int Many = 200_000;

    private readonly Kept<CoverageSummary> read = new(ct => Coverage.Summary(db, Clock.Now, ct: ct), x => x.Articles > Many, clock);

    private readonly Kept<Dictionary<int, int>> openings = new(
        ct => Positions.OpeningsByYear(db, Clock.Now, ct: ct), x => x.Values.Sum() > Many, clock);

    /// <summary>What had been read; at any time but now it is added up anew.</summary>
    public Task<CoverageSummary> Read(Clock at, CancellationToken ct) => at == Clock.Now ? read.Get(ct) : Coverage.Summary(db, at, ct: ct);

    /// <summary>How many positions were taken in each year, as far as is known now.</summary>
    public Task<Dictionary<int, int>> Openings(CancellationToken ct) => openings.Get(ct);

    /// <summary>One total: added up for whoever asks while that is quick; else kept, and added up anew while the one before is shown.</summary>
    private sealed class Kept<T>(Func<CancellationToken, Task<T>> add, Func<T, bool> isSlow, TimeProvider clock)
    {
        private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

        private sealed record Sum(T Total, long At);

        private volatile Sum? last;
        private int adding;

        public async Task<T> Get(CancellationToken ct)
        {
            if (last is not { } sum || !isSlow(sum.Total))
                return await Add(ct);
            if (clock.GetElapsedTime(sum.At) > Age && Interlocked.CompareExchange(ref adding, 1, 0) == 0)
                _ = Task.Run(Anew, CancellationToken.None);
            return sum.Total;
        }

        private async Task<T> Add(CancellationToken ct)
        {
            var total = await add(ct);
            last = new(total, clock.GetTimestamp());
            return total;
        }

        private async Task Anew()
        {
            try
            {
                await Add(CancellationToken.None);
            }
            catch (Exception e) when (e is NpgsqlException or ObjectDisposedException or TimeoutException)
            {
                // The database is away for now; whoever asks next tries again.
            }
            finally
            {
                Volatile.Write(ref adding, 0);
            }
        }
    }
}
