using System.Collections.Immutable;
using static Stances.Domain.ArticleEvent;

namespace Stances.Domain;

/// <summary>An article's stream folded: what is known of its source, the text in force, and the findings that still count, by version.</summary>
/// <param name="Refuted">Findings that people retracted: no reading brings them back.</param>
public sealed record Article(
    Source Source, DateOnly? PublishedOn, string TextHash, ReaderVersion Reader, bool Withdrawn, long Version,
    ImmutableSortedDictionary<long, ArticleEvent> Findings, ImmutableList<ArticleEvent> Refuted)
{
    /// <summary>An article nobody has read yet.</summary>
    public static readonly Article Unread = new(
        Source.Unknown, null, "", new ReaderVersion("", "", ""), false, 0, ImmutableSortedDictionary<long, ArticleEvent>.Empty, []);

    /// <summary>The article after its stream's next event.</summary>
    public static Article Fold(Article article, ArticleEvent e)
    {
        var next = article with { Version = article.Version + 1 };
        return e switch
        {
            ArticleIngested x => next with { Source = x.Source, PublishedOn = x.PublishedOn, TextHash = x.TextHash, Reader = x.Reader },
            ArticleRevised x => next with { Source = x.Source, PublishedOn = x.PublishedOn, TextHash = x.TextHash, Reader = x.Reader, Withdrawn = false },
            ArticleWithdrawn => next with { Withdrawn = true, Findings = next.Findings.Clear() },
            MeetingHeld or StanceStated or AgreementReached => next with { Findings = next.Findings.SetItem(next.Version, e) },
            EventRetracted x => next with
            {
                Findings = next.Findings.Remove(x.Version),
                Refuted = x.By != next.Reader.Name && next.Findings.TryGetValue(x.Version, out var refuted) ? next.Refuted.Add(refuted) : next.Refuted,
            },
            _ => throw new System.Diagnostics.UnreachableException($"{e.GetType().Name} has no arm in {nameof(Fold)}."),
        };
    }

    /// <summary>
    /// What reading a text (again) adds to the stream: everything the first time; the differences where the text or what is found
    /// in it changed; nothing where both are as they were. A finding that moved in the text without changing counts as the same.
    /// </summary>
    public IReadOnlyList<ArticleEvent> Read(ArticleIngested reading, IReadOnlyList<ArticleEvent> found)
    {
        if (Version == 0)
            return [reading, .. found];
        if (TextHash == reading.TextHash && !Withdrawn)
            return [];

        return Differences(
            new ArticleRevised(reading.Source, reading.PublishedOn, reading.TextHash, reading.TextLength, reading.Reader, reading.SubmittedBy),
            found, "The revised text no longer says it.");
    }

    /// <summary>
    /// What reading the same text again with another reader adds: nothing where it finds the same. <paramref name="again"/> records which
    /// reader's findings stand from here on.
    /// </summary>
    public IReadOnlyList<ArticleEvent> Reread(ArticleRevised again, IReadOnlyList<ArticleEvent> found) =>
        Differences(again, found, $"Reader {again.Reader.Name} {again.Reader.Version} no longer finds it.") is [_, _, ..] changes ? changes : [];

    private IReadOnlyList<ArticleEvent> Differences(ArticleRevised revised, IReadOnlyList<ArticleEvent> found, string reason)
    {
        var gone = new List<ArticleEvent>();
        var unmatched = found.Where(x => !Refuted.Any(r => SameFinding(x, r))).ToList();
        foreach (var (version, finding) in Findings)
        {
            var same = unmatched.FindIndex(x => SameFinding(x, finding));
            if (same >= 0)
                unmatched.RemoveAt(same);
            else
                gone.Add(new EventRetracted(version, reason, revised.Reader.Name));
        }

        return [revised, .. gone, .. unmatched];
    }

    /// <summary>Whether two findings say the same in the same words, wherever in the text they stand.</summary>
    private static bool SameFinding(ArticleEvent one, ArticleEvent other)
    {
        if (one.Grounds is not { } a || other.Grounds is not { } b || a.Exact != b.Exact)
            return false;
        return EventJson.NameOf(one) == EventJson.NameOf(other) && EventJson.Write(Unplaced(one)) == EventJson.Write(Unplaced(other));
    }

    // How sure the reader is, why, and how it words a finding may change from one reader to the next without the finding being another.
    private static ArticleEvent Unplaced(ArticleEvent e) => e switch
    {
        MeetingHeld x => x with { Evidence = x.Evidence with { Start = 0, End = 0 }, Confidence = 0, Reasons = [] },
        StanceStated x => x with { Evidence = x.Evidence with { Start = 0, End = 0 }, Confidence = 0, Reasons = [], Summary = "" },
        AgreementReached x => x with { Evidence = x.Evidence with { Start = 0, End = 0 }, Confidence = 0, Reasons = [], Summary = "" },
        _ => e,
    };
}
