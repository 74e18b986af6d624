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
        routes.MapGet("/statements", Statements)
            .WithMetadata(new NarrowedBy("country", "topic", "position", "direction", "person", "publisher", "confidence", "from", "to", "q")).Produces<Listed<StatementView>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Statements, newest first. Go on with `after` = `next`. `format` is json, csv or jsonl.");
        routes.MapGet("/agreements", Agreements).WithMetadata(new NarrowedBy("country", "topic", "from", "to")).Produces<Listed<AgreementView>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Agreements that all of these countries are party to, oldest first.");
        routes.MapGet("/meetings", Meetings).WithMetadata(new NarrowedBy("country", "from", "to")).Produces<Listed<MeetingView>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Meetings that all of these countries took part in, oldest first.");
        routes.MapGet("/changes", Changes).WithMetadata(new NarrowedBy("country", "topic", "kind", "from", "to")).Produces<Listed<Period>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Openings of positions: first ones, reversals, sharper and softer words; newest first.");
        routes.MapGet("/articles", Articles).WithMetadata(new NarrowedBy("publisher", "from", "to")).Produces<Listed<ArticleReading>>().ProducesProblem(400)
            .WithSummary("The articles that were read, newest first.");
    }

    private static Task<IResult> Statements(HttpRequest request, Workspace workspace, Replies replies, [AsParameters] ListQuery query, CancellationToken ct)
    {
        var filter = new StatementFilter(
            query.Countries(workspace), query.Topics(workspace), Fields.Terms<Position>(query.Position, "position"), Fields.Terms<Direction>(query.Direction, "direction"),
            Empty(query.Person), Empty(query.Publisher), Fields.Share(query.Confidence, "confidence"), query.First, query.Last, Empty(query.Q));
        return Listed(request, replies, query, at => StatementQuery.List(workspace.Db, filter, at, after: query.Cursor, limit: query.Most(Usual, Most), ct: ct), StatementView.Of);
    }

    private static Task<IResult> Agreements(HttpRequest request, Workspace workspace, Replies replies, [AsParameters] ListQuery query, CancellationToken ct) =>
        Listed(request, replies, query, at => Projections.Agreements.Between(
            workspace.Db, query.Countries(workspace), query.Topics(workspace), at, query.First, query.Last, query.Cursor, query.Most(Usual, Most), ct), AgreementView.Of);

    private static Task<IResult> Meetings(HttpRequest request, Workspace workspace, Replies replies, [AsParameters] ListQuery query, CancellationToken ct) =>
        Listed(request, replies, query, at => Projections.Meetings.Between(
            workspace.Db, query.Countries(workspace), at, query.First, query.Last, query.Cursor, query.Most(Usual, Most), ct), MeetingView.Of);

    private static Task<IResult> Changes(HttpRequest request, Workspace workspace, Replies replies, [AsParameters] ListQuery query, CancellationToken ct)
    {
        var kinds = Fields.Terms<ChangeKind>(query.Kind, "kind");
        return Listed(request, replies, query, at => Positions.Changes(
            workspace.Db, at, query.Countries(workspace), query.Topics(workspace), kinds, query.First, query.Last, query.Cursor, query.Most(Usual, Most), ct), x => x);
    }

    private static Task<IResult> Articles(HttpRequest request, Workspace workspace, Replies replies, [AsParameters] ListQuery query, CancellationToken ct) =>
        Listed(request, replies, query, at => Projections.Articles.List(
            workspace.Db, at, Empty(query.Publisher), query.First, query.Last, query.Cursor, query.Most(Usual, Most), ct), x => x);

    private static Task<IResult> Listed<T, TView>(HttpRequest request, Replies replies, ListQuery query, Func<Clock, Task<Page<T>>> list, Func<T, TView> view)
    {
        request.HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<NarrowedBy>().Check(request.Query);
        return replies.Of(request, query.Clock, async (at, basis) =>
        {
            var page = await list(at);
            return Formats.Write(query.Format, page.Items.Select(view), page.Next, basis);
        });
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>
/// What a list is narrowed by, of all that lists are. What it is not is refused and not described: a filter that is passed over would give
/// more than was asked for, and look like the answer.
/// </summary>
internal sealed class NarrowedBy(params string[] filters)
{
    private static readonly string[] All = ["country", "topic", "position", "direction", "kind", "person", "publisher", "confidence", "from", "to", "q"];

    /// <summary>Whether a parameter of <see cref="ListQuery"/> means something to the list.</summary>
    public bool Takes(string parameter) => filters.Contains(parameter, StringComparer.OrdinalIgnoreCase) || !All.Contains(parameter, StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a filter that the list does not take.</summary>
    /// <exception cref="InvalidInputException">There is one.</exception>
    public void Check(IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(x => !Takes(x)) is { } other)
            throw new InvalidInputException(other, $"This list is not narrowed by {other}; it is by {string.Join(", ", filters)}.");
    }
}

/// <summary>What lists are asked by; see <see cref="NarrowedBy"/>. Lists of values are repeated: <c>country=JPN&amp;country=KOR</c>.</summary>
internal sealed record ListQuery(
    string[]? Country, string[]? Topic, string[]? Position, string[]? Direction, string[]? Kind, string? Person, string? Publisher, string? Confidence,
    string? From, string? To, string? Q, string? On, string? Known, string? After, string? Limit, string? Format)
{
    public Clock Clock => Fields.Clock(On, Known);

    public DateOnly? First => Fields.Day(From, "from");

    public DateOnly? Last => Fields.Day(To, "to");

    public Cursor? Cursor => string.IsNullOrEmpty(After) ? null : Projections.Cursor.Parse(After) ?? throw new InvalidInputException("after", "This is not the `next` of a page.");

    public List<string> Countries(Workspace workspace) => [.. (Country ?? []).Select(x => workspace.KnownCountry(x).Code)];

    public List<string> Topics(Workspace workspace) => [.. (Topic ?? []).Select(x => workspace.KnownTopic(x).Id)];

    // A table to take away may be longer than a page to look at.
    public int Most(int usual, int most) => Formats.IsFile(Format) ? Fields.Limit(Limit, 10_000, 10_000) : Fields.Limit(Limit, usual, most);
}

/// <summary>A page of a list; <paramref name="Next"/> goes on after it and is null at the end. With <paramref name="Basis"/> it is the same again.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Next, string Basis);
