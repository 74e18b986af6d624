namespace Stances.Browser.Tests;

public sealed class The_browser(Fixtures.Browser browser)
{
    [Fact]
    public async Task Shows_a_page_and_runs_its_script()
    {
        var page = await browser.NewPage();
        await page.GotoAsync("about:blank");
        await page.SetContentAsync("<main><h1>Who holds what</h1></main>");
        Assert.Equal("WHO HOLDS WHAT", await page.EvaluateAsync<string>("document.querySelector('h1').textContent.toUpperCase()"));
        await page.Context.CloseAsync();
    }
}
