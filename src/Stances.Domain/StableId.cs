using System.Security.Cryptography;
using System.Text;

namespace Stances.Domain;

/// <summary>Names made from content, so that the same thing submitted twice gets the same name.</summary>
public static class StableId
{
    // Our own namespace for name-based UUIDs; any fixed value serves, but it may never change.
    private static readonly Guid Namespace = new("6f1d2f0e-5f0b-5a55-9f0c-3b1a8d1c7e42");

    /// <summary>SHA-256 of a text's UTF-8 bytes as lower-case hex.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The stream of the article with this url, or with this text where it has none: <c>article-</c> and 32 hex digits.</summary>
    public static string StreamOf(string? url, string textHash) =>
        "article-" + (url is null ? textHash[..32] : HashOf(CanonicalUrl(url))[..32]);

    /// <summary>
    /// One spelling for the urls of one page: lower-case scheme and host, no default port, no fragment, no trailing slash,
    /// no tracking parameters, https for http.
    /// </summary>
    public static string CanonicalUrl(string url)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return url.Trim();

        var kept = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(x => !x.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) && !x.StartsWith("fbclid=", StringComparison.OrdinalIgnoreCase));
        var query = string.Join('&', kept);
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"https://{uri.IdnHost.ToLowerInvariant()}{port}{uri.AbsolutePath.TrimEnd('/')}{(query.Length > 0 ? "?" + query : "")}";
    }

    /// <summary>A name-based UUID (RFC 9562, version 5): the same stream, version and content always give the same event id.</summary>
    public static Guid EventId(string stream, long version, string type, string data)
    {
        Span<byte> ns = stackalloc byte[16];
        Namespace.TryWriteBytes(ns, bigEndian: true, out _);
        var name = Encoding.UTF8.GetBytes($"{stream}\n{version}\n{type}\n{data}");
        byte[] input = [.. ns, .. name];
#pragma warning disable CA5350 // Version 5 is defined with SHA-1; nothing here is a secret.
        var hash = SHA1.HashData(input);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
