using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Net.Http.Headers;

namespace Stances.Http;

/// <summary>On a route that answers with a page for people.</summary>
internal sealed class ForPeople;

/// <summary>Where a page and an answer for programs share one address, who asks decides: a page where the client would rather have HTML.</summary>
internal sealed class Negotiation : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 100;

    /// <summary>Whether the client prefers a page to JSON.</summary>
    public static bool PrefersPage(HttpRequest request)
    {
        // Whoever names a format wants that and no page, whatever else his browser would take.
        if (request.Query.ContainsKey("format"))
            return false;
        var accepted = request.GetTypedHeaders().Accept;
        return Quality(accepted, "text/html") > Quality(accepted, "application/json");
    }

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsPage) && !endpoints.All(IsPage);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var valid = Enumerable.Range(0, candidates.Count).Where(candidates.IsValidCandidate).ToList();
        // Only of routes that fit equally well: /countries/JPN.bib is the entry of a country, and no page of a country named JPN.bib.
        valid = [.. valid.Where(x => candidates[x].Score == candidates[valid[0]].Score)];
        if (valid.Any(x => IsPage(candidates[x].Endpoint)) && !valid.All(x => IsPage(candidates[x].Endpoint)))
        {
            var page = PrefersPage(httpContext.Request);
            foreach (var x in valid.Where(x => IsPage(candidates[x].Endpoint) != page))
                candidates.SetValidity(x, false);
        }

        return Task.CompletedTask;
    }

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ForPeople>() is not null;

    private static double Quality(IList<MediaTypeHeaderValue> accepted, string type)
    {
        var asked = new MediaTypeHeaderValue(type);
        var best = accepted.Where(asked.IsSubsetOf).OrderBy(x => x.MatchesAllTypes).ThenBy(x => x.MatchesAllSubTypes).FirstOrDefault();
        return best is null ? accepted.Count == 0 && type == "application/json" ? 1 : 0 : best.Quality ?? 1;
    }
}
