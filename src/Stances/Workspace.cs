using Npgsql;
using Stances.Domain.Catalogue;
using Stances.EventStore;
using Stances.Extraction;
using Stances.Extraction.Catalogue;
using Stances.Extraction.Questions;
using Stances.Http;
using Stances.Live.Subscriptions;
using Stances.Postgres;
using Stances.Projections;

namespace Stances;

/// <summary>What every verb and route works with: the database with its log, the projections, the catalogue, the reader and the clock.</summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly Database database;

    private Workspace(Database database, WorldCatalogue catalogue, IReader reader)
    {
        this.database = database;
        Catalogue = catalogue;
        Reader = reader;
        Log = new EventLog(database.DataSource);
        Feed = new Feed(Log);
        Projections = new ProjectionRunner(Feed, ReadModels.All);
    }

    /// <summary>Connections to the database.</summary>
    public NpgsqlDataSource Db => database.DataSource;

    /// <summary>The log.</summary>
    public EventLog Log { get; }

    /// <summary>The log as one ordered read.</summary>
    public Feed Feed { get; }

    /// <summary>What keeps the read models up with the log.</summary>
    public ProjectionRunner Projections { get; }

    /// <summary>What is known of the world.</summary>
    public WorldCatalogue Catalogue { get; }

    /// <summary>What turns text into events.</summary>
    public IReader Reader { get; }

    /// <summary>What understands questions.</summary>
    public QuestionReader Questions => field ??= new QuestionReader(Catalogue);

    /// <summary>Today, for everything that asks.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The day it is, in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>What is added up over everything.</summary>
    public Totals Totals => field ??= new Totals(Db, Clock);

    /// <inheritdoc cref="Open(Func{string, string?}, CancellationToken)"/>
    public static Task<Workspace> Open(CancellationToken ct) => Open(Environment.GetEnvironmentVariable, ct);

    /// <summary>Opens the database that the environment names, or the private one, and brings its schema up to this version.</summary>
    /// <exception cref="DatabaseUnavailableException">There is no database to be had.</exception>
    /// <exception cref="CatalogueException">The catalogue is broken.</exception>
    public static async Task<Workspace> Open(Func<string, string?> environment, CancellationToken ct)
    {
        var catalogue = LoadCatalogue(environment);
        return await Open(environment, catalogue, Readers.Of(environment, catalogue), ct);
    }

    /// <summary>The same with a catalogue and a reader that are there already.</summary>
    /// <exception cref="DatabaseUnavailableException">There is no database to be had.</exception>
    public static async Task<Workspace> Open(Func<string, string?> environment, WorldCatalogue catalogue, IReader reader, CancellationToken ct)
    {
        var database = await Database.Open(environment, ct);
        try
        {
            await LogSchema.Migrate(database.DataSource, ct);
            await ReadModels.Migrate(database.DataSource, ct);
            await SubscriptionSchema.Migrate(database.DataSource, ct);
            await FormKeys.Migrate(database.DataSource, ct);
            return new Workspace(database, catalogue, reader);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>The catalogue that comes with the program, with the user's own entries laid over it.</summary>
    /// <exception cref="CatalogueException">A file of it is broken.</exception>
    public static WorldCatalogue LoadCatalogue(Func<string, string?> environment) => CatalogueFiles.Load(CatalogueFolders(environment));

    /// <summary>Where the catalogue's files are: those that come with the program, and the user's own where there are any.</summary>
    /// <exception cref="InvalidInputException">The user named a folder that is not there.</exception>
    public static IReadOnlyList<string> CatalogueFolders(Func<string, string?> environment)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "catalogue");
        if (environment("STANCES_CATALOGUE") is { Length: > 0 } named)
            return Directory.Exists(named) ? [shipped, named] : throw new InvalidInputException("STANCES_CATALOGUE", $"STANCES_CATALOGUE names {named}, which is no folder.");
        var own = Path.Combine(environment("STANCES_HOME") is { Length: > 0 } home ? home : ".stances", "catalogue");
        return Directory.Exists(own) ? [shipped, own] : [shipped];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
