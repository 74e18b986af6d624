using Stances.Domain;
using Stances.Domain.Catalogue;
using Stances.Extraction.Finding;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Topics;
using Stances.Extraction.Words;

namespace Stances.Extraction;

/// <summary>Reads by rule and word list: the same article and catalogue always give the same events.</summary>
public sealed class RulesReader : IReader
{
    private readonly WorldCatalogue catalogue;
    private readonly Gazetteer gazetteer;
    private readonly Inflector inflector = new();
    private readonly Tagger tagger;
    private readonly VerbLexicon verbs;
    private readonly ContentRules content;
    private readonly TopicIndex topics;
    private readonly DirectionFinder directions;

    /// <summary>Prepares a catalogue for reading; one reader serves any number of articles and threads.</summary>
    public RulesReader(WorldCatalogue catalogue)
    {
        this.catalogue = catalogue;
        gazetteer = new Gazetteer(catalogue);
        verbs = new VerbLexicon(catalogue.Verbs, inflector);
        tagger = new Tagger(inflector);
        content = new ContentRules(catalogue.Content);
        topics = new TopicIndex(catalogue.Topics);
        directions = new DirectionFinder(catalogue.Topics);
        Version = new ReaderVersion("rules", "1", catalogue.Hash);
    }

    /// <inheritdoc/>
    public ReaderVersion Version { get; }

    /// <inheritdoc/>
    public Task<Reading> Read(ArticleText article, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(Read(article));
    }

    /// <summary>Reads the article.</summary>
    public Reading Read(ArticleText article) => ReadScene(article).Reading;

    /// <summary>The reading, and who and what was found to be named in the text.</summary>
    internal (Reading Reading, Scene Scene) ReadScene(ArticleText article)
    {
        var publisher = catalogue.Publisher(article.Source);
        var document = new Document(article.Text, publisher?.Boilerplate ?? [], tagger);
        var published = article.PublishedOn ?? Published.In(document);
        var scene = new Scene(document, gazetteer, published);
        MentionFinder.Find(scene);
        scene.Home = Home.Of(article.Source, publisher, scene);
        scene.Official = Home.Official(article.Source, publisher, scene);
        CastFinder.Find(scene);
        var findings =
            new ArticleWalk(scene, article.Source, verbs, inflector, content, directions, new TopicFinder(scene, topics),
                new DayFinder(document, published))
                .Read();
        return (new Reading(findings, published, article.Source with { Title = article.Source.Title ?? Title(document) }), scene);
    }

    private static string? Title(Document document)
    {
        var title = document.Blocks.TakeWhile(x => x.Kind != BlockKind.Body).LastOrDefault(x => x.Kind == BlockKind.Title);
        return title is null ? null : document.Text[title.Start..title.End];
    }
}
