using Stances.Answers;
using Stances.Domain;
using Stances.Projections;

namespace Stances.Http;

/// <summary>Lists of what is recorded: filters combined at will, both clocks, pages that rows coming and going do not shift; JSON, CSV or JSON Lines.</summary>
internal static class ListsApi
{
    private const int Usual = 50, Most = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/statements", Statements).Produces<Listed<StatementView>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Statements, newest first. Go on with `after` = `next`. `format` is json, csv or jsonl.");
        routes.MapGet("/agreements", Agreements).Produces<Listed<AgreementView>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Agreements that all of these countries are party to, oldest first.");
        routes.MapGet("/meetings", Meetings).Produces<Listed<MeetingView>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Meetings that all of these countries took part in, oldest first.");
        routes.MapGet("/changes", Changes).Produces<Listed<Period>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Openings of positions: first ones, reversals, sharper and softer words; newest first.");
        routes.MapGet("/articles", Articles).Produces<Listed<ArticleReading>>().ProducesProblem(400)
            .WithSummary("The articles that were read, newest first.");
    }

    private static async Task<IResult> Statements(Workspace workspace, [AsParameters] ListQuery query, CancellationToken ct)
    {
        var filter = new StatementFilter(
            query.Countries(workspace), query.Topics(workspace), Fields.Terms<Position>(query.Position, "position"), Fields.Terms<Direction>(query.Direction, "direction"),
            Empty(query.Person), Empty(query.Publisher), Fields.Share(query.Confidence, "confidence"), Fields.Day(query.From, "from"), Fields.Day(query.To, "to"), Empty(query.Q));
        var page = await StatementQuery.List(workspace.Db, filter, query.Clock, after: query.Cursor, limit: query.Most(Usual, Most), ct: ct);
        return Formats.Write(query.Format, page.Items.Select(StatementView.Of), page.Next);
    }

    private static async Task<IResult> Agreements(Workspace workspace, [AsParameters] ListQuery query, CancellationToken ct)
    {
        var page = await Projections.Agreements.Between(
            workspace.Db, query.Countries(workspace), query.Topics(workspace), query.Clock, Fields.Day(query.From, "from"), Fields.Day(query.To, "to"), query.Cursor, query.Most(Usual, Most), ct);
        return Formats.Write(query.Format, page.Items.Select(AgreementView.Of), page.Next);
    }

    private static async Task<IResult> Meetings(Workspace workspace, [AsParameters] ListQuery query, CancellationToken ct)
    {
        var page = await Projections.Meetings.Between(
            workspace.Db, query.Countries(workspace), query.Clock, Fields.Day(query.From, "from"), Fields.Day(query.To, "to"), query.Cursor, query.Most(Usual, Most), ct);
        return Formats.Write(query.Format, page.Items.Select(x => MeetingView.Of(x, [])), page.Next);
    }

    private static async Task<IResult> Changes(Workspace workspace, [AsParameters] ListQuery query, CancellationToken ct)
    {
        var page = await Positions.Changes(
            workspace.Db, query.Clock, query.Countries(workspace), query.Topics(workspace), Fields.Terms<ChangeKind>(query.Kind, "kind"),
            Fields.Day(query.From, "from"), Fields.Day(query.To, "to"), query.Cursor, query.Most(Usual, Most), ct);
        return Formats.Write(query.Format, page.Items, page.Next);
    }

    private static async Task<IResult> Articles(Workspace workspace, [AsParameters] ListQuery query, CancellationToken ct)
    {
        var page = await Projections.Articles.List(
            workspace.Db, query.Clock, Empty(query.Publisher), Fields.Day(query.From, "from"), Fields.Day(query.To, "to"), query.Cursor, query.Most(Usual, Most), ct);
        return Formats.Write(query.Format, page.Items, page.Next);
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What a list is asked by; each list takes those that fit it. Lists of values are repeated: <c>country=JPN&amp;country=KOR</c>.</summary>
internal sealed record ListQuery(
    string[]? Country, string[]? Topic, string[]? Position, string[]? Direction, string[]? Kind, string? Person, string? Publisher, string? Confidence,
    string? From, string? To, string? Q, string? On, string? Known, string? After, string? Limit, string? Format)
{
    public Clock Clock => Fields.Clock(On, Known);

    public Cursor? Cursor => string.IsNullOrEmpty(After) ? null : Projections.Cursor.Parse(After) ?? throw new InvalidInputException("after", "This is not the `next` of a page.");

    public List<string> Countries(Workspace workspace) => [.. (Country ?? []).Select(x => workspace.KnownCountry(x).Code)];

    public List<string> Topics(Workspace workspace) => [.. (Topic ?? []).Select(x => workspace.KnownTopic(x).Id)];

    // A table to take away may be longer than a page to look at.
    public int Most(int usual, int most) => Formats.IsFile(Format) ? Fields.Limit(Limit, 10_000, 10_000) : Fields.Limit(Limit, usual, most);
}

/// <summary>A page of a list; <paramref name="Next"/> goes on after it and is null at the end.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next);
