using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>
/// The words of every statement, for full-text search. What searches are filtered by stands among the words (<c>country:JPN</c>),
/// so that one index answers both together.
/// </summary>
public static class Search
{
    /// <summary>The read model.</summary>
    public static readonly Projection Projection = new(
        "words", 1, ["words"],
        """
        create table words (
            sequence bigint primary key,
            words    tsvector not null
        );
        """,
        "create index words_words on words using gin (words)",
        (after, upTo) =>
        [
            Sql.Of($"""
                insert into words
                select seq_id, to_tsvector('english', concat_ws(' ', data->>'Summary', data->'Evidence'->>'Exact', data->'Speaker'->>'Name'))
                    || array_to_tsvector(array['country:' || (data->>'Country'), 'topic:' || (data->>'Topic'), 'position:' || (data->>'Position'), 'direction:' || (data->>'Direction')])
                from stances_log.mt_events where type = 'stance_stated' and seq_id > {after} and seq_id <= {upTo}
                """),
        ]);

    internal static Sql Matches(string words, StatementFilter filter) => Sql.Of($"""
        w.words @@ (websearch_to_tsquery('english', {words}) {Facet("country", filter.Countries)} {Facet("topic", filter.Topics)}
            {Facet("position", filter.Positions?.Select(x => Names.Of(x)).ToList())} {Facet("direction", filter.Directions?.Select(x => Names.Of(x)).ToList())})
        """);

    private static Sql Facet(string name, IReadOnlyList<string>? values) => values is null or { Count: 0 }
        ? Sql.Raw("")
        : Sql.Of($"&& {string.Join(" | ", values.Select(x => $"'{name}:{x.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'"))}::text::tsquery");
}
