using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Stances.Postgres.Tests.Log;

/// <summary>Stands between a client and PostgreSQL, passes every message on and cuts the line after as many as it is told.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    public enum From { Client, Server }

    private readonly EndPoint server;
    private readonly string folder = Directory.CreateTempSubdirectory("stances-proxy-").FullName;
    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Lock gate = new();
    private readonly Task accepting;
    private From side;
    private int left = -1;

    public CuttingProxy(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        server = settings.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(settings.Host, $".s.PGSQL.{settings.Port}"))
            : new DnsEndPoint(settings.Host, settings.Port);
        listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, ".s.PGSQL.5432")));
        listener.Listen();
        (settings.Host, settings.Port, settings.SslMode, settings.GssEncryptionMode) = (folder, 5432, SslMode.Disable, GssEncryptionMode.Disable);
        ConnectionString = settings.ConnectionString;
        accepting = Task.Run(Accept);
    }

    public string ConnectionString { get; }

    /// <summary>True once the line was cut.</summary>
    public bool HasCut { get; private set; }

    /// <summary>Lets so many more messages of one side through, then cuts, once.</summary>
    public void CutAfter(From from, int messages)
    {
        lock (gate)
            (side, left, HasCut) = (from, messages, false);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        Directory.Delete(folder, recursive: true);
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                var upstream = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
                await upstream.ConnectAsync(server);
                _ = Pass(client, upstream, From.Client);
                _ = Pass(upstream, client, From.Server);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The proxy is at its end.
        }
    }

    private async Task Pass(Socket source, Socket target, From from)
    {
        using (source)
        using (target)
        {
            try
            {
                var opening = from == From.Client;
                while (await Message(source, opening) is { } message && !Cuts(from))
                {
                    await target.SendAsync(message);
                    opening = false;
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or EndOfStreamException)
            {
                // One end is gone; so, then, is the other.
            }
        }
    }

    private bool Cuts(From from)
    {
        lock (gate)
        {
            if (left < 0 || from != side || left-- > 0)
                return false;
            return HasCut = true;
        }
    }

    /// <summary>The next message: a kind (but for the opening one), a length that counts itself, and the rest.</summary>
    private static async Task<byte[]?> Message(Socket source, bool opening)
    {
        var head = new byte[opening ? 4 : 5];
        if (await source.ReceiveAsync(head.AsMemory(0, 1)) == 0)
            return null;
        await Fill(source, head.AsMemory(1));
        var length = IPAddress.NetworkToHostOrder(BitConverter.ToInt32(head, head.Length - 4));
        var message = new byte[head.Length - 4 + length];
        head.CopyTo(message, 0);
        await Fill(source, message.AsMemory(head.Length));
        return message;
    }

    private static async Task Fill(Socket source, Memory<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var read = await source.ReceiveAsync(buffer);
            if (read == 0)
                throw new EndOfStreamException();
            buffer = buffer[read..];
        }
    }
}
