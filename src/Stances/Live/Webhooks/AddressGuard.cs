using System.Net;
using System.Net.Sockets;

namespace Stances.Live.Webhooks;

/// <summary>
/// Keeps deliveries out of private networks. The name is resolved here and the connection is made to the very address that was
/// looked at, so that a name that changes its mind in between gains nothing.
/// </summary>
/// <param name="allowed">Networks that are let through although they are not public.</param>
/// <param name="resolve">Looks names up.</param>
public sealed class AddressGuard(IReadOnlyList<IPNetwork> allowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    private static readonly IPNetwork[] Closed = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3");

    // Of IPv6 only the global unicast range is open, and of that not what leads elsewhere: Teredo, ORCHID, documentation, 6to4.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Within = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>The guard that lets these networks through besides the open ones: <c>10.1.0.0/16, 127.0.0.1</c>.</summary>
    /// <exception cref="InvalidInputException">One of them is no network.</exception>
    public static AddressGuard Allowing(string? networks) => new([.. (networks ?? "")
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network)], Dns.GetHostAddressesAsync);

    /// <summary>Whether a delivery may go to this address.</summary>
    public bool Lets(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (allowed.Any(x => x.Contains(address)))
            return true;
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Closed.Any(x => x.Contains(address))
            : Global.Contains(address) && !Within.Any(x => x.Contains(address));
    }

    /// <summary>Opens a connection to the first address of a name that may be called.</summary>
    /// <exception cref="ForbiddenAddressException">None of its addresses may be called.</exception>
    public async ValueTask<Stream> Connect(DnsEndPoint place, CancellationToken ct)
    {
        var addresses = await resolve(place.Host, ct);
        var open = addresses.Where(Lets).ToArray();
        if (open.Length == 0)
            throw new ForbiddenAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, place.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : throw new InvalidInputException("Live:AllowedNetworks", $"Live:AllowedNetworks holds '{text}', which is no network; write 10.1.0.0/16 or an address.");

    private static IPNetwork[] Networks(params string[] texts) => [.. texts.Select(x => IPNetwork.Parse(x))];
}

/// <summary>The name leads only to addresses that are not to be called.</summary>
public sealed class ForbiddenAddressException() : IOException("The address is loopback, link-local, private or reserved; deliveries do not go there.");
