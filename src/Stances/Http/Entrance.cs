using System.Net;

namespace Stances.Http;

/// <summary>
/// Which requests are let in. Where no key is asked for, whoever reaches this machine is trusted, and the browser of somebody who works at it
/// reaches it for every page he has open: what such a page of another site sends is refused.
/// </summary>
internal sealed class Entrance(RequestDelegate next, bool keyless)
{
    /// <summary>The names of the configuration that tell under which names the service is reached, where it is by others than this machine's.</summary>
    public const string NamesSetting = "AllowedHosts";

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (IsFromElsewhere(request))
            throw new BadHttpRequestException("Another site's page may not write here.", StatusCodes.Status403Forbidden);
        if (keyless && !IsThisMachine(request.Host.Host) && http.Connection.LocalIpAddress is not null)
            throw new BadHttpRequestException($"Without keys this service answers to the names of this machine alone; set {NamesSetting} to the names it is reached by.", StatusCodes.Status421MisdirectedRequest);
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            throw new InvalidInputException("", "The address holds a character that no text holds (U+0000).");
        // What is answered to a HEAD is what would be to a GET, of which the server sends the head alone. A stream has no end to wait for.
        if (HttpMethods.IsHead(request.Method) && request.Path.Value?.EndsWith("/stream", StringComparison.Ordinal) != true)
            request.Method = HttpMethods.Get;
        return next(http);
    }

    // A page of another site can make a reader's browser post to this service on his own machine. Browsers say where a request comes from.
    private static bool IsFromElsewhere(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");

    // It can also have its own name lead here (DNS rebinding), and is of the same origin then; but the browser still sends that name.
    private static bool IsThisMachine(string host) =>
        host.Length == 0 || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
