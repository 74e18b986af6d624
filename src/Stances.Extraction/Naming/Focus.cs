namespace Stances.Extraction.Naming;

/// <summary>Whom the text was speaking of last: what he, she, they, both sides, the ministry and the statement point back to.</summary>
internal sealed class Focus
{
    private readonly Scene scene;
    private readonly Circles circles;
    private readonly List<Actor> persons = [];
    private readonly List<Actor> countries = [];
    private Actor? organ;
    private bool strangePerson;
    private bool strangeThing;

    public Focus(Scene scene) => (this.scene, circles) = (scene, new Circles(scene, RankOf));

    /// <summary>The token up to which the text has been read.</summary>
    public int Here { get; set; }

    /// <summary>Who "I" and "we" are here; null in a report.</summary>
    public Party? Voice { get; set; }

    /// <summary>Whoever stands above a list and does what its point, that is read now, opens with; null elsewhere.</summary>
    public Party? Lead { get; set; }

    /// <summary>Who did something last.</summary>
    public Party? Last { get; private set; }

    /// <summary>Who spoke last.</summary>
    public Actor? Speaker { get; private set; }

    /// <summary>These did something; <paramref name="told"/>: in what somebody else tells, so that "the statement" is not theirs.</summary>
    public void Note(Party party, bool told = false)
    {
        Last = party;
        var at = Math.Max(Here, party.First);
        if (party.Actors.Count > 1)
            Together(party.Actors, at);
        var own = organ;
        // "He and Cho held talks. He also ...": whoever he was before, he is still.
        foreach (var actor in party.Ground == "pronoun" ? party.Actors.Reverse() : party.Actors)
            Note(actor, at);
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

    public void Note(Actor actor) => Note(actor, Here);

    private void Note(Actor actor, int at)
    {
        circles.Act(actor, at);
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
    public void Together(IReadOnlyList<Actor> actors) => Together(actors, Here);

    /// <summary>These sat together, as others did one after the other with one of them.</summary>
    public void Apart(IReadOnlyList<Actor> actors, int? at = null)
    {
        // Whose country is only guessed makes nobody's pair.
        if (scene.Official || !actors.Any(x => x.Person?.Rule is "source"))
            circles.Add(actors, at ?? Here, true);
    }

    /// <summary>The last one of that sex, where one is told, who is not of this one's country.</summary>
    public Actor? Other(string? gender, Actor than) =>
        persons.FindLast(x => x.Country != than.Country && (gender is null || x.Person?.Gender is not { } known || known == gender));

    private void Together(IReadOnlyList<Actor> actors, int at) => circles.Add(actors, at, false);

    /// <summary>The last sentence was about somebody, or something, that speaks for no state: "he", or "it", may be that.</summary>
    public void Pass(bool person, bool thing) => (strangePerson, strangeThing) = (person, thing);

    /// <summary>Whom "he" or "she" points back to; <paramref name="apart"/>: of whatever country but that.</summary>
    public Actor? He(string? gender, string? apart = null)
    {
        if (strangePerson)
            return null;
        for (var i = persons.Count - 1; i >= 0; i--)
        {
            // A spokesman tells of meetings and sits at none.
            if (apart is not null && (persons[i].Country == apart || (persons[i].Person?.Rank ?? Rank(persons[i].Role)) == "spokesperson"))
                continue;
            var known = persons[i].Person?.Gender;
            if (known is null || gender is null || known == gender)
                return persons[i];
        }

        return null;
    }

    /// <summary>What "it" points back to: a state or a part of one, never who speaks for it.</summary>
    public Actor? It() =>
        strangeThing
            ? null
            : Speaker is { Kind: not (ActorKind.Person or ActorKind.Office) } speaker
                && (countries.Count == 0 || countries[^1].Country == speaker.Country
                    || countries[^1].Kind is ActorKind.Person or ActorKind.Office)
            ? speaker
        : countries.LastOrDefault(x => x.Kind is not (ActorKind.Person or ActorKind.Office));

    public Actor? Organ() => organ;

    /// <summary>Who held that office last, of that country where one is told; <paramref name="apart"/>: of whatever country but that.</summary>
    public Actor? InOffice(string role, string? country, string? apart = null)
    {
        for (var i = persons.Count - 1; i >= 0; i--)
        {
            if (country is not null && persons[i].Country != country || persons[i].Country == apart)
                continue;
            if (Fits(persons[i].Person?.Role ?? persons[i].Role, role))
                return persons[i];
        }

        return null;
    }

    /// <summary>"The Secretary": the last minister of a country that calls its ministers so.</summary>
    public Actor? Secretary() => persons.FindLast(x => (x.Person?.Rank ?? Rank(x.Role)) == "minister"
        && scene.Gazetteer.Catalogue.Roles.Any(y => y.Id == (x.Person?.Role ?? x.Role) && y.By.TryGetValue(x.Country, out var names)
            && names.Any(z => z.StartsWith("secretary", StringComparison.Ordinal) || z.EndsWith("secretary", StringComparison.Ordinal))));

    /// <summary>Those several whom a word at this token means: so many, of that rank, where such are told.</summary>
    public IReadOnlyList<Actor>? Both(int? number, string? rank, int? at = null) =>
        circles.Meant(number, rank, at ?? Here,
            country =>
                persons.FindLast(x => x.Country == country && (rank is null || RankOf(x) == rank))
                    ?? (rank is null ? null : Alone(country, rank, at ?? Here)) ?? new Actor(country, null, null, ActorKind.Country));

    /// <summary>The only one of that country and rank whom the text has named so far.</summary>
    private Actor? Alone(string country, string rank, int at) =>
        scene.Cast.Where(x => x.Country == country && x.Rank == rank && !x.Private && x.FirstToken < at).Take(2).ToList() is [var only]
            ? new Actor(country, only, only.Role, ActorKind.Person)
            : null;

    /// <summary>The countries most spoken of, where no group was named yet.</summary>
    public IReadOnlyList<Actor>? Foremost(int number)
    {
        var named =
            scene.Countries.Where(x => x.Key is not ("UNO" or "EUU")).OrderByDescending(x => x.Value)
                .ThenBy(x => x.Key, StringComparer.Ordinal).Take(number + 1).ToList();
        if (named.Count < number || (named.Count > number && named[number].Value == named[number - 1].Value))
            return null;
        return [.. named.Take(number).Select(x => new Actor(x.Key, null, null, ActorKind.Country))];
    }

    private static bool Fits(string? held, string asked) =>
        held is not null
            && (held == asked || held.EndsWith(" " + asked, StringComparison.Ordinal)
                || held.StartsWith(asked + " ", StringComparison.Ordinal)
                || (asked == "minister" && held.Contains("minister", StringComparison.Ordinal)));

    private string? RankOf(Actor actor) => actor.Person?.Rank ?? Rank(actor.Role);

    private string? Rank(string? role) => role is null ? null : scene.Gazetteer.Catalogue.Roles.FirstOrDefault(x => x.Id == role)?.Rank;
}
