using System.Collections.Concurrent;
using System.Globalization;
using Stances.Domain;
using Stances.EventStore;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Live.Torture;

/// <summary>
/// Makes articles of every kind and keeps, by ids of events, which countries each concerns: what those who listen must be told is known
/// without asking the service.
/// </summary>
internal sealed class Chronicle
{
    public static readonly IReadOnlyList<string> Countries =
        ["JPN", "KOR", "USA", "CHN", "RUS", "DEU", "FRA", "GBR", "IND", "AUS", "CAN", "ITA", "ESP", "POL", "TUR", "EGY", "ZAF", "BRA", "MEX", "IDN"];

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<string>> concerned = new();
    private int articles;

    /// <summary>An article nobody has written yet, of three events or more.</summary>
    public StreamAppend Next(Random random, int most)
    {
        List<ArticleEvent> events = [Ingested("2017-08-08", "Wire")];
        for (var left = random.Next(2, Math.Max(3, most)); left > 0; left--)
            events.Add(Stance(Any(random, Countries), "topic-" + random.Next(40).ToString(CultureInfo.InvariantCulture), random));
        if (random.Next(10) == 0)
            events.Add(new EventRetracted(2, "misread", "desk"));
        if (random.Next(20) == 0)
            events.Add(new ArticleWithdrawn("taken back", "wire"));
        return Of(events);
    }

    /// <summary>The last article: every country on a topic that nobody spoke of before.</summary>
    public StreamAppend Last() => Of([Ingested("2017-08-08", "Wire"), .. Countries.Select(x => Said(x, "the-last-topic", Position.Supports, Direction.For, "2017-08-07"))]);

    /// <summary>Whether an event concerns a country; every event where none is asked for.</summary>
    public bool Concerns(RecordedEvent e, string? country) => country is null || concerned[e.Id].Contains(country);

    private StreamAppend Of(List<ArticleEvent> events)
    {
        var stream = "article-" + Interlocked.Increment(ref articles).ToString(CultureInfo.InvariantCulture);
        var made = events.Select((e, i) => new NewEvent(
            StableId.EventId(stream, i + 1, EventJson.NameOf(e), EventJson.Write(e)), EventJson.NameOf(e), EventJson.DotnetTypeOf(e), EventJson.Write(e))).ToList();
        for (var i = 0; i < made.Count; i++)
            concerned[made[i].Id] = Whom(events, i);
        return new StreamAppend(stream, 0, made);
    }

    /// <summary>A retraction concerns whom the retracted stance did; a withdrawal everyone whose stance still stood.</summary>
    private static IReadOnlyList<string> Whom(List<ArticleEvent> events, int at) => events[at] switch
    {
        StanceStated x => [x.Country],
        EventRetracted x => Whom(events, (int)x.Version - 1),
        ArticleWithdrawn => [.. events.Take(at).Where((_, i) => !events.Take(at).Any(x => x is EventRetracted { Version: var taken } && taken == i + 1)).OfType<StanceStated>().Select(x => x.Country)],
        _ => [],
    };

    private static StanceStated Stance(string country, string topic, Random random)
    {
        var direction = Any(random, [Direction.For, Direction.Against]);
        var day = new DateOnly(2010, 1, 1).AddDays(random.Next(3650)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Said(country, topic, direction == Direction.For ? Position.Supports : Position.Opposes, direction, day);
    }

    private static T Any<T>(Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
