using Stances.Domain;
using static Stances.Domain.ArticleEvent;

namespace Stances.Tests.Domain;

/// <summary>One canonical example of every event, used wherever a test needs one.</summary>
internal static class Examples
{
    public static readonly ReaderVersion Rules = new("rules", "1", "c0ffee");

    public static readonly ArticleIngested Ingested = new(
        new Source("Example Wire", "https://example.org/a", "Ministers meet", "A. Writer", "en"), new DateOnly(2017, 8, 8), new string('a', 64), 2788, Rules, "desk");

    public static readonly StanceStated Stated = new(
        "JPN", new Speaker("Taro Kono", "foreign minister"), Attribution.Paraphrase, "comfort-women-deal", Position.Demands, Direction.For, "KOR",
        "Japan demands that the deal be carried out.", new DateOnly(2017, 8, 7), 0.9, ["subject:direct"], new Evidence(10, 24, "Kono called on"));

    public static readonly IReadOnlyList<ArticleEvent> All =
    [
        Ingested,
        new ArticleRevised(Source.Unknown, null, new string('b', 64), 12, Rules, null),
        new ArticleWithdrawn("The publisher took it back.", "desk"),
        new MeetingHeld(
            new DateOnly(2017, 8, 7), "Manila", "ASEAN Regional Forum", MeetingFormat.Bilateral,
            [new Participant("Taro Kono", "foreign minister", "JPN"), new Participant("Kang Kyung-wha", "foreign minister", "KOR"), new Participant(null, null, null)],
            0.9, ["cue:talks"], new Evidence(0, 5, "talks")),
        Stated,
        new AgreementReached(
            ["JPN", "KOR"], "leaders-summit", "Japan and South Korea agreed to arrange a summit.", AgreementStage.Agreed, null, 0.85, [],
            new Evidence(3, 9, "agréé “")),
        new EventRetracted(3, "misquoted", "desk"),
    ];
}
