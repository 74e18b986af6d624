using System.Collections.Frozen;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Plain words that name a part of a state, or its papers, at the head of a noun phrase.</summary>
internal static class OrganWords
{
    /// <summary>Parts of a state that speak for it.</summary>
    public static readonly FrozenSet<string> Heads = English.Set(
            "ministry government administration embassy cabinet presidency delegation side regime authorities leadership mission "
            + "consulate junta office department council agency secretariat command foreign-ministry commission chancellery military army "
            + "navy officials official diplomats diplomat ministry's leaders negotiators negotiator team guard");

    /// <summary>Persons without a name who speak for it.</summary>
    public static readonly FrozenSet<string> Officials = English.Set("officials official diplomats diplomat negotiators negotiator source sources leaders");

    /// <summary>Words before an office that make it nobody's who speaks for a state.</summary>
    public static readonly FrozenSet<string> Unofficial = English.Set(
            "opposition party rebel union former ex business religious militant tribal student civic community church separatist late "
            + "exiled shadow protest company industry gang youth labor labour then-opposition activist rights");

    /// <summary>"office" and "department" only with these before them.</summary>
    public static readonly FrozenSet<string> OfficeOf =
        English.Set(
            "foreign presidential president's state cabinet minister's prime defense defence 's commerce justice treasury home external "
            + "trade");

    public static readonly FrozenSet<string> Papers =
        English.Set(
            "statement communique communiqué declaration readout release document letter text announcement note message summary report "
            + "memo paper");

    /// <summary>Papers that one side gives out, and most often whoever was told of last.</summary>
    public static readonly FrozenSet<string> OwnPapers = English.Set("statement readout release announcement note message");

    /// <summary>What takes place, and is no part of the name or the office that follows it: "in a call President Ruto".</summary>
    public static readonly FrozenSet<string> Occasions =
        English.Set(
            "meeting talks call conversation summit session conference interview speech address remarks visit vote debate briefing dinner "
            + "lunch ceremony consultations discussions negotiations statement communique communiqué declaration letter document sidelines "
            + "margins trip forum funeral");

    /// <summary>Words for several parties at once.</summary>
    public static readonly FrozenSet<string> Groups = English.Set(
            "sides countries nations parties neighbors neighbours allies governments capitals delegations states leaders ministers "
            + "diplomats envoys officials presidents premiers counterparts negotiators powers partners chiefs men women representatives "
            + "secretaries commissioners foes rivals economies members pair duo trio ambassadors participants ministries interlocutors "
            + "signatories guarantors counterparties");

    /// <summary>Kinds of state before "of" and its name.</summary>
    public static readonly FrozenSet<string> Realms =
        English.Set("kingdom republic sultanate emirate emirates federation commonwealth principality union duchy");

    /// <summary>Nouns at whose head a phrase only tells a time.</summary>
    public static readonly FrozenSet<string> Times = English.Set(
        "week weeks month months year years day days morning evening afternoon night weekend hours hour time minute minutes noon decade decades");
}
