using Stances.Domain;
using Stances.Extraction.Naming;
using Stances.Extraction.Words;

namespace Stances.Extraction.Finding;

/// <summary>Somebody is told to say, ask, refuse or agree something: the verb, who, the tokens that tell it, and the tokens of what is said.</summary>
internal sealed record Statement(
    VerbMatch Verb, bool Negated, Party Party, int First, int End, int ContentFirst, int ContentEnd, Attribution Attribution, int Sentence,
        double Penalty, string? Note)
{
    /// <summary>Where the clause tells its time: around the verb, outside what is said.</summary>
    public int FrameEnd { get; init; } = ContentFirst;

    /// <summary>Where within what is said a further verb of the speaker's own side begins: "welcomed the talks and wanted ...".</summary>
    public IReadOnlyList<int> Joints { get; init; } = [];
}
