using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Stances.Postgres.Tests.Live;

/// <summary>A RabbitMQ broker of the run's own, from the distribution's package: found, or installed where that is allowed.</summary>
public sealed class RabbitServer : IAsyncLifetime
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly string home = Path.Combine(Path.GetTempPath(), "stances-rabbit-" + Guid.NewGuid().ToString("n")[..12]);
    private readonly int names = FreePort(), port = FreePort(), distribution = FreePort();
    private Process? process;

    public string Address => $"amqp://guest:guest@127.0.0.1:{port}/";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            await Install();
        Directory.CreateDirectory(home);
        process = Start();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var left = 480; ; left--)
        {
            try
            {
                await using var connection = await new ConnectionFactory { Uri = new Uri(Address) }.CreateConnectionAsync();
                return;
            }
            catch (BrokerUnreachableException) when (left > 0 && !process.HasExited)
            {
                await timer.WaitForNextTickAsync();
            }
        }
    }

    /// <summary>Ends the broker at once and starts it again on what it had on disk.</summary>
    public async Task Restart()
    {
        await Stop();
        await InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (Directory.Exists(home))
            Directory.Delete(home, recursive: true);
    }

    private async Task Stop()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        // The name daemon of Erlang outlives its broker; this one is ours alone, at a port of its own.
        using var epmd = Process.Start(new ProcessStartInfo("epmd", ["-port", $"{names}", "-kill"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        await epmd!.WaitForExitAsync();
    }

    private Process Start() => Process.Start(new ProcessStartInfo(Program)
    {
        WorkingDirectory = home,
        RedirectStandardOutput = true,
        Environment =
        {
            ["HOME"] = home, ["RABBITMQ_MNESIA_BASE"] = home, ["RABBITMQ_LOG_BASE"] = home, ["RABBITMQ_PID_FILE"] = Path.Combine(home, "pid"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(home, "plugins"), ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(home, "none"), ["RABBITMQ_NODENAME"] = $"stances{port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1", ["RABBITMQ_NODE_PORT"] = $"{port}", ["RABBITMQ_DIST_PORT"] = $"{distribution}", ["ERL_EPMD_PORT"] = $"{names}", ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        },
    })!;

    private static async Task Install()
    {
        const string advice = "These tests need RabbitMQ: run `apt-get install rabbitmq-server`.";
        if (!Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/apt-get"))
            throw new InvalidOperationException(advice);
        foreach (var args in new[] { "update", "install -y --no-install-recommends rabbitmq-server" })
        {
            var start = new ProcessStartInfo("apt-get", args.Split(' ')) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
            using var apt = Process.Start(start)!;
            var told = Task.WhenAll(apt.StandardOutput.ReadToEndAsync(), apt.StandardError.ReadToEndAsync());
            await apt.WaitForExitAsync();
            if (apt.ExitCode != 0)
                throw new InvalidOperationException($"{advice} ({(await told)[1].Trim()})");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
