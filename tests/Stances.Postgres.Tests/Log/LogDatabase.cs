using Npgsql;
using Stances.EventStore;
using Stances.Postgres.Tests.Fixtures;

namespace Stances.Postgres.Tests.Log;

/// <summary>An empty log in a database of its own.</summary>
internal sealed class LogDatabase : IAsyncDisposable
{
    private readonly TestDatabase database;

    private LogDatabase(TestDatabase database)
    {
        this.database = database;
        Db = Pool.Open(database.ConnectionString);
        Log = new EventLog(Db);
    }

    public NpgsqlDataSource Db { get; }
    public EventLog Log { get; }
    public string ConnectionString => database.ConnectionString;

    public static async Task<LogDatabase> Create(PostgresServer server)
    {
        var made = new LogDatabase(await server.NewDatabase());
        await LogSchema.Migrate(made.Db);
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await database.DisposeAsync();
    }

    public static NewEvent Event(string type = "noted", string data = "{}") => new(Guid.NewGuid(), type, "Examples.Noted, Examples", data);

    public static StreamAppend To(string stream, long expected, params NewEvent[] events) => new(stream, expected, events);
}
