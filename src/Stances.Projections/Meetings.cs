using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Stances.Domain;
using Stances.EventStore;

namespace Stances.Projections;

/// <summary>A meeting, however many reported it, as its first report that counts told it.</summary>
/// <param name="On">The day it was held, where told.</param>
/// <param name="HeldBy">The latest day it can have been held.</param>
public sealed record Meeting(
    DateOnly? On, DateOnly HeldBy, string? Place, string? Occasion, MeetingFormat Format, IReadOnlyList<Participant> Participants, Sources Sources)
{
    /// <summary>Its first report.</summary>
    public Citation Cited => Sources.First.Cited;
}

/// <summary>
/// Who met whom, when and where: one row per report of a meeting. Reports of one day and the same countries are
/// of one meeting where a person of the later one is in the earlier, or it names none: one that names none binds no two others together.
/// </summary>
public static class Meetings
{
    private static readonly Retelling Retelling = new("meetings", Sql.Raw("""
        q.held_on = n.held_on and q.countries = n.countries and cardinality(n.countries) > 1 and (q.format = 'call') = (n.format = 'call')
        and (q.people && n.people or n.people = '{}')
        """));

    /// <summary>The read model.</summary>
    public static readonly Projection Projection = new(
        "meetings", 2, ["meetings"],
        $"""
        create table meetings (
            {Findings.Columns},
            held_on      date,
            held_by      date not null,                 -- the latest day it can have been held: held, else published, else recorded
            place        text,
            occasion     text,
            format       text not null,
            participants jsonb not null,
            countries    text[] not null,
            people       text[] not null,               -- in lower case
            {Retelling.Columns}
        );
        {Corroboration.Create}
        """,
        """
        create index meetings_countries on meetings using gin (countries);
        create index meetings_held on meetings (held_by, sequence);
        create index meetings_told on meetings (told) where told <> sequence;
        """,
        Apply)
    {
        Keys = [Sql.Raw("create index if not exists meetings_same on meetings (held_on, sequence)")],
    };

    private static IReadOnlyList<Sql> Apply(long after, long upTo) =>
    [
        Sql.Of($"""
            insert into meetings
            select {Findings.Values}, (e.data->>'On')::date, coalesce((e.data->>'On')::date, r.published, (e.timestamp at time zone 'UTC')::date),
                e.data->>'Place', e.data->>'Occasion', e.data->>'Format', e.data->'Participants',
                array(select distinct seat->>'Country' from jsonb_array_elements(e.data->'Participants') seat where seat ? 'Country' order by 1),
                array(select distinct lower(seat->>'Person') from jsonb_array_elements(e.data->'Participants') seat where seat ? 'Person' order by 1), e.seq_id, e.seq_id
            from {Findings.Found("meeting_held", after, upTo)}
            """),
        Findings.Retract("meetings", after, upTo),
        .. Retelling.Apply(after, upTo),
    ];

    /// <summary>Meetings in which all of these countries sat, oldest first, a page at a time.</summary>
    public static async Task<Page<Meeting>> Between(
        NpgsqlDataSource db, IReadOnlyList<string> countries, Clock clock, DateOnly? from = null, DateOnly? to = null,
        Cursor? after = null, int limit = 50, CancellationToken ct = default)
    {
        var rows = await db.Query(Sql.Of($"""
            select {Retelling.Selected}, f.held_on, f.held_by, f.place, f.occasion, f.format, f.participants
            from stances.meetings f {Citation.Join}
            where {clock.Counts} and {clock.Said("f.held_by")} and f.countries @> {countries.ToArray()} and {Retelling.Leads(clock)}
            and {Filter.Within("f.held_by", from, to)} and {Cursor.Beyond(after, "f.held_by", oldestFirst: true)}
            order by f.held_by, f.sequence limit {limit + 1}
            """), Read, ct);
        var sources = await Retelling.SourcesOf(db, rows.Select(x => x.Report), clock, ct);
        return Page.Of(rows.ConvertAll(x => x.Meeting with { Sources = sources(x.Report) }), limit, x => new Cursor(x.HeldBy, x.Cited.Sequence));
    }

    private static (Meeting Meeting, (Told Told, long Label) Report) Read(NpgsqlDataReader row)
    {
        var c = new Columns(row);
        var report = Retelling.Read(c);
        var meeting = new Meeting(
            c.Day(), c.Day()!.Value, c.Text(), c.Text(), c.Name<MeetingFormat>(),
            JsonSerializer.Deserialize(c.Text()!, SeatsContext.Default.IReadOnlyListParticipant)!, new Sources(report.Told, []));
        return (meeting, report);
    }
}

[JsonSerializable(typeof(IReadOnlyList<Participant>))]
internal sealed partial class SeatsContext : JsonSerializerContext;
