using System.Text.Json.Nodes;
using Stances.Live;
using Stances.Live.Digests;
using Stances.Live.Subscriptions;

namespace Stances.Tests.Live;

public sealed class A_digest
{
    [Fact]
    public void Shows_strangers_words_as_words()
    {
        var notice = new Notice(() => new JsonObject
        {
            ["country"] = "JPN", ["position"] = "demands", ["direction"] = "for", ["topic"] = "gsomia",
            ["evidence"] = new JsonObject { ["exact"] = "<img src=x onerror=alert(1)>\r\nBcc: someone" },
            ["source"] = new JsonObject { ["url"] = "javascript:alert(1)", ["publisher"] = "Wire" },
        })
        {
            Place = Place.Behind(7), Id = "x", Type = "stance_stated", Article = "article-1", RecordedAt = DateTimeOffset.UnixEpoch, Facets = Facets.None,
        };

        var digest = Digest.Of("sub_1", "a <b>\r\nSubject: c", [notice], 1);

        Assert.Equal(("sub_1.7", "Stances: 1 new for a <b> Subject: c"), (digest.Id, digest.Subject));
        Assert.Equal("* JPN demands (for): gsomia\n  \"<img src=x onerror=alert(1)> Bcc: someone\"\n", digest.Text.ReplaceLineEndings("\n"));
        Assert.Contains("<blockquote>&lt;img src=x onerror=alert(1)&gt;", digest.Html);
        Assert.DoesNotContain("javascript:", digest.Html + digest.Text);
    }

    [Theory]
    [InlineData(DigestSchedule.Day, "2026-03-02T05:59:59Z", "2026-03-02T06:00:00Z")]
    [InlineData(DigestSchedule.Day, "2026-03-02T06:00:00Z", "2026-03-03T06:00:00Z")]
    [InlineData(DigestSchedule.Week, "2026-03-02T06:00:00Z", "2026-03-09T06:00:00Z")]
    [InlineData(DigestSchedule.Week, "2026-03-08T23:00:00Z", "2026-03-09T06:00:00Z")]
    public void Goes_out_at_six_each_day_or_each_monday(DigestSchedule schedule, string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null), Stances.Live.Digests.Calendar.Next(schedule, DateTimeOffset.Parse(after, null)));
}
