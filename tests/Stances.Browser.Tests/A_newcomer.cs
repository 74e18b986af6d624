using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnTheSite.Name)]
public sealed class A_newcomer(Fixtures.Browser browser, Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Finds_what_Japan_held_on_the_2015_deal_in_September_2017_and_the_sentence_it_rests_on(bool script)
    {
        await using var visit = await Visit.Start(browser, site.Address, script);
        await visit.Open("/");
        await visit.Page.GetByLabel("Said by", new() { Exact = true }).FillAsync("2017-09-30");
        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }));
        await Expect(visit.Page.Locator(".summary")).ToContainTextAsync("as had been said by 30 September 2017");
        await visit.Click(visit.Page.Locator("td[data-key='JPN/comfort-women-deal'] a"));

        var answer = visit.Page.GetByLabel("What Japan held");
        await Expect(answer).ToContainTextAsync("On 30 September 2017, Japan");
        await Expect(answer).ToContainTextAsync("demands");
        await Expect(answer).ToContainTextAsync("Since 7 August 2017");
        await Expect(answer).Not.ToContainTextAsync("December");
        var sentence = await answer.Locator("blockquote").InnerTextAsync();

        await visit.Click(answer.GetByRole(AriaRole.Link, new() { Name = "Read it in the article" }));
        await Expect(visit.Page.Locator(".at:target ~ mark").First).ToHaveTextAsync(sentence);
        Assert.InRange(visit.Clicks, 1, 4);
        Assert.Empty(visit.Complaints);
        await visit.Picture(script ? "journey" : "journey-without-script");
    }

    [Fact]
    public async Task Finds_the_same_by_one_question()
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("what did Japan say about the 2015 deal as of 2017-09-30");
        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask" }));
        var said = visit.Page.Locator("article.statement").Filter(new() { HasText = "demands" });
        await Expect(said.First).ToContainTextAsync("7 August 2017");
        await Expect(visit.Page.Locator("main")).Not.ToContainTextAsync("December 2017");
        var sentence = await said.First.Locator("blockquote").InnerTextAsync();
        await visit.Click(said.First.GetByRole(AriaRole.Link, new() { Name = "Read it in" }));
        await Expect(visit.Page.Locator(".at:target ~ mark").First).ToHaveTextAsync(sentence);
        Assert.Equal(2, visit.Clicks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Drags_the_past_into_view_by_year(bool script)
    {
        await using var visit = await Visit.Start(browser, site.Address, script);
        await visit.Open("/");
        await visit.Click(visit.Page.Locator(".years a").Filter(new() { HasText = "2018" }));
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/?on=2018-12-31").ToString());
        await Expect(visit.Page.Locator(".summary")).ToContainTextAsync("as had been said by 31 December 2018");
        await Expect(visit.Page.Locator("td[data-key='CHN/fukushima-water']")).ToHaveCountAsync(0);
        await visit.Click(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to now" }));
        await Expect(visit.Page).ToHaveURLAsync(site.Address.ToString());
        await Expect(visit.Page.Locator(".summary")).Not.ToContainTextAsync("said by");
    }

    [Fact]
    public async Task Moves_the_slider_with_the_keyboard_and_keeps_it_in_hand()
    {
        await using var visit = await Visit.Start(browser, site.Address);
        await visit.Open("/?on=2018-06-30");
        var slider = visit.Page.Locator(".slider");
        await slider.FocusAsync();
        await slider.PressAsync("ArrowLeft");
        await Expect(visit.Page).ToHaveURLAsync(new Uri(site.Address, "/?on=2018-05-31").ToString());
        await Expect(visit.Page.Locator(".summary")).ToContainTextAsync("31 May 2018");
        await Expect(slider).ToBeFocusedAsync();
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "31 May 2018");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Showing what had been said by 31 May 2018");
    }

    [Fact]
    public async Task Goes_back_to_the_view_before()
    {
        await using var visit = await Visit.Start(browser, site.Address);
        await visit.Open("/");
        await visit.Click(visit.Page.Locator(".years a").Filter(new() { HasText = "2018" }));
        await Expect(visit.Page.Locator(".summary")).ToContainTextAsync("2018");
        await visit.Page.GoBackAsync();
        await Expect(visit.Page.Locator(".summary")).Not.ToContainTextAsync("said by");
        await Expect(visit.Page.GetByLabel("Said by", new() { Exact = true })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Sees_two_countries_side_by_side()
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/countries/JPN/topics/comfort-women-deal");
        await visit.Page.GetByLabel("Compare with").SelectOptionAsync("KOR");
        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }));
        await Expect(visit.Page.Locator(".answer")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator("text.lane")).ToHaveTextAsync(["Japan", "South Korea", "Meetings and agreements"]);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Japan and South Korea on the 2015 comfort women deal");
    }

    [Fact]
    public async Task Is_told_what_was_searched_where_nothing_is_recorded()
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/countries/FRA/topics/comfort-women-deal");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is recorded" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("What France held")).ToContainTextAsync("in 11 articles");

        await visit.Open("/ask?q=what+did+France+say+about+the+2015+deal");
        await Expect(visit.Page.GetByText("Searched:")).ToHaveCountAsync(1);
    }
}
