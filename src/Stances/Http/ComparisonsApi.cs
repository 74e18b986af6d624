using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Http;

/// <summary>Answers held against each other, what was read at all, and what there is to ask by.</summary>
internal static class ComparisonsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/diff", Diff).ProducesProblem(400).ProducesProblem(404)
            .WithSummary("What differs between two days (`on`, `on2`), two states of knowledge (`known`, `known2`), or two countries (`country`, `country2`).");
        routes.MapGet("/coverage", Read).ProducesProblem(400)
            .WithSummary("What was read, from whom, of which days: where nothing was read, silence means nothing.");
        routes.MapGet("/topics", (Workspace workspace) => workspace.Catalogue.Topics.Select(TopicView.Of))
            .WithSummary("The topics and the propositions that `for` and `against` are about.");
        routes.MapGet("/countries", (Workspace workspace) => workspace.Catalogue.Countries.Select(x => new CountryView(x.Code, x.Name)))
            .WithSummary("The countries.");
    }

    private static async Task<IResult> Diff(
        Workspace workspace, string? country, string? country2, string? topic, string? on, string? on2, string? known, string? known2, CancellationToken ct)
    {
        List<string>? topics = string.IsNullOrEmpty(topic) ? null : [workspace.KnownTopic(topic).Id];
        if (!string.IsNullOrEmpty(country2))
        {
            if (string.IsNullOrEmpty(country))
                throw new InvalidInputException("country", "Two countries are compared; name the first too.");
            var (one, other) = (workspace.KnownCountry(country).Code, workspace.KnownCountry(country2).Code);
            return Results.Json(await Differences.OfCountries(workspace.Db, one, other, Fields.Clock(on, known), topics, ct));
        }

        List<string>? countries = string.IsNullOrEmpty(country) ? null : [workspace.KnownCountry(country).Code];
        var (before, after) = (Fields.Clock(on, known), new Clock(Fields.Day(on2, "on2"), Fields.Known(known2, "known2")));
        return before == after
            ? throw new InvalidInputException("on2", "Say what is compared: two days, two states of knowledge, or two countries.")
            : Results.Json(await Differences.Between(workspace.Db, before, after, countries, topics, ct));
    }

    private static async Task<IResult> Read(Workspace workspace, string? from, string? to, string? on, string? known, CancellationToken ct)
    {
        var (first, last, clock) = (Fields.Day(from, "from"), Fields.Day(to, "to"), Fields.Clock(on, known));
        return Results.Json(new
        {
            summary = await Coverage.Summary(workspace.Db, clock, first, last, ct),
            days = await Coverage.ByDay(workspace.Db, clock, first, last, ct),
        });
    }

    private sealed record CountryView(string Code, string Name);

    private sealed record TopicView(string Id, string Label, string Proposition, string Group, IReadOnlyList<string> Countries)
    {
        public static TopicView Of(Topic x) => new(x.Id, x.Label, x.Proposition, x.Group, x.Countries);
    }
}
