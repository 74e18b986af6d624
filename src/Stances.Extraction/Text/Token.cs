namespace Stances.Extraction.Text;

/// <summary>What a token is by its characters.</summary>
internal enum TokenKind : byte
{
    Word, Number, Possessive, Comma, Stop, Semicolon, Colon, Dash, Hyphen, Open, Close, QuoteOpen, QuoteClose, Ellipsis, Other,
}

/// <summary>A word or mark: where it stands, the word as names are matched (accents folded, abbreviation points dropped) and in lower case.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, string Name, string Lower, bool Capital)
{
    public bool IsWord => Kind is TokenKind.Word or TokenKind.Number;

    public bool AllCaps => Capital && Name.Length > 1 && Name.Equals(Name.ToUpperInvariant(), StringComparison.Ordinal);

    /// <summary>A name behind a small article: "al-Sharaa", "d'Escoto".</summary>
    public bool Articled =>
        Kind == TokenKind.Word && !Capital && Name.AsSpan().IndexOfAny('-', '\'') is > 0 and < 4 and var mark && mark + 1 < Name.Length
            && char.IsUpper(Name[mark + 1])
            && Name[..mark] is "al" or "el" or "an" or "as" or "ad" or "ar" or "at" or "az" or "ash" or "ul" or "ur" or "d" or "l";

    public override string ToString() => Name;
}
