using Npgsql;
using Stances.EventStore;
using Stances.Postgres;

namespace Stances.Benchmarks;

/// <summary>A PostgreSQL of this run's own, as durable as the program's: the server <c>STANCES_TEST_DB</c> names, or a private one.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly string home = Path.Combine(Path.GetTempPath(), "stances-bench-" + Guid.NewGuid().ToString("n")[..12]);
    private readonly List<string> databases = [];
    private Database? database;

    private BenchServer()
    {
    }

    public static async Task<BenchServer> Start()
    {
        var server = new BenchServer();
        server.database = await Database.Open(server.Variable, CancellationToken.None);
        return server;
    }

    /// <summary>An empty log in a database of its own.</summary>
    public async Task<NpgsqlDataSource> NewLog()
    {
        var db = Pool.Open(await NewDatabase());
        await LogSchema.Migrate(db);
        return db;
    }

    public async Task<string> NewDatabase()
    {
        var name = "bench_" + Guid.NewGuid().ToString("n");
        await database!.DataSource.Execute(Sql.Of($"create database {name:name}"));
        databases.Add(name);
        return new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = name, MaxPoolSize = 100 }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in databases)
            await database!.DataSource.Execute(Sql.Of($"drop database {name:name} with (force)"));
        if (database is not null)
            await database.DisposeAsync();
        if (Directory.Exists(home))
            Directory.Delete(home, recursive: true);
    }

    private string? Variable(string name) => name switch
    {
        "STANCES_DB" => Environment.GetEnvironmentVariable("STANCES_TEST_DB"),
        "ConnectionStrings__Stances" => null,
        "STANCES_HOME" => home,
        _ => Environment.GetEnvironmentVariable(name),
    };
}
