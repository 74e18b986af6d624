using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnTheSite.Name)]
public sealed class A_printed_page(Fixtures.Browser browser, Site site)
{
    [Theory]
    [InlineData("matrix", "/?on=2017-09-30")]
    [InlineData("pair", "/countries/JPN/topics/comfort-women-deal")]
    [InlineData("changes", "/changes")]
    [InlineData("ask", "/ask?q=what+did+Japan+say+about+the+2015+deal")]
    [InlineData("diff", "/diff?country=JPN&country2=KOR")]
    public async Task Is_dark_on_light_and_holds_what_was_read_and_nothing_to_press(string name, string path)
    {
        await using var visit = await Visit.Start(browser, site.Address, width: 768, scheme: ColorScheme.Dark);
        await visit.Open(path);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        await Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("button:visible, input:visible, select:visible, nav[aria-label=Main] a:visible")).ToHaveCountAsync(0);
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await visit.Picture("print-" + name);
    }

    [Fact]
    public async Task Tells_where_each_quote_stands()
    {
        await using var visit = await Visit.Start(browser, site.Address);
        await visit.Open("/countries/JPN/topics/comfort-women-deal");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Contains("/articles/", await visit.Page.Locator(".by a").First.EvaluateAsync<string>("x => getComputedStyle(x, '::after').content + x.getAttribute('href')"));
        Assert.NotEqual("none", await visit.Page.Locator(".by a").First.EvaluateAsync<string>("x => getComputedStyle(x, '::after').content"));
    }
}
