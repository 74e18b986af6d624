namespace Stances.Domain.Catalogue;

/// <summary>A country and everything the press calls it. Names match case as written.</summary>
public sealed record Country
{
    /// <summary>ISO 3166-1 alpha-3, or EUU, UNO, XKX.</summary>
    public required string Code { get; init; }
    /// <summary>What people call it.</summary>
    public required string Name { get; init; }
    /// <summary>Other names, which count everywhere.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
    /// <summary>Names shared with something else; they count only where nothing says otherwise.</summary>
    public IReadOnlyList<string> Weak { get; init; } = [];
    /// <summary>Names that count only in an article that also names another country.</summary>
    public IReadOnlyList<NameWith> With { get; init; } = [];
    /// <summary>"South Korean".</summary>
    public IReadOnlyList<string> Adjectives { get; init; } = [];
    /// <summary>"South Koreans".</summary>
    public IReadOnlyList<string> People { get; init; } = [];
    /// <summary>The seat of government: an actor as a subject, a place after in, at, near.</summary>
    public string? Capital { get; init; }
    /// <summary>Other names of the government, always the state.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];
    /// <summary>Further names people ask by, which no article is read by.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];
    /// <summary>Places only.</summary>
    public IReadOnlyList<string> Cities { get; init; } = [];
    /// <summary>IANA name.</summary>
    public string? Timezone { get; init; }
}

/// <summary>A name that stands for a country only where <paramref name="Where"/> is named too.</summary>
public sealed record NameWith(string Name, string Where);

/// <summary>Someone who holds or held an office of state.</summary>
public sealed record Person
{
    /// <summary>As the press writes it in full.</summary>
    public required string Name { get; init; }
    /// <summary>Other spellings of the full name.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
    /// <summary>What stands alone after the first mention.</summary>
    public IReadOnlyList<string> Short { get; init; } = [];
    /// <summary>f or m.</summary>
    public string? Gender { get; init; }
    /// <summary>Offices with the days they were held.</summary>
    public IReadOnlyList<Office> Offices { get; init; } = [];
}

/// <summary>An office held from one day to another, both inclusive; an open end means it lasts.</summary>
public sealed record Office(string Country, string Role, DateOnly From, DateOnly? To)
{
    /// <summary>Whether the office was held that day.</summary>
    public bool HeldOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A kind of office and how the press names it.</summary>
public sealed record Role
{
    /// <summary>Such as <c>foreign minister</c>.</summary>
    public required string Id { get; init; }
    /// <summary>How it is named, in any case.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
    /// <summary>Names that tell the country themselves, by country code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> By { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>leader, minister, envoy, spokesperson or official.</summary>
    public required string Rank { get; init; }
}

/// <summary>A name that speaks for no state.</summary>
public sealed record Other
{
    /// <summary>Its usual name.</summary>
    public required string Name { get; init; }
    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
    /// <summary>The states that make it up, where its leaders and ministers mostly meet in full; none for any other.</summary>
    public IReadOnlyList<Membership> Members { get; init; } = [];
}

/// <summary>A state's place in a bloc from one day to another, both inclusive; an open end has no bound.</summary>
public sealed record Membership(string Country, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether the state was in it that day.</summary>
    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}

/// <summary>A matter countries hold positions on.</summary>
public sealed record Topic
{
    /// <summary>The slug.</summary>
    public required string Id { get; init; }
    /// <summary>What people call it.</summary>
    public required string Label { get; init; }
    /// <summary>What <c>for</c> and <c>against</c> are about.</summary>
    public required string Proposition { get; init; }
    /// <summary>A heading to file it under.</summary>
    public required string Group { get; init; }
    /// <summary>Which of PLOVER's contexts it belongs to (<see cref="Plover.Contexts"/>); none where PLOVER has none for it.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];
    /// <summary>Before this day nobody could speak of it.</summary>
    public DateOnly? Since { get; init; }
    /// <summary>Whose matter it mainly is.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
    /// <summary>A generic topic yields to a specific one beside it.</summary>
    public bool Generic { get; init; }
    /// <summary>Words that alone tell the topic.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];
    /// <summary>Words that count only where the article names the topic elsewhere.</summary>
    public IReadOnlyList<string> Weak { get; init; } = [];
    /// <summary>Words that tell the topic together though others stand between them.</summary>
    public IReadOnlyList<string> Apart { get; init; } = [];
    /// <summary>By country: words that tell the topic where they are told of that country.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Beside { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    /// <summary>The countries whose wars, crises and elections it is.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];
    /// <summary>Further names people ask by.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];
    /// <summary>Words of what is demanded, said or promised that argue for the proposition.</summary>
    public IReadOnlyList<string> For { get; init; } = [];
    /// <summary>And against it.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];
    /// <summary>Who is known to argue for the proposition or against it: what a country says means its side where its words leave it open.</summary>
    public IReadOnlyDictionary<string, Direction> Sides { get; init; } = new Dictionary<string, Direction>();
    /// <summary>What each position means where neither a word nor a side decides.</summary>
    public IReadOnlyDictionary<Position, Direction> Means { get; init; } = new Dictionary<Position, Direction>();
}

/// <summary>A publisher.</summary>
public sealed record Publisher
{
    /// <summary>The slug.</summary>
    public required string Id { get; init; }
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Hosts of its pages; subdomains count.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];
    /// <summary>wire, ministry, newspaper, broadcaster or other.</summary>
    public required string Kind { get; init; }
    /// <summary>Whose government "the foreign minister" is, where the text says no more.</summary>
    public string? Country { get; init; }
    /// <summary>IANA name.</summary>
    public string? Timezone { get; init; }
    /// <summary>Lines or endings that are not the article.</summary>
    public IReadOnlyList<string> Boilerplate { get; init; } = [];
}
