using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnTheSite.Name)]
public sealed class An_empty_site(Fixtures.Browser browser, Site site)
{
    [Fact]
    public async Task Says_so_and_shows_the_way_on()
    {
        await using var empty = await site.Empty();
        await using var visit = await Visit.Start(browser, empty.Http.BaseAddress!, script: false);
        foreach (var path in new[] { "/", "/changes", "/meetings", "/search?q=deal", "/status", "/countries/JPN", "/topics/comfort-women-deal", "/subscriptions" })
        {
            Assert.Equal(200, (await visit.Open(path)).Status);
            await Expect(visit.Page.Locator(".empty")).ToBeVisibleAsync();
        }

        await visit.Open("/");
        await Expect(visit.Page.Locator(".empty a")).ToHaveTextAsync("Add the first one");
        await visit.Picture("empty");
    }
}
