using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Stances.EventStore;
using Stances.Http;

namespace Stances.Cli;

/// <summary><c>stances serve</c>: the web service, with the sample articles in an empty log so that there is something to see.</summary>
internal static class ServeVerb
{
    public static Command Make()
    {
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, separated by semicolons (http://localhost:5000)." };
        var noSamples = new Option<bool>("--no-samples") { Description = "Do not load the sample articles into an empty log." };
        var verb = new Command("serve", "Serve the pages and the HTTP API.") { urls, noSamples };
        verb.SetAction(async (args, ct) =>
        {
            await using var workspace = await Workspace.Open(ct);
            if (!args.GetValue(noSamples))
                await Samples.Load(workspace, ct);
            try
            {
                // Whoever asks as soon as it listens is answered from tables that are there.
                await workspace.Projections.CatchUp(ct);
            }
            catch (ProjectionStoppedException)
            {
                // The others serve; /health and the log tell of this one.
            }

            await using var app = Server.Build(workspace, args.GetValue(urls) is { } given ? ["--urls", given] : []);
            try
            {
                await app.StartAsync(ct);
            }
            catch (Exception e) when (e is IOException or SocketException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" })
            {
                // What began before it listened ends in order, while the database is there.
                await app.StopAsync(CancellationToken.None);
                throw new InvalidInputException("urls", $"{e.Message.TrimEnd('.')}. Choose another address with --urls.");
            }

            foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses)
                Console.Out.WriteLine($"Listening on {address}");
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return verb;
    }
}
