using System.Threading.RateLimiting;
using Npgsql;
using Stances.Live;

namespace Stances.Http;

/// <summary>
/// How many reads run at once: three quarters of the connections to the database but for those that streams catch up by, or <c>Reads:AtOnce</c>; so that slow ones never take those
/// that what is handed in, the projections and the leases need. The others wait their turn, up to <c>Reads:Waiting</c> (1,000) of them;
/// beyond that they are told to come back, by 503 <c>busy</c>.
/// </summary>
internal static class ReadLimit
{
    private const int MostWaiting = 1_000;

    public static void Add(IServiceCollection services, NpgsqlDataSource db, IConfiguration settings)
    {
        var reads = new ConcurrencyLimiterOptions
        {
            PermitLimit = Number("Reads:AtOnce", Math.Max(1, new NpgsqlConnectionStringBuilder(db.ConnectionString).MaxPoolSize * 3 / 4 - 2 * Tail.AtOnce), least: 1),
            QueueLimit = Number("Reads:Waiting", MostWaiting, least: 0),
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
        services.AddRateLimiter(limits =>
        {
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, bool>(http =>
                HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
                    ? RateLimitPartition.GetConcurrencyLimiter(true, _ => reads)
                    : RateLimitPartition.GetNoLimiter(false));
            limits.OnRejected = (_, _) => throw new TooManyReadsException(reads.PermitLimit, reads.QueueLimit);
        });

        int Number(string setting, int usual, int least) =>
            settings.GetValue(setting, usual) is var number && number >= least ? number : throw new InvalidInputException(setting, $"{setting} is less than {least}.");
    }
}

/// <summary>As many reads run and wait as may.</summary>
internal sealed class TooManyReadsException(int running, int waiting) : Exception($"{running} requests are being answered and {waiting} wait.");
