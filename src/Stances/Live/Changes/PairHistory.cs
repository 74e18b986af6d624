using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Live.Changes;

/// <summary>One report of what a country said on a topic, and when it stopped to count.</summary>
internal sealed record PairReport(string Country, string Topic, Held Held, long? RetractedBy, double Confidence, string? Speaker);

/// <summary>What was reported of one country on one topic, and the positions that followed from it at any point of the log.</summary>
internal sealed class PairHistory(IReadOnlyList<PairReport> reports)
{
    private (long Sequence, IReadOnlyList<PositionPeriod> Periods)? last;

    /// <summary>The events that brought a report or took one away.</summary>
    public IEnumerable<long> Touching => reports.Select(x => x.Held.Sequence).Concat(reports.Select(x => x.RetractedBy).OfType<long>()).Distinct();

    /// <summary>The reports that one event brought or took away.</summary>
    public IEnumerable<PairReport> TouchedBy(long sequence) => reports.Where(x => x.Held.Sequence == sequence || x.RetractedBy == sequence);

    /// <summary>What one event changed, or null where each day's answer is what it was.</summary>
    public AnswerChange? ChangeBy(long sequence)
    {
        var before = last is { } known && !reports.Any(x => Between(x.Held.Sequence, known.Sequence, sequence) || Between(x.RetractedBy, known.Sequence, sequence))
            ? known.Periods : Fold(sequence - 1);
        var after = Fold(sequence);
        last = (sequence, after);
        var said = reports.FirstOrDefault(x => x.Held.Sequence == sequence);
        var cause = said is null ? ChangeCause.Retracted
            : reports.Any(x => Counted(x, sequence - 1) && x.Held.SaidBy > said.Held.SaidBy) ? ChangeCause.Late : ChangeCause.Said;
        return AnswerChange.Between(before, after, cause);
    }

    private static bool Between(long? sequence, long after, long before) => sequence > after && sequence < before;

    private static bool Counted(PairReport report, long sequence) => report.Held.Sequence <= sequence && !(report.RetractedBy <= sequence);

    private IReadOnlyList<PositionPeriod> Fold(long sequence) => PositionHistory.Fold(reports.Where(x => Counted(x, sequence)).Select(x => x.Held));

    /// <summary>The histories of all pairs that these events touched, by one query, as far as the log went up to the last of them.</summary>
    public static async Task<IReadOnlyDictionary<(string Country, string Topic), PairHistory>> Touched(NpgsqlDataSource db, long[] events, CancellationToken ct)
    {
        var reports = await db.Query(Sql.Of($"""
            select f.country, f.topic, f.said_by, f.sequence, f.statement, f.position, f.direction, f.retracted_by, f.confidence, f.speaker_name
            from stances.statements f join (
                select country, topic from stances.statements where sequence = any ({events})
                union select country, topic from stances.statements where retracted_by = any ({events})) t
                on (f.country, f.topic) = (t.country, t.topic)
            where f.sequence <= {events.Max()} order by f.sequence
            """), Read, ct);
        return reports.GroupBy(x => (x.Country, x.Topic)).ToDictionary(x => x.Key, x => new PairHistory([.. x]));
    }

    private static PairReport Read(NpgsqlDataReader row)
    {
        var held = new Held(row.GetFieldValue<DateOnly>(2), row.GetInt64(3), Enum.Parse<Position>(row.GetString(5), ignoreCase: true),
            Enum.Parse<Direction>(row.GetString(6), ignoreCase: true), row.GetInt64(4));
        return new PairReport(row.GetString(0), row.GetString(1), held, row.IsDBNull(7) ? null : row.GetInt64(7), row.GetDouble(8), row.IsDBNull(9) ? null : row.GetString(9));
    }
}
