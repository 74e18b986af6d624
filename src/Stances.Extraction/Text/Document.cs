using Stances.Extraction.Words;

namespace Stances.Extraction.Text;

/// <summary>An article cut into paragraphs, sentences, words and quotes; every token tagged. Offsets are those of the text itself.</summary>
internal sealed class Document
{
    public Document(string text, IReadOnlyList<string> boilerplate, Tagger tagger)
    {
        Text = text;
        Blocks = Layout.Read(text, boilerplate);
        var tokens = new List<Token>(text.Length / 5 + 8);
        var tags = new List<Tag>(text.Length / 5 + 8);
        for (var b = 0; b < Blocks.Count; b++)
        {
            var own = Tokenizer.Read(text, Blocks[b].Start, Blocks[b].End);
            var first = tokens.Count;
            tokens.AddRange(own);
            tags.AddRange(tagger.Read(own));
            Ranges.Add((first, tokens.Count));
        }

        Tokens = tokens;
        Tags = [.. tags];
        QuoteOf = new int[tokens.Count];
        Array.Fill(QuoteOf, -1);
        for (var b = 0; b < Blocks.Count; b++)
            ReadBlock(b);
    }

    public string Text { get; }

    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>The tokens of each paragraph.</summary>
    public List<(int First, int End)> Ranges { get; } = [];

    public IReadOnlyList<Token> Tokens { get; }

    public Tag[] Tags { get; }

    /// <summary>The sentences of body paragraphs.</summary>
    public List<Sentence> Sentences { get; } = [];

    public List<QuoteSpan> Quotes { get; } = [];

    /// <summary>For each token the quote it stands in, or -1. A few quoted words within a sentence are no quote.</summary>
    public int[] QuoteOf { get; }

    /// <summary>The paragraph a token stands in.</summary>
    public int BlockOf(int token) => Ranges.CountBelow(x => x.End, token + 1);

    /// <summary>The sentence that begins last up to a token; -1 where none does.</summary>
    public int SentenceUpTo(int token) => Sentences.CountBelow(x => x.First, token + 1) - 1;

    /// <summary>The sentence a token stands in; -1 where it stands in none.</summary>
    public int SentenceOf(int token) => SentenceUpTo(token) is var k && k >= 0 && token < Sentences[k].End ? k : -1;

    private void ReadBlock(int b)
    {
        var (first, end) = Ranges[b];
        if (Blocks[b].Kind != BlockKind.Body)
            return;
        var quotes = SentenceCutter.Quotes(Tokens, first, end, b);
        if (quotes.Count > 0 && Quotes.Count > 0 && quotes[0].First <= first + 1 && Unclosed(Quotes[^1]) && Quotes[^1].Block == b - 1)
            quotes[0] = quotes[0] with { Carried = true };
        foreach (var quote in quotes)
        {
            if ((Words(quote) < 4 && !Ended(quote)) || Fragment(quote))
                continue;
            for (var i = quote.First; i < quote.End; i++)
                QuoteOf[i] = Quotes.Count;
            Quotes.Add(quote);
        }

        Sentences.AddRange(SentenceCutter.Read(Tokens, first, end, b, quotes));
    }

    private bool Unclosed(QuoteSpan quote) => quote.End == Ranges[quote.Block].End;

    /// <summary>Words quoted in the middle of a clause belong to it: he "reaffirmed their goal".</summary>
    private bool Fragment(QuoteSpan quote)
    {
        var first = quote.First;
        while (first < quote.End && !Tokens[first].IsWord)
            first++;
        return first < quote.End && !Tokens[first].Capital && !quote.Carried && quote.First - 2 >= Ranges[quote.Block].First
            && Tokens[quote.First - 2].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Possessive;
    }

    private int Words(QuoteSpan quote)
    {
        var words = 0;
        for (var i = quote.First; i < quote.End; i++)
            words += Tokens[i].IsWord ? 1 : 0;
        return words;
    }

    private bool Ended(QuoteSpan quote) => quote.End > quote.First && Tokens[quote.End - 1].Kind is TokenKind.Stop or TokenKind.Comma;
}
