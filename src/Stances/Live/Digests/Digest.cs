using System.Globalization;
using System.Net;
using System.Text;

namespace Stances.Live.Digests;

/// <summary>What a mail says of notices: the same as text and as HTML. The words of articles are strangers' and are encoded.</summary>
/// <param name="Id">The same for the same notices to the same subscriber, so that a mail that comes twice can be told.</param>
internal sealed record Digest(string Id, string Subject, string Text, string Html)
{
    private const int Shown = 200;

    /// <summary>The digest of these notices; <paramref name="count"/> says how many there were in all.</summary>
    public static Digest Of(string subscription, string name, IReadOnlyList<Notice> notices, long count)
    {
        var subject = $"Stances: {count} new for {OneLine(name)}";
        var (text, html) = (new StringBuilder(), new StringBuilder());
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html><body><h1>{WebUtility.HtmlEncode(subject)}</h1><ul>");
        foreach (var words in notices.Take(Shown).Select(Wording.Of))
        {
            text.Append("* ").AppendLine(OneLine(words.Title));
            html.Append("<li><p>").Append(WebUtility.HtmlEncode(words.Title)).Append("</p>");
            if (words.Quote is { } quote)
            {
                text.Append("  \"").Append(OneLine(quote)).AppendLine("\"");
                html.Append("<blockquote>").Append(WebUtility.HtmlEncode(quote)).Append("</blockquote>");
            }
            if (words.Link is { } link)
            {
                text.Append("  ").AppendLine(link);
                html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(words.Publisher ?? link)}</a></p>");
            }
            html.Append("</li>");
        }
        html.Append("</ul>");
        if (count > Shown)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"and {count - Shown} more.");
            html.Append(CultureInfo.InvariantCulture, $"<p>and {count - Shown} more.</p>");
        }
        html.Append("</body></html>");
        var last = notices.Count > 0 ? notices[^1].Place.ToString() : "none";
        return new Digest($"{subscription}.{last}", subject, text.ToString(), html.ToString());
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
