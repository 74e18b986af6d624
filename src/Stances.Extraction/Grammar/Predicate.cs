using Stances.Extraction.Naming;
using Stances.Extraction.Words;

namespace Stances.Extraction.Grammar;

/// <summary>The form a verb stands in.</summary>
internal enum VerbUse : byte
{
    Finite, Modal, Passive, Adjunct, Infinitive, Noun,
}

/// <summary>A verb with its auxiliaries, and who does it.</summary>
internal sealed class Predicate(int first, int verb, VerbUse use, bool negated)
{
    /// <summary>The first auxiliary, or the verb itself.</summary>
    public int First { get; } = first;

    public int Verb => verb;

    public VerbUse Use => use;

    public bool Negated => negated;

    /// <summary>What the catalogue knows of it; null for any other verb.</summary>
    public VerbMatch? Match { get; set; }

    public Party? Subject { get; set; }

    /// <summary>Where the subject begins; the verb itself where it is taken over from a verb before.</summary>
    public int Start { get; set; } = first;

    /// <summary>Taken over from another verb of the sentence.</summary>
    public bool Inherited { get; set; }

    /// <summary>The subject stands behind the verb: "said Kono".</summary>
    public bool Postposed { get; set; }

    /// <summary>It stands within what another verb reports.</summary>
    public Predicate? Within { get; set; }

    /// <summary>It stands in a relative clause.</summary>
    public bool Relative { get; set; }

    public int End => Match?.End ?? verb + 1;
}
