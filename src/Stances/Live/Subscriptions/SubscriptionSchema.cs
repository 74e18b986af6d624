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
        await SchemaScript.Apply(db, "subscriptions", await new StreamReader(stream).ReadToEndAsync(ct), ct);
    }
}
