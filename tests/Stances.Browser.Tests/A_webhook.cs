using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using Stances.Postgres.Tests.Fixtures;
using Stances.Postgres.Tests.Live;
using static Microsoft.Playwright.Assertions;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Browser.Tests;

/// <summary>What its owner does with a webhook on the page.</summary>
public sealed class A_webhook(Fixtures.Browser browser, PostgresServer server)
{
    private static readonly string[] Settings = ["--Live:AllowedNetworks", "127.0.0.0/8", "--Live:FirstRetry", "00:00:00.05", "--Live:Patience", "00:00:00.2"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_made_once_however_often_the_page_is_loaded_again(bool script)
    {
        await using var at = await Newsroom.Open(server, Settings);
        await using var visit = await Visit.Start(browser, at.Http.BaseAddress!, script);
        await visit.Open("/subscriptions");
        await visit.Page.GetByLabel("Address").FillAsync("https://example.org/hook");
        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Subscribe" }));
        await Expect(visit.Page.GetByLabel("Secret", new() { Exact = true })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));

        await visit.Page.ReloadAsync();

        await Expect(visit.Page.GetByLabel("Secret", new() { Exact = true })).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".subscription")).ToHaveCountAsync(1);
        Assert.Single((await at.Http.GetFromJsonAsync<JsonObject>("/subscriptions"))!["subscriptions"]!.AsArray());
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_tested_given_a_new_secret_and_made_to_try_again_what_it_gave_up(bool script)
    {
        await using var at = await Newsroom.Open(server, Settings);
        await using var receiver = await Receiver.Start();
        var refusing = true;
        receiver.Answer = (x, _) => Task.FromResult(refusing && (string?)x.Event["sequence"] == "1" && (string?)x.Event["type"] != "stances.test" ? 500 : 200);
        var id = await Subscribe(at, receiver.Url);
        await at.Append("article-1", Ingested("2017-08-08"), Said("JPN", "gsomia", Domain.Position.Supports, Domain.Direction.For, "2017-08-07"));
        await Until(at, $"/subscriptions/{id}", x => (int)x["delivered"]! == 1);
        await using var visit = await Visit.Start(browser, at.Http.BaseAddress!, script);
        await visit.Open("/subscriptions");
        var desk = visit.Page.Locator(".subscription");
        await Expect(desk.Locator(".given-up")).ToContainTextAsync("1 given up of Desk");
        await Expect(desk.Locator(".given-up li")).ToContainTextAsync("The receiver answered 500.");

        await visit.Click(desk.GetByRole(AriaRole.Button, new() { Name = "Send a test to Desk" }));
        await Expect(visit.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The test was taken by Desk" })).ToBeVisibleAsync();

        await visit.Click(desk.Locator("summary").Filter(new() { HasText = "New secret" }));
        await visit.Click(desk.GetByRole(AriaRole.Button, new() { Name = "Make a new secret" }));
        var secret = await visit.Page.GetByLabel("Secret", new() { Exact = true }).InputValueAsync();
        await visit.Picture(script ? "webhook-new-secret" : "webhook-new-secret-without-script");
        await visit.Click(desk.GetByRole(AriaRole.Button, new() { Name = "Send a test to Desk" }));
        await Expect(visit.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The test was taken by Desk" })).ToBeVisibleAsync();
        Assert.Equal(("stances.test", 1), ((string?)receiver.Seen.Last().Event["type"], receiver.Seen.Last().SignedBy(secret)));

        refusing = false;
        await visit.Click(desk.GetByRole(AriaRole.Button, new() { Name = "Try again sequence 1" }));
        await Expect(visit.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Tried again in a moment: Desk" })).ToBeVisibleAsync();
        await Until(at, $"/subscriptions/{id}/dead", x => x["deadLetters"]!.AsArray().Count == 0);
        await visit.Open("/subscriptions");
        await Expect(desk.Locator(".given-up")).ToHaveCountAsync(0);
        Assert.Equal("1", (string?)receiver.Seen.Last().Event["sequence"]);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Tells_why_a_test_was_not_taken()
    {
        await using var at = await Newsroom.Open(server, Settings);
        await using var receiver = await Receiver.Start();
        receiver.Answer = (_, _) => Task.FromResult(503);
        await Subscribe(at, receiver.Url);
        await using var visit = await Visit.Start(browser, at.Http.BaseAddress!, script: false);
        await visit.Open("/subscriptions");

        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test to Desk" }));

        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The test was not taken by Desk. The receiver answered 503.");
    }

    private static async Task<string> Subscribe(Newsroom at, string target)
    {
        using var answer = await at.Http.PostAsJsonAsync("/subscriptions", new { name = "Desk", target, filter = new { } });
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }

    private static async Task Until(Newsroom at, string path, Func<JsonObject, bool> when)
    {
        while (!when((await at.Http.GetFromJsonAsync<JsonObject>(path, TestContext.Current.CancellationToken))!)) { }
    }
}
