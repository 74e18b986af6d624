using System.Text.Json.Serialization;

namespace Stances.Domain;

/// <summary>
/// What can happen to one article: it is read, things said in it are found, and findings are corrected. One article is one stream.
/// </summary>
/// <remarks>
/// The cases and their property names are the storage format: the stored names in <see cref="EventJson"/> and golden files pin them.
/// A changed meaning is a new case; old ones stay readable for ever.
/// </remarks>
public abstract record ArticleEvent
{
    private ArticleEvent()
    {
    }

    /// <summary>An article was read for the first time; opens its stream.</summary>
    /// <param name="TextHash">SHA-256 of the text's UTF-8 bytes, lower-case hex; the key of the text, which stands outside the log.</param>
    /// <param name="TextLength">Length of the text in UTF-16 code units, the unit of every <see cref="Evidence"/> offset.</param>
    public sealed record ArticleIngested(
        Source Source, DateOnly? PublishedOn, string TextHash, int TextLength, ReaderVersion Reader, string? SubmittedBy) : ArticleEvent;

    /// <summary>The same source appeared with another text. Evidence of later events points into this text.</summary>
    public sealed record ArticleRevised(
        Source Source, DateOnly? PublishedOn, string TextHash, int TextLength, ReaderVersion Reader, string? SubmittedBy) : ArticleEvent;

    /// <summary>The source took the article back: nothing found in it counts any longer.</summary>
    public sealed record ArticleWithdrawn(string Reason, string By) : ArticleEvent;

    /// <summary>Officials of two or more parties met or spoke; <paramref name="On"/> is null where the text does not tell the day.</summary>
    public sealed record MeetingHeld(
        DateOnly? On, string? Place, string? Occasion, MeetingFormat Format, IReadOnlyList<Participant> Participants,
        double Confidence, IReadOnlyList<string> Reasons, Evidence Evidence) : ArticleEvent;

    /// <summary>A country was reported to hold a position on a topic.</summary>
    /// <param name="Country">ISO 3166-1 alpha-3, or EUU, UNO, XKX.</param>
    /// <param name="Speaker">The named person, or the office alone; null where a ministry, capital or government speaks.</param>
    /// <param name="Target">The country a demand, protest or praise is addressed to, where the text tells.</param>
    /// <param name="On">The day it was said (valid time); null where the text and the published date do not tell.</param>
    /// <param name="Confidence">0 to 1: the reader's calibrated belief that all of this is right; <paramref name="Reasons"/> say what it rests on.</param>
    public sealed record StanceStated(
        string Country, Speaker? Speaker, Attribution Attribution, string Topic, Position Position, Direction Direction, string? Target,
        string Summary, DateOnly? On, double Confidence, IReadOnlyList<string> Reasons, Evidence Evidence) : ArticleEvent;

    /// <summary>Two or more parties agreed, pledged, confirmed or shared a view together.</summary>
    public sealed record AgreementReached(
        IReadOnlyList<string> Parties, string Topic, string Summary, AgreementStage Stage, DateOnly? On,
        double Confidence, IReadOnlyList<string> Reasons, Evidence Evidence) : ArticleEvent;

    /// <summary>An earlier event of the same stream, told by its version, no longer counts. A correction is this plus a new event.</summary>
    public sealed record EventRetracted(long Version, string Reason, string By) : ArticleEvent;

    /// <summary>Where in the text this event rests, or null for events about the article itself.</summary>
    [JsonIgnore]
    public Evidence? Grounds => this switch
    {
        MeetingHeld x => x.Evidence,
        StanceStated x => x.Evidence,
        AgreementReached x => x.Evidence,
        ArticleIngested or ArticleRevised or ArticleWithdrawn or EventRetracted => null,
        _ => throw new System.Diagnostics.UnreachableException($"{GetType().Name} has no arm in {nameof(Grounds)}."),
    };
}
