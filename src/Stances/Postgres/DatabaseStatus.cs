using System.Globalization;
using Npgsql;

namespace Stances.Postgres;

/// <summary>What there is to know of the database without starting one.</summary>
/// <param name="Kind"><c>private</c>, or <c>named</c> by the environment.</param>
/// <param name="Place">The home of a private one, host and database of a named one.</param>
/// <param name="State"><c>running</c>, <c>stopped</c>, <c>absent</c> (not made yet) or <c>away</c>.</param>
/// <param name="InUse">Whether a program uses a private one just now.</param>
/// <param name="Version">PostgreSQL's version.</param>
/// <param name="Bytes">The size of the database.</param>
/// <param name="Trouble">Why it is away.</param>
public sealed record DatabaseStatus(
    string Kind, string Place, string State, bool? InUse = null, string? Version = null, long? Bytes = null, string? Trouble = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The same as one line.</summary>
    public string Line => string.Join(", ", new[]
    {
        $"{Kind} PostgreSQL{(Version is null ? "" : " " + Version)} in {Place}: {State}",
        InUse is true ? "in use" : InUse is false && State == "running" ? "used by nobody" : null,
        Bytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB") : null,
        Trouble,
    }.OfType<string>());

    /// <summary>Looks at the database the environment means.</summary>
    public static async Task<DatabaseStatus> Of(Func<string, string?> environment, CancellationToken ct)
    {
        if (Database.Named(environment) is { } given)
        {
            var connectionString = ConnectionStrings.Complete(given);
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return await Running(new("named", $"{parts.Host}/{parts.Database}", "away"), connectionString, ct);
        }

        var folder = ClusterFolder.Of(environment);
        if (!folder.Exists)
            return new("private", folder.Home, "absent");

        var server = new ClusterServer(folder, environment);
        bool used;
        using (await FileLock.Alone(folder.StartLock, Patience, ct))
            used = server.IsUsed();
        var stopped = new DatabaseStatus("private", folder.Home, "stopped", used, folder.Version.ToString(CultureInfo.InvariantCulture));
        return server.Lives ? await Running(stopped with { State = "away" }, server.ConnectionString("stances"), ct) : stopped;
    }

    /// <summary>Stops a private cluster that was left running, and says what was done in a line.</summary>
    /// <exception cref="DatabaseUnavailableException">It is in use, or no private one.</exception>
    public static async Task<string> Stop(Func<string, string?> environment, CancellationToken ct)
    {
        if (Database.Named(environment) is not null)
            throw new DatabaseUnavailableException("The database is the server the environment names; only a private one is stopped from here.");

        var folder = ClusterFolder.Of(environment);
        if (!folder.Exists)
            return $"There is no private PostgreSQL in {folder.Home}.";

        using var starting = await FileLock.Alone(folder.StartLock, Patience, ct);
        var server = new ClusterServer(folder, environment);
        if (server.IsUsed())
            throw new DatabaseUnavailableException($"The private PostgreSQL in {folder.Home} is in use; it stops when the last program leaves it.");
        if (!server.Lives)
            return $"The private PostgreSQL in {folder.Home} was not running.";
        await server.Stop(ct);
        return $"The private PostgreSQL in {folder.Home} is stopped.";
    }

    private static async Task<DatabaseStatus> Running(DatabaseStatus away, string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
            await connection.OpenAsync(ct);
            await using var size = new NpgsqlCommand("select pg_database_size(current_database())", connection);
            return away with { State = "running", Version = connection.PostgreSqlVersion.ToString(), Bytes = (long?)await size.ExecuteScalarAsync(ct) };
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or ArgumentException)
        {
            return away with { Trouble = Database.Reason(e) };
        }
    }
}
