using Npgsql;
using Stances.Domain;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;

namespace Stances.Postgres.Tests.Views;

/// <summary>A log with its read models, in a database of its own.</summary>
internal sealed class ViewsDatabase : IAsyncDisposable
{
    public static readonly ReaderVersion Rules = new("rules", "1", "c0ffee");

    private readonly TestDatabase database;
    private readonly Dictionary<string, long> versions = [];

    private ViewsDatabase(TestDatabase database)
    {
        this.database = database;
        Db = Pool.Open(database.ConnectionString);
        Log = new EventLog(Db);
        Runner = new ProjectionRunner(new Feed(Log), ReadModels.All);
    }

    public NpgsqlDataSource Db { get; }
    public EventLog Log { get; }
    public ProjectionRunner Runner { get; }

    public static async Task<ViewsDatabase> Create(PostgresServer server)
    {
        var made = new ViewsDatabase(await server.NewDatabase());
        await LogSchema.Migrate(made.Db);
        await ReadModels.Migrate(made.Db);
        return made;
    }

    /// <summary>Appends to an article's stream and brings the read models up to it.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> Append(string article, params ArticleEvent[] events)
    {
        var recorded = await Log.Append([Of(article, events)]);
        await Runner.CatchUp();
        return recorded;
    }

    /// <summary>An append to an article's stream, after all that was made for it before.</summary>
    public StreamAppend Of(string article, params ArticleEvent[] events)
    {
        var expected = versions.GetValueOrDefault(article);
        versions[article] = expected + events.Length;
        return new StreamAppend(article, expected, [.. events.Select((e, i) =>
            new NewEvent(StableId.EventId(article, expected + i + 1, EventJson.NameOf(e), EventJson.Write(e)), EventJson.NameOf(e), EventJson.DotnetTypeOf(e), EventJson.Write(e)))]);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await database.DisposeAsync();
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static ArticleIngested Ingested(string? published, string? publisher = null, string? url = null, char hash = 'a') =>
        new(new Source(publisher, url, null, null, "en"), published is null ? null : Day(published), new string(hash, 64), 100, Rules, null);

    public static ArticleRevised Revised(string? published, string? publisher = null, string? url = null, char hash = 'b') =>
        new(new Source(publisher, url, null, null, "en"), published is null ? null : Day(published), new string(hash, 64), 100, Rules, null);

    public static StanceStated Said(
        string country, string topic, Position position, Direction direction, string? on, string words = "words of one kind", string? speaker = null, double confidence = 0.9) =>
        new(country, speaker is null ? null : new Speaker(speaker, null), Attribution.Paraphrase, topic, position, direction, null, words, on is null ? null : Day(on),
            confidence, [], new Evidence(0, words.Length, words));
}
