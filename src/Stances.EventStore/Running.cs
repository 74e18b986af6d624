using Npgsql;

namespace Stances.EventStore;

/// <summary>Runs <see cref="Sql"/> on a pool or on a connection (within the transaction that is open there).</summary>
public static class Running
{
    /// <summary>The rows of a query, each read by <paramref name="row"/>.</summary>
    public static async Task<List<T>> Query<T>(
        this NpgsqlDataSource db, Sql sql, Func<NpgsqlDataReader, T> row, CancellationToken ct = default)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.Query(sql, row, ct);
    }

    /// <inheritdoc cref="Query{T}(NpgsqlDataSource, Sql, Func{NpgsqlDataReader, T}, CancellationToken)"/>
    public static async Task<List<T>> Query<T>(
        this NpgsqlConnection connection, Sql sql, Func<NpgsqlDataReader, T> row, CancellationToken ct = default)
    {
        await using var command = sql.ToCommand(connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>The first row of a query, or the default where there is none.</summary>
    public static async Task<T?> First<T>(
        this NpgsqlDataSource db, Sql sql, Func<NpgsqlDataReader, T> row, CancellationToken ct = default)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.First(sql, row, ct);
    }

    /// <inheritdoc cref="First{T}(NpgsqlDataSource, Sql, Func{NpgsqlDataReader, T}, CancellationToken)"/>
    public static async Task<T?> First<T>(
        this NpgsqlConnection connection, Sql sql, Func<NpgsqlDataReader, T> row, CancellationToken ct = default)
    {
        await using var command = sql.ToCommand(connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? row(reader) : default;
    }

    /// <summary>Runs a statement and says how many rows it touched.</summary>
    public static async Task<int> Execute(this NpgsqlDataSource db, Sql sql, CancellationToken ct = default)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.Execute(sql, ct);
    }

    /// <inheritdoc cref="Execute(NpgsqlDataSource, Sql, CancellationToken)"/>
    public static async Task<int> Execute(this NpgsqlConnection connection, Sql sql, CancellationToken ct = default)
    {
        await using var command = sql.ToCommand(connection);
        return await command.ExecuteNonQueryAsync(ct);
    }
}
