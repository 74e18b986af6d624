namespace Stances.Http;

/// <summary>Keeps the read models up with the log for as long as the service runs.</summary>
internal sealed class ProjectionService(Workspace workspace) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => workspace.Projections.RunAsync(stoppingToken);
}
