namespace Stances.Extraction.Questions;

/// <summary>Puts slips of the fingers right: words that are none, but one or two letters away from a word of the catalogue.</summary>
internal sealed class Spelling
{
    private readonly HashSet<string> known;
    private readonly ILookup<int, string> byLength;

    public Spelling(Lexicon lexicon)
    {
        known = [.. lexicon.Spellings];
        byLength = known.Where(x => x.Length >= 5 && char.IsLetter(x[0])).Order(StringComparer.Ordinal).ToLookup(x => x.Length);
    }

    public Word Right(Word word)
    {
        if (QuestionWords.Shorthand.TryGetValue(word.Lower, out var meant))
            return word.As(meant);
        if (word.IsMark || word.IsNumber || word.Lower.Length < 4 || known.Contains(word.Key) || known.Contains(word.Lower)
            || QuestionWords.IsCommon(word.Lower))
            return word;
        var often =
            QuestionWords.OftenSlipped.Where(x => x[0] == word.Lower[0] && Distance(word.Lower, x, 1) <= 1
                && (x.Length >= 5 || Swapped(word.Lower, x)))
                .ToList();
        if (often.Count == 1)
            return word.As(often[0]);
        if (word.Lower.Length < 5)
            return word;

        var most = word.Key.Length >= 8 ? 2 : 1;
        var near = Enumerable.Range(word.Key.Length - 1, 3).SelectMany(x => byLength[x])
            .Where(x => x[0] == word.Key[0] || (x[0] == word.Key[1] && x[1] == word.Key[0]))
            .Select(x => (Word: x, Far: Single(x) == Single(word.Key) ? 1 : Distance(word.Key, x, most))).Where(x => x.Far <= most).ToList();
        if (near.Count == 0)
            return word;
        var least = near.Min(x => x.Far);
        var best = near.Where(x => x.Far == least).ToList();
        return best.Count == 1 ? word.As(best[0].Word) : word;
    }

    /// <summary>The word with doubled letters written once: "tarrifs" and "tariffs" are the same slip.</summary>
    private static string Single(string word) => string.Concat(word.Where((c, i) => i == 0 || word[i - 1] != c));

    private static bool Swapped(string one, string other) =>
        one.Length == other.Length && one.Order().SequenceEqual(other.Order());

    /// <summary>Letters added, dropped, changed or swapped with the next one; more than <paramref name="most"/> counts as that and one.</summary>
    internal static int Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return most + 1;
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + changed);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
