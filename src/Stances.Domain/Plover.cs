using static Stances.Domain.ArticleEvent;

namespace Stances.Domain;

/// <summary>
/// An event in the terms of PLOVER, the Political Language Ontology for Verifiable Event Records of the Open Event Data Alliance,
/// manual 0.8. Derived, never stored: what the log tells decides it alone.
/// </summary>
/// <param name="Ontology">Which version's terms these are.</param>
/// <param name="Event">The event category, such as <c>DEMAND</c>.</param>
/// <param name="Mode">How it was done, where the category has modes and the event tells.</param>
/// <param name="QuadCode">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
/// <param name="EventScale">From -10 (conflict) to +10 (cooperation).</param>
public sealed record Plover(string Ontology, string Event, string? Mode, int QuadCode, double EventScale)
{
    /// <summary>The version of the manual.</summary>
    public const string Version = "plover-0.8";

    /// <summary>
    /// What an event can be about: the general contexts of the manual, chapter "Event, Mode, and Context". The catalogue tells them by topic. The four
    /// special ones (<c>historical</c>, <c>future</c>, <c>hypothetical</c>, <c>negation</c>) tell of events that did not happen now, which are not recorded.
    /// </summary>
    public static readonly IReadOnlyList<string> Contexts =
    [
        "military", "intelligence", "peacekeeping", "economic", "diplomatic", "resource", "disease", "enviro_disaster", "migration", "humanitarian", "asylum", "legal",
        "human_rights", "rights_freedoms", "gender", "lgbt", "terrorism", "human_security", "religion_ethnicity", "executive", "election", "legislative", "cbrn", "cyber",
        "political_institutions", "corruption", "crime", "illegal_drugs",
    ];

    private static readonly Plover
        Agree = new(Version, "AGREE", null, 1, 4.2),
        Consult = new(Version, "CONSULT", null, 1, 2.1),
        Support = new(Version, "SUPPORT", null, 1, 4.6),
        Demand = new(Version, "DEMAND", null, 3, -5.0),
        Disapprove = new(Version, "ACCUSE", "disapprove", 3, -2.0),
        Reject = new(Version, "REJECT", null, 3, -4.2);

    /// <summary>The code of an event; null where PLOVER has none for it, as for a plain public statement or what happened to an article.</summary>
    public static Plover? Of(ArticleEvent e) => e switch
    {
        StanceStated x => Of(x.Position, x.Direction),
        MeetingHeld x => Of(x.Format),
        AgreementReached x => Of(x.Stage),
        ArticleIngested or ArticleRevised or ArticleWithdrawn or EventRetracted => null,
        _ => throw new System.Diagnostics.UnreachableException($"{e.GetType().Name} has no arm in {nameof(Plover)}."),
    };

    /// <summary>
    /// The code of a stance. A neutral one is the comment that PLOVER dropped; a commitment is a promise to cooperate (AGREE) unless it goes
    /// against what the matter proposes, of which PLOVER knows no kind.
    /// </summary>
    public static Plover? Of(Position position, Direction direction) => position switch
    {
        Position.Neutral => null,
        Position.Supports => Support,
        Position.Commits => direction == Direction.Against ? null : Agree,
        Position.Demands => Demand,
        Position.Rejects => Reject,
        Position.Opposes or Position.Concerned => Disapprove,
        _ => throw new System.Diagnostics.UnreachableException($"{position} has no code."),
    };

    /// <summary>The code of a meeting. Who was host and who guest is not recorded, so that all who met are its source.</summary>
    public static Plover Of(MeetingFormat format) => format switch
    {
        MeetingFormat.Call => Consult with { Mode = "phone" },
        MeetingFormat.Multilateral => Consult with { Mode = "multilateral" },
        _ => Consult,
    };

    /// <summary>The code of an agreement: to sign one is diplomatic support, to come to one is to agree.</summary>
    public static Plover Of(AgreementStage stage) => stage == AgreementStage.Signed ? Support : Agree;
}
