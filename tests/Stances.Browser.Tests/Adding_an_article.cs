using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnAScratchSite.Name)]
public sealed class Adding_an_article(Fixtures.Browser browser, Scratch site)
{
    private const string Text = """
        SEOUL, May 7 -- South Korea's foreign minister Cho Tae-yul said on Tuesday that Seoul opposes Japan's discharge of treated water from Fukushima.

        Japanese Foreign Minister Yoko Kamikawa said that Tokyo supports the 2015 comfort women deal.
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Shows_what_was_read_takes_corrections_and_stores_it(bool script)
    {
        await using var visit = await Visit.Start(browser, site.Address, script);
        var page = visit.Page;
        await visit.Open("/add");
        await page.GetByLabel("Text").FillAsync(Text);
        await page.GetByLabel("Published on").FillAsync("2024-05-07");
        await page.GetByLabel("Address").FillAsync($"https://example.org/added/{script}");
        await page.GetByLabel("Title").FillAsync("Cho on the water");
        await visit.Click(page.GetByRole(AriaRole.Button, new() { Name = "Read it" }));

        var wrong = page.Locator(".finding").Filter(new() { HasText = "comfort women deal" });
        await Expect(wrong).ToHaveCountAsync(1);
        await visit.Picture(script ? "add-read" : "add-read-without-script");
        await wrong.GetByLabel("This is wrong").CheckAsync();
        await visit.Click(page.GetByRole(AriaRole.Button, new() { Name = "Store it" }));

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why");
        await wrong.GetByLabel("Why").FillAsync("She spoke of another deal");
        await page.GetByLabel("Your name").FillAsync("Reader of tests");
        await visit.Click(page.GetByRole(AriaRole.Button, new() { Name = "Store it" }));

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Cho on the water" })).ToBeVisibleAsync();
        await Expect(page.Locator(".finding.gone")).ToContainTextAsync("She spoke of another deal (Reader of tests)");
        await Expect(page.Locator(".finding:not(.gone)").First).ToContainTextAsync("South Korea");
    }

    [Fact]
    public async Task Says_what_is_wrong_and_keeps_what_was_typed()
    {
        await using var visit = await Visit.Start(browser, site.Address, script: false);
        await visit.Open("/add");
        await visit.Page.GetByLabel("Text").FillAsync("   ");
        await visit.Page.GetByLabel("Title").FillAsync("Kept");
        await visit.Click(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Read it" }));
        await Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The text is empty.");
        await Expect(visit.Page.GetByLabel("Title")).ToHaveValueAsync("Kept");
    }
}
