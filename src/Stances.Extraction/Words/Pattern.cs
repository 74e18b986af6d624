using Stances.Extraction.Text;

namespace Stances.Extraction.Words;

/// <summary>
/// A phrase as the catalogue writes it: words parted by spaces, alternatives by <c>|</c>, <c>..</c> for up to six words of the same
/// clause. Adverbs may stand between its words.
/// </summary>
internal sealed class Pattern
{
    private readonly string[][] words;

    private Pattern(string[][] words) => this.words = words;

    /// <summary>The alternatives of its first word.</summary>
    public IReadOnlyList<string> First => words[0];

    /// <summary>How much it asks for: the more words, the surer.</summary>
    public int Weight => words.Sum(x => x.Length == 0 ? 0 : 2) - words.Count(x => x.Length == 0);

    public static Pattern Parse(string phrase)
    {
        var parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(x => x == ".." ? [] : x.Split('|').Select(y => PlainName.Of(y).ToLowerInvariant()).ToArray()).ToArray();
        if (parts.Length == 0 || parts[0].Length == 0 || parts[^1].Length == 0)
            throw new FormatException($"'{phrase}' must begin and end with a word");
        return new Pattern(parts);
    }

    /// <summary>Where the phrase ends whose first word stands at <paramref name="at"/>; null where the rest does not follow.</summary>
    public int? Match(IReadOnlyList<Token> tokens, Tag[] tags, int at, int end, out bool negated)
    {
        negated = false;
        var i = at + 1;
        for (var k = 1; k < words.Length; k++)
        {
            if (words[k].Length == 0)
                continue;
            var gap = words[k - 1].Length == 0;
            var found = -1;
            var (step, limit) = (0, gap ? 7 : 4);
            for (var j = i; j < end && step < limit; j++)
            {
                // "pledge .. support" is not "pledged to support", though "is no reason to worry" is of one piece.
                if (gap && tags[j] == Tag.Infinitive && tags[j - 1] == Tag.To && tags[at] is Tag.Finite or Tag.Perfect or Tag.Ing or Tag.Infinitive)
                    break;
                if (Fits(words[k], tokens[j]))
                {
                    found = j;
                    break;
                }

                // "held today, Thursday, separate calls": commas around a day part nothing.
                if (tokens[j].Kind == TokenKind.Comma && (tags[j - 1] == Tag.Time || j + 1 < end && tags[j + 1] == Tag.Time))
                    continue;
                if (!tokens[j].IsWord && tokens[j].Kind is not (TokenKind.Possessive or TokenKind.Hyphen or TokenKind.QuoteOpen)
                    && !(gap && tokens[j].Kind is TokenKind.Other or TokenKind.QuoteClose))
                    break;
                // "called on Saturday for": a day may stand in between.
                var day = tags[j] == Tag.Time || tokens[j].Lower == "on" && j + 1 < end && tags[j + 1] == Tag.Time;
                if (!gap && !day && tags[j] is not (Tag.Adv or Tag.Not) && tokens[j].Kind != TokenKind.QuoteOpen)
                    break;
                if (gap && tags[j] is Tag.Finite or Tag.Modal or Tag.Rel or Tag.That)
                    break;
                // "told the summit it was ready to": a clause of its own, and nothing that anybody is told to do.
                if (gap && tags[j] == Tag.Pron && j + 1 < end && tags[j + 1] is Tag.Be or Tag.Have)
                    break;
                // A day does not count, nor what a name goes on with.
                if (gap && (day || tags[j] == Tag.Name && j > i && tags[j - 1] == Tag.Name))
                    continue;
                negated |= English.Negatives.Contains(tokens[j].Lower);
                step++;
            }

            if (found < 0)
                return null;
            i = found + 1;
        }

        return i;
    }

    private static bool Fits(string[] alternatives, Token token)
    {
        foreach (var word in alternatives)
        {
            if (token.Lower == word
                || (word.Length > 3 && token.Lower.Length == word.Length + 1 && token.Lower[^1] == 's'
                    && token.Lower.StartsWith(word, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
