namespace Stances.Domain;

/// <summary>The words an event rests on: UTF-16 offsets into the article's text, start inclusive, end exclusive, and the words themselves.</summary>
public sealed record Evidence(int Start, int End, string Exact)
{
    /// <summary>The evidence that the words of <paramref name="text"/> between the offsets give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offsets do not lie in the text.</exception>
    public static Evidence In(string text, int start, int end) => new(start, end, text[start..end]);

    /// <summary>Whether the text holds these words at these offsets, to the character.</summary>
    public bool StandsIn(string text) =>
        Start >= 0 && Start < End && End <= text.Length && string.CompareOrdinal(text, Start, Exact, 0, End - Start) == 0 && Exact.Length == End - Start;
}

/// <summary>Where an article was published, as the submitter or the page told it; every part may be unknown.</summary>
/// <param name="Language">BCP 47 tag, such as <c>en</c>.</param>
public sealed record Source(string? Publisher, string? Url, string? Title, string? Author, string? Language)
{
    /// <summary>A source of which nothing is known.</summary>
    public static readonly Source Unknown = new(null, null, null, null, null);
}

/// <summary>Which reader found an event: its name, version and the hash of the catalogue it read with.</summary>
public sealed record ReaderVersion(string Name, string Version, string Catalogue);

/// <summary>Who said it: a named person, an office ("the foreign minister"), or both.</summary>
public sealed record Speaker(string? Name, string? Role);

/// <summary>One seat at a meeting. <paramref name="Country"/> is null where the text does not tell it.</summary>
public sealed record Participant(string? Person, string? Role, string? Country);

/// <summary>What a country was reported to do about a topic.</summary>
public enum Position
{
    /// <summary>States or repeats without direction; explains; no comment; will consider.</summary>
    Neutral,

    /// <summary>Welcomes, backs, values, shares, respects, hopes for.</summary>
    Supports,

    /// <summary>Objects, protests, calls it unacceptable.</summary>
    Opposes,

    /// <summary>Asks another side to do something.</summary>
    Demands,

    /// <summary>Says it will do something itself.</summary>
    Commits,

    /// <summary>Refuses a demand, a proposal or a claim.</summary>
    Rejects,

    /// <summary>Regret, concern, disappointment, condemnation of what someone did.</summary>
    Concerned,
}

/// <summary>What a position means for the topic's proposition.</summary>
public enum Direction
{
    /// <summary>The words do not decide.</summary>
    Unclear,

    /// <summary>For the proposition.</summary>
    For,

    /// <summary>Against the proposition.</summary>
    Against,
}

/// <summary>How the words reached the article.</summary>
public enum Attribution
{
    /// <summary>The speaker's own words in quotation marks.</summary>
    Quote,

    /// <summary>Told in the article's words.</summary>
    Paraphrase,

    /// <summary>A ministry, spokesperson or government told it of itself.</summary>
    Ministry,

    /// <summary>A joint statement, communique or other paper.</summary>
    Document,
}

/// <summary>Who sat at the table.</summary>
public enum MeetingFormat
{
    /// <summary>Two parties below the level of leaders.</summary>
    Bilateral,

    /// <summary>Three parties.</summary>
    Trilateral,

    /// <summary>More than three parties.</summary>
    Multilateral,

    /// <summary>Heads of state or government.</summary>
    Summit,

    /// <summary>By telephone or video.</summary>
    Call,
}

/// <summary>How far an agreement has come.</summary>
public enum AgreementStage
{
    /// <summary>Said together, with nothing to sign: a shared view, a pledge.</summary>
    Declared,

    /// <summary>Agreed to do.</summary>
    Agreed,

    /// <summary>Signed.</summary>
    Signed,

    /// <summary>Agreed provisionally or in principle.</summary>
    Tentative,
}
