using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>A meeting as one article told it.</summary>
/// <param name="On">The day it was held, where told.</param>
/// <param name="HeldBy">The latest day it can have been held.</param>
public sealed record Meeting(
    DateOnly? On, DateOnly HeldBy, string? Place, string? Occasion, MeetingFormat Format, IReadOnlyList<Participant> Participants, Citation Cited);

/// <summary>Who met whom, when and where: one row per report of a meeting.</summary>
public static class Meetings
{
    /// <summary>The read model.</summary>
    public static readonly Projection Projection = new(
        "meetings", 1, ["meetings"],
        $"""
        create table meetings (
            {Findings.Columns},
            held_on      date,
            held_by      date not null,                 -- the latest day it can have been held: held, else published, else recorded
            place        text,
            occasion     text,
            format       text not null,
            participants jsonb not null,
            countries    text[] not null
        );
        """,
        """
        create index meetings_countries on meetings using gin (countries);
        create index meetings_held on meetings (held_by, sequence);
        """,
        Apply);

    private static IReadOnlyList<Sql> Apply(long after, long upTo) =>
    [
        Sql.Of($"""
            insert into meetings
            select {Findings.Values}, (e.data->>'On')::date, coalesce((e.data->>'On')::date, r.published, (e.timestamp at time zone 'UTC')::date),
                e.data->>'Place', e.data->>'Occasion', e.data->>'Format', e.data->'Participants',
                array(select distinct seat->>'Country' from jsonb_array_elements(e.data->'Participants') seat where seat ? 'Country' order by 1)
            from {Findings.Found("meeting_held", after, upTo)}
            """),
        Findings.Retract("meetings", after, upTo),
    ];

    /// <summary>Meetings in which all of these countries sat, oldest first, a page at a time.</summary>
    public static async Task<Page<Meeting>> Between(
        NpgsqlDataSource db, IReadOnlyList<string> countries, Clock clock, DateOnly? from = null, DateOnly? to = null,
        Cursor? after = null, int limit = 50, CancellationToken ct = default)
    {
        var rows = await db.Query(Sql.Of($"""
            select {Citation.Columns}, f.held_on, f.held_by, f.place, f.occasion, f.format, f.participants
            from stances.meetings f {Citation.Join}
            where {clock.Counts} and {clock.Said("f.held_by")} and f.countries @> {countries.ToArray()}
            and {Filter.Within("f.held_by", from, to)} and {Cursor.Beyond(after, "f.held_by", oldestFirst: true)}
            order by f.held_by, f.sequence limit {limit + 1}
            """), Read, ct);
        return Page.Of(rows, limit, x => new Cursor(x.HeldBy, x.Cited.Sequence));
    }

    private static Meeting Read(NpgsqlDataReader row)
    {
        var c = new Columns(row);
        var cited = Citation.Read(c);
        return new Meeting(
            c.Day(), c.Day()!.Value, c.Text(), c.Text(), c.Name<MeetingFormat>(),
            JsonSerializer.Deserialize(c.Text()!, SeatsContext.Default.IReadOnlyListParticipant)!, cited);
    }
}

[JsonSerializable(typeof(IReadOnlyList<Participant>))]
internal sealed partial class SeatsContext : JsonSerializerContext;
