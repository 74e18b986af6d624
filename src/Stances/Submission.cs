using System.Text;
using Stances.Domain;
using Stances.Extraction.Text;

namespace Stances;

/// <summary>A text somebody hands in to be read, checked to be one: not empty, not binary, not endless.</summary>
public sealed record Submission(string Text, DateOnly? PublishedOn, Source Source, string? By)
{
    /// <summary>The longest text that is taken, in bytes as submitted. The longest speeches on record are a tenth of it.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    // They stand beside every quote of the article.
    private const int LongestName = 1000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The submission of these bytes; a web page is reduced to its article, and tells what the submitter did not.</summary>
    /// <exception cref="InvalidInputException">The bytes are no text, or too many.</exception>
    public static Submission Of(ReadOnlySpan<byte> bytes, bool html, DateOnly? publishedOn, Source source, string? by)
    {
        if (bytes.Length > MostBytes)
            throw new InvalidInputException("text", $"The text has {bytes.Length} bytes; at most {MostBytes} are taken.") { Kind = InputFault.TooLarge };

        string text;
        try
        {
            text = Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidInputException("text", $"The text is not UTF-8: byte {e.Index} cannot be read.");
        }

        return Of(text, html || LooksLikeHtml(text), publishedOn, source, by);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{byte}, bool, DateOnly?, Source, string?)"/>
    public static Submission Of(string text, bool html, DateOnly? publishedOn, Source source, string? by)
    {
        if (text.Length > MostBytes)
            throw new InvalidInputException("text", $"The text has {text.Length} characters; at most {MostBytes} are taken.") { Kind = InputFault.TooLarge };
        RefuseWhatIsNoText(text, "text");
        RefuseWhatIsNoName(source, by);
        if (html)
        {
            var page = HtmlPage.Read(text);
            text = page.Text;
            publishedOn ??= page.PublishedOn;
            source = source with
            {
                Title = source.Title ?? Cut(page.Title),
                Url = source.Url ?? (IsWebAddress(page.Url) ? page.Url : null),
                Language = source.Language ?? Cut(page.Language),
            };
        }

        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidInputException("text", "The text is empty.");
        return new Submission(text, publishedOn, source, by);
    }

    private static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 512)).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether this is the whole address of a web page.</summary>
    public static bool IsWebAddress(string? text) =>
        text is { Length: <= 2000 } && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    // A page may say of itself what it likes; what it says too much of is cut.
    private static string? Cut(string? name) =>
        name is not { Length: > LongestName } ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];

    private static void RefuseWhatIsNoName(Source source, string? by)
    {
        foreach (var (field, name) in new[]
        {
            ("source/publisher", source.Publisher), ("source/title", source.Title), ("source/author", source.Author), ("source/language", source.Language), ("submittedBy", by),
        })
        {
            if (name?.Length > LongestName)
                throw new InvalidInputException(field, $"The {field.Split('/')[^1]} has {name.Length} characters; at most {LongestName} are taken.");
            RefuseWhatIsNoText(name ?? "", field);
        }
    }

    private static void RefuseWhatIsNoText(string text, string field)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c))
                throw new InvalidInputException(field, $"The {field.Split('/')[^1]} is not Unicode: character {i} is half of a pair.");
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v'))
                throw new InvalidInputException(field, $"The {field.Split('/')[^1]} is binary: character {i} is the control code {(int)c}.");
        }
    }
}
