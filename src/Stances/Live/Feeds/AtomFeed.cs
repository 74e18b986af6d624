using System.Globalization;
using System.Text;
using System.Xml;

namespace Stances.Live.Feeds;

/// <summary>A feed as Atom (RFC 4287), paged and archived (RFC 5005), with tombstones for what no longer counts (RFC 6721).</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom", History = "http://purl.org/syndication/history/1.0", Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public const string MediaType = "application/atom+xml";

    /// <summary>The document; <paramref name="link"/> gives the address of an archive, or of the newest document for null.</summary>
    public static byte[] Write(FeedDocument document, string title, Func<long?, string> link)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "fh", null, History);
            xml.WriteAttributeString("xmlns", "at", null, Tombstones);
            xml.WriteElementString("id", Atom, link(null));
            xml.WriteElementString("title", Atom, Clean(title));
            xml.WriteElementString("updated", Atom, Moment(document.Notices.Count > 0 ? document.Notices.Max(x => x.RecordedAt) : DateTimeOffset.UnixEpoch));
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, "Stances");
            xml.WriteEndElement();
            Link(xml, "self", link(document.Archive));
            if (document.Archive is not null)
            {
                xml.WriteElementString("archive", History, "");
                Link(xml, "current", link(null));
            }
            if (document.Older is { } older)
                Link(xml, "prev-archive", link(older));
            foreach (var (id, when) in document.Gone)
                Tombstone(xml, id, when);
            foreach (var notice in document.Notices.Where(x => !document.Gone.ContainsKey(x.Id)))
                Entry(xml, notice);
            xml.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Tombstone(XmlWriter xml, string id, DateTimeOffset when)
    {
        xml.WriteStartElement("deleted-entry", Tombstones);
        xml.WriteAttributeString("ref", Id(id));
        xml.WriteAttributeString("when", Moment(when));
        xml.WriteEndElement();
    }

    private static void Entry(XmlWriter xml, Notice notice)
    {
        var words = Wording.Of(notice);
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, Id(notice.Id));
        xml.WriteElementString("title", Atom, Clean(words.Title));
        xml.WriteElementString("updated", Atom, Moment(notice.RecordedAt));
        if (notice.On is { } day)
            xml.WriteElementString("published", Atom, day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
        if (words.Link is { } source)
            Link(xml, "alternate", source);
        foreach (var term in notice.Facets.Countries.Concat(notice.Facets.Topics))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Clean(term));
            xml.WriteEndElement();
        }
        // An entry without a link must have content; plain text is never markup.
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean(words.Quote is null ? words.Title : $"\"{words.Quote}\"{(words.Publisher is { } p ? $" ({p})" : "")}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Clean(address));
        xml.WriteEndElement();
    }

    /// <summary>An id that is a URI: events have theirs, a change is named by its event, country and topic.</summary>
    public static string Id(string id) => id.Contains(':', StringComparison.Ordinal) ? "urn:stances:" + id : "urn:uuid:" + id;

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    // XML has no way to write most control characters or half a surrogate pair.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return clean.ToString();
    }
}
