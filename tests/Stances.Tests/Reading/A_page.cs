using Stances.Extraction.Text;

namespace Stances.Tests.Reading;

public class A_page
{
    [Fact]
    public void Gives_its_article_without_menus_and_what_its_head_tells()
    {
        var page = HtmlPage.Read("""
            <html lang="en"><head><title>x</title><meta property="og:title" content="Talks held"><meta property="article:published_time" content="2017-08-08T09:44:00+09:00">
            <link rel="canonical" href="https://example.org/a"><meta property="og:site_name" content="Example"></head>
            <body><nav><a>Home</a></nav><article><p>Kono met <b>Kang</b>.</p><ul><li>One</li><li>Two</li></ul></article><script>var x;</script><footer>Bye</footer></body></html>
            """);
        Assert.Equal(new HtmlPage("Kono met Kang.\n\n- One\n\n- Two", "Talks held", new DateOnly(2017, 8, 8), "en", "https://example.org/a", "Example", null), page);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<<<>>>&&&<p")]
    [InlineData("<table><tr><td>a<table>")]
    public void Survives_broken_markup(string html) => Assert.NotNull(HtmlPage.Read(html).Text);

    [Fact]
    public void Survives_markup_nested_deeper_than_a_stack() => Assert.Contains("end", HtmlPage.Read(string.Concat(Enumerable.Repeat("<div>", 3000)) + "end").Text, StringComparison.Ordinal);
}
