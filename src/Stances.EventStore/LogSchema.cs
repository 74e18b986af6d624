using Npgsql;

namespace Stances.EventStore;

/// <summary>Makes the tables of the log, and says whether they still are what they should be.</summary>
public static class LogSchema
{
    private static readonly string[] Files = ["log", "tables", "guards", "append"];

    /// <summary>Brings the database to this version of the schema. Safe to run again and from several processes at once.</summary>
    public static Task Migrate(NpgsqlDataSource db, CancellationToken ct = default) =>
        SchemaScript.Apply(db, "log", string.Join('\n', Files.Select(Text)), ct);

    /// <summary>
    /// What differs from the layout Marten knows, one line each (<c>- missing</c>, <c>+ added</c>); empty when an application of
    /// Marten's can open the log. Triggers, and tables beside the three, are no difference.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Differences(NpgsqlDataSource db, CancellationToken ct = default)
    {
        // The layout is made once more under another name, described by the same query, and rolled back.
        const string Model = "stances_layout";
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.Execute(Sql.Raw("select pg_advisory_xact_lock(hashtextextended('stances.layout', 0))"), ct);
        var actual = await connection.Query(Describe("stances_log"), row => row.GetString(0), ct);
        await connection.Execute(Sql.Raw(Text("log").Replace("stances_log", Model, StringComparison.Ordinal)), ct);
        var exact = await connection.Query(Describe(Model), row => row.GetString(0), ct);
        return [.. exact.Except(actual).Select(line => "- " + line), .. actual.Except(exact).Select(line => "+ " + line)];
    }

    /// <summary>Columns (Marten freezes the default of a time, so that of a time is left out), constraints, indexes and the sequence.</summary>
    private static Sql Describe(string schema) => Sql.Of($"""
        with tables as (
            select c.oid, c.relname from pg_class c where c.relnamespace = to_regnamespace({schema}) and c.relkind in ('r', 'p')
              and c.relname in ('mt_streams', 'mt_events', 'mt_event_progression'))
        select replace(line, {schema}, 'log') from (
            select format('column %s.%s %s%s%s', t.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   case when a.attnotnull then ' not null' else '' end,
                   case when a.atttypid <> 'timestamptz'::regtype then ' ' || pg_get_expr(d.adbin, d.adrelid) end) as line
            from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
            union all
            select format('constraint %s.%s %s', t.relname, o.conname, pg_get_constraintdef(o.oid))
            from tables t join pg_constraint o on o.conrelid = t.oid where o.contype <> 'c'
            union all
            select pg_get_indexdef(i.indexrelid) from tables t join pg_index i on i.indrelid = t.oid
            union all
            select format('sequence %s from %s by %s', c.relname, q.seqstart, q.seqincrement)
            from pg_class c join pg_sequence q on q.seqrelid = c.oid
            where c.relnamespace = to_regnamespace({schema}) and c.relname = 'mt_events_sequence') lines
        order by 1
        """);

    private static string Text(string name)
    {
        using var stream = typeof(LogSchema).Assembly.GetManifestResourceStream($"{name}.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
