using Stances.Domain;
using Stances.EventStore;
using static Stances.Domain.ArticleEvent;

namespace Stances.Benchmarks;

/// <summary>Made-up articles of six events, about 213 bytes of JSON an event: one that was read and five stances, or a retraction among them.</summary>
internal static class Articles
{
    public const int EventsEach = 6;

    public static readonly string[] Countries = [.. Enumerable.Range(0, 200).Select(i => $"{(char)('A' + i / 26)}{(char)('A' + i % 26)}X")];
    public static readonly string[] Topics = [.. Enumerable.Range(0, 100).Select(i => $"topic-{i:00}")];

    private static readonly DateOnly First = new(2010, 1, 1);
    private static readonly ReaderVersion Reader = new("rules", "1", "1");
    private static readonly Position[] Positions = Enum.GetValues<Position>();

    /// <summary>The <paramref name="nth"/> article, always the same one.</summary>
    public static StreamAppend Make(int nth)
    {
        var stream = $"article-{nth:x32}";
        var random = new Random(nth);
        var on = First.AddDays(nth % 5000);
        var events = new NewEvent[EventsEach];
        events[0] = Event(stream, 1, new ArticleIngested(
            new Source("Example Post", $"https://news.example/{nth}", $"Talks, day {nth}", null, "en"), on, $"{nth:x64}", 4000, Reader, null), random);
        for (var i = 1; i < EventsEach; i++)
        {
            var position = Positions[random.Next(Positions.Length)];
            var direction = position is Position.Supports or Position.Commits ? Direction.For : Direction.Against;
            events[i] = Event(stream, i + 1, new StanceStated(
                Countries[random.Next(Countries.Length)], null, Attribution.Ministry, Topics[random.Next(Topics.Length)], position, direction,
                null, "", on, 0.9, [], new Evidence(100 * i, 100 * i + 8, "a quote.")), random);
        }
        return new StreamAppend(stream, 0, events);
    }

    private static NewEvent Event(string stream, int version, ArticleEvent e, Random random)
    {
        Span<byte> id = stackalloc byte[16];
        random.NextBytes(id);
        return new NewEvent(new Guid(id), EventJson.NameOf(e), EventJson.DotnetTypeOf(e), EventJson.Write(e));
    }
}
