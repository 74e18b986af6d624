using Microsoft.Playwright;

namespace Stances.Browser.Tests.Fixtures;

/// <summary>One person's visit to the site: a page, what it asked of the network, and what it complained about.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly Uri site;
    private readonly List<string> elsewhere = [], complaints = [];

    private Visit(IPage page, Uri site)
    {
        Page = page;
        this.site = site;
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal))
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>How many links and buttons were pressed.</summary>
    public int Clicks { get; private set; }

    /// <summary>Requests that went to another host; there must be none.</summary>
    public IReadOnlyList<string> Elsewhere => elsewhere;

    /// <summary>Errors of scripts and of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public static async Task<Visit> Start(Browser browser, Uri site, bool script = true, int width = 1440, ColorScheme scheme = ColorScheme.Light) =>
        new(await browser.NewPage(new() { JavaScriptEnabled = script, ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme }), site);

    public async Task<IResponse> Open(string path) => (await Page.GotoAsync(new Uri(site, path).ToString()))!;

    public async Task Click(ILocator there)
    {
        Clicks++;
        await there.ClickAsync();
    }

    /// <summary>Keeps a picture beside the test results.</summary>
    public Task Picture(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private static string Folder { get; } = Directory.CreateDirectory(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../TestResults/pages"))).FullName;
}
