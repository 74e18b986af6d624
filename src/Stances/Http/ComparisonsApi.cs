using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Http;

/// <summary>Answers held against each other, what was read at all, and what there is to ask by.</summary>
internal static class ComparisonsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/diff", Diff).Produces<List<Difference>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("What differs between two days (`on`, `on2`), two states of knowledge (`known`, `known2`), or two countries (`country`, `country2`).");
        routes.MapGet("/coverage", Read).Produces<CoverageView>().ProducesProblem(400)
            .WithSummary("What was read, from whom, of which days: where nothing was read, silence means nothing.");
        routes.MapGet("/topics", (Workspace workspace) => workspace.Catalogue.Topics.Select(TopicView.Of))
            .WithSummary("The topics and the propositions that `for` and `against` are about.");
        routes.MapGet("/countries", (Workspace workspace) => workspace.Catalogue.Countries.Select(x => new CountryView(x.Code, x.Name)))
            .WithSummary("The countries.");
    }

    private static Task<IResult> Diff(
        HttpRequest request, Workspace workspace, Replies replies, string? country, string? country2, string? topic, string? on, string? on2, string? known, string? known2,
        CancellationToken ct)
    {
        List<string>? topics = string.IsNullOrEmpty(topic) ? null : [workspace.KnownTopic(topic).Id];
        if (!string.IsNullOrEmpty(country2))
        {
            if (string.IsNullOrEmpty(country))
                throw new InvalidInputException("country", "Two countries are compared; name the first too.");
            var (one, other) = (workspace.KnownCountry(country).Code, workspace.KnownCountry(country2).Code);
            return replies.Of(request, Fields.Clock(on, known), async (at, _) => Reply.Json(await Differences.OfCountries(workspace.Db, one, other, at, topics, ct)));
        }

        List<string>? countries = string.IsNullOrEmpty(country) ? null : [workspace.KnownCountry(country).Code];
        var (before, after) = (Fields.Clock(on, known), new Clock(Fields.Day(on2, "on2"), Fields.Known(known2, "known2")));
        return before == after
            ? throw new InvalidInputException("on2", "Say what is compared: two days, two states of knowledge, or two countries.")
            : replies.Of(request, before, async (at, _) => Reply.Json(await Differences.Between(workspace.Db, at, after with { Sequence = at.Sequence }, countries, topics, ct)));
    }

    private static Task<IResult> Read(
        HttpRequest request, Workspace workspace, Replies replies, string? from, string? to, string? on, string? known, CancellationToken ct)
    {
        var (first, last) = (Fields.Day(from, "from"), Fields.Day(to, "to"));
        return replies.Of(request, Fields.Clock(on, known), async (at, basis) => Reply.Json(new CoverageView(
            await Coverage.Summary(workspace.Db, at, first, last, ct), await Coverage.ByDay(workspace.Db, at, first, last, ct), basis)));
    }

    private sealed record CoverageView(CoverageSummary Summary, IReadOnlyList<Covered> Days, string Basis);

    private sealed record CountryView(string Code, string Name);

    private sealed record TopicView(string Id, string Label, string Proposition, string Group, IReadOnlyList<string> Countries)
    {
        public static TopicView Of(Topic x) => new(x.Id, x.Label, x.Proposition, x.Group, x.Countries);
    }
}
