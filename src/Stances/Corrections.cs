using Stances.Domain;
using Stances.EventStore;
using Stances.Extraction;
using Stances.Projections;
using static Stances.Domain.ArticleEvent;

namespace Stances;

/// <summary>What can be put right afterwards. The log is never edited: each correction is an event of its own, with its reason and who made it.</summary>
public static class Corrections
{
    /// <summary>Takes one finding back; taking it back again adds nothing.</summary>
    /// <exception cref="InvalidInputException">The article or the version is not there, or is no finding.</exception>
    public static Task<Filed> Retract(string stream, long version, string reason, string by, Workspace workspace, CancellationToken ct) =>
        Streams.Change(stream, workspace, (article, recorded) =>
        {
            var e = recorded.FirstOrDefault(x => x.Version == version)
                ?? throw new InvalidInputException("version", $"{stream} has no version {version}.") { Kind = InputFault.Unknown };
            if (EventJson.Read(e.Type, e.Data).Grounds is null)
                throw new InvalidInputException("version", $"Version {version} is {e.Type}; only what was found in the text can be retracted.");
            return article.Findings.ContainsKey(version) ? [new EventRetracted(version, reason, by)] : [];
        }, [], ct);

    /// <summary>Takes the whole article back; taking it back again adds nothing.</summary>
    /// <exception cref="InvalidInputException">There is no such article.</exception>
    public static Task<Filed> Withdraw(string stream, string reason, string by, Workspace workspace, CancellationToken ct) =>
        Streams.Change(stream, workspace, (article, _) => article.Withdrawn ? [] : [new ArticleWithdrawn(reason, by)], [], ct);

    /// <summary>Erases the article's texts, of every revision, for good. The log keeps facts, short quotes and hashes.</summary>
    /// <exception cref="InvalidInputException">There is no such article.</exception>
    public static async Task<int> Erase(string stream, string reason, string by, Workspace workspace, CancellationToken ct)
    {
        var erased = 0;
        foreach (var hash in (await Streams.Read(stream, workspace, ct)).Select(TextHash).OfType<string>().Distinct())
            erased += await Texts.Erase(workspace.Db, hash, by, reason, ct) ? 1 : 0;
        return erased;
    }

    /// <summary>
    /// What reading the article's text again with the reader of today would change, and, where <paramref name="commit"/> is set, changes it:
    /// new findings appended, vanished ones retracted, the rest untouched.
    /// </summary>
    /// <exception cref="InvalidInputException">There is no such article, or its text was erased.</exception>
    public static async Task<IReadOnlyList<ArticleEvent>> Reread(string stream, bool commit, Workspace workspace, CancellationToken ct)
    {
        var before = (await Streams.Read(stream, workspace, ct)).Select(x => EventJson.Read(x.Type, x.Data)).Aggregate(Article.Unread, Article.Fold);
        if (before.Withdrawn || before.Reader == workspace.Reader.Version)
            return [];
        var text = (await Texts.Get(workspace.Db, before.TextHash, ct))?.Text
            ?? throw new InvalidInputException("article", $"The text of {stream} was erased and cannot be read again.");
        var reading = await workspace.Reader.Read(new ArticleText(text, before.PublishedOn, before.Source), ct);
        var again = new ArticleRevised(before.Source, before.PublishedOn, before.TextHash, text.Length, workspace.Reader.Version, "reread");
        if (!commit)
            return before.Reread(again, reading.Events);

        IReadOnlyList<ArticleEvent> changes = [];
        await Streams.Change(stream, workspace, (article, _) => changes = article.TextHash == before.TextHash ? article.Reread(again, reading.Events) : [], [], ct);
        return changes;
    }

    private static string? TextHash(RecordedEvent e) => EventJson.Read(e.Type, e.Data) switch
    {
        ArticleIngested x => x.TextHash,
        ArticleRevised x => x.TextHash,
        _ => null,
    };
}
