using Stances.EventStore;

namespace Stances.Postgres.Tests.Views;

/// <summary>A read model built anew beside the live one.</summary>
internal static class Rebuilt
{
    /// <summary>Builds it in one stretch, in stretches at random and in its own steps, and holds every row against the live ones.</summary>
    public static async Task IsTheSame(ViewsDatabase at, Projection projection, long upTo, Random random)
    {
        foreach (var statements in new IReadOnlyList<Sql>[] { [.. projection.Keys, .. projection.Apply(0, upTo)], [.. projection.Keys, .. Stretches(projection, upTo, random)], Steps(projection, upTo) }.Where(x => x.Count > 0))
        {
            await using var connection = await at.Db.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.Execute(Sql.Raw("create schema rebuilt; set local search_path = rebuilt, public"));
            await connection.Execute(Sql.Raw(projection.Create));
            foreach (var statement in statements)
                await connection.Execute(statement);
            foreach (var table in projection.Tables)
            {
                var differing = await connection.Query(Sql.Of($"""
                    select t::text from ((select * from stances.{table:name} except all select * from rebuilt.{table:name})
                        union all (select * from rebuilt.{table:name} except all select * from stances.{table:name})) t limit 5
                    """), row => row.GetString(0));
                Assert.True(differing.Count == 0, $"{table}: {string.Join('\n', differing)}");
            }
        }
    }

    private static IEnumerable<Sql> Stretches(Projection projection, long upTo, Random random)
    {
        for (long after = 0, to; after < upTo; after = to)
        {
            to = Math.Min(upTo, after + random.Next(1, 300));
            foreach (var statement in projection.Apply(after, to))
                yield return statement;
        }
    }

    private static IReadOnlyList<Sql> Steps(Projection projection, long upTo) =>
        [.. (projection.Rebuild?.Invoke(upTo) ?? []).SelectMany(step => step.SideBySide).SelectMany(set => set)];
}
