using System.Text.Json.Serialization;
using Stances.Domain;
using Stances.Projections;

namespace Stances;

/// <summary>A statement as the interfaces show it: what was said, the words it rests on, and every source that reports it.</summary>
/// <param name="Sequence">Its event's place in the log.</param>
/// <param name="On">The day it was said, where told; <paramref name="SaidBy"/> is the latest day it can have been said.</param>
/// <param name="OtherSources">Further reports of the same statement.</param>
/// <param name="IndependentSources">How many sources did not copy from one another.</param>
/// <param name="Primary">Whether a state itself published it.</param>
public sealed record StatementView(
    long Sequence, string Country, string Topic, Position Position, Direction Direction, DateOnly? On, DateOnly SaidBy, Speaker? Speaker,
    Attribution Attribution, string? Target, string Summary, double Confidence, DateTimeOffset RecordedAt, Evidence Evidence, ArticleView Article,
    IReadOnlyList<SourceView> OtherSources, int IndependentSources, bool SingleSource, bool Primary)
{
    /// <summary>True where the catalogue knows the speaker and no office of theirs on that day; left out otherwise.</summary>
    public bool? OutOfOffice { get; init; }

    /// <summary>What it is in PLOVER's terms; null where it has none for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Plover? Plover => Plover.Of(Position, Direction);

    /// <summary>The view of a statement.</summary>
    public static StatementView Of(Statement x)
    {
        var told = x.Told.Cited;
        return new(
            told.Sequence, x.Country, x.Topic, x.Position, x.Direction, x.On, x.SaidBy, x.Speaker, x.Told.Attribution, x.Target, x.Summary,
            told.Confidence, told.RecordedAt, told.Evidence, ArticleView.Of(told.Article),
            SourceView.OthersOf(x.Sources),
            x.IndependentSources, x.SingleSource, x.Primary);
    }
}

/// <summary>Another report of the same.</summary>
public sealed record SourceView(long Sequence, Evidence Evidence, ArticleView Article)
{
    /// <summary>The views of all reports but the first.</summary>
    public static IReadOnlyList<SourceView> OthersOf(Sources x) =>
        [.. x.Others.Select(o => new SourceView(o.Cited.Sequence, o.Cited.Evidence, ArticleView.Of(o.Cited.Article)))];
}

/// <summary>What is cited of an article.</summary>
public sealed record ArticleView(string Id, string? Publisher, string? Title, string? Url, DateOnly? PublishedOn)
{
    /// <summary>The view of an article.</summary>
    public static ArticleView Of(CitedArticle x) => new(x.Id, x.Publisher, x.Title, x.Url, x.PublishedOn);
}
