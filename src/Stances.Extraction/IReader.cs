using Stances.Domain;

namespace Stances.Extraction;

/// <summary>An article as it came in: its text and what the submitter told of it.</summary>
public sealed record ArticleText(string Text, DateOnly? PublishedOn, Source Source);

/// <summary>What a reader found, in the order of the text; published day and source completed from the text where the submitter gave none.</summary>
public sealed record Reading(IReadOnlyList<ArticleEvent> Events, DateOnly? PublishedOn, Source Source)
{
    /// <summary>What was claimed and not taken, each with the reason; empty for a reader that claims nothing it cannot show.</summary>
    public IReadOnlyList<string> Rejected { get; init; } = [];
}

/// <summary>Finds meetings, stances and agreements in an article.</summary>
public interface IReader
{
    /// <summary>Which reader this is: stands beside everything it found.</summary>
    ReaderVersion Version { get; }

    /// <summary>Reads the article. The evidence of each event stands in its text.</summary>
    Task<Reading> Read(ArticleText article, CancellationToken ct);
}
