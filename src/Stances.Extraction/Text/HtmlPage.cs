using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Stances.Extraction.Text;

/// <summary>What a web page holds of an article: its text without menus, and what its head tells of it.</summary>
public sealed record HtmlPage(string Text, string? Title, DateOnly? PublishedOn, string? Language, string? Url, string? Publisher, string? Author)
{
    private static readonly HashSet<string> Noise = new(StringComparer.OrdinalIgnoreCase)
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "NAV", "HEADER", "FOOTER", "ASIDE", "FORM", "BUTTON", "SVG", "IFRAME", "TEMPLATE", "SELECT",
            "FIGURE", "FIGCAPTION", "VIDEO", "AUDIO", "CANVAS", "MENU", "DIALOG", "HEAD",
    };

    private static readonly HashSet<string> Paragraphs = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "UL", "OL", "LI", "TABLE", "TR", "BLOCKQUOTE", "H1", "H2", "H3", "H4", "H5", "H6", "PRE",
            "DL", "DT", "DD", "BODY", "HR", "ADDRESS", "TBODY", "THEAD",
    };

    /// <summary>Reads a page. The article part is the smallest element that holds most of the running text.</summary>
    public static HtmlPage Read(string html)
    {
        using var page = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var text = new StringBuilder();
        Write(ArticlePart(page), text);
        return new HtmlPage(
            Tidy(text.ToString()),
            Meta(page, "og:title", "twitter:title") ?? Blank(page.QuerySelector("h1")?.TextContent) ?? Blank(page.Title),
            Day(Meta(page, "article:published_time", "datePublished", "date", "dc.date", "DC.date.issued", "pubdate", "publishdate",
                "parsely-pub-date", "sailthru.date")
                ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Blank(page.DocumentElement?.GetAttribute("lang")) ?? Meta(page, "og:locale", "language")?.Replace('_', '-'),
            Blank(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Meta(page, "og:url"),
            Meta(page, "og:site_name", "publisher", "application-name"),
            Meta(page, "author", "article:author"));
    }

    private static INode ArticlePart(IDocument page)
    {
        var body = (INode?)page.Body ?? page;
        var named = page.QuerySelectorAll("article, main, [role=main], [itemprop=articleBody]")
            .Select(x => (Element: (INode)x, Length: Running(x))).Where(x => x.Length > 200).ToList();
        var whole = Running(body);
        var best = named.Where(x => x.Length * 2 > whole).OrderBy(x => x.Length).FirstOrDefault().Element;
        return best ?? body;
    }

    /// <summary>How much text stands in paragraphs beneath a node.</summary>
    private static int Running(INode node)
    {
        var length = 0;
        var open = new Stack<INode>([node]);
        while (open.TryPop(out var at))
        {
            if (at is IElement e && Noise.Contains(e.TagName))
                continue;
            if (at is IText text && text.Data.Length > 30)
                length += text.Data.Length;
            foreach (var child in at.ChildNodes)
                open.Push(child);
        }

        return length;
    }

    private static void Write(INode root, StringBuilder to)
    {
        // A stack of our own: pages can be nested deeper than the call stack.
        var open = new Stack<(INode Node, bool Close)>([(root, false)]);
        while (open.TryPop(out var at))
        {
            if (at.Node is IText text)
            {
                to.Append(text.Data.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '));
                continue;
            }

            if (at.Node is not IElement e)
            {
                if (at.Node is IDocument or IDocumentFragment)
                    Push(open, at.Node);
                continue;
            }

            if (Noise.Contains(e.TagName) && e != root)
                continue;
            if (e.TagName == "BR")
                to.Append('\n');
            else if (e.TagName is "TD" or "TH")
                to.Append(at.Close ? " " : "");
            else if (Paragraphs.Contains(e.TagName))
                to.Append(!at.Close && e.TagName == "LI" ? "\n\n- " : "\n\n");
            if (at.Close)
                continue;
            open.Push((e, true));
            Push(open, e);
        }
    }

    private static void Push(Stack<(INode Node, bool Close)> open, INode parent)
    {
        for (var i = parent.ChildNodes.Length - 1; i >= 0; i--)
            open.Push((parent.ChildNodes[i], false));
    }

    private static string Tidy(string text)
    {
        var lines = text.Split('\n').Select(x => string.Join(' ', x.Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)));
        var tidy = new StringBuilder();
        var gap = false;
        foreach (var line in lines)
        {
            if (line.Length == 0 || line == "-")
            {
                gap = tidy.Length > 0;
                continue;
            }

            if (tidy.Length > 0)
                tidy.Append(gap ? "\n\n" : "\n");
            tidy.Append(line);
            gap = false;
        }

        return tidy.ToString();
    }

    private static string? Meta(IDocument page, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var meta in page.QuerySelectorAll("meta"))
            {
                var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && Blank(meta.GetAttribute("content")) is { } content)
                    return content;
            }
        }

        return null;
    }

    private static DateOnly? Day(string? text)
    {
        if (text is null)
            return null;
        if (text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? DateOnly.FromDateTime(moment.DateTime)
            : null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
