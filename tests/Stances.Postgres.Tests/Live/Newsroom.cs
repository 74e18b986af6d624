using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Program;

namespace Stances.Postgres.Tests.Live;

/// <summary>A service on an empty log, and a hand that writes to it.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly Service service;
    private readonly Dictionary<string, long> versions = [];

    private Newsroom(Service service) => this.service = service;

    public Workspace Workspace => service.Workspace;

    public HttpClient Http => service.Http;

    public static async Task<Newsroom> Open(PostgresServer server, params string[] settings) => new(await Service.Start(server, settings: settings));

    /// <summary>Appends to an article's stream and says which sequence the last of the events got.</summary>
    public async Task<long> Append(string article, params ArticleEvent[] events)
    {
        var recorded = await Workspace.Log.Append([Of(article, events)]);
        return recorded[^1].Sequence;
    }

    public StreamAppend Of(string article, params ArticleEvent[] events)
    {
        var expected = versions.GetValueOrDefault(article);
        versions[article] = expected + events.Length;
        return new StreamAppend(article, expected, [.. events.Select((e, i) => new NewEvent(
            StableId.EventId(article, expected + i + 1, EventJson.NameOf(e), EventJson.Write(e)), EventJson.NameOf(e), EventJson.DotnetTypeOf(e), EventJson.Write(e)))]);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();
}
