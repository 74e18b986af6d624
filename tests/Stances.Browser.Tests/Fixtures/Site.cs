using System.Net.Http.Json;
using Stances.Domain;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Program;

// Private clusters are for Unix.
[assembly: System.Runtime.Versioning.UnsupportedOSPlatform("windows")]

namespace Stances.Browser.Tests.Fixtures;

/// <summary>The tests that look at one and the same site.</summary>
[CollectionDefinition(Name)]
public sealed class OnTheSite : ICollectionFixture<Site>
{
    public const string Name = "on the site";
}

/// <summary>The tests that write to a site, or want one that holds nothing of the samples.</summary>
[CollectionDefinition(Name)]
public sealed class OnAScratchSite : ICollectionFixture<Scratch>
{
    public const string Name = "on a scratch site";
}

/// <summary>The service with nothing in it at first.</summary>
public sealed class Scratch(PostgresServer server) : IAsyncLifetime
{
    private Service? service;

    public Workspace Workspace => service!.Workspace;

    public Uri Address => service!.Http.BaseAddress!;

    public async ValueTask InitializeAsync() => service = await Service.Start(server);

    /// <summary>Stores an article of 7 May 2024, a Tuesday, and tells its id.</summary>
    public async Task<string> Store(string text, string url, string? title = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var submission = Submission.Of(text, html: false, new DateOnly(2024, 5, 7), new Source("Tests", url, title ?? "A test", null, "en"), "tests");
        var filed = await Ingest.File(submission, Workspace, ct);
        await Workspace.Projections.CatchUp(ct);
        return filed.Stream;
    }

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
            await service.DisposeAsync();
    }
}

/// <summary>The service with the sample articles, as <c>stances serve</c> shows them.</summary>
public sealed class Site(PostgresServer server) : IAsyncLifetime
{
    private Service? service;

    public HttpClient Http => service!.Http;

    public Uri Address => service!.Http.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        service = await Service.Start(server, samples: true);
        using var made = await Http.PostAsJsonAsync("/subscriptions", new { target = "https://example.org/hook", name = "Desk", state = "paused", start = new { after = "0" } });
        made.EnsureSuccessStatusCode();
    }

    /// <summary>Another one, that holds nothing.</summary>
    internal Task<Service> Empty() => Service.Start(server);

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
            await service.DisposeAsync();
    }
}
