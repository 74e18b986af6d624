using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnTheSite.Name)]
public sealed class What_is_taken_away(Fixtures.Browser browser, Site site)
{
    public static TheoryData<string, string[], string[]> Views => new()
    {
        { "/?group=history", ["topic=comfort-women-deal"], [] },
        { "/?country=JPN", ["country=JPN"], [] },
        { "/countries/JPN", ["country=JPN"], ["country=JPN"] },
        { "/topics/comfort-women-deal", ["topic=comfort-women-deal"], ["topic=comfort-women-deal"] },
        { "/countries/JPN/topics/comfort-women-deal?with=KOR", ["country=JPN", "country=KOR", "topic=comfort-women-deal"], ["country=JPN", "country=KOR", "topic=comfort-women-deal"] },
        { "/search?q=deal&country=JPN", ["country=JPN", "stance_stated"], ["q=deal", "country=JPN"] },
        { "/meetings?country=JPN", ["country=JPN", "meeting_held"], ["country=JPN"] },
        { "/changes?country=JPN&kind=reversed", ["country=JPN", "change=reversed"], ["country=JPN", "kind=reversed"] },
    };

    [Theory, MemberData(nameof(Views))]
    public async Task Has_the_filter_of_the_page_and_is_there_when_it_is_followed(string view, string[] filter, string[] table)
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open(view + (view.Contains('?') ? "&" : "?") + "on=2023-12-31");
        var links = visit.Page.Locator(".share");
        var (atom, json, csv, subscribe) = (await To("Feed (Atom)"), await To("JSON Feed"), await To("CSV"), await To("Subscribe"));
        foreach (var field in filter)
            Assert.All([atom, json, subscribe], x => Assert.Contains(field, x));
        foreach (var field in table)
            Assert.Contains(field, csv);
        Assert.Contains("on=2023-12-31", csv);
        Assert.All([atom, json, subscribe], x => Assert.DoesNotContain("2023", x));
        Assert.Equal(atom, await visit.Page.Locator("link[rel=alternate]").GetAttributeAsync("href"));

        Assert.Equal("application/atom+xml", await Type(atom));
        Assert.Equal("application/feed+json", await Type(json));
        Assert.Equal("text/csv", await Type(csv));
        await links.GetByText("Cite").ClickAsync();
        Assert.Equal("application/x-bibtex", await Type(await To("BibTeX")));
        Assert.Equal("application/x-research-info-systems", await Type(await To("RIS")));
        Assert.Equal("application/vnd.citationstyles.csl+json", await Type(await To("CSL-JSON")));

        await visit.Open(await links.GetByLabel("A link that shows the same").InputValueAsync());
        await Expect(visit.Page.GetByLabel("Said by", new() { Exact = true })).ToHaveValueAsync("2023-12-31");
        await Expect(visit.Page.GetByLabel("Known at")).Not.ToHaveValueAsync("");

        async Task<string> To(string name) => (await links.GetByRole(AriaRole.Link, new() { Name = name }).GetAttributeAsync("href"))!;
    }

    [Fact]
    public async Task Leads_from_a_view_to_a_subscription_of_the_same()
    {
        await using var visit = await Visit.Start(browser, site.Address);
        await visit.Open("/changes?country=JPN&topic=comfort-women-deal&kind=reversed");
        await visit.Click(visit.Page.Locator(".share").GetByRole(AriaRole.Link, new() { Name = "Subscribe" }));
        await Expect(visit.Page.GetByLabel("What", new() { Exact = true })).ToHaveValueAsync("changes");
        await Expect(visit.Page.GetByLabel("Countries")).ToHaveValueAsync("Japan");
        await Expect(visit.Page.GetByLabel("Topics")).ToHaveValueAsync("the 2015 comfort women deal");
        await Expect(visit.Page.GetByLabel("Kind of change")).ToHaveValueAsync("reversed");
    }

    [Fact]
    public async Task Says_what_of_a_filter_feeds_cannot_take()
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/search?q=deal");
        await Expect(visit.Page.Locator(".share .hint")).ToContainTextAsync("not by words");
    }

    [Fact]
    public async Task Has_an_entry_for_each_article_and_statement()
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/countries/JPN/topics/comfort-women-deal");
        Assert.Equal("application/x-bibtex", await Type((await visit.Page.Locator(".trust a").First.GetAttributeAsync("href"))!));
        await visit.Click(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Read it in the article" }));
        Assert.Equal("application/x-bibtex", await Type((await visit.Page.GetByRole(AriaRole.Link, new() { Name = "BibTeX" }).GetAttributeAsync("href"))!));
    }

    // As a browser asks that follows a link.
    private async Task<string?> Type(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var answer = await site.Http.SendAsync(request);
        return answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType;
    }
}
