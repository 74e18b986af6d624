using Stances.Domain;
using static Stances.Domain.ArticleEvent;

namespace Stances.Tests.Domain;

public class Reading_an_article_again
{
    private static readonly StanceStated Moved = Examples.Stated with { Evidence = Examples.Stated.Evidence with { Start = 40, End = 54 } };
    private static readonly StanceStated Other = Examples.Stated with { Country = "KOR", Position = Position.Rejects };
    private static readonly ArticleIngested NewText = Examples.Ingested with { TextHash = new string('c', 64) };

    [Fact]
    public void The_first_time_adds_all_of_it() =>
        Assert.Equal([Examples.Ingested, Examples.Stated], Article.Unread.Read(Examples.Ingested, [Examples.Stated]));

    [Fact]
    public void In_the_same_words_adds_nothing() =>
        Assert.Empty(Folded(Examples.Ingested, Examples.Stated).Read(Examples.Ingested, [Examples.Stated]));

    [Fact]
    public void In_other_words_adds_the_differences_only() =>
        Assert.Equal(
            [Revised, new EventRetracted(2, "The revised text no longer says it.", "rules"), Other],
            Folded(Examples.Ingested, Examples.Stated).Read(NewText, [Other]));

    [Fact]
    public void Leaves_a_finding_that_only_moved_untouched() =>
        Assert.Equal([Revised, Other], Folded(Examples.Ingested, Examples.Stated).Read(NewText, [Moved, Other]));

    [Fact]
    public void Does_not_bring_back_what_a_person_retracted() =>
        Assert.Equal(
            [Revised, Other],
            Folded(Examples.Ingested, Examples.Stated, new EventRetracted(2, "misquoted", "desk")).Read(NewText, [Moved, Other]));

    [Fact]
    public void With_a_newer_reader_adds_and_retracts_only_what_differs()
    {
        var again = Revised with { TextHash = Examples.Ingested.TextHash, Reader = Examples.Rules with { Version = "2" } };
        var article = Folded(Examples.Ingested, Examples.Stated);

        Assert.Equal([again, new EventRetracted(2, "Reader rules 2 no longer finds it.", "rules"), Other], article.Reread(again, [Other]));
        Assert.Empty(article.Reread(again, [Examples.Stated]));
    }

    [Fact]
    public void After_a_withdrawal_finds_everything_anew() =>
        Assert.Equal(
            [new ArticleRevised(Examples.Ingested.Source, Examples.Ingested.PublishedOn, Examples.Ingested.TextHash, 2788, Examples.Rules, "desk"), Examples.Stated],
            Folded(Examples.Ingested, Examples.Stated, new ArticleWithdrawn("hoax", "desk")).Read(Examples.Ingested, [Examples.Stated]));

    private static ArticleRevised Revised =>
        new(NewText.Source, NewText.PublishedOn, NewText.TextHash, NewText.TextLength, NewText.Reader, NewText.SubmittedBy);

    private static Article Folded(params ArticleEvent[] events) => events.Aggregate(Article.Unread, Article.Fold);
}
