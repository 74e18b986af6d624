using System.Diagnostics.Metrics;
using Npgsql;

namespace Stances.Http;

/// <summary>
/// The status as metrics of the meter <c>Stances</c>, which OpenTelemetry and <c>dotnet-counters</c> read: how far the log reaches,
/// how many events each projection is behind it, which have stopped, and how deliveries go. Looked up every few seconds, not at each reading.
/// </summary>
internal sealed class Metrics : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    private readonly Workspace workspace;
    private readonly Meter meter;
    private volatile Status? last;

    public Metrics(Workspace workspace, IMeterFactory meters)
    {
        this.workspace = workspace;
        meter = meters.Create("Stances");
        Gauge("stances.log.mark", "The highest sequence that is safe to read.", x => [new(x.Mark)]);
        Gauge("stances.projection.behind", "Sequences between the mark and the projection.", x => x.Projections.Select(y => Of(y.Name, y.Behind)));
        Gauge("stances.projection.stopped", "1 where the projection could not go on.", x => x.Projections.Select(y => Of(y.Name, y.StoppedAt is null ? 0 : 1)));
        Gauge("stances.subscriptions.active", "Subscriptions that deliver.", x => [new(x.Deliveries.Active)]);
        Gauge("stances.subscriptions.paused", "Subscriptions that wait.", x => [new(x.Deliveries.Paused)]);
        Gauge("stances.subscriptions.failing", "Subscriptions whose last attempt failed.", x => [new(x.Deliveries.Failing)]);
        Gauge("stances.subscriptions.dead_letters", "Notices that were given up.", x => [new(x.Deliveries.DeadLetters)]);
    }

    /// <summary>Looks up what the gauges tell.</summary>
    public async Task Look(CancellationToken ct) => last = await Status.Of(workspace, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        do
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                // Old figures would look like all is well; none tell that the database is away.
                last = null;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Gauge(string name, string description, Func<Status, IEnumerable<Measurement<long>>> read) =>
        meter.CreateObservableGauge(name, () => last is { } status ? read(status) : [], description: description);

    private static Measurement<long> Of(string projection, long value) => new(value, new KeyValuePair<string, object?>("projection", projection));
}
