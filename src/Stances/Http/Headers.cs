namespace Stances.Http;

/// <summary>Headers on every answer, those that tell of an error too: nothing from elsewhere is loaded, nothing is framed, nothing is sniffed.</summary>
internal sealed class Headers(RequestDelegate next)
{
    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The browsable API document brings its own inline script and styles; article text never appears on it.
    private const string Docs =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment: whoever tells of an error clears what was set before.
        http.Response.OnStarting(static http => Set((HttpContext)http), http);
        return next(http);
    }

    private static Task Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal) ? Docs : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Append("Vary", "Accept");
        return Task.CompletedTask;
    }
}
