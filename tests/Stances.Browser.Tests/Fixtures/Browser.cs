using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Stances.Browser.Tests.Fixtures.Browser))]

namespace Stances.Browser.Tests.Fixtures;

/// <summary>One headless Chromium for the whole run.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var chromium = await Chromium.Find();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Chromium.Arguments });
    }

    /// <summary>A page of the caller's own, with no cookies or storage of another's; closing its context closes it.</summary>
    public async Task<IPage> NewPage(BrowserNewContextOptions? options = null) => await (await browser!.NewContextAsync(options)).NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
