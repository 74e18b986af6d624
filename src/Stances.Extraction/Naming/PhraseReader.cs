using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads who one noun phrase stands for by its head: a person, an office, a part of a state, a country, a group, a paper, a pronoun.</summary>
internal sealed class PhraseReader(Scene scene, Focus focus)
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Unofficial = English.Set(
        "opposition party rebel union former ex business religious militant tribal student civic community church separatist late exiled shadow protest company industry gang youth labor labour then-opposition activist rights");

    /// <summary>Reads the phrase; <paramref name="behind"/> are countries told after it behind "of".</summary>
    public Party? Read(int first, int end, IReadOnlyList<string> behind)
    {
        var last = end - 1;
        while (last > first && scene.Tokens[last].Kind is TokenKind.QuoteOpen or TokenKind.QuoteClose or TokenKind.Possessive)
            last--;
        var word = scene.Tokens[last].Lower;
        if (scene.Tags[first] is Tag.Pron or Tag.ObjPron && first == last)
            return Pronoun(first, word);
        if (word is "two" or "both" or "pair" or "duo" or "three" or "trio")
            return Group(first, end, last, behind, null);
        if (word is "highness" or "excellency" or "majesty" && scene.Tags[first] is Tag.Poss or Tag.ObjPron)
            return Pronoun(first, scene.Tokens[first].Lower == "her" ? "she" : "he") is { } dignitary ? dignitary with { End = end } : null;
        for (var i = first; i <= last; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Other } || (i < last && Unofficial.Contains(scene.Tokens[i].Lower) && scene.Mentions[i] is null))
                return null;
        }

        if (scene.Mentions[last] is { Kind: MentionKind.Person, Person: { } person })
            return person is { Country: { } country, Private: false } ? One(first, end, new Actor(country, person, person.Role, ActorKind.Person), "person:" + person.Rule, person.Rule is "source" or "elimination" ? 0.12 : 0) : null;
        if (scene.Roles[last] is { } role)
            return role.Plural ? Group(first, end, last, behind, role.Rank) : Office(first, end, role, behind);
        if (scene.Mentions[last] is { Country: { } named } mention)
            return State(first, end, named, mention);
        if (word == "secretary" && scene.Tokens[last].Capital && last == first + 1 && scene.Tokens[first].Lower == "the")
            return (focus.Secretary() ?? HomeSecretary()) is { } secretary ? One(first, end, secretary, "office", 0.08) : null;
        if (OrganWords.Realms.Contains(word) && behind.Count == 1 && scene.Tokens[last].Capital)
            return One(first, end, new Actor(behind[0], null, null, ActorKind.Country), "country", 0.02);
        if (OrganWords.Groups.Contains(word) && (word is not ("officials" or "diplomats") || Several(first, last, behind).Count > 1))
            return Group(first, end, last, behind, word is "leaders" or "presidents" or "premiers" ? "leader" : word is "ministers" or "diplomats" or "secretaries" ? "minister" : null);
        if (OrganWords.Heads.Contains(word))
            return Organ(first, end, last, word, behind);
        return OrganWords.Papers.Contains(word) ? Paper(first, end, last, behind) : null;
    }

    /// <summary>Whether the phrase is a bare title that a name in apposition fills: "the country's top envoy".</summary>
    public bool IsTitle(int first, int end) =>
        scene.Tags[end - 1] == Tag.Noun && scene.Tokens[end - 1].Lower is "envoy" or "diplomat" or "negotiator" or "chief" or "head" or "counterpart" or "official" or "minister" or "leader" or "secretary"
        || scene.Tokens[first].Lower is "member" or "chairman" or "chairperson" or "chairwoman" or "director" or "head" or "commissioner" or "coordinator" or "secretary" or "representative" && scene.Tokens[first].Capital
        || end == first + 2 && scene.Tokens[first].Lower == "the" && scene.Tokens[end - 1].Lower is "host" or "chair" or "mediator" or "organizer" or "organiser";

    private static Party One(int first, int end, Actor actor, string ground, double penalty) => new([actor], first, end, ground, penalty);

    private Party? Pronoun(int at, string word)
    {
        if (word is "we" or "i" or "us" && focus.Voice is { } voice && scene.Document.QuoteOf[at] < 0)
            return voice with { First = at, End = at + 1 };
        var actor = word switch
        {
            "he" or "him" => focus.He("m"),
            "she" or "her" => focus.He("f"),
            "it" => focus.It(),
            _ => null,
        };
        if (actor is not null)
            return One(at, at + 1, actor, "pronoun", 0.1);
        if (word is "they" or "them" && focus.Both(null, null) is { } both)
            return new Party(both, at, at + 1, "pronoun", 0.1);
        return word is "both" && focus.Both(2, null) is { } two ? new Party(two, at, at + 1, "group", 0.08) : null;
    }

    private Party? Office(int first, int end, RoleMention role, IReadOnlyList<string> behind)
    {
        var country = scene.CountryIn(first, role.First) ?? (behind.Count > 0 ? behind[0] : null) ?? role.Country;
        var possessor = Possessor(first, role.First);
        country ??= possessor?.Country;
        if (role.Role == "counterpart")
            return Counterpart(first, end, country == possessor?.Country && scene.CountryIn(first, role.First) is null && behind.Count == 0 ? null : country, possessor);
        if (country is null && scene.Tokens[first].Lower is "their" or "its")
            return null;
        // In a country's own release "the foreign minister" is its own, whoever was named last.
        var known = (country is null && scene.Home is { } own ? focus.InOffice(role.Role, own) : null) ?? focus.InOffice(role.Role, country);
        if (country is null && known is null)
            return scene.Home is { } home ? One(first, end, InCast(role.Role, home) ?? new Actor(home, null, role.Role, ActorKind.Office), "office:source", 0.15) : null;
        country ??= known!.Country;
        return One(first, end, known is not null && role.Rank is not ("official" or "spokesperson") ? known : InCast(role.Role, country) ?? new Actor(country, null, role.Role, ActorKind.Office), "office", 0.08);
    }

    /// <summary>"her Japanese counterpart": whoever the article names of that country and rank; without a country the other of the two it speaks of.</summary>
    private Party? Counterpart(int first, int end, string? country, Actor? possessor)
    {
        country ??= focus.Both(2, null)?.Select(x => x.Country).Where(x => possessor is null || x != possessor.Country).Distinct().ToList() is [var only] ? only : null;
        if (country is null)
            return null;
        var rank = possessor?.Person?.Rank;
        var named = scene.Cast.Where(x => x.Country == country && !x.Private).ToList();
        var other = named.Find(x => rank is not null && x.Rank == rank) ?? (rank is null ? named.FirstOrDefault() : null);
        return One(first, end, other is null ? new Actor(country, null, null, ActorKind.Office) : new Actor(country, other, other.Role, ActorKind.Person), "office", 0.08);
    }

    /// <summary>"The Secretary" in a release of a country that calls its foreign minister so.</summary>
    private Actor? HomeSecretary() =>
        scene.Home is "USA" && scene.Day is { } day && scene.Gazetteer.Catalogue.People.FirstOrDefault(x => x.Offices.Any(y => y.Country == "USA" && y.Role == "foreign minister" && y.HeldOn(day))) is { } known
            ? new Actor("USA", scene.Cast.Find(x => x.Known == known) ?? new CastMember(known.Name, known) { Country = "USA", Role = "foreign minister", Rank = "minister", Rule = "people-file" }, "foreign minister", ActorKind.Person) : null;

    private Actor? InCast(string role, string country)
    {
        var fitting = scene.Cast.Where(x => x.Country == country && !x.Private && x.Role == role && x.FirstToken < int.MaxValue).ToList();
        return fitting.Count == 1 ? new Actor(country, fitting[0], role, ActorKind.Person) : null;
    }

    private Party? State(int first, int end, string country, Mention mention)
    {
        var kind = mention.Kind == MentionKind.Organ ? ActorKind.Organ : ActorKind.Country;
        // "Pakistan's Foreign Office" is Pakistan's, whoever else has one.
        if (kind == ActorKind.Organ && scene.CountryIn(first, mention.First) is { } owner)
            country = owner;
        return mention.Kind switch
        {
            MentionKind.City => null,
            MentionKind.People when !(first < mention.First && scene.Tokens[first].Lower == "the") => null,
            MentionKind.People => One(first, end, new Actor(country, null, null, ActorKind.Country), "people", 0.2),
            MentionKind.Adjective when first == mention.First => One(first, end, new Actor(country, null, null, ActorKind.Country), "adjective", 0.1),
            MentionKind.Adjective => One(first, end, new Actor(country, null, null, ActorKind.Country), "people", 0.2),
            MentionKind.Capital => One(first, end, new Actor(country, null, null, ActorKind.Country), "capital", 0.06),
            _ => One(first, end, new Actor(country, null, null, kind), kind == ActorKind.Organ ? "organ" : "country", kind == ActorKind.Organ ? 0.03 : 0.06),
        };
    }

    private Party? Organ(int first, int end, int last, string word, IReadOnlyList<string> behind)
    {
        if (word is "office" or "department" or "team" or "commission" or "side" && last == first)
            return null;
        if (word is "office" or "department" && !OrganWords.OfficeOf.Contains(scene.Tokens[last - 1].Lower) && scene.CountryIn(first, last) is null)
            return null;
        var country = scene.CountryIn(first, last) ?? (behind.Count > 0 ? behind[0] : null) ?? Possessor(first, last)?.Country;
        var official = OrganWords.Officials.Contains(word);
        if (country is null && word is "military" or "army" or "navy" or "authorities" or "team" or "commission" or "leadership" && scene.Home is null)
            return null;
        if (country is not null)
            return One(first, end, new Actor(country, null, null, ActorKind.Organ), "organ", official ? 0.1 : 0.03);
        var actor = focus.Organ()?.Country ?? scene.Home;
        return actor is null ? null : One(first, end, new Actor(actor, null, null, ActorKind.Organ), "organ:focus", 0.14);
    }

    private Party? Paper(int first, int end, int last, IReadOnlyList<string> behind)
    {
        if (scene.CountryIn(first, last) is { } country)
            return One(first, end, new Actor(country, null, null, ActorKind.Paper), "paper", 0.08);
        for (var i = first; i < last; i++)
        {
            if (scene.Tokens[i].Lower is "joint" && focus.Both(null, null) is { } both)
                return new Party([.. both.Select(x => new Actor(x.Country, null, null, ActorKind.Paper)).Distinct()], first, end, "paper", 0.1);
        }

        if (behind.Count > 0)
            return new Party([.. behind.Select(x => new Actor(x, null, null, ActorKind.Paper))], first, end, "paper", 0.1);
        if (Possessor(first, last) is { } owner)
            return One(first, end, owner, "paper", 0.1);
        var actor = focus.Organ() ?? focus.Speaker;
        var issuer = actor?.Country ?? scene.Home;
        return issuer is null ? null : One(first, end, new Actor(issuer, null, null, ActorKind.Paper), "paper:focus", 0.15);
    }

    private Party? Group(int first, int end, int last, IReadOnlyList<string> behind, string? rank)
    {
        var several = Several(first, last, behind);
        if (several.Count > 1)
        {
            // "the foreign ministers of Japan and South Korea": the people, where the article names them.
            var known = several.Select(x => rank is null ? null : scene.Cast.Where(y => y.Country == x && y.Rank == rank && !y.Private).Take(2).ToList() is [var only] ? only : null);
            return new Party([.. several.Zip(known, (c, p) => new Actor(c, p, p?.Role, p is null ? ActorKind.Office : ActorKind.Person))], first, end, "group", 0.03);
        }

        int? number = null;
        for (var i = first; i <= last; i++)
        {
            number ??= scene.Tokens[i].Lower switch { "two" or "both" or "pair" or "duo" => 2, "three" or "trio" or "trilateral" => 3, "four" => 4, "five" => 5, _ => null };
        }

        if (several.Count == 1)
            return number is null or 2 && scene.Roles[last] is { Rank: "official" or "leader" or "minister" } or null && number is null
                ? One(first, end, new Actor(several[0], null, null, ActorKind.Organ), "organ", 0.12) : null;
        if (scene.Tokens[first].Lower is "our" && focus.Voice is { IsGroup: true } ours && scene.Document.QuoteOf[first] < 0)
            return ours with { First = first, End = end };
        var definite = scene.Tokens[first].Lower is "the" or "both" or "all" or "these" || number is not null;
        if (!definite)
            return null;
        if (focus.Both(number, rank) is { } both)
            return new Party(both, first, end, "group", 0.08);
        // "the Arab ministers" are not the two countries most spoken of.
        for (var i = first; i < last; i++)
        {
            if (scene.Tokens[i].Lower is not ("the" or "both" or "all" or "these" or "two" or "three" or "four" or "five" or "foreign" or "prime" or "defense" or "defence" or "top" or "respective"))
                return null;
        }

        return focus.Foremost(number ?? 2) is { } foremost ? new Party(foremost, first, end, "group:foremost", 0.2) : null;
    }

    private List<string> Several(int first, int last, IReadOnlyList<string> behind)
    {
        var countries = new List<string>(behind.Distinct());
        for (var i = first; i <= last; i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: not (MentionKind.City or MentionKind.People) } && !countries.Contains(country))
                countries.Add(country);
        }

        return countries;
    }

    /// <summary>Whose it is: "her government", "Kang's spokesman".</summary>
    private Actor? Possessor(int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } && i + 1 <= last)
                return new Actor(country, person, person.Role, ActorKind.Person);
            if (scene.Tokens[i].Lower is "our" or "my" && focus.Voice is { } voice && scene.Document.QuoteOf[i] < 0)
                return voice.Head;
            if (scene.Tags[i] == Tag.Poss)
            {
                return scene.Tokens[i].Lower switch
                {
                    "his" => focus.He("m"),
                    "her" => focus.He("f"),
                    "its" => focus.It(),
                    "our" or "my" => focus.Speaker,
                    _ => null,
                };
            }
        }

        return null;
    }
}
