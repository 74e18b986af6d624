namespace Stances.Domain.Catalogue;

/// <summary>What is known of the world: who can hold a position, who speaks for whom and when, and what positions are about.</summary>
/// <param name="Hash">Of the files it was read from: names this catalogue in a basis and beside each event.</param>
public sealed record WorldCatalogue(
    IReadOnlyList<Country> Countries, IReadOnlyList<Person> People, IReadOnlyList<Role> Roles, IReadOnlyList<Other> Others,
    IReadOnlyList<Topic> Topics, IReadOnlyList<Publisher> Publishers, string Hash)
{
    /// <summary>How positions are worded.</summary>
    public IReadOnlyList<Verb> Verbs { get; init; } = [];

    /// <summary>How what is said tells a position, in order.</summary>
    public IReadOnlyList<ContentRule> Content { get; init; } = [];

    private readonly Dictionary<string, Country> countries = Countries.ToDictionary(x => x.Code, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Topic> topics = Topics.ToDictionary(x => x.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The country with this code, in any case; null where there is none.</summary>
    public Country? Country(string code) => countries.GetValueOrDefault(code);

    /// <summary>The topic with this id, in any case; null where there is none.</summary>
    public Topic? Topic(string id) => topics.GetValueOrDefault(id);

    /// <summary>The publisher of the page at this url, or of this name; null where it is unknown.</summary>
    public Publisher? Publisher(Source source)
    {
        if (source.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && Publishers.FirstOrDefault(p => p.Hosts.Any(h => uri.Host == h || uri.Host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase))) is { } found)
            return found;

        return source.Publisher is { } name
            ? Publishers.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(p.Id, name, StringComparison.OrdinalIgnoreCase))
            : null;
    }
}
