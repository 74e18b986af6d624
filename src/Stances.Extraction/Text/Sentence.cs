namespace Stances.Extraction.Text;

/// <summary>A sentence as a range of tokens, with the paragraph it stands in.</summary>
internal sealed record Sentence(int First, int End, int Block);

/// <summary>Words in quotation marks as a range of tokens, the marks excluded; <paramref name="Carried"/> where it goes on from the paragraph before.</summary>
internal sealed record QuoteSpan(int First, int End, int Block, bool Carried);
