using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Stances.Projections;

namespace Stances.Http;

/// <summary>What goes over the line: a media type and the bytes.</summary>
internal sealed record Reply(string MediaType, byte[] Bytes)
{
    public static Reply Json<T>(T value) => new("application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, EventView.Json));

    public static Reply Text(string text, string mediaType) => new(mediaType + "; charset=utf-8", Encoding.UTF8.GetBytes(text));
}

/// <summary>
/// Answers out of the record. Each names its basis (header <c>Basis</c>); with <c>?basis=</c> the same address gives the same bytes whatever
/// was recorded since; whoever shows by its ETag that he has them is sent 304.
/// </summary>
internal sealed class Replies(Workspace workspace)
{
    private readonly ReadMark mark = new(workspace.Db);
    private readonly KeptReplies kept = new();
    private readonly string program = RecordBasis.ProgramOf(workspace.Reader.Version);

    /// <summary>The reply to a request, out of what <paramref name="ask"/> makes of the record as the clock shows it, given the basis.</summary>
    /// <param name="asKnown">What is asked for by other means than the address.</param>
    public async Task<IResult> Of(HttpRequest request, Clock clock, Func<Clock, string, Task<Reply>> ask, DateTimeOffset? asKnown = null)
    {
        var (spread, basis, at) = await Asked(request, clock);
        var (name, asked) = (basis.ToString(), $"{request.Path}{request.QueryString} {asKnown:O}");
        if (Unchanged(request, name, Tag(name + asked)) is { } unchanged)
            return unchanged;
        if (kept.Get(basis, asked) is not { } reply)
        {
            reply = await Basis.Of(spread, at, clock => ask(clock, name), mark.Now);
            // What was asked of an earlier state is not asked again much.
            if (basis.Sequence == spread.Least)
                kept.Keep(basis, asked, reply);
        }

        return Results.Bytes(reply.Bytes, reply.MediaType);
    }

    /// <summary>
    /// The reply out of the log itself, which may be ahead of the read models: of all of it up to the sequence asked for, or up to the one it
    /// tells. More than the log may decide, such as whether a text was erased, so that the bytes themselves are the tag.
    /// </summary>
    public async Task<IResult> OfLog(HttpRequest request, Func<long?, Task<(JsonObject Body, long Through)>> ask)
    {
        var asked = Token(request)?.Checked(workspace.Reader.Version, long.MaxValue);
        var (body, through) = await ask(asked?.Sequence);
        var basis = (asked ?? new RecordBasis(through, program)).ToString();
        body["basis"] = basis;
        var reply = Reply.Json(body);
        return Unchanged(request, basis, Tag(Convert.ToHexString(SHA256.HashData(reply.Bytes)))) ?? Results.Bytes(reply.Bytes, reply.MediaType);
    }

    /// <summary>The reply that is an answer with a basis of its own.</summary>
    public static IResult Of<T>(HttpRequest request, string basis, T answer) => Unchanged(request, basis, Tag(basis)) ?? Results.Json(answer);

    private async Task<(Basis.Spread Spread, RecordBasis Basis, Clock Clock)> Asked(HttpRequest request, Clock clock)
    {
        var spread = await mark.Now();
        var basis = Token(request)?.Checked(workspace.Reader.Version, spread.Least) ?? new RecordBasis(spread.Least, program);
        return (spread, basis, basis.Sequence == spread.Least ? clock : clock with { Sequence = basis.Sequence });
    }

    private static RecordBasis? Token(HttpRequest request) =>
        request.Query["basis"].ToString() is not { Length: > 0 } token ? null
        : RecordBasis.Parse(token) ?? throw new InvalidInputException("basis", "This is not the basis of an answer.");

    private static IResult? Unchanged(HttpRequest request, string basis, string tag)
    {
        var headers = request.HttpContext.Response.Headers;
        (headers["Basis"], headers.ETag) = (basis, tag);
        // What an address answers changes with the log: it may be kept, but must be asked about each time.
        headers.CacheControl = "no-cache";
        return request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(x => x == "*" || x.TrimStart('W', '/') == tag)
            ? Results.StatusCode(StatusCodes.Status304NotModified) : null;
    }

    private static string Tag(string of) => $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..32]}\"";
}
