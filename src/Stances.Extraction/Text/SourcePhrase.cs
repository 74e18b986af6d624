namespace Stances.Extraction.Text;

/// <summary>Finds "according to ...", the phrase that tells where what stands beside it comes from.</summary>
internal static class SourcePhrase
{
    /// <summary>Whether one begins at a token, outside of quotes: what somebody is quoted to go by is no source of ours.</summary>
    public static bool At(Document document, int i) =>
        document.Tokens[i].Lower == "according" && document.QuoteOf[i] < 0 && i + 1 < document.Tokens.Count && document.Tokens[i + 1].Lower == "to";

    /// <summary>The first token of the first one in a stretch; null where there is none.</summary>
    public static int? In(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (At(document, i))
                return i;
        }

        return null;
    }
}
