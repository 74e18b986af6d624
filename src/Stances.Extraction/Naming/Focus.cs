namespace Stances.Extraction.Naming;

/// <summary>Whom the text was speaking of last: what he, she, they, both sides, the ministry and the statement point back to.</summary>
internal sealed class Focus(Scene scene)
{
    private readonly List<Actor> persons = [];
    private readonly List<(IReadOnlyList<Actor> Actors, string? Rank)> groups = [];
    private readonly List<Actor> countries = [];
    private Actor? organ;
    private bool strangePerson;
    private bool strangeThing;

    /// <summary>Who "I" and "we" are here; null in a report.</summary>
    public Party? Voice { get; set; }

    /// <summary>Who did something last.</summary>
    public Party? Last { get; private set; }

    /// <summary>Who spoke last.</summary>
    public Actor? Speaker { get; private set; }

    /// <summary>These did something; <paramref name="told"/>: in what somebody else tells, so that "the statement" is not theirs.</summary>
    public void Note(Party party, bool told = false)
    {
        Last = party;
        if (party.Actors.Count > 1)
            Together(party.Actors);
        var own = organ;
        // "He and Cho held talks. He also ...": whoever he was before, he is still.
        foreach (var actor in party.Ground == "pronoun" ? party.Actors.Reverse() : party.Actors)
            Note(actor);
        if (told)
            organ = own;
    }

    /// <summary>This one spoke, or took a position.</summary>
    public void Speak(Party party)
    {
        if (party.Countries.Count == 1)
            Speaker = party.Head;
    }

    /// <summary>This one made the sentence's last statement.</summary>
    public void Tell(Actor actor)
    {
        Speaker = actor;
        if (actor.Kind is ActorKind.Organ)
            organ = actor;
    }

    public void Note(Actor actor)
    {
        if (actor.Kind is ActorKind.Person or ActorKind.Office)
        {
            persons.RemoveAll(x => x.Person == actor.Person && x.Country == actor.Country);
            persons.Add(actor);
        }
        else if (actor.Kind is ActorKind.Organ)
        {
            organ = actor;
        }

        countries.RemoveAll(x => x.Country == actor.Country);
        countries.Add(actor);
    }

    /// <summary>These sat or acted together.</summary>
    public void Together(IReadOnlyList<Actor> actors) =>
        groups.Add((actors, actors.Select(x => x.Person?.Rank ?? Rank(x.Role)).FirstOrDefault(x => x is not null)));

    /// <summary>The last sentence was about somebody, or something, that speaks for no state: "he", or "it", may be that.</summary>
    public void Pass(bool person, bool thing) => (strangePerson, strangeThing) = (person, thing);

    /// <summary>Whom "he" or "she" points back to; <paramref name="apart"/>: of whatever country but that.</summary>
    public Actor? He(string? gender, string? apart = null)
    {
        if (strangePerson)
            return null;
        for (var i = persons.Count - 1; i >= 0; i--)
        {
            if (persons[i].Country == apart)
                continue;
            var known = persons[i].Person?.Gender;
            if (known is null || gender is null || known == gender)
                return persons[i];
        }

        return null;
    }

    /// <summary>What "it" points back to: a state or a part of one, never who speaks for it.</summary>
    public Actor? It() =>
        strangeThing ? null : Speaker is { Kind: not (ActorKind.Person or ActorKind.Office) } speaker && (countries.Count == 0 || countries[^1].Country == speaker.Country || countries[^1].Kind is ActorKind.Person or ActorKind.Office) ? speaker
        : countries.LastOrDefault(x => x.Kind is not (ActorKind.Person or ActorKind.Office));

    public Actor? Organ() => organ;

    public Actor? InOffice(string role, string? country)
    {
        for (var i = persons.Count - 1; i >= 0; i--)
        {
            if (country is not null && persons[i].Country != country)
                continue;
            if (Fits(persons[i].Person?.Role ?? persons[i].Role, role))
                return persons[i];
        }

        return null;
    }

    /// <summary>"The Secretary": the last minister of a country that calls its ministers so.</summary>
    public Actor? Secretary() => persons.FindLast(x => (x.Person?.Rank ?? Rank(x.Role)) == "minister"
        && scene.Gazetteer.Catalogue.Roles.Any(y => y.Id == (x.Person?.Role ?? x.Role) && y.By.TryGetValue(x.Country, out var names) && names.Any(z => z.StartsWith("secretary", StringComparison.Ordinal) || z.EndsWith("secretary", StringComparison.Ordinal))));

    /// <summary>The last so many that acted together, of the rank that is spoken of where one is.</summary>
    public IReadOnlyList<Actor>? Both(int? number, string? rank)
    {
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            var (actors, known) = groups[i];
            var size = actors.Select(x => x.Country).Distinct().Count();
            if ((number is null || size == number) && (rank is null || known is null || known == rank))
                return actors;
        }

        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (number is null || groups[i].Actors.Select(x => x.Country).Distinct().Count() == number)
                return [.. groups[i].Actors.Select(x => rank is null ? x : new Actor(x.Country, null, null, ActorKind.Country))];
        }

        return null;
    }

    /// <summary>The countries most spoken of, where no group was named yet.</summary>
    public IReadOnlyList<Actor>? Foremost(int number)
    {
        var named = scene.Countries.Where(x => x.Key is not ("UNO" or "EUU")).OrderByDescending(x => x.Value).ThenBy(x => x.Key, StringComparer.Ordinal).Take(number + 1).ToList();
        if (named.Count < number || (named.Count > number && named[number].Value == named[number - 1].Value))
            return null;
        return [.. named.Take(number).Select(x => new Actor(x.Key, null, null, ActorKind.Country))];
    }

    private static bool Fits(string? held, string asked) =>
        held is not null && (held == asked || held.EndsWith(" " + asked, StringComparison.Ordinal) || held.StartsWith(asked + " ", StringComparison.Ordinal) || (asked == "minister" && held.Contains("minister", StringComparison.Ordinal)));

    private string? Rank(string? role) => role is null ? null : scene.Gazetteer.Catalogue.Roles.FirstOrDefault(x => x.Id == role)?.Rank;
}
