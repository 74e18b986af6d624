using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Stances.Domain.Catalogue;
using Stances.Extraction;
using Stances.Http;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Program;

/// <summary>The service on a database of its own, listening on a free port of this machine.</summary>
internal sealed class Service : IAsyncDisposable
{
    // Reading the catalogue takes longer than most tests.
    private static readonly Lazy<(WorldCatalogue Catalogue, RulesReader Reader)> Shared = new(() =>
    {
        var catalogue = Workspace.LoadCatalogue(_ => null);
        return (catalogue, new RulesReader(catalogue));
    });

    private readonly TestDatabase database;
    private readonly WebApplication app;

    private Service(TestDatabase database, Workspace workspace, WebApplication app)
    {
        this.database = database;
        Workspace = workspace;
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public Workspace Workspace { get; }

    public HttpClient Http { get; }

    /// <summary>Where its database is, for another program to join it.</summary>
    public string Database => database.ConnectionString;

    public static async Task<Service> Start(PostgresServer server, bool samples = false, params string[] settings)
    {
        var ct = TestContext.Current.CancellationToken;
        var database = await server.NewDatabase();
        var workspace = await Workspace.Open(
            name => name == "STANCES_DB" ? database.ConnectionString : null, Shared.Value.Catalogue, Shared.Value.Reader, ct);
        if (samples)
            await Samples.Load(workspace, ct);
        // As the program does before it listens.
        await workspace.Projections.CatchUp(ct);
        var app = Server.Build(workspace, ["--urls", "http://127.0.0.1:0", .. settings]);
        await app.StartAsync(ct);
        return new Service(database, workspace, app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Workspace.DisposeAsync();
        await database.DisposeAsync();
    }
}
