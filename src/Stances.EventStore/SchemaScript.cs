using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Stances.EventStore;

/// <summary>Brings the tables of one part of the program to what its script says, once for each wording of the script.</summary>
public static class SchemaScript
{
    /// <summary>
    /// Runs the script unless it is the one that was run last, from several processes at once if need be; where nothing changed it
    /// takes no lock a writer could notice.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="part">Whose tables they are; never reused for something else.</param>
    /// <param name="script">Makes what is not there and leaves what is.</param>
    /// <param name="ct">Gives up; nothing is half done.</param>
    public static async Task Apply(NpgsqlDataSource db, string part, string script, CancellationToken ct = default)
    {
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Raw("select pg_advisory_xact_lock(hashtextextended('stances.migrate', 0))"), ct);
        await connection.Execute(Sql.Raw("set local client_min_messages = warning"), ct);
        await connection.Execute(Sql.Raw("create schema if not exists stances"), ct);
        await connection.Execute(Sql.Raw("create table if not exists stances.schema_scripts (part text primary key, version text not null)"), ct);
        var applied = await connection.First(Sql.Of($"select version from stances.schema_scripts where part = {part}"), row => row.GetString(0), ct);
        if (applied != version)
        {
            await connection.Execute(Sql.Raw(script), ct);
            await connection.Execute(Sql.Of($"""
                insert into stances.schema_scripts values ({part}, {version}) on conflict (part) do update set version = excluded.version
                """), ct);
        }
        await transaction.CommitAsync(ct);
    }
}
