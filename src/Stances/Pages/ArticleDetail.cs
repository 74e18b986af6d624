using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Projections;

namespace Stances.Pages;

/// <summary>One finding of an article, ready to be shown beside its words.</summary>
/// <param name="Version">The event's place in the article's stream; it names the finding on the page.</param>
/// <param name="TakenBack">Why it no longer counts; null while it does.</param>
/// <param name="InText">Whether its words stand in the text shown.</param>
public sealed record Finding(long Version, long Sequence, ArticleEvent Event, string Told, string? Href, DateOnly? On, Direction? Direction, string? TakenBack, bool InText)
{
    /// <summary>Its words.</summary>
    public string Exact => Event.Grounds!.Exact;

    /// <summary>The class of its marks.</summary>
    public string Class => Direction is { } way ? Say.Word(way) : "fact";
}

/// <summary>An article with its text and everything found in it.</summary>
/// <param name="Paragraphs">The text, marked; empty where it was erased or withdrawn.</param>
/// <param name="Later">How many findings are left out because they were said after the day asked for.</param>
/// <param name="Erased">Why there is no text; null where there is.</param>
public sealed record ArticleDetail(
    string Id, AsOf AsOf, Article Article, IReadOnlyList<IReadOnlyList<TextRun>> Paragraphs, string? Erased, IReadOnlyList<Finding> Findings, DateTimeOffset RecordedAt, int Revisions,
    int Later, YearMarks Marks)
{
    /// <summary>The address of this view, without its time.</summary>
    public string Path => "/articles/" + Uri.EscapeDataString(Id);

    /// <summary>Findings that count, by their version.</summary>
    public IReadOnlyList<Finding> Standing => [.. Findings.Where(x => x.TakenBack is null)];

    /// <summary>The class of a run of the text: that of the narrowest finding it is evidence of.</summary>
    public string ClassOf(TextRun run) => Standing.Where(x => run.Marks.Contains(x.Version)).OrderBy(x => x.Exact.Length).First().Class;

    /// <summary>The name of the evidence of a finding in links: its place in the log.</summary>
    public string NameOf(long version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{Findings.First(x => x.Version == version).Sequence}");

    /// <summary>The article as it was known; null where it was not.</summary>
    public static async Task<ArticleDetail?> Load(Workspace workspace, string id, AsOf asOf, CancellationToken ct)
    {
        var history = await ArticleHistory.Get(workspace.Log, id, asOf.Clock, ct);
        if (history.Entries.Count == 0)
            return null;

        var text = await Texts.Get(workspace.Db, history.Article.TextHash, ct);
        var reasons = history.Entries.ToDictionary(x => x.Recorded.Version, x => x.Event switch
        {
            ArticleEvent.EventRetracted e => $"{e.Reason} ({e.By})",
            ArticleEvent.ArticleWithdrawn e => $"The article was withdrawn: {e.Reason} ({e.By})",
            _ => null,
        });
        var found = history.Entries.Where(x => x.Event.Grounds is not null).Select(x => (Entry: x, SaidBy: SaidBy(x, history.Article))).ToList();
        var grounded = found.Where(x => !(x.SaidBy > asOf.On)).Select(x => x.Entry).ToList();
        var marks = grounded.Where(x => x.TakenBackBy is null).Select(x => (x.Recorded.Version, x.Event.Grounds!)).ToList();
        var (paragraphs, missing) = MarkedText.Cut(text?.Text ?? "", marks);
        var findings = grounded.Select(x => Of(x, workspace.Catalogue, asOf, x.TakenBackBy is { } by ? reasons.GetValueOrDefault(by) ?? "Taken back." : null, !missing.Contains(x.Recorded.Version)));
        return new ArticleDetail(
            id, asOf, history.Article, paragraphs, Missing(history.Article, text), [.. findings], history.Entries[0].Recorded.RecordedAt,
            history.Entries.Count(x => x.Event is ArticleEvent.ArticleRevised), found.Count - grounded.Count,
            YearMarks.Of(found.Select(x => x.SaidBy), asOf.On, workspace.Today));
    }

    // As the lists count it: what has no day of its own was said by the day it was published, or recorded.
    private static DateOnly SaidBy(ArticleEntry entry, Article article) =>
        DayOf(entry.Event) ?? article.PublishedOn ?? DateOnly.FromDateTime(entry.Recorded.RecordedAt.UtcDateTime);

    private static DateOnly? DayOf(ArticleEvent e) => e switch
    {
        ArticleEvent.StanceStated x => x.On,
        ArticleEvent.MeetingHeld x => x.On,
        ArticleEvent.AgreementReached x => x.On,
        _ => null,
    };

    private static string? Missing(Article article, StoredText? text) =>
        article.Withdrawn ? "The source took this article back; nothing found in it counts any longer."
        : text is null ? "The text was not kept. These are the words that were found in it."
        : text.Text is null ? $"The text was erased on {Say.Moment(text.ErasedAt!.Value)}: {text.Reason}. These are the words that were found in it."
        : null;

    private static Finding Of(ArticleEntry entry, WorldCatalogue catalogue, AsOf asOf, string? takenBack, bool inText)
    {
        var (told, href, on, direction) = Tell(entry.Event, catalogue, asOf);
        return new Finding(entry.Recorded.Version, entry.Recorded.Sequence, entry.Event, told, href, on, direction, takenBack, inText);
    }

    /// <summary>A finding in one sentence, and where it leads.</summary>
    public static (string Told, string? Href, DateOnly? On, Direction? Direction) Tell(ArticleEvent e, WorldCatalogue catalogue, AsOf asOf) => e switch
    {
        ArticleEvent.StanceStated x => (
            $"{catalogue.CountryOf(x.Country).Name} on {catalogue.TopicOf(x.Topic).Label}{(x.Target is { } target ? ", to " + catalogue.CountryOf(target).Name : "")}",
            asOf.Pair(x.Country, x.Topic), x.On, x.Direction),
        ArticleEvent.MeetingHeld x => (
            $"{Say.List([.. x.Participants.Select(p => Seat(p, catalogue))])} {(x.Format == MeetingFormat.Call ? "spoke" : "met")}{(x.Place is { } place ? " in " + place : "")}",
            null, x.On, null),
        ArticleEvent.AgreementReached x => (
            $"{Say.List([.. x.Parties.Select(p => catalogue.CountryOf(p).Name)])} agreed on {catalogue.TopicOf(x.Topic).Label}",
            asOf.Link("/topics/" + x.Topic), x.On, null),
        _ => (EventJson.NameOf(e), null, null, null),
    };

    private static string Seat(Participant seat, WorldCatalogue catalogue)
    {
        var country = seat.Country is { } code ? catalogue.CountryOf(code).Name : null;
        return (seat.Person ?? seat.Role, country) switch
        {
            ({ } who, { } of) => $"{who} ({of})",
            ({ } who, null) => who,
            (null, { } of) => of,
            _ => "somebody",
        };
    }
}
