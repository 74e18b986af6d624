using Npgsql;
using Stances.EventStore;

namespace Stances.Postgres;

/// <summary>
/// The PostgreSQL database this program keeps its log and read models in: the server that was named, or a private one that
/// lives as long as somebody uses it.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The oldest major version of PostgreSQL that is served.</summary>
    public const int OldestVersion = 15;

    private static readonly string[] Variables = ["STANCES_DB", "ConnectionStrings__Stances"];

    private readonly PrivateCluster? cluster;

    private Database(string connectionString, PrivateCluster? cluster)
    {
        this.cluster = cluster;
        ConnectionString = connectionString;
        DataSource = Pool.Open(connectionString);
        cluster?.Restarted += DataSource.Clear;
    }

    /// <summary>What opens the database, password included: never print it.</summary>
    public string ConnectionString { get; }

    /// <summary>The pool everyone shares.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>
    /// Opens the server that <c>STANCES_DB</c> or <c>ConnectionStrings__Stances</c> names, else the private cluster in
    /// <c>STANCES_HOME</c> (<c>.stances</c> in the current folder), which is made and started where it has to be.
    /// </summary>
    /// <param name="environment">Looks up an environment variable: <see cref="Environment.GetEnvironmentVariable(string)"/>.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DatabaseUnavailableException">There is none to be had; the message says why.</exception>
    public static async Task<Database> Open(Func<string, string?> environment, CancellationToken ct)
    {
        if (Named(environment) is { } given)
        {
            var named = new Database(ConnectionStrings.Complete(given), cluster: null);
            try
            {
                await named.Check(ct);
                return named;
            }
            catch
            {
                await named.DisposeAsync();
                throw;
            }
        }

        var cluster = await PrivateCluster.Open(ClusterFolder.Of(environment), environment, ct);
        return new Database(cluster.ConnectionString, cluster);
    }

    /// <summary>The private cluster that was opened, if it was one.</summary>
    internal PrivateCluster? Cluster => cluster;

    /// <summary>The connection string the environment names, if any.</summary>
    internal static string? Named(Func<string, string?> environment) =>
        Variables.Select(environment).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Leaves the database; a private one is stopped by the last to leave.</summary>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }

    private async Task Check(CancellationToken ct)
    {
        var builder = new NpgsqlConnectionStringBuilder(ConnectionString);
        var where = $"{builder.Host ?? "localhost"}, database {builder.Database ?? builder.Username}";
        try
        {
            await using var connection = await DataSource.OpenConnectionAsync(ct);
            if (connection.PostgreSqlVersion.Major < OldestVersion)
                throw new DatabaseUnavailableException(
                    $"PostgreSQL {connection.PostgreSqlVersion} at {where} is too old: {OldestVersion} or newer is needed.");
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or ArgumentException)
        {
            throw new DatabaseUnavailableException($"The database at {where} does not answer: {Reason(e)}", e);
        }
    }

    /// <summary>What a failed attempt to connect came down to, in one line.</summary>
    internal static string Reason(Exception e) =>
        ((e as PostgresException)?.MessageText ?? e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" ");
}
