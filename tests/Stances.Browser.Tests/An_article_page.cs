using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnAScratchSite.Name)]
public sealed class An_article_page(Fixtures.Browser browser, Scratch site)
{
    private const string Hostile = "<script>document.title = 'taken'</script><img src=x onerror=\"document.title='taken'\"> \u202Esdrawkcab\u202C & </p></main>";

    [Fact]
    public async Task Marks_every_piece_of_evidence_where_it_stands()
    {
        var id = await site.Store("Japan's foreign minister Taro Kono said on Monday that Japan supports the 2015 comfort women deal.\n\nNothing else was said.", "https://example.org/marks");
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open($"/articles/{id}");
        var marked = await visit.Page.Locator(".text mark").AllInnerTextsAsync();
        Assert.NotEmpty(marked);
        await Expect(visit.Page.Locator(".finding").First).ToContainTextAsync("Japan on the 2015 comfort women deal");
        Assert.Equal(["Japan's foreign minister Taro Kono said on Monday that Japan supports the 2015 comfort women deal.", "Nothing else was said."],
            (await visit.Page.Locator(".text p").AllTextContentsAsync()).Select(x => System.Text.RegularExpressions.Regex.Replace(x, "[0-9]+(?=\\.?$)", "")));
    }

    [Fact]
    public async Task Keeps_hostile_text_text()
    {
        var id = await site.Store($"{Hostile}\n\nJapan said on Monday that it opposes {Hostile} and supports the 2015 comfort women deal.", "https://example.org/hostile", Hostile);
        await using var visit = await Visit.Start(browser, site.Address);
        await visit.Open($"/articles/{id}");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Hostile);
        Assert.Contains(Hostile, await visit.Page.Locator(".text").TextContentAsync() ?? "", StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("main script, main img").CountAsync());
        Assert.DoesNotMatch("^taken", await visit.Page.TitleAsync());
        Assert.Empty(visit.Complaints);
        await visit.Picture("article-hostile");
    }

    [Fact]
    public async Task Wraps_a_line_of_a_megabyte()
    {
        var id = await site.Store(new string('x', 1_000_000) + "\n\nJapan supports the 2015 comfort women deal, its government said.", "https://example.org/long");
        await using var visit = await Visit.Start(browser, site.Address, width: 320);
        await visit.Open($"/articles/{id}");
        Assert.Equal(320, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Shows_the_quotes_alone_where_the_text_was_erased()
    {
        var id = await site.Store("South Korea's foreign minister Kang Kyung-wha said that Seoul rejects the 2015 comfort women deal.", "https://example.org/erased");
        await Corrections.Erase(id, "a test of erasing", "tests", site.Workspace, TestContext.Current.CancellationToken);
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open($"/articles/{id}");
        await Expect(visit.Page.Locator(".notice").First).ToContainTextAsync("The text was erased");
        await Expect(visit.Page.Locator(".text")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".finding blockquote").First).ToContainTextAsync("rejects");
        await visit.Picture("article-erased");
    }
}
