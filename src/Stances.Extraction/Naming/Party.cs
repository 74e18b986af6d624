namespace Stances.Extraction.Naming;

/// <summary>As what somebody speaks.</summary>
internal enum ActorKind : byte
{
    Person, Office, Organ, Country, Paper,
}

/// <summary>One voice: a country, and through whom it speaks.</summary>
internal sealed record Actor(string Country, CastMember? Person, string? Role, ActorKind Kind);

/// <summary>Who does something in a clause: one or several voices, the tokens they stand in, and what the finding rests on.</summary>
internal sealed record Party(IReadOnlyList<Actor> Actors, int First, int End, string Ground, double Penalty)
{
    public IReadOnlyList<string> Countries => [.. Actors.Select(x => x.Country).Distinct(StringComparer.Ordinal)];

    public bool IsGroup => Countries.Count > 1;

    public Actor Head => Actors[0];

    /// <summary>How many are meant where a word points to those told before: 0 where it does not say how many, null where nothing points.</summary>
    public int? Points { get; init; }

    /// <summary>Whether the word is one for several of one country, "Turkish leaders", so that "they" means them.</summary>
    public bool Plural { get; init; }

    /// <summary>A party of one.</summary>
    public static Party One(int first, int end, Actor actor, string ground, double penalty) => new([actor], first, end, ground, penalty);
}
