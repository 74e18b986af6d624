using System.Buffers;
using System.Globalization;
using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Stances.Domain;
using Stances.Projections;

namespace Stances.Http;

/// <summary>Handing articles in, and looking at what was found in one.</summary>
internal static class ArticlesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/articles", Post)
            .Accepts<ArticleSubmission>(MediaTypeNames.Application.Json, MediaTypeNames.Text.Plain, MediaTypeNames.Text.Html)
            .Produces<JsonObject>(StatusCodes.Status201Created).Produces<JsonObject>(StatusCodes.Status200OK)
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415)
            .WithSummary("Read an article and store what it says. The same article again adds nothing and answers 200.");
        routes.MapGet("/articles/{id}", Get).Produces<JsonObject>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("An article: its source, its text unless erased, and everything that happened to it; `counts` tells which findings stand.");
    }

    private static async Task<IResult> Post(
        HttpRequest request, Workspace workspace, string? publishedOn, string? publisher, string? url, string? title, CancellationToken ct)
    {
        var body = await Body(request, ct);
        var submission = MediaType(request) switch
        {
            MediaTypeNames.Application.Json => FromJson(body),
            MediaTypeNames.Text.Plain => Plain(html: false),
            MediaTypeNames.Text.Html => Plain(html: true),
            var other => throw new BadHttpRequestException($"'{other}' is not taken here; send application/json, text/plain or text/html.", 415),
        };

        var filed = await Ingest.File(submission, workspace, ct);
        var answer = Receipt(filed);
        return filed.Appended > 0
            ? Results.Created($"/articles/{filed.Stream}", answer)
            : Results.Ok(answer);

        Submission Plain(bool html) => Submission.Of(
            body.Span, html, Fields.Day(publishedOn, "publishedOn"), new Source(publisher, Fields.WebAddress(url, "url"), title, null, null), null);
    }

    private static Task<IResult> Get(HttpRequest request, string id, Workspace workspace, Replies replies, CancellationToken ct) =>
        replies.OfLog(request, upTo => Story(id, upTo, workspace, ct));

    private static async Task<(JsonObject Body, long Through)> Story(string id, long? upTo, Workspace workspace, CancellationToken ct)
    {
        var recorded = await Streams.Read(id, workspace, ct, upTo);
        var article = recorded.Select(x => EventJson.Read(x.Type, x.Data)).Aggregate(Article.Unread, Article.Fold);
        var text = await Texts.Get(workspace.Db, article.TextHash, ct);
        var events = recorded.Select(x =>
        {
            var view = EventView.Of(x);
            if (EventJson.Read(x.Type, x.Data).Grounds is not null)
                view["counts"] = article.Findings.ContainsKey(x.Version);
            return view;
        });
        return (new JsonObject
        {
            ["article"] = id,
            ["source"] = JsonSerializer.SerializeToNode(article.Source, EventView.Json),
            ["publishedOn"] = article.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["withdrawn"] = article.Withdrawn,
            ["text"] = text?.Text,
            ["textHash"] = article.TextHash,
            ["erasedAt"] = text?.ErasedAt?.UtcDateTime,
            ["events"] = new JsonArray([.. events]),
        }, recorded[^1].Sequence);
    }

    /// <summary>What handing an article in answers: its id, its events with their sequences, and how many of them are new.</summary>
    public static JsonObject Receipt(Filed filed) => new()
    {
        ["article"] = filed.Stream,
        ["appended"] = filed.Appended,
        ["sequence"] = filed.Events[^1].Sequence,
        ["events"] = new JsonArray([.. filed.Events.Select(EventView.Of)]),
    };

    /// <summary>The submission that a JSON article is.</summary>
    /// <exception cref="InvalidInputException">It is not of an <see cref="ArticleSubmission"/>'s shape, or no article.</exception>
    public static Submission FromJson(ReadOnlyMemory<byte> body)
    {
        var submitted = Submitted(body);
        if (submitted.Text is null)
            throw new InvalidInputException("text", "The text is missing.");
        var from = submitted.Source;
        var source = new Source(from?.Publisher, Fields.WebAddress(from?.Url, "source/url"), from?.Title, from?.Author, from?.Language);
        return Submission.Of(submitted.Text, html: false, Fields.Day(submitted.PublishedOn, "publishedOn"), source, submitted.SubmittedBy);
    }

    private static ArticleSubmission Submitted(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, SubmissionContext.Default.ArticleSubmission) ?? throw new JsonException("null is no article.");
        }
        catch (JsonException e)
        {
            throw InvalidInputException.Of(e);
        }
    }

    private static string MediaType(HttpRequest request) => (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    // JSON escapes may make the body several times as long as the text in it.
    private static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request, CancellationToken ct)
    {
        const int most = 3 * Submission.MostBytes;
        var buffer = new ArrayBufferWriter<byte>();
        while (true)
        {
            var read = await request.Body.ReadAsync(buffer.GetMemory(16 * 1024), ct);
            if (read == 0)
                return buffer.WrittenMemory;
            buffer.Advance(read);
            if (buffer.WrittenCount > most)
                throw new InvalidInputException("text", $"The request has more than {most} bytes.") { Kind = InputFault.TooLarge };
        }
    }
}

/// <summary>An article as it is handed in.</summary>
/// <param name="Text">The article's text, as published.</param>
/// <param name="PublishedOn">The day it was published, yyyy-MM-dd.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="SubmittedBy">Who hands it in.</param>
public sealed record ArticleSubmission(string? Text, string? PublishedOn, SubmittedSource? Source, string? SubmittedBy);

/// <summary>Where a submitted article was published; a <c>url</c> names the article, so that another text there is a revision.</summary>
public sealed record SubmittedSource(string? Publisher, string? Url, string? Title, string? Author, string? Language);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ArticleSubmission))]
internal sealed partial class SubmissionContext : JsonSerializerContext;
