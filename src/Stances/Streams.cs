using Stances.Domain;
using Stances.EventStore;

namespace Stances;

/// <summary>One article's stream: load, decide, append; again where somebody else wrote meanwhile.</summary>
internal static class Streams
{
    private const int Tries = 10;

    /// <summary>The events of an article that is known, up to a sequence where one is given.</summary>
    /// <exception cref="InvalidInputException">There is no such article.</exception>
    public static async Task<List<RecordedEvent>> Read(string stream, Workspace workspace, CancellationToken ct, long? upTo = null) =>
        (await workspace.Log.ReadStream(stream, 0, ct)).FindAll(x => !(x.Sequence > upTo)) is { Count: > 0 } recorded
            ? recorded
            : throw new InvalidInputException("article", $"There is no article '{(stream.Length <= 60 ? stream : stream[..60])}'.") { Kind = InputFault.Unknown };

    /// <summary>The article as it stands where it was read from this very text; null where it was not, or was withdrawn.</summary>
    public static async Task<Filed?> Holding(string stream, string textHash, Workspace workspace, CancellationToken ct)
    {
        var recorded = await workspace.Log.ReadStream(stream, 0, ct);
        var article = recorded.Select(x => EventJson.Read(x.Type, x.Data)).Aggregate(Article.Unread, Article.Fold);
        return article.TextHash == textHash && !article.Withdrawn ? new Filed(stream, recorded, 0) : null;
    }

    /// <summary>Appends what <paramref name="decide"/> says of an article that is known; nothing where it says nothing.</summary>
    /// <exception cref="InvalidInputException">There is no such article.</exception>
    public static Task<Filed> Change(
        string stream, Workspace workspace, Func<Article, IReadOnlyList<RecordedEvent>, IReadOnlyList<ArticleEvent>> decide, IReadOnlyList<Sql> along, CancellationToken ct) =>
        Append(stream, workspace, () => Read(stream, workspace, ct), decide, along, ct);

    /// <summary>The same for an article that may be new.</summary>
    public static Task<Filed> Open(
        string stream, Workspace workspace, Func<Article, IReadOnlyList<ArticleEvent>> decide, IReadOnlyList<Sql> along, CancellationToken ct) =>
        Append(stream, workspace, () => workspace.Log.ReadStream(stream, 0, ct), (article, _) => decide(article), along, ct);

    private static async Task<Filed> Append(
        string stream, Workspace workspace, Func<Task<List<RecordedEvent>>> read,
        Func<Article, IReadOnlyList<RecordedEvent>, IReadOnlyList<ArticleEvent>> decide, IReadOnlyList<Sql> along, CancellationToken ct)
    {
        for (var left = Tries; ; left--)
        {
            var recorded = await read();
            var article = recorded.Select(x => EventJson.Read(x.Type, x.Data)).Aggregate(Article.Unread, Article.Fold);
            var news = decide(article, recorded);
            if (news.Count == 0)
                return new Filed(stream, recorded, 0);

            try
            {
                var appended = await workspace.Log.Append([new StreamAppend(stream, article.Version, Stored(stream, article.Version, news))], along, ct);
                return new Filed(stream, [.. recorded, .. appended], appended.Count);
            }
            catch (WrongExpectedVersionException) when (left > 1)
            {
                // Somebody else wrote this article meanwhile: look what it holds now, and decide again.
            }
        }
    }

    /// <summary>The events as the log takes them; their ids come from their content, so that a retry is known as one.</summary>
    public static List<NewEvent> Stored(string stream, long version, IReadOnlyList<ArticleEvent> events) =>
        [.. events.Select((e, i) =>
        {
            var (type, data) = (EventJson.NameOf(e), EventJson.Write(e));
            return new NewEvent(StableId.EventId(stream, version + 1 + i, type, data), type, EventJson.DotnetTypeOf(e), data);
        })];
}
