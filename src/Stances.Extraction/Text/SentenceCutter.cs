using System.Collections.Frozen;
using Stances.Extraction.Words;

namespace Stances.Extraction.Text;

/// <summary>Finds where sentences end and which words are quoted. What stands in quotation marks is never cut from its sentence.</summary>
internal static class SentenceCutter
{
    private static readonly FrozenSet<string> Abbreviations = English.Set(
            "mr mrs ms dr gen lt col sgt capt sen rep gov prof st jr sr vs etc no jan feb mar apr jun jul aug sept sep oct nov dec inc "
            + "ltd co corp dept est rev hon ma shri smt amb adm maj brig a.m p.m am pm eg ie cf min");

    /// <summary>The quotes of one paragraph's tokens. Marks that do not pair up end with the paragraph.</summary>
    public static List<QuoteSpan> Quotes(IReadOnlyList<Token> tokens, int first, int end, int block)
    {
        var quotes = new List<QuoteSpan>();
        var open = -1;
        for (var i = first; i < end; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.QuoteOpen when open < 0:
                    open = i + 1;
                    break;
                case TokenKind.QuoteOpen when i + 1 < end && i > open && Ended(tokens, i - 1):
                    // A second opening mark after a finished sentence: the first was never closed.
                    quotes.Add(new QuoteSpan(open, i, block, false));
                    open = i + 1;
                    break;
                case TokenKind.QuoteClose when open >= 0:
                    quotes.Add(new QuoteSpan(open, i, block, false));
                    open = -1;
                    break;
                case TokenKind.QuoteClose when open < 0 && quotes.Count == 0 && i > first + 8 && tokens[i - 1].Kind is TokenKind.Stop or TokenKind.Comma:
                    break;
            }
        }

        if (open >= 0 && open < end)
            quotes.Add(new QuoteSpan(open, end, block, false));
        return quotes;
    }

    public static IEnumerable<Sentence> Read(IReadOnlyList<Token> tokens, int first, int end, int block, IReadOnlyList<QuoteSpan> quotes)
    {
        var start = first;
        for (var i = first; i < end; i++)
        {
            if (!EndsSentence(tokens, i, end, quotes, out var after))
                continue;
            if (after > start)
                yield return new Sentence(start, after, block);
            start = after;
            i = after - 1;
        }

        if (start < end)
            yield return new Sentence(start, end, block);
    }

    /// <summary>The sentences within a quote.</summary>
    public static IEnumerable<Sentence> Within(IReadOnlyList<Token> tokens, QuoteSpan quote) => Read(tokens, quote.First, quote.End, quote.Block, []);

    private static bool EndsSentence(IReadOnlyList<Token> tokens, int i, int end, IReadOnlyList<QuoteSpan> quotes, out int after)
    {
        after = i + 1;
        if (tokens[i].Kind is not (TokenKind.Stop or TokenKind.Ellipsis) || Abbreviated(tokens, i))
            return false;
        foreach (var quote in quotes)
        {
            if (i < quote.First || i >= quote.End)
                continue;
            // The stop that closes a quote ends the sentence where a new one begins behind the mark.
            if (i != quote.End - 1)
                return false;
            after = Math.Min(end, quote.End + 1);
        }

        while (after < end && tokens[after].Kind is TokenKind.QuoteClose or TokenKind.Close or TokenKind.Stop && tokens[after].Start == tokens[after - 1].End)
            after++;
        if (after >= end)
            return true;
        if (tokens[i].Kind == TokenKind.Ellipsis && !tokens[after].Capital)
            return false;
        var next = tokens[after];
        if (Glued(tokens, i, after))
            return true;
        return next.Start > tokens[after - 1].End
            && (next.Capital || next.Kind is TokenKind.Number or TokenKind.QuoteOpen or TokenKind.Open
                || tokens[i].Name != "." && !next.Capital && next.Kind != TokenKind.Word)
            || next.Kind is TokenKind.QuoteOpen;
    }

    /// <summary>"the main holdout.Finland's minister said": no space behind the stop.</summary>
    private static bool Glued(IReadOnlyList<Token> tokens, int i, int after) =>
        tokens[i].Name == "." && i > 0 && tokens[i - 1] is { Kind: TokenKind.Word, Lower.Length: > 2 } before && after < tokens.Count
        && tokens[after] is { Kind: TokenKind.Word, Capital: true, AllCaps: false } next && (!before.Capital || English.IsFunctionWord(next.Lower));

    /// <summary>Whether the stop belongs to the word before it and ends no sentence.</summary>
    internal static bool Abbreviated(IReadOnlyList<Token> tokens, int i) =>
        tokens[i].Name == "." && i > 0 && tokens[i - 1].End == tokens[i].Start && Abbreviations.Contains(tokens[i - 1].Lower)
        && (tokens[i - 1].Lower is not ("no" or "co" or "am" or "min" or "ma" or "sen" or "rep" or "mar" or "est") || tokens[i - 1].Capital);

    /// <summary>The stop of "Sept. 13".</summary>
    internal static bool Dated(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Number && English.Months.Contains(tokens[i - 1].Lower) && Abbreviated(tokens, i);

    private static bool Ended(IReadOnlyList<Token> tokens, int i) => tokens[i].Kind is TokenKind.Stop or TokenKind.Comma or TokenKind.Ellipsis;
}
