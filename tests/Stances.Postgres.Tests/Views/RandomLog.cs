using Stances.Domain;
using static Stances.Domain.ArticleEvent;
using static Stances.Postgres.Tests.Views.ViewsDatabase;

namespace Stances.Postgres.Tests.Views;

/// <summary>
/// A small log of articles made at random, in countries, topics and papers of its own: found late, revised, corrected, withdrawn and read
/// again, with few days, stances and words, so that they meet often.
/// </summary>
internal sealed class RandomLog(int number, Random random)
{
    /// <summary>The days on which logs begin: long ago, some days ago and yesterday, so that some things are said after they are recorded.</summary>
    public static readonly DateOnly[] Begin = [new(2020, 1, 1), .. new[] { -4, -1 }.Select(x => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(x))];

    private static readonly string[][] Sentences =
    [
        [.. "the minister called on the other side to carry it out at once".Split(' ')],
        [.. "officials warned that such a step could never be taken by anyone".Split(' ')],
    ];

    private readonly List<(string Stream, List<long> Findings, bool Withdrawn)> articles = [];
    private readonly Dictionary<string, long> versions = [];

    public IEnumerable<string> Topics => [$"matter-{number}-a", $"matter-{number}-b"];

    public string Country => $"C{number}a";

    /// <summary>How the ids of its articles begin.</summary>
    public string Articles => $"article-{number}-";

    /// <summary>What happens next: one append to one article.</summary>
    public (string Article, ArticleEvent[] Events) Next()
    {
        var at = articles.Count == 0 || random.Next(3) == 0 ? -1 : random.Next(articles.Count);
        if (at < 0)
        {
            articles.Add((Articles + articles.Count, [], false));
            return Append(articles.Count - 1, [Reading((s, d, h) => new ArticleIngested(s, d, h, 100, Rules, null)), .. Some(1, 4)]);
        }

        var (stream, findings, withdrawn) = articles[at];
        if (withdrawn || random.Next(4) == 0)
            return Append(at, [Reading((s, d, h) => new ArticleRevised(s, d, h, 100, Rules, null)), .. Gone(findings), .. Some(0, 3)], withdrawn: false);
        return random.Next(4) switch
        {
            0 => Append(at, [new ArticleWithdrawn("taken back", "desk"), .. random.Next(5) == 0 ? Some(1, 2) : []], withdrawn: true),
            1 => Append(at, [new EventRetracted(random.Next(1, (int)versions[stream] + 3), "misread", "desk"), .. Some(0, 2)]),
            2 => Append(at, [.. Gone(findings), .. Some(1, 3)]),
            _ => Append(at, Some(1, 2)),
        };
    }

    private (string, ArticleEvent[]) Append(int at, ArticleEvent[] events, bool? withdrawn = null)
    {
        var (stream, findings, was) = articles[at];
        var version = versions.GetValueOrDefault(stream);
        foreach (var e in events)
        {
            version++;
            if (e is EventRetracted gone)
                findings.Remove(gone.Version);
            else if (e.Grounds is not null)
                findings.Add(version);
        }
        versions[stream] = version;
        articles[at] = (stream, findings, withdrawn ?? was);
        return (stream, events);
    }

    private ArticleEvent Reading(Func<Source, DateOnly?, string, ArticleEvent> reading) => reading(
        new Source($"Paper {number} {Letter(3)}", random.Next(2) == 0 ? null : $"https://www.paper{number}{Letter(3)}.example/{random.Next(99)}", null, null, null),
        random.Next(3) == 0 ? null : Day(), new string(Letter(4), 64));

    private IEnumerable<ArticleEvent> Gone(IEnumerable<long> findings) =>
        findings.Where(_ => random.Next(2) == 0).ToArray().Select(x => new EventRetracted(x, "no longer found", "rules 2"));

    private ArticleEvent[] Some(int least, int most) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Finding())];

    private ArticleEvent Finding()
    {
        var (country, evidence, on) = ($"C{number}{Letter(2)}", new Evidence(0, 1, Words()), random.Next(4) == 0 ? (DateOnly?)null : Day());
        var (position, direction) = random.Next(3) == 0 ? ((Position)random.Next(7), (Direction)random.Next(3)) : (Position.Demands, Direction.For);
        return random.Next(8) switch
        {
            0 => new MeetingHeld(
                on, $"Place {number}", null, random.Next(4) == 0 ? MeetingFormat.Call : MeetingFormat.Bilateral,
                [new(null, null, Country), new(null, null, $"C{number}{(random.Next(4) == 0 ? 'c' : 'b')}"), .. random.Next(3) == 0 ? (Participant[])[] : [new($"Someone {Letter(2)}", null, null)]],
                0.9, [], evidence),
            1 => new AgreementReached(random.Next(2) == 0 ? [Country, $"C{number}b"] : [$"C{number}b", Country], $"matter-{number}-a", $"to meet {Letter(9)}", AgreementStage.Agreed, on, 0.9, [], evidence),
            _ => new StanceStated(
                country, random.Next(2) == 0 ? null : new Speaker($"Minister {Letter(2)}", null), Attribution.Paraphrase, $"matter-{number}-{Letter(2)}",
                position, direction, null, "said it", on, 0.9, [], evidence),
        };
    }

    private string Words()
    {
        var words = (string[])Sentences[random.Next(Sentences.Length)].Clone();
        for (var changed = random.Next(6); changed > 0; changed--)
            words[random.Next(words.Length)] = "word" + random.Next(9);
        return string.Join(' ', words);
    }

    private char Letter(int of) => (char)('a' + random.Next(of));

    private DateOnly Day() => Begin[number % Begin.Length].AddDays(random.Next(4));
}
