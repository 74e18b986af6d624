using System.Net;
using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnAScratchSite.Name)]
public sealed class A_subscription(Fixtures.Browser browser, Scratch site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_made_paused_resumed_and_deleted(bool script)
    {
        var name = $"Desk {script}";
        await using var visit = await Visit.Start(browser, site.Address, script);
        await visit.Open("/subscriptions?what=changes&country=JPN&topic=comfort-women-deal");
        await Expect(visit.Page.GetByLabel("Countries")).ToHaveValueAsync("Japan");
        await Expect(visit.Page.GetByLabel("Topics")).ToHaveValueAsync("the 2015 comfort women deal");
        await visit.Page.GetByLabel("Address").FillAsync("https://example.org/hook");
        await visit.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Subscribe" }));

        await Expect(visit.Page.GetByLabel("Secret")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^whsec_"));
        var made = visit.Page.Locator(".subscription").Filter(new() { HasText = name });
        await Expect(made).ToContainTextAsync("Changes of positions of Japan on the 2015 comfort women deal");
        await Expect(made).ToContainTextAsync("nothing behind");
        await visit.Picture(script ? "subscription-made" : "subscription-made-without-script");

        await visit.Click(made.GetByRole(AriaRole.Button, new() { Name = "Pause" }));
        await Expect(made.Locator(".state")).ToHaveTextAsync("paused");
        await Expect(visit.Page.GetByLabel("Secret")).ToHaveCountAsync(0);
        await visit.Click(made.GetByRole(AriaRole.Button, new() { Name = "Resume" }));
        await Expect(made.Locator(".state")).ToHaveTextAsync("delivers");
        await visit.Click(made.GetByText("Delete", new() { Exact = false }).First);
        await visit.Click(made.GetByRole(AriaRole.Button, new() { Name = "Delete for good" }));
        await Expect(made).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("Countries", "Jpan", "Did you mean")]
    [InlineData("Topics", "zeppelins", "There is no topic 'zeppelins'")]
    [InlineData("Address", "nowhere", "This is not a web address")]
    [InlineData("Address", "http://127.0.0.1/hook", "deliveries do not go there")]
    [InlineData("Least confidence", "much", "not a number from 0 to 1")]
    [InlineData("By", "day", "no mail server")]
    public async Task Is_refused_at_the_field_that_is_wrong_and_keeps_what_was_typed(string field, string typed, string told)
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/subscriptions");
        await visit.Page.GetByLabel("Address").FillAsync(field == "By" ? "desk@example.org" : "https://example.org/hook");
        await visit.Page.GetByLabel("Published by").FillAsync("Kept");
        if (field == "By")
            await visit.Page.GetByLabel(field, new() { Exact = true }).SelectOptionAsync(typed);
        else
            await visit.Page.GetByLabel(field).FillAsync(typed);
        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Subscribe" }));

        var wrong = visit.Page.Locator("[aria-invalid]");
        await Expect(wrong).ToHaveCountAsync(1);
        await Expect(wrong).ToHaveValueAsync(typed);
        await Expect(visit.Page.Locator(".faulty .fault")).ToContainTextAsync(told);
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(told);
        await Expect(visit.Page.GetByLabel("Published by")).ToHaveValueAsync("Kept");
        await Expect(visit.Page.Locator(".subscription")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Is_not_made_by_a_form_that_this_service_did_not_make()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("target", "https://example.org/hook")]);
        using var answer = await http.PostAsync("/subscriptions", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("came from elsewhere", await answer.Content.ReadAsStringAsync());
        Assert.DoesNotContain("class=\"subscription\"", await http.GetStringAsync("/subscriptions"));
    }
}
