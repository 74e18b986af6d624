using Stances.Domain;

namespace Stances.Tests.Domain;

public class A_stable_id
{
    [Theory]
    [InlineData("http://Example.org/a/", "https://example.org/a")]
    [InlineData("https://example.org:443/a?utm_source=x&id=7#top", "https://example.org/a?id=7")]
    [InlineData("https://example.org/a?b=1&fbclid=zz", "https://example.org/a?b=1")]
    [InlineData(" not a url ", "not a url")]
    public void Knows_one_page_by_its_many_spellings(string url, string canonical) => Assert.Equal(canonical, StableId.CanonicalUrl(url));

    [Fact]
    public void Of_an_article_comes_from_its_url_before_its_text()
    {
        var hash = StableId.HashOf("text");
        Assert.Equal("article-" + hash[..32], StableId.StreamOf(null, hash));
        Assert.Equal(StableId.StreamOf("https://example.org/a", hash), StableId.StreamOf("http://example.org/a/#x", StableId.HashOf("other text")));
    }

    [Fact]
    public void Of_an_event_is_a_version_5_uuid_that_content_alone_decides()
    {
        var id = StableId.EventId("article-1", 2, "stance_stated", "{}");
        Assert.Equal(5, id.Version);
        Assert.Equal(id, StableId.EventId("article-1", 2, "stance_stated", "{}"));
        Assert.NotEqual(id, StableId.EventId("article-1", 3, "stance_stated", "{}"));
    }
}
