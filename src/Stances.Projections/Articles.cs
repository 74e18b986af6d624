using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>One reading of an article: its source, dates and text as they were when it was ingested or revised.</summary>
/// <param name="Id">The article's stream.</param>
/// <param name="Version">The version of the event that told of it.</param>
public sealed record ArticleReading(
    string Id, long Sequence, long Version, DateTimeOffset RecordedAt, Source Source, DateOnly? PublishedOn, string TextHash, int TextLength,
    ReaderVersion Reader, string? SubmittedBy, bool Official);

/// <summary>What was read: one row per reading of an article. The one that no revision or withdrawal ended is in force.</summary>
public static class Articles
{
    /// <summary>The read model.</summary>
    public static readonly Projection Projection = new(
        "articles", 1, ["articles"],
        """
        create table articles (
            sequence     bigint primary key,
            stream       text not null,
            version      bigint not null,
            recorded_at  timestamptz not null,
            retracted_at timestamptz,                   -- when the next reading or a withdrawal ended it
            retracted_by bigint,
            publisher    text,
            url          text,
            title        text,
            author       text,
            language     text,
            published_on date,
            read_of      date not null,                 -- the day it is of: published, else recorded
            text_hash    text not null,
            text_length  int not null,
            reader       text not null,
            reader_version text not null,
            catalogue    text not null,
            submitted_by text
        );
        """,
        """
        create index articles_stream on articles (stream, version);
        create index articles_day on articles (read_of, sequence) include (publisher, recorded_at, retracted_at, retracted_by);
        create index articles_text on articles (text_hash);
        """,
        Apply);

    internal static readonly Sql Columns = Sql.Raw("""
        f.stream, f.sequence, f.version, f.recorded_at, f.publisher, f.url, f.title, f.author, f.language, f.published_on,
        f.text_hash, f.text_length, f.reader, f.reader_version, f.catalogue, f.submitted_by
        """);

    private static IReadOnlyList<Sql> Apply(long after, long upTo) =>
    [
        Sql.Of($"""
            insert into articles
            select e.seq_id, e.stream_id, e.version, e.timestamp, null, null, e.data->'Source'->>'Publisher', e.data->'Source'->>'Url',
                e.data->'Source'->>'Title', e.data->'Source'->>'Author', e.data->'Source'->>'Language', (e.data->>'PublishedOn')::date,
                coalesce((e.data->>'PublishedOn')::date, (e.timestamp at time zone 'UTC')::date), e.data->>'TextHash',
                (e.data->'TextLength')::int, e.data->'Reader'->>'Name', e.data->'Reader'->>'Version', e.data->'Reader'->>'Catalogue', e.data->>'SubmittedBy'
            from stances_log.mt_events e
            where e.type in ('article_ingested', 'article_revised') and e.seq_id > {after} and e.seq_id <= {upTo}
            """),
        Sql.Of($"""
            update articles f set retracted_at = ended.timestamp, retracted_by = ended.seq_id
            from (
                select distinct on (e.seq_id) e.seq_id as sequence, x.seq_id, x.timestamp
                from stances_log.mt_events x
                join stances_log.mt_events e on e.stream_id = x.stream_id and e.version < x.version and e.type in ('article_ingested', 'article_revised')
                where x.type in ('article_revised', 'article_withdrawn') and x.seq_id > {after} and x.seq_id <= {upTo}
                order by e.seq_id, x.seq_id
            ) ended
            where f.sequence = ended.sequence and f.retracted_by is null
            """),
    ];

    /// <summary>The reading of an article that was in force; null where none was, or it had been withdrawn.</summary>
    public static Task<ArticleReading?> Get(NpgsqlDataSource db, string id, Clock clock, CancellationToken ct = default) =>
        db.First(Sql.Of($"""
            select {Columns} from stances.articles f where f.stream = {id} and {clock.Counts} order by f.version desc limit 1
            """), Read, ct)!;

    /// <summary>The articles in force, newest first, a page at a time.</summary>
    public static async Task<Page<ArticleReading>> List(
        NpgsqlDataSource db, Clock clock, string? publisher = null, DateOnly? from = null, DateOnly? to = null,
        Cursor? after = null, int limit = 50, CancellationToken ct = default)
    {
        var rows = await db.Query(Sql.Of($"""
            select {Columns}, f.read_of from stances.articles f
            where {clock.Counts} and {clock.Said("f.read_of")} and {Filter.Within("f.read_of", from, to)}
            and {Filter.Same("f.publisher", publisher)} and {Cursor.Beyond(after, "f.read_of", oldestFirst: false)}
            order by f.read_of desc, f.sequence desc limit {limit + 1}
            """), row => (Reading: Read(row), Day: row.GetFieldValue<DateOnly>(16)), ct);
        var page = Page.Of(rows, limit, x => new Cursor(x.Day, x.Reading.Sequence));
        return new Page<ArticleReading>([.. page.Items.Select(x => x.Reading)], page.Next);
    }

    internal static ArticleReading Read(NpgsqlDataReader row)
    {
        var c = new Columns(row);
        var (id, sequence, version, at) = (c.Text()!, c.Number(), c.Number(), c.Moment());
        var source = new Source(c.Text(), c.Text(), c.Text(), c.Text(), c.Text());
        return new ArticleReading(
            id, sequence, version, at, source, c.Day(), c.Text()!, c.Int(), new ReaderVersion(c.Text()!, c.Text()!, c.Text()!), c.Text(),
            Publishers.IsOfficial(source.Publisher, source.Url));
    }
}
