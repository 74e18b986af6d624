using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>The article a finding was found in, by the reading that was in force.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="TextHash">The key of the text that the evidence points into.</param>
/// <param name="Official">Whether a government or its ministry published it: a primary source.</param>
public sealed record CitedArticle(string Id, string? Publisher, string? Title, string? Url, DateOnly? PublishedOn, string? TextHash, bool Official);

/// <summary>A footnote: the event, the article, and the words.</summary>
/// <param name="Sequence">The event's place in the log.</param>
/// <param name="Version">The event's place in the article's stream.</param>
public sealed record Citation(long Sequence, long Version, DateTimeOffset RecordedAt, double Confidence, Evidence Evidence, CitedArticle Article)
{
    // What is to be cited of an article stands in the log for ever; a copy in each row could only be wrong.
    internal static readonly Sql Columns = Sql.Raw("""
        f.sequence, f.version, f.recorded_at, f.confidence, f.evidence_start, f.evidence_end, f.evidence_exact, f.stream,
        a.data->'Source'->>'Publisher', a.data->'Source'->>'Title', a.data->'Source'->>'Url', (a.data->>'PublishedOn')::date, a.data->>'TextHash'
        """);

    internal static readonly Sql Join = Sql.Raw("left join stances_log.mt_events a on a.seq_id = f.article");

    internal static Citation Read(Columns c)
    {
        var (sequence, version, at, confidence) = (c.Number(), c.Number(), c.Moment(), c.Share());
        var evidence = new Evidence(c.Int(), c.Int(), c.Text()!);
        var (id, publisher, title, url) = (c.Text()!, c.Text(), c.Text(), c.Text());
        return new Citation(sequence, version, at, confidence, evidence,
            new CitedArticle(id, publisher, title, url, c.Day(), c.Text(), Publishers.IsOfficial(publisher, url)));
    }
}
