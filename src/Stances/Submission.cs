using System.Text;
using Stances.Domain;
using Stances.Extraction.Text;

namespace Stances;

/// <summary>A text somebody hands in to be read, checked to be one: not empty, not binary, not endless.</summary>
public sealed record Submission(string Text, DateOnly? PublishedOn, Source Source, string? By)
{
    /// <summary>The longest text that is taken, in bytes as submitted. The longest speeches on record are a tenth of it.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

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
        RefuseWhatIsNoText(text);
        if (html)
        {
            var page = HtmlPage.Read(text);
            text = page.Text;
            publishedOn ??= page.PublishedOn;
            source = source with
            {
                Title = source.Title ?? page.Title,
                Url = source.Url ?? page.Url,
                Language = source.Language ?? page.Language,
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

    private static void RefuseWhatIsNoText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c))
                throw new InvalidInputException("text", $"The text is not Unicode: character {i} is half of a pair.");
            if (c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v'))
                throw new InvalidInputException("text", $"The text is binary: character {i} is the control code {(int)c}.");
        }
    }
}
