using Stances.Domain;

namespace Stances.Extraction.Questions;

/// <summary>What somebody wants to know.</summary>
public enum Intent
{
    /// <summary>Nothing the record can tell: an opinion, the future, something else altogether.</summary>
    None,

    /// <summary>What was said.</summary>
    Said,

    /// <summary>What a country holds, or held on a day.</summary>
    Held,

    /// <summary>When, or whether, a position changed.</summary>
    Changed,

    /// <summary>Which countries said it.</summary>
    WhoSaid,

    /// <summary>Whether a country ever said it.</summary>
    EverSaid,

    /// <summary>What was agreed.</summary>
    Agreed,

    /// <summary>Who met, when and where.</summary>
    Met,
}

/// <summary>Days from one to another, both inclusive; null is open.</summary>
public readonly record struct DaySpan(DateOnly? From, DateOnly? To)
{
    /// <summary>All days there are.</summary>
    public static readonly DaySpan Always;

    /// <summary>The days that both have; empty where they share none, told by a first day after the last.</summary>
    public DaySpan And(DaySpan other) => new(
        From is null || other.From > From ? other.From ?? From : From,
        To is null || other.To < To ? other.To ?? To : To);

    /// <summary>Whether the day lies in it.</summary>
    public bool Has(DateOnly day) => (From is null || day >= From) && (To is null || day <= To);
}

/// <summary>How a time stands to what it is told by.</summary>
public enum Relation
{
    /// <summary>On its day.</summary>
    At,

    /// <summary>In the week before or after it.</summary>
    Around,

    /// <summary>From it on.</summary>
    Since,

    /// <summary>Later than it.</summary>
    After,

    /// <summary>Earlier than it.</summary>
    Before,
}

/// <summary>A time told by a meeting ("since the Manila meeting"), which the record has to date.</summary>
public sealed record Anchor(Relation Relation, string? Place, IReadOnlyList<string> Countries, IReadOnlyList<string> People, DaySpan Within, bool Summit);

/// <summary>Somebody named: all the people of the catalogue who may be meant, by the name they stand under.</summary>
public sealed record Named(string Asked, IReadOnlyList<string> People);

/// <summary>Something the topic is said to be about that is no topic: its spellings, any of which will do.</summary>
public sealed record Matter(string Asked, IReadOnlyList<string> Spellings);

/// <summary>A question as it was understood, and what in it was not.</summary>
public sealed record Question
{
    /// <summary>As it was asked.</summary>
    public required string Text { get; init; }

    /// <summary>What is wanted.</summary>
    public Intent Intent { get; init; }

    /// <summary>Why there can be no answer; null where there may be one.</summary>
    public string? Refusal { get; init; }

    /// <summary>Codes of the countries that are asked about.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The people who are asked about.</summary>
    public IReadOnlyList<Named> People { get; init; } = [];

    /// <summary>The office that is asked about: "the Japanese foreign minister".</summary>
    public string? Role { get; init; }

    /// <summary>The days the leader held office whose government is asked about.</summary>
    public IReadOnlyList<DaySpan> Tenures { get; init; } = [];

    /// <summary>The topics that are asked about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Whether the topics are readings of one name, of which nothing told the right one.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>Matters asked about that are no topics; they are looked for in the words of what was said.</summary>
    public IReadOnlyList<Matter> Matters { get; init; } = [];

    /// <summary>The positions asked for; empty for any.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>The direction asked for.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Countries that a demand is made of, a meeting is about and the like: named, but not asked about.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Said within these days.</summary>
    public DaySpan Said { get; init; }

    /// <summary>What had been said by then.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>A time told by a meeting.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>Where it was.</summary>
    public string? Place { get; init; }

    /// <summary>The kind of meeting asked for.</summary>
    public MeetingFormat? Format { get; init; }

    /// <summary>The people it was said to: "what did Merkel tell Putin".</summary>
    public IReadOnlyList<Named> To { get; init; } = [];

    /// <summary>Countries that are not asked about: "who besides Israel".</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>Whose deed a side is taken on ("the US withdrawal"): to support it is to be of their mind, and they are not asked about.</summary>
    public IReadOnlyList<string> DeedOf { get; init; } = [];

    /// <summary>Whether only the last of it is asked for.</summary>
    public bool Latest { get; init; }

    /// <summary>Whether only the first of it is asked for.</summary>
    public bool First { get; init; }

    /// <summary>Whether it is asked how often.</summary>
    public bool Counts { get; init; }

    /// <summary>Words in quotation marks.</summary>
    public string? Quoted { get; init; }

    /// <summary>Words that what was said must hold.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A name that is asked about and that the catalogue does not know.</summary>
    public string? Unknown { get; init; }

    /// <summary>Names asked about that speak for no state.</summary>
    public IReadOnlyList<string> Stateless { get; init; } = [];
}
