using System.Security.Cryptography;
using System.Text;

namespace Stances.Http;

/// <summary>Answers that carry an ETag made from their basis: whoever has the bytes already gets 304.</summary>
internal static class Tagged
{
    /// <summary>The answer, or 304 where the client holds one of the same basis.</summary>
    public static IResult With<T>(HttpRequest request, string basis, T answer)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(basis)))[..32]}\"";
        request.HttpContext.Response.Headers.ETag = tag;
        // What an address answers changes with the log: it may be kept, but must be asked about each time.
        request.HttpContext.Response.Headers.CacheControl = "no-cache";
        return request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(x => x == "*" || x.TrimStart('W', '/') == tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(answer);
    }
}
