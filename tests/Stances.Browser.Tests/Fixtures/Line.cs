using System.Net;
using System.Net.Sockets;

namespace Stances.Browser.Tests.Fixtures;

/// <summary>The line between a browser and a site, which can be cut and mended.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly Uri site;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Lock gate = new();
    private readonly List<TcpClient> ends = [];
    private readonly TaskCompletionSource tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task accepting;
    private bool cut;

    public Line(Uri site)
    {
        this.site = site;
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = Accept();
    }

    /// <summary>Where the site is found at this end.</summary>
    public Uri Address { get; }

    /// <summary>Somebody came while the line was cut.</summary>
    public Task TriedInVain => tried.Task;

    /// <summary>Breaks what is open, and everything until the line is mended.</summary>
    public void Cut()
    {
        lock (gate)
        {
            cut = true;
            ends.ForEach(x => x.Dispose());
            ends.Clear();
        }
    }

    /// <summary>Lets everything through again.</summary>
    public void Mend()
    {
        lock (gate)
            cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        listener.Dispose();
        await accepting;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var here = await listener.AcceptTcpClientAsync();
                var there = new TcpClient();
                lock (gate)
                {
                    if (cut)
                    {
                        tried.TrySetResult();
                        here.Dispose();
                        there.Dispose();
                        continue;
                    }
                    ends.AddRange([here, there]);
                }
                await there.ConnectAsync(site.Host, site.Port);
                _ = Pass(here, there);
                _ = Pass(there, here);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The line is no longer needed.
        }
    }

    private static async Task Pass(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
            to.Dispose();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone; so, then, is the other.
            to.Dispose();
        }
    }
}
