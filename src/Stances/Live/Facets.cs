using Stances.Domain;
using static Stances.Domain.ArticleEvent;

namespace Stances.Live;

/// <summary>What a subscriber can choose notices by. A notice about several findings has the facets of them all.</summary>
public sealed record Facets
{
    /// <summary>Of something that is about no country, such as a new article.</summary>
    public static readonly Facets None = new();

    /// <summary>Who spoke, agreed or met.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
    /// <summary>What about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
    /// <summary>What was held.</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];
    /// <summary>What that means for the topic.</summary>
    public IReadOnlyList<Direction> Directions { get; init; } = [];
    /// <summary>Named people.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];
    /// <summary>Who published the article.</summary>
    public string? Publisher { get; init; }
    /// <summary>The reader's belief; null where nothing was to be believed.</summary>
    public double? Confidence { get; init; }
    /// <summary>How an answer changed, in each word that says it.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The facets of what was found in an article, taken together.</summary>
    public static Facets Of(IEnumerable<ArticleEvent> findings) => findings.Select(Of).Aggregate(None, (a, b) => new Facets
    {
        Countries = [.. a.Countries.Union(b.Countries)],
        Topics = [.. a.Topics.Union(b.Topics)],
        Positions = [.. a.Positions.Union(b.Positions)],
        Directions = [.. a.Directions.Union(b.Directions)],
        Persons = [.. a.Persons.Union(b.Persons)],
        Confidence = a.Confidence is { } x && b.Confidence is { } y ? Math.Max(x, y) : a.Confidence ?? b.Confidence,
    });

    private static Facets Of(ArticleEvent e) => e switch
    {
        StanceStated x => new Facets
        {
            Countries = [x.Country], Topics = [x.Topic], Positions = [x.Position], Directions = [x.Direction],
            Persons = x.Speaker?.Name is { } name ? [name] : [], Confidence = x.Confidence,
        },
        AgreementReached x => new Facets { Countries = x.Parties, Topics = [x.Topic], Confidence = x.Confidence },
        MeetingHeld x => new Facets
        {
            Countries = [.. x.Participants.Select(p => p.Country).OfType<string>().Distinct()],
            Persons = [.. x.Participants.Select(p => p.Person).OfType<string>().Distinct()], Confidence = x.Confidence,
        },
        _ => None,
    };
}
