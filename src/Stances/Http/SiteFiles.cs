using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Stances.Http;

/// <summary>The style sheet, the script and the icon, carried in the program itself and packed once. Their addresses name their content, so they are kept for ever.</summary>
public static class SiteFiles
{
    private sealed record SiteFile(string Type, byte[] Plain, byte[] Brotli, EntityTagHeaderValue Tag, string Version);

    private static readonly FrozenDictionary<string, SiteFile> All = new[]
    {
        ("site.css", "text/css; charset=utf-8"), ("site.js", "text/javascript; charset=utf-8"), ("live.js", "text/javascript; charset=utf-8"), ("icon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(x => x.Item1, x => Load(x.Item1, x.Item2));

    /// <summary>The address of an asset, with its version.</summary>
    public static string Address(string name) => $"/{name}?v={All[name].Version}";

    internal static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (name, asset) in All)
            routes.MapGet("/" + name, (HttpContext http) => Send(http, asset)).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", () => Results.Redirect(Address("icon.svg"))).ExcludeFromDescription();
    }

    private static IResult Send(HttpContext http, SiteFile asset)
    {
        var packed = http.Request.GetTypedHeaders().AcceptEncoding.Any(x => x.Value == "br" && x.Quality is not 0);
        var headers = http.Response.Headers;
        headers.CacheControl = http.Request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (packed)
            headers.ContentEncoding = "br";
        return Results.Bytes(packed ? asset.Brotli : asset.Plain, asset.Type, entityTag: asset.Tag);
    }

    private static SiteFile Load(string name, string type)
    {
        using var resource = typeof(SiteFiles).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"The program carries no {name}.");
        using var plain = new MemoryStream();
        resource.CopyTo(plain);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(plain.ToArray());
        var version = Convert.ToHexStringLower(SHA256.HashData(plain.ToArray()))[..12];
        return new SiteFile(type, plain.ToArray(), packed.ToArray(), new EntityTagHeaderValue($"\"{version}\"", isWeak: true), version);
    }
}
