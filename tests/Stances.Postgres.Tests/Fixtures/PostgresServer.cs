using Npgsql;
using Stances.Postgres;

[assembly: AssemblyFixture(typeof(Stances.Postgres.Tests.Fixtures.PostgresServer))]

namespace Stances.Postgres.Tests.Fixtures;

/// <summary>
/// One PostgreSQL for the whole run: the server <c>STANCES_TEST_DB</c> names, else a private cluster in a folder of its own,
/// made by the very code the program uses.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string Prefix = "stances-tests-";
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(6);

    private readonly string home = Path.Combine(Path.GetTempPath(), Prefix + Guid.NewGuid().ToString("n")[..12]);
    private Database? database;

    public async ValueTask InitializeAsync()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(x => DateTime.UtcNow - Directory.GetLastWriteTimeUtc(x) > LongestRun))
            Sweep(left);
        database = await Database.Open(Variable, TestContext.Current.CancellationToken);
    }

    /// <summary>A fresh, empty database of the caller's own; it is dropped when he is done with it.</summary>
    public async Task<TestDatabase> NewDatabase()
    {
        var name = "test_" + Guid.NewGuid().ToString("n");
        await Execute($"create database {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(database!.ConnectionString) { Database = name }.ConnectionString;
        return new(connectionString, () => Execute($"drop database if exists {name} with (force)"));
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        if (Directory.Exists(home))
            Directory.Delete(home, recursive: true);
    }

    /// <summary>Takes away what a run that was killed has left, unless somebody uses it.</summary>
    private static void Sweep(string left)
    {
        try
        {
            using (var alone = FileLock.TryAlone(Path.Combine(left, "use.lock")))
            {
                if (alone is null)
                    return;
                ServerProcesses.Kill(ServerProcesses.In(Path.Combine(left, "data")));
            }
            Directory.Delete(left, recursive: true);
        }
        catch (Exception e) when (e is DatabaseUnavailableException or IOException or UnauthorizedAccessException)
        {
            // It is another user's, who will sweep it himself.
        }
    }

    private string? Variable(string name) => name switch
    {
        "STANCES_DB" => Environment.GetEnvironmentVariable("STANCES_TEST_DB"),
        "ConnectionStrings__Stances" => null,
        "STANCES_HOME" => home,
        _ => Environment.GetEnvironmentVariable(name),
    };

    private async Task Execute(string sql)
    {
        await using var command = database!.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
