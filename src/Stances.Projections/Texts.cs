using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>A text by its hash; <paramref name="Text"/> is null where it was erased.</summary>
public sealed record StoredText(string Hash, string? Text, DateTimeOffset? ErasedAt, string? ErasedBy, string? Reason);

/// <summary>The articles' texts, by hash, outside the log: they can be erased, and the log keeps facts and hashes.</summary>
public static class Texts
{
    /// <summary>Makes the table; safe to run again and from several processes.</summary>
    public static Task Migrate(NpgsqlDataSource db, CancellationToken ct = default) => db.Execute(Sql.Raw("""
        select pg_advisory_xact_lock(hashtextextended('stances.migrate', 0));
        create schema if not exists stances;
        create table if not exists stances.texts (
            hash      text primary key,
            text      text,
            stored_at timestamptz not null default clock_timestamp(),
            erased_at timestamptz,
            erased_by text,
            reason    text,
            check ((text is null) = (erased_at is not null))
        );
        """), ct);

    /// <summary>Keeps a text; belongs into the transaction that appends its article. One that was erased stays erased.</summary>
    public static Sql Save(string text) => Sql.Of($"""
        insert into stances.texts (hash, text) values ({StableId.HashOf(text)}, {text}) on conflict (hash) do nothing
        """);

    /// <summary>The text, or what is left to say of it; null where it was never kept.</summary>
    public static Task<StoredText?> Get(NpgsqlDataSource db, string hash, CancellationToken ct = default) =>
        db.First(Sql.Of($"select hash, text, erased_at, erased_by, reason from stances.texts where hash = {hash}"), row =>
        {
            var c = new Columns(row);
            return new StoredText(c.Text()!, c.Text(), c.MomentOrNull(), c.Text(), c.Text());
        }, ct)!;

    /// <summary>Erases a text for good; says whether there was one.</summary>
    public static async Task<bool> Erase(NpgsqlDataSource db, string hash, string by, string reason, CancellationToken ct = default) =>
        await db.Execute(Sql.Of($"""
            update stances.texts set text = null, erased_at = clock_timestamp(), erased_by = {by}, reason = {reason} where hash = {hash} and text is not null
            """), ct) > 0;
}
