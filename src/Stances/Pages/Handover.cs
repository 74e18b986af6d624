using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Stances.Pages;

/// <summary>What came of an act on a subscription.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Name">Its name.</param>
/// <param name="Done">What was done: <c>made</c>, <c>rotated</c>, <c>tested</c> or <c>replayed</c>.</param>
/// <param name="Secret">The secret its owner is told this once.</param>
/// <param name="Error">Why a test was not taken; null where it was.</param>
public sealed record Outcome(string Id, string Name, string Done, string? Secret = null, string? Error = null);

/// <summary>
/// Hands what came of a form to the page that is shown after it, in a sealed cookie that the page takes away: loading the page anew does
/// nothing again and shows no secret again, and no address holds one.
/// </summary>
internal static class Handover
{
    private const string Cookie = "stances-outcome";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    /// <summary>Gives an outcome to the next page.</summary>
    public static void Give(HttpContext http, Outcome outcome) =>
        http.Response.Cookies.Append(Cookie, Seal(http).Protect(JsonSerializer.Serialize(outcome), Lifetime), Options(http, Lifetime));

    /// <summary>Takes what the form before left; null where it left nothing.</summary>
    public static Outcome? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } given)
            return null;
        http.Response.Cookies.Delete(Cookie, Options(http, null));
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return JsonSerializer.Deserialize<Outcome>(Seal(http).Unprotect(given));
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    private static ITimeLimitedDataProtector Seal(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("stances.outcome").ToTimeLimitedDataProtector();

    private static CookieOptions Options(HttpContext http, TimeSpan? lifetime) => new()
    {
        Path = "/subscriptions", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = lifetime,
    };
}
