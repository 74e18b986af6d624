using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Stances.EventStore;
using Stances.Live;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Live;

namespace Stances.Postgres.Tests.Program;

public sealed class Many_reads_at_once(PostgresServer server)
{
    private const int AtOnce = 3, Waiting = 4, TooMany = 5;

    [Fact]
    public async Task Leave_room_for_what_is_written_wait_their_turn_and_are_sent_away_beyond_that()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var service = await Service.Start(server, samples: false, "--Reads:AtOnce", $"{AtOnce}", "--Reads:Waiting", $"{Waiting}");
        await using var held = await service.Workspace.Db.OpenConnectionAsync(ct);
        await using var slow = await held.BeginTransactionAsync(ct);
        foreach (var schema in await held.Query(Sql.Raw("select 'stances_' || name || '_' || build from stances.checkpoints where name = 'statements' and live"), row => row.GetString(0), ct))
            await held.Execute(Sql.Of($"lock table {schema:name}.positions in access exclusive mode"), ct);

        var reads = Enumerable.Range(0, AtOnce + Waiting + TooMany).Select(_ => service.Http.GetAsync(new Uri("/positions", UriKind.Relative), ct)).ToList();
        var sentAway = new List<HttpResponseMessage>();
        while (sentAway.Count < TooMany)
        {
            var first = await Task.WhenAny(reads);
            reads.Remove(first);
            sentAway.Add(await first);
        }

        foreach (var answer in sentAway)
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
            Assert.Equal("urn:stances:problem:busy", (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("type").GetString());
        }
        Assert.All(reads, read => Assert.False(read.IsCompleted));
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync(new Uri("/health", UriKind.Relative), ct)).StatusCode);
        var handedIn = await service.Http.PostAsJsonAsync("/articles", new { text = "Japan's foreign minister Taro Kono called on South Korea to implement the 2015 deal on comfort women." }, ct);
        Assert.Equal(HttpStatusCode.Created, handedIn.StatusCode);

        await slow.RollbackAsync(ct);
        Assert.All(await Task.WhenAll(reads), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Of_listeners_who_catch_up_leave_room_for_what_is_written_too()
    {
        const int listeners = 100;
        var ct = TestContext.Current.CancellationToken;
        await using var service = await Service.Start(server, samples: true);
        await using var held = await service.Workspace.Db.OpenConnectionAsync(ct);
        await using var slow = await held.BeginTransactionAsync(ct);
        foreach (var schema in await held.Query(Sql.Raw("select 'stances_' || name || '_' || build from stances.checkpoints where name = 'statements' and live"), row => row.GetString(0), ct))
            await held.Execute(Sql.Of($"lock table {schema:name}.statements in access exclusive mode"), ct);

        var streams = await Task.WhenAll(Enumerable.Range(0, listeners).Select(_ => StreamClient.Open(service.Http, "/changes/stream?after=0")));
        var handedIn = await service.Http.PostAsJsonAsync("/articles", new { text = "Japan's foreign minister Taro Kono called on South Korea to implement the 2015 deal on comfort women." }, ct);
        Assert.Equal(HttpStatusCode.Created, handedIn.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync(new Uri("/health", UriKind.Relative), ct)).StatusCode);
        var waiting = await held.Query(Sql.Raw("select query from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"), row => row.GetString(0), ct);
        Assert.InRange(waiting.Count(x => !x.Contains("insert", StringComparison.Ordinal)), 1, Tail.AtOnce);

        await slow.RollbackAsync(ct);
        Assert.Single((await Task.WhenAll(streams.Select(x => x.Ids(3)))).Distinct());
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }
}
