using System.Collections.Frozen;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>The words that meetings are told by.</summary>
internal static class MeetingWords
{
    /// <summary>What a meeting is called.</summary>
    public static readonly FrozenSet<string> Nouns =
        English.Set(
            "meeting meetings talks summit consultations call conversation dialogue discussions negotiations teleconference "
            + "videoconference ministerial deliberations bilateral trilateral session encounter audience lunch dinner breakfast luncheon "
            + "one-on-one tete-a-tete");

    /// <summary>So many meetings as there are guests.</summary>
    public static readonly FrozenSet<string> Several = English.Set("meetings calls conversations bilaterals encounters sessions");

    /// <summary>What stands before the name of a meeting still to come, or of none in particular.</summary>
    public static readonly FrozenSet<string> Planned =
        English.Set(
            "planned upcoming proposed possible next future scheduled expected further regular inaugural potential prospective "
            + "forthcoming follow-up would-be resumption resuming resume propose proposing any early possible annual stalled no without "
            + "every each");

    /// <summary>Behind these something is told to have been done at the meeting, so it was held.</summary>
    public static readonly FrozenSet<string> Frames = English.Set("during at in after following on over throughout amid since");

    /// <summary>"on a call", "over dinner": what one does something on or over; on talks and over a summit one only speaks.</summary>
    public static readonly FrozenSet<string> Lines =
        English.Set("call conversation teleconference videoconference lunch dinner breakfast luncheon sidelines margins conference");

    /// <summary>Behind these a meeting is still wished for.</summary>
    public static readonly FrozenSet<string> Wished = English.Set(
            "called calling ruled proposed proposes proposing propose arrange arranging arranged plan planning plans planned seek seeking "
            + "sought seeks prepare preparing prepared preparations suggested suggests suggesting offered offers offer request requested "
            + "requests rejected refused cancelled canceled postponed organise organize organizing organising hopes hope urged demand "
            + "demanded demands mediate possibility prospect prospects idea chance proposal date venue need calls readiness resumption "
            + "conditions road way ahead push pushing toward towards broker facilitate invite invited invitation");

    /// <summary>What a meeting that has not been held "is" or "was".</summary>
    public static readonly FrozenSet<string> Unheld = English.Set(
            "cancelled canceled postponed scheduled planned expected arranged set slated proposed due called discussed raised mentioned "
            + "possible likely unlikely needed necessary important essential premature pointless impossible inevitable agreed announced "
            + "ruled delayed suspended prepared considered mooted stalled faltered halted frozen deadlocked deadlock impasse standstill "
            + "agenda");

    /// <summary>What is done by whoever brings others to the table, or sits down with them.</summary>
    public static readonly FrozenSet<string> Brings = English.Set("hosted chaired co-chaired moderated joined attended presided");

    /// <summary>What is done by whoever goes somewhere for talks.</summary>
    public static readonly FrozenSet<string> Travel =
        English.Set(
            "sat sit sits sitting stepped step withdrew retired was is were are arrived travelled traveled flew came visited went landed "
            + "gathered joined");
}
