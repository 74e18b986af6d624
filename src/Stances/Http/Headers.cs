namespace Stances.Http;

/// <summary>Headers on every answer: nothing from elsewhere is loaded, nothing is framed, nothing is sniffed.</summary>
internal sealed class Headers(RequestDelegate next)
{
    private const string Pages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The browsable API document brings its own inline script and styles; article text never appears on it.
    private const string Docs =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/docs", StringComparison.Ordinal) ? Docs : Pages;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.Vary = "Accept";
        if (IsFromElsewhere(http.Request))
            throw new BadHttpRequestException("Another site's page may not write here.", StatusCodes.Status403Forbidden);
        return next(http);
    }

    // A page of another site can make a reader's browser post to this service on his own machine. Browsers say where a request comes from.
    private static bool IsFromElsewhere(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
}
