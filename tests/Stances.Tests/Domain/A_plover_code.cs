using Stances.Domain;
using static Stances.Domain.ArticleEvent;

namespace Stances.Tests.Domain;

public class A_plover_code
{
    public static TheoryData<Position, Direction, string?> Stances => new()
    {
        { Position.Supports, Direction.For, "SUPPORT 1 4.6" },
        { Position.Supports, Direction.Against, "SUPPORT 1 4.6" },
        { Position.Opposes, Direction.Against, "ACCUSE/disapprove 3 -2" },
        { Position.Concerned, Direction.Unclear, "ACCUSE/disapprove 3 -2" },
        { Position.Demands, Direction.For, "DEMAND 3 -5" },
        { Position.Rejects, Direction.Against, "REJECT 3 -4.2" },
        { Position.Commits, Direction.For, "AGREE 1 4.2" },
        { Position.Commits, Direction.Unclear, "AGREE 1 4.2" },
        { Position.Commits, Direction.Against, null },
        { Position.Neutral, Direction.Unclear, null },
        { Position.Neutral, Direction.For, null },
    };

    [Theory, MemberData(nameof(Stances))]
    public void Follows_from_a_stance_s_position(Position position, Direction direction, string? code) =>
        Assert.Equal(code, Coded(Examples.Stated with { Position = position, Direction = direction }));

    [Theory]
    [InlineData(MeetingFormat.Bilateral, "CONSULT 1 2.1")]
    [InlineData(MeetingFormat.Trilateral, "CONSULT 1 2.1")]
    [InlineData(MeetingFormat.Summit, "CONSULT 1 2.1")]
    [InlineData(MeetingFormat.Multilateral, "CONSULT/multilateral 1 2.1")]
    [InlineData(MeetingFormat.Call, "CONSULT/phone 1 2.1")]
    public void Follows_from_how_a_meeting_was_held(MeetingFormat format, string code) =>
        Assert.Equal(code, Coded(Examples.All.OfType<MeetingHeld>().Single() with { Format = format }));

    [Theory]
    [InlineData(AgreementStage.Declared, "AGREE 1 4.2")]
    [InlineData(AgreementStage.Agreed, "AGREE 1 4.2")]
    [InlineData(AgreementStage.Tentative, "AGREE 1 4.2")]
    [InlineData(AgreementStage.Signed, "SUPPORT 1 4.6")]
    public void Follows_from_how_far_an_agreement_came(AgreementStage stage, string code) =>
        Assert.Equal(code, Coded(Examples.All.OfType<AgreementReached>().Single() with { Stage = stage }));

    [Fact]
    public void Is_none_for_what_happens_to_an_article() =>
        Assert.All(Examples.All.Where(x => x.Grounds is null), x => Assert.Null(Coded(x)));

    [Fact]
    public void Stands_in_the_event_as_it_is_shown_with_its_ontology_and_as_null_where_there_is_none()
    {
        Assert.Equal("""{"ontology":"plover-0.8","event":"DEMAND","quadCode":3,"eventScale":-5}""", EventView.Of(Examples.Stated)["plover"]!.ToJsonString());
        var plain = EventView.Of(Examples.Stated with { Position = Position.Neutral });
        Assert.True(plain.ContainsKey("plover"));
        Assert.Null(plain["plover"]);
    }

    private static string? Coded(ArticleEvent e) => Plover.Of(e) is { } x
        ? FormattableString.Invariant($"{x.Event}{(x.Mode is { } mode ? "/" + mode : "")} {x.QuadCode} {x.EventScale}") : null;
}
