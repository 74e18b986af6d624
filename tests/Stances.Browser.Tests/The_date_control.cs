using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnTheSite.Name)]
public sealed class The_date_control(Fixtures.Browser browser, Site site)
{
    [Theory]
    [InlineData("/ask?q=what%20did%20Japan%20say%20about%20the%202015%20deal", "on", true)]
    [InlineData("/ask?q=what%20did%20Japan%20say%20about%20the%202015%20deal", "on", false)]
    [InlineData("/diff?on=2017-08-01", "on2", true)]
    [InlineData("/diff?on=2017-08-01", "on2", false)]
    [InlineData("/diff?country=JPN&country2=KOR", "on", true)]
    [InlineData("/status", "on", true)]
    [InlineData("/status", "on", false)]
    [InlineData("/countries/JPN", "on", true)]
    public async Task Moves_what_is_shown_and_its_address_and_back(string path, string field, bool script)
    {
        await using var visit = await Visit.Start(browser, site.Address, script);
        await visit.Open(path);
        var now = await visit.Page.Locator("#view").InnerTextAsync();
        await visit.Click(visit.Page.Locator(".years a").Filter(new() { HasText = "2017" }));
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"[?&]{field}=2017-12-31"));
        await Expect(visit.Page.Locator("#view")).Not.ToContainTextAsync("2023");
        await Expect(visit.Page.Locator($".dates [name={field}]")).ToHaveValueAsync("2017-12-31");
        await visit.Click(visit.Page.GetByText("Back to now"));
        await Expect(visit.Page).ToHaveURLAsync(new Regex(Regex.Escape(path) + "$"));
        await Expect(visit.Page.Locator("#view")).ToHaveTextAsync(now, new() { UseInnerText = true });
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Leaves_out_of_an_article_what_it_tells_of_later_days()
    {
        var first = JsonNode.Parse(await site.Http.GetStringAsync("/articles"))!["items"]!.AsArray()[^1]!["id"];
        await using var visit = await Visit.Start(browser, site.Address);
        await visit.Open($"/articles/{first}?on=2017-08-07");
        var found = await visit.Page.Locator(".finding").CountAsync();
        await visit.Page.GetByLabel("Said by", new() { Exact = true }).FillAsync("2017-08-06");
        await visit.Page.GetByLabel("Said by", new() { Exact = true }).PressAsync("Enter");
        await Expect(visit.Page.Locator("#view .notice")).ToHaveTextAsync($"{found} findings are of days after 6 August 2017, and left out.");
        await Expect(visit.Page.Locator(".finding, .text mark")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leads_back_from_a_moment_when_an_article_had_not_been_read(bool script)
    {
        var first = JsonNode.Parse(await site.Http.GetStringAsync("/articles"))!["items"]!.AsArray()[^1]!["id"];
        await using var visit = await Visit.Start(browser, site.Address, script);
        var answer = await visit.Open($"/articles/{first}?known=2016-01-01");
        Assert.Equal(404, answer.Status);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("This article had not been read yet");
        await visit.Click(visit.Page.GetByText("Back to now"));
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"/articles/{first}$"));
        await Expect(visit.Page.Locator(".text mark").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/add", true)]
    [InlineData("/add", false)]
    [InlineData("/subscriptions", true)]
    public async Task Opens_the_matrix_from_a_page_that_shows_no_past(string path, bool script)
    {
        await using var visit = await Visit.Start(browser, site.Address, script);
        await visit.Open(path);
        var day = visit.Page.Locator(".dates [name=on]");
        if (script)
        {
            // The slider alone goes nowhere: what was typed into the page's own form would be lost.
            await visit.Page.Locator(".slider").FocusAsync();
            await visit.Page.Locator(".slider").PressAsync("Home");
            await Expect(day).ToHaveValueAsync(new Regex("-01-31$"));
            await Expect(visit.Page).ToHaveURLAsync(new Regex(path + "$"));
        }

        await day.FillAsync("2017-09-30");
        await visit.Click(visit.Page.Locator(".dates button"));
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/[?].*on=2017-09-30"));
        await Expect(visit.Page.Locator("table.matrix")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Stays_where_it_is_from_page_to_page()
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/countries/JPN/topics/comfort-women-deal?on=2017-09-30");
        await visit.Click(visit.Page.GetByText("Read it in the article"));
        await visit.Click(visit.Page.Locator(".crumbs a"));
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/?on=2017-09-30").ToString());
    }
}
