using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads who is meant by an office without a name: "the Japanese foreign minister", "her counterpart", "the Secretary".</summary>
internal sealed class OfficeReader(Scene scene, Focus focus)
{
    private readonly Possession possession = new(scene, focus);

    /// <summary>Whoever holds the office; <paramref name="behind"/> are countries told after the phrase behind "of".</summary>
    public Party? Read(int first, int end, RoleMention role, IReadOnlyList<string> behind)
    {
        var country = scene.CountryIn(first, role.First) ?? (behind.Count > 0 ? behind[0] : null) ?? role.Country;
        var possessor = possession.Of(first, role.First);
        country ??= possessor?.Country;
        if (role.Role == "counterpart")
            return Counterpart(first, end,
                country == possessor?.Country && scene.CountryIn(first, role.First) is null && behind.Count == 0 ? null : country,
                possessor);
        if (country is null && scene.Tokens[first].Lower is "their" or "its")
            return null;
        // "the Scandinavian minister": of a land we do not know, and nobody we do.
        if (country is null
            && Enumerable.Range(first, Math.Max(0, role.First - first))
                .Any(i => scene.Tags[i] == Tag.Name && scene.Mentions[i] is null && scene.Roles[i] is null && i > first
                    && scene.Tokens[i] is { Capital: true, AllCaps: false }))
            return null;
        // "a spokesperson" in a report is nobody's in particular.
        if (country is null && scene.Tokens[first].Lower is "a" or "an" && role.First == first + 1)
            return focus.Organ() is { } said && role.Rank == "spokesperson"
                ? Party.One(first, end, new Actor(said.Country, null, role.Role, ActorKind.Office), "office", 0.15)
                : null;
        // "The official added", "the diplomat said": whoever spoke last.
        if (country is null && role.Rank == "official" && role.First == first + 1 && scene.Tokens[first].Lower == "the"
            && focus.Speaker is { Person.Rank: not "leader" } speaker && focus.He(null) == speaker)
            return Party.One(first, end, speaker, "office", 0.12);
        // "Welcoming his Uzbek counterpart, the President noted": not the one who was welcomed.
        var apart = country is null ? Fronted(first) : null;
        // In a country's own release "the foreign minister" is its own, whoever was named last.
        var known = (country is null && scene.Home is { } own ? focus.InOffice(role.Role, own) : null) ?? focus.InOffice(role.Role, country, apart);
        // "The spokesperson called ...": of whatever ministry spoke before.
        if (country is null && known is null && scene.Home is null && role.Rank == "spokesperson" && role.First == first + 1
            && scene.Tokens[first].Lower == "the" && focus.Organ() is { } spoken)
            return Party.One(first, end, new Actor(spoken.Country, null, role.Role, ActorKind.Office), "office:source", 0.15);
        if (country is null && known is null && !scene.Official && Before(first, role.Role) is { } told)
            return Party.One(first, end, told, "office", 0.12);
        if (country is null && known is null)
            return scene.Home is { } home && OfficeHolders.Domestic(role.Role)
                && (scene.Official || scene.Tokens[role.End - 1].Lower != "official")
                ? Party.One(first, end, InCast(role.Role, home) ?? new Actor(home, null, role.Role, ActorKind.Office), "office:source",
                    0.15)
                : null;
        country ??= known!.Country;
        return Party.One(first, end,
            known is not null && (role.Rank is not ("official" or "spokesperson") || known.Person is not null && known == focus.He(null))
                ? known.Person is null ? InCast(role.Role, country) ?? known : known
                : InCast(role.Role, country) ?? new Actor(country, null, role.Role, ActorKind.Office),
            "office", 0.08);
    }

    /// <summary>Of what country whoever is that an adjunct before this token tells to have been welcomed or met.</summary>
    private string? Fronted(int at)
    {
        var sentence = scene.Document.SentenceOf(at);
        if (sentence < 0 || at < 2 || scene.Tokens[at - 1].Kind != TokenKind.Comma)
            return null;
        var start = scene.Document.Sentences[sentence].First;
        while (start < at && scene.Tags[start] == Tag.Adv)
            start++;
        if (scene.Tags[start] != Tag.Ing)
            return null;
        for (var i = start + 1; i < at; i++)
        {
            if (scene.Tags[i] is Tag.Prep or Tag.To or Tag.Conj)
                return null;
            if (scene.Mentions[i] is { } mention && (mention.Country ?? mention.Person?.Country) is { } country)
                return country;
        }

        return null;
    }

    /// <summary>
    /// "A spokesman for President Hichilema said the president ...": whoever of that office the paragraph named last, though he did nothing
    /// in it.
    /// </summary>
    private Actor? Before(int at, string role)
    {
        var (sentences, k) = (scene.Document.Sentences, scene.Document.SentenceUpTo(at));
        while (k > 0 && sentences[k - 1].Block == sentences[k].Block)
            k--;
        var floor = k < 0 ? at : sentences[k].First;
        for (var i = at - 1; i >= floor; i--)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Private: false, Country: { } country } person } && person.Role == role)
                return new Actor(country, person, role, ActorKind.Person);
        }

        return null;
    }

    /// <summary>"her Japanese counterpart": whoever the article names of that country and rank; without a country the other of the two it speaks of.</summary>
    private Party? Counterpart(int first, int end, string? country, Actor? possessor)
    {
        country ??= focus.Both(2, null)?.Select(x => x.Country).Where(x => possessor is null || x != possessor.Country).Distinct()
            .ToList() is [var only]
            ? only
            : null;
        if (country is null)
            return null;
        var rank = possessor?.Person?.Rank;
        var named = scene.Cast.Where(x => x.Country == country && !x.Private).ToList();
        var other = named.Find(x => rank is not null && x.Rank == rank) ?? (rank is null ? named.FirstOrDefault() : null);
        return Party.One(first, end,
            other is null ? new Actor(country, null, null, ActorKind.Office) : new Actor(country, other, other.Role, ActorKind.Person),
            "office", 0.08);
    }

    /// <summary>"The Secretary": whoever was named last of a country that calls its ministers so, else the one whose release it is.</summary>
    public Actor? Secretary() => focus.Secretary() ?? HomeSecretary();

    /// <summary>"The Secretary" in a release of a country that calls its foreign minister so.</summary>
    private Actor? HomeSecretary() =>
        scene.Home is "USA" && scene.Day is { } day
            && scene.Gazetteer.Catalogue.People.FirstOrDefault(x => x.Offices.Any(y => y.Country == "USA" && y.Role == "foreign minister"
                && y.HeldOn(day))) is { } known
            ? new Actor("USA",
                scene.Cast.Find(x => x.Known == known)
                    ?? new CastMember(known.Name, known) { Country = "USA", Role = "foreign minister", Rank = "minister",
                        Rule = "people-file" },
                "foreign minister", ActorKind.Person) : null;

    private Actor? InCast(string role, string country)
    {
        var fitting = scene.Cast.Where(x => x.Country == country && !x.Private && x.Role == role && x.FirstToken < int.MaxValue).ToList();
        return fitting.Count == 1 ? new Actor(country, fitting[0], role, ActorKind.Person) : null;
    }
}
