using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using Stances.EventStore;
using Stances.Extraction.Llm;
using Stances.Pages;

namespace Stances.Http;

/// <summary>Every error as problem+json (RFC 9457) with a stable <c>type</c>; faults of the input point at the field.</summary>
internal sealed class Problems(IProblemDetailsService writer, ILogger<Problems> log) : IExceptionHandler
{
    public const string Prefix = "urn:stances:problem:";

    /// <summary>Every type there is: it never changes its meaning, whatever the words beside it.</summary>
    public static readonly IReadOnlyList<(string Type, int Status, string When)> Types =
    [
        ("invalid", 400, "a parameter, a field or the body is not of the form that is taken; `errors` points at it"),
        ("unknown", 404, "a country, topic, article, subscription or term of this name is not known"),
        ("not-found", 404, "there is nothing at this address"),
        ("method-not-allowed", 405, "the address does not take this method"),
        ("unauthorized", 401, "a key is asked for"),
        ("forbidden", 403, "a page of another site may not write here"),
        ("misdirected-request", 421, "the service was asked under a name that is not this machine's, where no key is asked for"),
        ("request-timeout", 408, "the request came too slowly"),
        ("too-large", 413, "the text or the request is longer than what is taken"),
        ("unsupported-media-type", 415, "the body is of a type that is not taken"),
        ("conflict", 409, "somebody else wrote the same article at the same moment; try again"),
        ("model-away", 503, "the language model that was named does not answer; nothing was stored"),
        ("busy", 503, "more is being read than can be answered at once; try again in a moment"),
        ("database-full", 503, "the database has no room left; nothing was stored"),
        ("database-away", 503, "the database does not answer; try again in a moment"),
        ("internal", 500, "something went wrong here"),
    ];

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        var problem = Of(exception);
        if (problem.Status >= 500 && exception is not TooManyReadsException)
            log.LogError(exception, "{Method} {Path} failed", http.Request.Method, http.Request.Path.ToUriComponent());
        http.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "5";
        if (await ForPeople(http, problem))
            return true;
        return await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem, Exception = exception });
    }

    /// <summary>Gives the errors that routing itself answers (404, 405, 415) a stable type of ours too.</summary>
    public static void Name(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Type?.StartsWith(Prefix, StringComparison.Ordinal) != true)
            context.ProblemDetails.Type = Prefix + ReasonPhrases.GetReasonPhrase(context.HttpContext.Response.StatusCode).ToLowerInvariant().Replace(' ', '-');
        if (context.ProblemDetails.Detail is null && Types.FirstOrDefault(x => Prefix + x.Type == context.ProblemDetails.Type).When is { } when)
            context.ProblemDetails.Detail = $"{char.ToUpperInvariant(when[0])}{when[1..]}.";
    }

    /// <summary>Writes the errors that routing itself answers.</summary>
    public static async Task Tell(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (!await ForPeople(http, new ProblemDetails { Status = http.Response.StatusCode, Detail = ReasonPhrases.GetReasonPhrase(http.Response.StatusCode) + "." }))
            await http.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = http });
    }

    private static async Task<bool> ForPeople(HttpContext http, ProblemDetails problem)
    {
        if (!Negotiation.PrefersPage(http.Request))
            return false;
        var title = problem.Status switch
        {
            404 => "There is nothing at this address",
            >= 400 and < 500 => "That could not be understood",
            503 => problem.Title!.TrimEnd('.'),
            _ => "Something went wrong here",
        };
        await new RazorComponentResult<ErrorPage>(new { Title = title, Detail = problem.Detail ?? "" }) { StatusCode = problem.Status }.ExecuteAsync(http);
        return true;
    }

    private static ProblemDetails Of(Exception exception) => exception switch
    {
        InvalidInputException { Kind: InputFault.TooLarge } e => Fault(413, "too-large", "The input is too large.", e.Field, e.Message),
        InvalidInputException { Kind: InputFault.Unknown } e => Fault(404, "unknown", "Nothing of this name is known.", e.Field, e.Message),
        InvalidInputException e => Fault(400, "invalid", "The input is invalid.", e.Field, e.Message),
        BadHttpRequestException { InnerException: JsonException e } => Of(InvalidInputException.Of(e)),
        BadHttpRequestException e => Fault(e.StatusCode, Types.FirstOrDefault(x => x.Status == e.StatusCode).Type ?? "invalid", "The request is invalid.", "", e.Message),
        WrongExpectedVersionException => Fault(409, "conflict", "Somebody else wrote this article at the same moment.", "", "Try again."),
        ModelException e => Fault(503, "model-away", "The language model does not answer.", "", e.Message + " Nothing was stored."),
        TooManyReadsException e => Fault(503, "busy", "Too much is being read at once.", "", e.Message + " Try again in a moment."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            Fault(503, "database-full", "The database has no room left.", "", "Nothing was stored. Make room on the database's disk, then try again."),
        PostgresException { IsTransient: false } => Internal(),
        NpgsqlException or TimeoutException => Fault(503, "database-away", "The database does not answer.", "", "Nothing was stored. Try again in a moment."),
        _ => Internal(),
    };

    private static ProblemDetails Internal() =>
        Fault(500, "internal", "Something went wrong here.", "", $"Nothing was stored by this request. Ask the operator to look for {Activity.Current?.TraceId} in the log.");

    private static ProblemDetails Fault(int status, string type, string title, string field, string detail)
    {
        var problem = new ProblemDetails { Status = status, Type = Prefix + type, Title = title, Detail = detail };
        if (field.Length > 0)
            problem.Extensions["errors"] = new[] { new { pointer = "#/" + field.Trim('/'), detail } };
        return problem;
    }
}
