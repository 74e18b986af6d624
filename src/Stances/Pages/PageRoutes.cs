using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Stances.Domain;
using Stances.Http;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>The pages and their addresses. Every view is a link: all that it shows is in its address.</summary>
internal static class PageRoutes
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Pages only: streams must not wait for a packer, and what is sealed in a form differs each time, so that its size tells nothing.
        services.AddResponseCompression(packing => packing.MimeTypes = ["text/html"]);
        services.AddSingleton<MatcherPolicy, Negotiation>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        SiteFiles.Map(routes);
        var pages = routes.MapGroup("").WithMetadata(new ForPeople()).ExcludeFromDescription();
        pages.MapGet("/", Matrix);
        pages.MapGet("/countries/{country}", Country);
        pages.MapGet("/topics/{topic}", Topic);
        pages.MapGet("/countries/{country}/topics/{topic}", Pair);
        pages.MapGet("/articles/{id}", Article);
        pages.MapGet("/ask", Ask);
        pages.MapGet("/changes", Changes);
        pages.MapGet("/meetings", Meetings);
        pages.MapGet("/search", Search);
        pages.MapGet("/diff", Diff);
        pages.MapGet("/status", Status);
        pages.MapGet("/add", (Workspace workspace, CancellationToken ct) => Adding(workspace, AddView.Of(AddForm.Empty), ct));
        pages.MapPost("/add", Add);
        SubscriptionRoutes.Map(pages);
        Downloads.Map(routes);
    }

    private static RazorComponentResult<T> Page<T>(object parameters) where T : IComponent => new(parameters);

    private static AsOf AsOf(string? on, string? known) => new(Fields.Day(on, "on"), Fields.Known(known, "known"));

    private static Domain.Catalogue.Country? CountryOr(Workspace workspace, string? named) => string.IsNullOrEmpty(named) ? null : workspace.KnownCountry(named);

    private static async Task<IResult> Matrix(Workspace workspace, string? on, string? known, string? group, string? country, string? set, CancellationToken ct)
    {
        var filter = new MatrixFilter(string.IsNullOrEmpty(group) ? null : group, CountryOr(workspace, country)?.Code, Fields.Limit(set, 1, 1000, "set"));
        return Page<MatrixPage>(new { View = await MatrixView.Load(workspace, AsOf(on, known), filter, ct) });
    }

    private static async Task<IResult> Country(Workspace workspace, string country, string? on, string? known, CancellationToken ct) =>
        Page<CountryPage>(new { View = await CountryView.Load(workspace, workspace.KnownCountry(country), AsOf(on, known), ct) });

    private static async Task<IResult> Topic(Workspace workspace, string topic, string? on, string? known, CancellationToken ct) =>
        Page<TopicPage>(new { View = await TopicView.Load(workspace, workspace.KnownTopic(topic), AsOf(on, known), ct) });

    private static async Task<IResult> Pair(
        Workspace workspace, string country, string topic, string? with, string? before, string? on, string? known, CancellationToken ct)
    {
        var (one, what, other) = (workspace.KnownCountry(country), workspace.KnownTopic(topic), CountryOr(workspace, with));
        return Page<PairPage>(new { View = await PairView.Load(workspace, one, what, other, Cursor.Parse(before), AsOf(on, known), ct) });
    }

    private static async Task<IResult> Article(Workspace workspace, string id, string? on, string? known, CancellationToken ct)
    {
        var at = AsOf(on, known);
        if (await ArticleDetail.Load(workspace, id, at, ct) is { } view)
            return Page<ArticlePage>(new { View = view });
        var later = at.Known is null ? null : await ArticleDetail.Load(workspace, id, at with { Known = null }, ct);
        return later is not null
            ? new RazorComponentResult<UnrecordedArticlePage>(new { View = later with { AsOf = at } }) { StatusCode = StatusCodes.Status404NotFound }
            : throw new InvalidInputException("id", "No such article was known.") { Kind = InputFault.Unknown };
    }

    private static async Task<IResult> Changes(
        Workspace workspace, string? country, string? topic, string? kind, string? after, string? on, string? known, CancellationToken ct)
    {
        var filter = Filter(workspace, country, topic) with { Kind = Enum.TryParse<ChangeKind>(kind, ignoreCase: true, out var parsed) && !int.TryParse(kind, out _) ? parsed : null };
        return Page<ChangesPage>(new { View = await Lists.Changes(workspace, filter, Cursor.Parse(after), AsOf(on, known), ct) });
    }

    private static async Task<IResult> Meetings(Workspace workspace, string[]? country, string? after, string? on, string? known, CancellationToken ct)
    {
        var sides = (country ?? []).Where(x => x.Length > 0).Take(2).Select(x => workspace.KnownCountry(x)).ToList();
        var filter = new ListFilter(sides.ElementAtOrDefault(0), sides.ElementAtOrDefault(1));
        return Page<MeetingsPage>(new { View = await Lists.Meetings(workspace, filter, Cursor.Parse(after), AsOf(on, known), ct) });
    }

    private static async Task<IResult> Ask(HttpRequest request, Workspace workspace, string? q, string? on, string? known, string? basis, CancellationToken ct) =>
        Page<AskPage>(new { View = await AskView.Load(workspace, q, AsOf(on, known), basis, Downloads.Origin(request), ct) });

    private static async Task<IResult> Search(
        Workspace workspace, string? q, string? country, string? topic, string? after, string? on, string? known, CancellationToken ct) =>
        Page<SearchPage>(new
        {
            View = await Lists.Search(
                workspace, Filter(workspace, country, topic) with { Words = string.IsNullOrWhiteSpace(q) ? null : q.Trim() }, Cursor.Parse(after), AsOf(on, known), ct),
        });

    private static async Task<IResult> Diff(Workspace workspace, string? country, string? country2, string? on, string? on2, string? known, CancellationToken ct)
    {
        // As for programs: two countries on one day, or the day before and the day after.
        var (one, other) = (CountryOr(workspace, country), CountryOr(workspace, country2));
        var (from, at) = other is null ? (Fields.Day(on, "on"), AsOf(on2, known)) : (null, AsOf(on, known));
        return Page<DiffPage>(new { View = await DiffView.Load(workspace, at, from, one, other, ct) });
    }

    private static async Task<IResult> Status(Workspace workspace, string? on, string? known, CancellationToken ct)
    {
        var at = AsOf(on, known);
        return Page<StatusPage>(new
        {
            AsOf = at,
            Marks = await YearMarks.OfAll(workspace, at, ct),
            Read = await workspace.Totals.Read(at.Clock, ct),
            Latest = (await Articles.List(workspace.Db, at.Clock, limit: 20, ct: ct)).Items,
            Status = await Stances.Status.Of(workspace, ct),
        });
    }

    private static async Task<IResult> Add(HttpContext http, Workspace workspace, CancellationToken ct)
    {
        // An article may be long, and its findings many.
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { ValueCountLimit = 20_000, ValueLengthLimit = 8 * Submission.MostBytes }));
        var form = AddForm.Of(await SentForm.Read(http.Request, ct));
        var wish = http.Request.Form["do"].ToString();
        try
        {
            await FormKeys.Check(http);
            return wish switch
            {
                "store" => Results.Redirect("/articles/" + await AddView.Store(workspace, form, ct)),
                "edit" => await Adding(workspace, AddView.Of(form), ct),
                _ => await Adding(workspace, await AddView.Read(workspace, form, ct), ct),
            };
        }
        catch (InvalidInputException e)
        {
            var again = e.Field.StartsWith("why-", StringComparison.Ordinal) ? await AddView.Read(workspace, form, ct) : AddView.Of(form);
            return await Adding(workspace, again with { Error = e.Message }, ct);
        }
    }

    private static async Task<RazorComponentResult> Adding(Workspace workspace, AddView view, CancellationToken ct) =>
        new RazorComponentResult<AddPage>(new { View = view, Marks = await YearMarks.OfAll(workspace, new AsOf(null, null), ct) })
        {
            StatusCode = view.Error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    private static ListFilter Filter(Workspace workspace, string? country, string? topic) =>
        new(CountryOr(workspace, country), Topic: string.IsNullOrEmpty(topic) ? null : workspace.KnownTopic(topic));
}
