using System.Globalization;
using System.Text;
using Stances.Projections;

namespace Stances.Http;

/// <summary>
/// Earlier states of an answer by RFC 7089: a position asked for with <c>Accept-Datetime</c> is the one that was known then, and a TimeMap
/// lists every moment at which it became another.
/// </summary>
internal static class MementosApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/timemap/positions/{country}/{topic}", Of).Produces<string>(contentType: "application/link-format").ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Every moment at which the answer changed, as links (RFC 7089 TimeMap).");

    /// <summary>The moment that <c>Accept-Datetime</c> asks for, or null where there is none.</summary>
    /// <exception cref="InvalidInputException">It is not a date of RFC 1123's form.</exception>
    public static DateTimeOffset? Asked(HttpRequest request)
    {
        var asked = request.Headers["Accept-Datetime"].ToString();
        if (asked.Length == 0)
            return null;
        return DateTimeOffset.TryParseExact(asked, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new InvalidInputException("Accept-Datetime", "The date must be of the form 'Tue, 19 Dec 2017 00:00:00 GMT'.");
    }

    /// <summary>Says which memento an answer is, and where the others are listed.</summary>
    public static void Mark(HttpContext http, string country, string topic, DateTimeOffset? known)
    {
        http.Response.Headers.Append("Vary", "Accept-Datetime");
        http.Response.Headers.Link =
            $"</positions/{country}/{topic}>; rel=\"original timegate\", </timemap/positions/{country}/{topic}>; rel=\"timemap\"; type=\"application/link-format\"";
        if (known is { } moment)
            http.Response.Headers["Memento-Datetime"] = moment.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
    }

    private static Task<IResult> Of(HttpRequest request, Workspace workspace, Replies replies, string country, string topic, CancellationToken ct)
    {
        var (who, what) = (workspace.KnownCountry(country).Code, workspace.KnownTopic(topic).Id);
        return replies.Of(request, Clock.Now, async (at, _) => Reply.Text(Links(who, what, await TimeMap.Of(workspace.Db, who, what, at, ct)), "application/link-format"));
    }

    private static string Links(string who, string what, List<Moment> moments)
    {
        var links = new StringBuilder($"</positions/{who}/{what}>; rel=\"original timegate\",\n</timemap/positions/{who}/{what}>; rel=\"self\"; type=\"application/link-format\"");
        foreach (var moment in moments)
        {
            var at = moment.At.UtcDateTime;
            links.Append(CultureInfo.InvariantCulture, $",\n</positions/{who}/{what}?known={at:yyyy-MM-ddTHH:mm:ss.ffffffZ}>; rel=\"memento\"; datetime=\"{at:r}\"");
        }

        return links.ToString();
    }
}
