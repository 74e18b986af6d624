using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Stances.Domain;
using Stances.EventStore;
using Stances.Live;
using Stances.Live.Subscriptions;
using Stances.Postgres.Tests.Fixtures;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live;

public sealed class Ten_thousand_subscriptions(PostgresServer server)
{
    private const int All = 10_000, Filters = 100;

    [Fact]
    public async Task Are_told_each_what_it_wants_and_the_service_stays_well()
    {
        await using var at = await Newsroom.Open(server, "--Live:AllowedNetworks", "127.0.0.0/8", "--Live:Lease", "00:00:04", "--Live:Timeout", "00:01:00");
        await using var receiver = await Receiver.Start();
        await Subscribe(at, receiver);
        await at.Append("article-1", Ingested("2017-08-08"), Said("C07", "gsomia", Position.Supports, Direction.For, "2017-08-07"));

        var arrived = new HashSet<string>();
        while (arrived.Count < All / Filters)
            arrived.Add((await receiver.Next()).Path);

        Assert.Equal(Enumerable.Range(1, All).Where(n => n % Filters == 7).Select(n => $"/{n}").ToHashSet(), arrived);
        Assert.Equal(All, await Listed(at));
        using var health = await at.Http.GetAsync("/health");
        var told = (await health.Content.ReadFromJsonAsync<JsonObject>())!["deliveries"]!;
        Assert.Equal((HttpStatusCode.OK, All, 0, 0), (health.StatusCode, (int)told["active"]!, (int)told["failing"]!, (int)told["deadLetters"]!));
    }

    private static Task<int> Subscribe(Newsroom at, Receiver receiver)
    {
        var selections = Enumerable.Range(0, Filters).Select(x => SelectionJson.Write(new Selection { Countries = [string.Create(CultureInfo.InvariantCulture, $"C{x:00}")] })).ToArray();
        return at.Workspace.Db.Execute(Sql.Of($"""
            with made as (
                insert into stances.subscriptions (id, name, channel, target, watches, selection, sequence, part)
                select 'sub_' || n, 'Desk ' || n, 'webhook', {receiver.Url} || '/' || n, 'events', ({selections}::text[])[n % {Filters} + 1]::jsonb, 0, {int.MaxValue}
                from generate_series(1, {All}) n returning id)
            insert into stances.subscription_secrets (subscription, secret) select id, {Stances.Live.Webhooks.WebhookSecret.New().Text} from made
            """));
    }

    private static async Task<int> Listed(Newsroom at)
    {
        var (count, after) = (0, "");
        while (true)
        {
            var page = (await at.Http.GetFromJsonAsync<JsonObject>($"/subscriptions?limit=1000&after={after}"))!;
            count += page["subscriptions"]!.AsArray().Count;
            if (page["next"] is not { } next)
                return count;
            after = (string)next!;
        }
    }
}
