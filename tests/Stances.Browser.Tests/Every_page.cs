using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Stances.Browser.Tests.Fixtures;

namespace Stances.Browser.Tests;

/// <summary>What holds for every page, whoever looks at it on whatever: pictures of each are kept beside the test results.</summary>
[Collection(OnTheSite.Name)]
public sealed class Every_page(Fixtures.Browser browser, Site site)
{
    private const int FirstLoad = 100_000, Phone = 320;
    private static readonly (int Width, ColorScheme Scheme)[] Readers = [(Phone, ColorScheme.Light), (768, ColorScheme.Dark), (1440, ColorScheme.Light)];
    private static readonly AxeRunOptions Standard = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    public static TheoryData<string, string> Pages => new()
    {
        { "matrix", "/" },
        { "matrix-then", "/?on=2017-09-30" },
        { "country", "/countries/JPN" },
        { "topic", "/topics/comfort-women-deal" },
        { "pair", "/countries/JPN/topics/comfort-women-deal" },
        { "pair-of-two", "/countries/JPN/topics/comfort-women-deal?with=KOR" },
        { "pair-of-nothing", "/countries/FRA/topics/comfort-women-deal" },
        { "article", "" },
        { "article-not-read", "?known=2016-01-01" },
        { "ask", "/ask" },
        { "ask-answered", "/ask?q=what+did+Japan+say+about+the+2015+deal" },
        { "ask-unanswered", "/ask?q=what+did+France+say+about+the+2015+deal" },
        { "changes", "/changes" },
        { "meetings", "/meetings" },
        { "search", "/search?q=deal" },
        { "search-of-nothing", "/search?q=zeppelin" },
        { "diff", "/diff?on=2017-09-30&on2=2018-12-31" },
        { "diff-of-countries", "/diff?country=JPN&country2=KOR" },
        { "status", "/status" },
        { "add", "/add" },
        { "subscriptions", "/subscriptions" },
        { "subscriptions-arriving", "/subscriptions?what=changes&country=JPN&country=KOR&topic=comfort-women-deal#new" },
        { "nowhere", "/nowhere" },
        { "unknown-topic", "/topics/zeppelins" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task Is_fit_for_every_reader(string name, string path)
    {
        await using var visit = await Visit.Start(browser, site.Address);
        await visit.Open(path.StartsWith('/') ? path : await Article() + path);
        var bytes = await visit.Page.EvaluateAsync<int>("[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(x => x.initiatorType !== 'img').reduce((sum, x) => sum + x.transferSize, 0)");
        var faults = new List<string>();
        foreach (var (width, scheme) in Readers)
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await visit.Page.SetViewportSizeAsync(width, 900);
            if (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                faults.Add($"{width} px: {over} px too wide");
            if (width == Phone && await visit.Page.EvaluateAsync<bool>("[...document.querySelectorAll('.scroll:has(.matrix, .compared)')].some(x => x.scrollWidth > x.clientWidth)"))
                faults.Add($"{width} px: the table of positions is read sideways");
            var checkedBy = await visit.Page.RunAxe(Standard);
            faults.AddRange(Told(checkedBy.Violations).Select(x => $"{width} px, {scheme}: {x}"));
            Assert.NotEmpty(checkedBy.Passes);
            await visit.Picture($"{name}-{width}-{scheme}".ToLowerInvariant());
        }

        Assert.Empty(faults.Distinct());
        Assert.Empty(visit.Complaints);
        Assert.Empty(visit.Elsewhere);
        Assert.InRange(bytes, 1, FirstLoad);
    }

    private static IEnumerable<string> Told(IEnumerable<AxeResultItem> violations) => violations.SelectMany(x => x.Nodes.Take(3).Select(node => $"{x.Id}: {node.Html}"));

    private async Task<string> Article() => "/articles/" + JsonNode.Parse(await site.Http.GetStringAsync("/articles"))!["items"]![0]!["id"];
}
