using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Stances.Http;

/// <summary>
/// Who may ask: bound to this machine alone the service is open; bound elsewhere every request but <c>/health</c> needs a key
/// (<c>Authorization: Bearer KEY</c>, or KEY as the password a browser asks for), and without keys it refuses to start.
/// </summary>
internal sealed class Keys
{
    /// <summary>The environment variable that holds the keys, separated by commas.</summary>
    public const string Variable = "STANCES_API_KEYS";

    private static readonly string[] PortSettings = ["http_ports", "https_ports"];

    private readonly byte[][] hashes;

    private Keys(IEnumerable<string> keys) => hashes = [.. keys.Select(Hash)];

    /// <summary>The keys in force for these addresses; null where the service is open.</summary>
    /// <exception cref="InvalidInputException">An address is reachable from elsewhere and there are no keys.</exception>
    public static Keys? For(IConfiguration configuration)
    {
        var keys = (configuration[Variable] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var open = Addresses(configuration).Where(x => !IsLoopback(x)).ToList();
        if (open.Count > 0 && keys.Length == 0)
            throw new InvalidInputException("urls", $"{open[0]} is reachable from other machines; set {Variable} (keys separated by commas), or listen on localhost.");
        return keys.Length > 0 ? new Keys(keys) : null;
    }

    /// <summary>Lets a request pass that carries a key, and answers 401 to one that does not.</summary>
    public Task Ask(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || (Given(http.Request) is { } key && Holds(key)))
            return next(http);
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"stances\", charset=\"UTF-8\"";
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        var urls = configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? "";
        var ports = PortSettings.SelectMany(x => (configuration[x] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(x => "http://*:" + x);
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(x => x["Url"] ?? "");
        return urls.Length > 0 ? urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Concat(endpoints) : ports.Concat(endpoints);
    }

    private static bool IsLoopback(string address)
    {
        if (address.StartsWith("http://unix:", StringComparison.OrdinalIgnoreCase))
            return true;
        var host = Parsed(address).Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }

    private static BindingAddress Parsed(string address)
    {
        try
        {
            if (BindingAddress.Parse(address) is { Port: <= IPEndPoint.MaxPort } parsed)
                return parsed;
        }
        catch (FormatException)
        {
            // Told below, as a port that there is not.
        }

        throw new InvalidInputException("urls", $"'{address}' is no address to listen on; write http://localhost:5000.");
    }

    private static string? Given(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return header[7..].Trim();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    // Hashes are of one length, so that comparing them tells nothing about the keys by its time.
    private bool Holds(string key)
    {
        var given = Hash(key);
        return hashes.Aggregate(false, (found, hash) => found | CryptographicOperations.FixedTimeEquals(hash, given));
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
