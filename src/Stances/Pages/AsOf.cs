using System.Globalization;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>When a page is asked for, on both clocks, and the links that stay at that time.</summary>
/// <param name="On">What had been said by this day; null for all.</param>
/// <param name="Known">What the log held at this moment; null for now.</param>
public sealed record AsOf(DateOnly? On, DateTimeOffset? Known)
{
    /// <summary>The clock that queries are asked by.</summary>
    public Clock Clock => new(On, Known);

    /// <summary>Whether it is another time than now.</summary>
    public bool IsPast => On is not null || Known is not null;

    /// <summary>As the field <c>on</c> holds it.</summary>
    public string? OnText => On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As the field <c>known</c> holds it: a day where it is the end of one, else the instant.</summary>
    public string? KnownText => Known is not { } known ? null
        : known == Clock.EndOf(DateOnly.FromDateTime(known.UtcDateTime)) ? known.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The same with both clocks set, so that a link to it shows the same for ever.</summary>
    public AsOf Fixed(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new AsOf(On ?? DateOnly.FromDateTime(now.UtcDateTime), Known ?? new DateTimeOffset(now.UtcTicks / 10 * 10, TimeSpan.Zero));
    }

    /// <summary>The address of a page at this time.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var parts = new List<string>();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[.. more, ("on", OnText), ("known", KnownText)])
        {
            if (!string.IsNullOrEmpty(value))
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }

    /// <summary>The address of what a country held on a topic.</summary>
    public string Pair(string country, string topic) => Link($"/countries/{country}/topics/{topic}");

    /// <summary>Where the changes after a basis are told; null at another time than now, to which nothing new belongs.</summary>
    public string? Live(long basis, string? country = null, string? topic = null) =>
        IsPast ? null : Link("/changes/stream", ("after", basis.ToString(CultureInfo.InvariantCulture)), ("minConfidence", "0"), ("country", country), ("topic", topic));

    /// <summary>The address of an article, at one of its events where that is given.</summary>
    public string Article(string id, long? sequence = null) =>
        Link("/articles/" + Uri.EscapeDataString(id)) + (sequence is { } e ? string.Create(CultureInfo.InvariantCulture, $"#e{e}") : "");
}
