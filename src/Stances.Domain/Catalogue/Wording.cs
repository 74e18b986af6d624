namespace Stances.Domain.Catalogue;

/// <summary>What a verb does to its subject's standing.</summary>
public enum VerbKind
{
    /// <summary>It tells a position by itself: urge, reject, welcome.</summary>
    Stance,

    /// <summary>It only reports; what is said tells the position: say, stress, note.</summary>
    Say,

    /// <summary>Done by several parties it makes an agreement: agree, pledge, reaffirm.</summary>
    Agree,

    /// <summary>It tells of a meeting: meet, hold talks, telephone.</summary>
    Meet,
}

/// <summary>A verb, or a phrase that works as one, and what it tells about its subject's position.</summary>
public sealed record Verb
{
    /// <summary>The slug.</summary>
    public required string Id { get; init; }
    /// <summary>What it does.</summary>
    public required VerbKind Kind { get; init; }
    /// <summary>The position it tells; null where what is said tells it.</summary>
    public Position? Position { get; init; }
    /// <summary>Lemmas and phrases: the first word is inflected, <c>|</c> parts alternatives, <c>..</c> leaves room for a few words.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
    /// <summary>Nouns that tell the same: behind a verb of uttering ("voiced its objection to") or as what somebody's word is ("its demand is that").</summary>
    public IReadOnlyList<string> Nouns { get; init; } = [];
    /// <summary>How far an agreement told by it has come.</summary>
    public AgreementStage Stage { get; init; } = AgreementStage.Agreed;
    /// <summary>Sentences with what must be read in them.</summary>
    public IReadOnlyList<VerbExample> Examples { get; init; } = [];
    /// <summary>Sentences in which nothing must be read.</summary>
    public IReadOnlyList<string> Not { get; init; } = [];
}

/// <summary>A sentence, the country that speaks in it, and the position it takes; several countries and no position where they agree or meet.</summary>
public sealed record VerbExample(string Text, IReadOnlyList<string> Countries, Position? Position);

/// <summary>Whose doing the words of a content rule must be about.</summary>
public enum ContentSubject
{
    /// <summary>Anybody's.</summary>
    Any,

    /// <summary>The speaker's own side.</summary>
    Own,

    /// <summary>Somebody else's.</summary>
    Other,
}

/// <summary>How words of what is said tell a position where the verb of saying does not. The first rule that fits decides.</summary>
public sealed record ContentRule
{
    /// <summary>The slug.</summary>
    public required string Id { get; init; }
    /// <summary>The position these words tell.</summary>
    public required Position Position { get; init; }
    /// <summary>Whose doing they must be about.</summary>
    public ContentSubject Subject { get; init; }
    /// <summary>Words in the form of <see cref="Verb.Words"/>, none inflected but those that begin with <c>~</c>.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];
}
