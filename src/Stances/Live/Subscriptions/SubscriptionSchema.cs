using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Stances.EventStore;

namespace Stances.Live.Subscriptions;

/// <summary>Makes the tables of subscriptions and deliveries.</summary>
public static class SubscriptionSchema
{
    /// <summary>Brings the database to this version of the tables. Safe to run again and from several processes at once.</summary>
    public static async Task Migrate(NpgsqlDataSource db, CancellationToken ct = default)
    {
        using var stream = typeof(SubscriptionSchema).Assembly.GetManifestResourceStream("subscriptions.sql")!;
        var script = await new StreamReader(stream).ReadToEndAsync(ct);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Raw("select pg_advisory_xact_lock(hashtextextended('stances.migrate', 0))"), ct);
        await connection.Execute(Sql.Raw("set local client_min_messages = warning"), ct);
        await connection.Execute(Sql.Raw("create table if not exists stances.live_version (version text not null)"), ct);
        var applied = await connection.First(Sql.Raw("select version from stances.live_version"), row => row.GetString(0), ct);
        if (applied != version)
        {
            await connection.Execute(Sql.Raw(script), ct);
            await connection.Execute(Sql.Of($"with gone as (delete from stances.live_version) insert into stances.live_version values ({version})"), ct);
        }
        await transaction.CommitAsync(ct);
    }
}
