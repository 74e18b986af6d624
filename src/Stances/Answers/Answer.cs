using System.Text.Json.Serialization;
using Stances.Domain;
using Stances.Extraction.Questions;
using Stances.Projections;

namespace Stances.Answers;

/// <summary>What the record has to say to a question: sentences, and under each the event it rests on.</summary>
/// <param name="Text">The sentences, oldest first, each with the mark of its footnote.</param>
/// <param name="Basis">The state of the log, the programs and the question this answer rests on; the same basis gives the same bytes.</param>
public sealed record Answer(
    string Question, [property: JsonPropertyName("answer")] string Text, Finding Finding, IReadOnlyList<StatementView> Statements, IReadOnlyList<AgreementView> Agreements,
    IReadOnlyList<MeetingView> Meetings, Interpretation Interpretation, Searched Searched, string Basis)
{
    /// <summary>The words of every item, with the article they stand in.</summary>
    [JsonIgnore]
    public IEnumerable<SourceView> Footnotes =>
        Statements.SelectMany(x => x.OtherSources.Prepend(new SourceView(x.Sequence, x.Evidence, x.Article)))
            .Concat(Agreements.SelectMany(x => x.OtherSources.Prepend(new SourceView(x.Sequence, x.Evidence, x.Article))))
            .Concat(Meetings.SelectMany(x => x.OtherSources.Prepend(new SourceView(x.Sequence, x.Evidence, x.Article))));
}

/// <summary>What came of the search.</summary>
public enum Finding
{
    /// <summary>There is something to show.</summary>
    Found,

    /// <summary>Both for and against it on one day.</summary>
    Contradictory,

    /// <summary>All it did was decline to say.</summary>
    Declined,

    /// <summary>Articles were read, and nothing of it stood in them.</summary>
    Silent,

    /// <summary>Nothing was read of that time, or nothing at all.</summary>
    NoCoverage,

    /// <summary>The question names somebody or something that is not in the record.</summary>
    Unknown,

    /// <summary>The question asks nothing that a record of what was said can tell.</summary>
    NoQuestion,
}

/// <summary>How the question was understood: in words, and part by part.</summary>
public sealed record Interpretation(
    string Words, Intent Intent, IReadOnlyList<string> Countries, IReadOnlyList<string> People, string? Role, IReadOnlyList<string> Topics, bool Ambiguous,
    IReadOnlyList<string> Matters, IReadOnlyList<Position> Positions, Direction? Direction, DateOnly? From, DateOnly? To, DateOnly? AsOf, string? Place, string? Quoted,
    IReadOnlyList<string> Holding, IReadOnlyList<string> NotUnderstood);

/// <summary>What was looked through.</summary>
/// <param name="Statements">How many statements (or agreements, or meetings) were looked at before the question's conditions were applied.</param>
/// <param name="LeastConfidence">What the reader was less sure of than this is not shown.</param>
public sealed record Searched(
    IReadOnlyList<string> Countries, IReadOnlyList<string> Topics, DateOnly? From, DateOnly? To, int Articles, int Statements, IReadOnlyList<string> Publishers, double LeastConfidence);

/// <summary>An agreement as the interfaces show it, with every article that tells of it.</summary>
public sealed record AgreementView(
    long Sequence, IReadOnlyList<string> Parties, string Topic, AgreementStage Stage, DateOnly? On, DateOnly AgreedBy, string Summary, double Confidence,
    DateTimeOffset RecordedAt, Evidence Evidence, ArticleView Article, IReadOnlyList<SourceView> OtherSources, int IndependentSources, bool SingleSource, bool Primary)
{
    /// <summary>What it is in PLOVER's terms.</summary>
    public Plover Plover => Plover.Of(Stage);

    /// <summary>The view of an agreement.</summary>
    public static AgreementView Of(Agreement x) => new(
        x.Cited.Sequence, x.Parties, x.Topic, x.Stage, x.On, x.AgreedBy, x.Summary, x.Cited.Confidence, x.Cited.RecordedAt, x.Cited.Evidence, ArticleView.Of(x.Cited.Article),
        SourceView.OthersOf(x.Sources), x.Sources.Independent, x.Sources.IsSingle, x.Sources.Primary);
}

/// <summary>A meeting as the interfaces show it, with every article that tells of it.</summary>
public sealed record MeetingView(
    long Sequence, DateOnly? On, DateOnly HeldBy, string? Place, string? Occasion, MeetingFormat Format, IReadOnlyList<Participant> Participants, double Confidence,
    DateTimeOffset RecordedAt, Evidence Evidence, ArticleView Article, IReadOnlyList<SourceView> OtherSources, int IndependentSources, bool SingleSource, bool Primary)
{
    /// <summary>What it is in PLOVER's terms.</summary>
    public Plover Plover => Plover.Of(Format);

    /// <summary>The view of a meeting.</summary>
    public static MeetingView Of(Meeting x) => new(
        x.Cited.Sequence, x.On, x.HeldBy, x.Place, x.Occasion, x.Format, x.Participants, x.Cited.Confidence, x.Cited.RecordedAt, x.Cited.Evidence, ArticleView.Of(x.Cited.Article),
        SourceView.OthersOf(x.Sources), x.Sources.Independent, x.Sources.IsSingle, x.Sources.Primary);
}
