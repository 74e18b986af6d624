using System.Text;

namespace Stances.Extraction.Llm;

/// <summary>
/// Finds where a quote stands in a text: letter by letter, else with quotation marks, dashes, blanks and the ellipsis taken as one kind
/// each. What is found is always the text's own characters.
/// </summary>
internal sealed class QuoteLocator
{
    private readonly string text;
    private readonly string folded;
    private readonly List<int> places = [];

    public QuoteLocator(string text)
    {
        this.text = text;
        folded = Fold(text, places);
        places.Add(text.Length);
    }

    /// <summary>Every place of the quote, start inclusive, end exclusive.</summary>
    public IReadOnlyList<(int Start, int End)> Find(string quote)
    {
        if (string.IsNullOrWhiteSpace(quote))
            return [];
        var exact = Occurrences(text, quote).Select(at => (at, at + quote.Length)).ToList();
        if (exact.Count > 0)
            return exact;
        var sought = Fold(quote, []).Trim();
        return sought.Length == 0 ? [] : [.. Occurrences(folded, sought).Select(at => (places[at], End(places[at + sought.Length - 1])))];
    }

    private int End(int last) => last + (char.IsHighSurrogate(text[last]) && last + 1 < text.Length ? 2 : 1);

    private static IEnumerable<int> Occurrences(string within, string sought)
    {
        for (var at = within.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = within.IndexOf(sought, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static string Fold(string text, List<int> places)
    {
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var plain = text[i] switch
            {
                '\u2018' or '\u2019' or '\u201B' or '\u2032' => "'",
                '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u2033' => "\"",
                '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => "-",
                '\u2026' => "...",
                var c when char.IsWhiteSpace(c) => folded.Length > 0 && folded[^1] == ' ' ? "" : " ",
                var c => c.ToString(),
            };
            folded.Append(plain);
            places.AddRange(Enumerable.Repeat(i, plain.Length));
        }

        return folded.ToString();
    }
}
