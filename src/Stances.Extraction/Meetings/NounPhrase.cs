namespace Stances.Extraction.Meetings;

/// <summary>A meeting's noun with the phrase it heads.</summary>
/// <param name="Framed">Something is told to have been done there: "during their talks".</param>
/// <param name="Link">Where "with" or "between" stands behind it.</param>
internal sealed record NounPhrase(int Noun, int Start, int End, bool Framed, int? Link)
{
    /// <summary>The word before the phrase.</summary>
    public required string Lead { get; init; }

    /// <summary>"Friday's conversation": a day stands where an article would.</summary>
    public required bool Dated { get; init; }
}
