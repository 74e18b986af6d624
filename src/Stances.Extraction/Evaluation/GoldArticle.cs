using Stances.Domain;

namespace Stances.Extraction.Evaluation;

/// <summary>An event a careful reader finds in an article; several answers where several are right, the best first.</summary>
public sealed record GoldEvent(
    string Type, IReadOnlyList<string> Countries, string? Speaker, IReadOnlyList<string> Topics, IReadOnlyList<Position> Positions,
    IReadOnlyList<Direction> Directions, DateOnly? On, int Start, int End, bool Optional, IReadOnlyList<string> People, MeetingFormat? Format, string? Place);

/// <summary>An article with the events found in it by hand.</summary>
public sealed record GoldArticle(string Name, ArticleText Article, string? Manner, IReadOnlyList<GoldEvent> Events);

/// <summary>A gold file that does not fit its text or its form.</summary>
public sealed class GoldException(string message) : Exception(message);
