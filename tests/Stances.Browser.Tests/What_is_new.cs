using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Stances.Browser.Tests;

[Collection(OnAScratchSite.Name)]
public sealed class What_is_new(Fixtures.Browser browser, Scratch site)
{
    private const string Deal = "comfort-women-deal", Water = "fukushima-water";

    [Fact]
    public async Task Slides_in_where_changes_are_listed()
    {
        await using var visit = await Watching("/changes", site.Address);
        await Held("Australia", "supports", Deal);
        var fresh = visit.Page.Locator(".changes li.fresh").Filter(new() { HasText = "Australia on the 2015 comfort women deal" });
        await Expect(fresh).ToBeVisibleAsync();
        await Expect(fresh).ToContainTextAsync("supports");
        Assert.Equal("slide", await fresh.EvaluateAsync<string>("x => getComputedStyle(x).animationName"));
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("One new position");
        await visit.Picture("changes-live");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Is_marked_in_the_matrix()
    {
        await Held("Brazil", "supports", Deal);
        await using var visit = await Watching("/?country=BRA", site.Address);
        await Held("Brazil", "opposes", Water);
        await Expect(visit.Page.Locator($"td.fresh[data-key='BRA/{Water}']")).ToContainTextAsync("opposes");
        await Expect(visit.Page.Locator($"td[data-key='BRA/{Deal}']")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("fresh"));
        await visit.Picture("matrix-live");
    }

    [Fact]
    public async Task Comes_after_a_lost_line_with_all_that_was_missed()
    {
        await using var line = new Line(site.Address);
        await using var visit = await Watching("/changes", line.Address);
        line.Cut();
        await Expect(visit.Page.Locator("#line")).ToContainTextAsync("broken");
        await Held("Canada", "supports", Deal);
        await Held("Canada", "opposes", Water);
        await line.TriedInVain;
        await Expect(visit.Page.Locator(".changes li").Filter(new() { HasText = "Canada" })).ToHaveCountAsync(0);

        line.Mend();
        await Expect(visit.Page.Locator(".changes li.fresh").Filter(new() { HasText = "Canada" })).ToHaveCountAsync(2, new() { Timeout = 20_000 });
        await Expect(visit.Page.Locator("#line")).ToContainTextAsync("by themselves");
    }

    [Fact]
    public async Task Leaves_in_peace_whoever_is_at_something_else()
    {
        await Held("Denmark", "supports", Deal);
        await using var visit = await Watching("/changes", site.Address);
        await visit.Page.Locator(".share summary").ClickAsync();
        await visit.Page.Locator("select[name=kind]").SelectOptionAsync("reversed");
        var link = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Denmark on the 2015 comfort women deal" });
        await link.FocusAsync();
        await Held("Denmark", "opposes", Water);
        await Expect(visit.Page.Locator(".changes li.fresh").Filter(new() { HasText = "Denmark" })).ToHaveCountAsync(1);
        await Expect(link).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("select[name=kind]")).ToHaveValueAsync("reversed");
        await Expect(visit.Page.Locator(".share details")).ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task Does_not_move_where_motion_is_not_wanted()
    {
        await using var visit = await Watching("/changes", site.Address, still: true);
        await Held("Egypt", "supports", Deal);
        var fresh = visit.Page.Locator(".changes li.fresh").Filter(new() { HasText = "Egypt" });
        await Expect(fresh).ToBeVisibleAsync();
        Assert.Equal("none", await fresh.EvaluateAsync<string>("x => getComputedStyle(x).animationName"));
        Assert.Equal("auto", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        Assert.Equal("0s", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.getElementById('view')).transitionDuration"));
    }

    private async Task<Visit> Watching(string path, Uri address, bool still = false)
    {
        var visit = await Visit.Start(browser, address);
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference });
        var listening = visit.Page.WaitForResponseAsync(x => x.Url.Contains("/changes/stream", StringComparison.Ordinal));
        await visit.Open(path);
        await listening;
        return visit;
    }

    private Task<string> Held(string country, string verb, string topic) => site.Store(
        $"{country}'s foreign ministry said on Monday that {country} {verb} {(topic == Deal ? "the 2015 comfort women deal" : "the discharge of treated water from Fukushima")}.",
        $"https://example.org/{country}/{topic}");
}
