using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads who one noun phrase stands for by its head: a person, an office, a part of a state, a country, a group, a paper, a pronoun.</summary>
internal sealed class PhraseReader(Scene scene, Focus focus)
{
    private readonly OfficeReader offices = new(scene, focus);
    private readonly GroupReader groups = new(scene, focus);
    private readonly OrganReader organs = new(scene, focus);
    private readonly PaperReader papers = new(scene, focus);

    /// <summary>Reads the phrase; <paramref name="behind"/> are countries told after it behind "of".</summary>
    public Party? Read(int first, int end, IReadOnlyList<string> behind)
    {
        var last = end - 1;
        while (last > first && scene.Tokens[last].Kind is TokenKind.QuoteOpen or TokenKind.QuoteClose or TokenKind.Possessive)
            last--;
        var word = scene.Tokens[last].Lower;
        // "both within and outside": no word for two.
        if (word is "both" && end < scene.Tokens.Count && scene.Tags[end] == Tag.Prep && scene.Tokens[end].Lower is not "of")
            return null;
        if (scene.Tags[first] is Tag.Pron or Tag.ObjPron && first == last)
            return Pronoun(first, word);
        if (word is "two" or "both" or "pair" or "duo" or "three" or "trio" || last > first && word is "four" or "five" or "six" or "seven" or "eight")
            return groups.Read(first, end, last, behind, null);
        // "Host and guest", as some agencies call the two.
        if (word is "guest" or "guests" && last >= first + 2 && scene.Tags[last - 1] == Tag.Conj)
            return focus.Both(2, null, first) is { } hosted ? new Party(hosted, first, end, "group", 0.08) { Points = 2 } : null;
        if (word is "highness" or "excellency" or "majesty" && scene.Tags[first] is Tag.Poss or Tag.ObjPron)
            return Pronoun(first, scene.Tokens[first].Lower == "her" ? "she" : "he") is { } dignitary ? dignitary with { End = end } : null;
        for (var i = first; i <= last; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Other }
                || (i < last && OrganWords.Unofficial.Contains(scene.Tokens[i].Lower) && scene.Mentions[i] is null && !Ruling(i)))
                return null;
        }

        if (scene.Mentions[last] is { Kind: MentionKind.Person, Person: { } person })
            return person is { Country: { } country, Private: false }
                ? Party.One(first, end, new Actor(country, person, person.Role, ActorKind.Person), "person:" + person.Rule,
                    person.Rule is "source" or "elimination" ? 0.12 : 0)
                : null;
        if (scene.Roles[last] is { } role)
            return role.Plural ? groups.Read(first, end, last, behind, role.Rank) : offices.Read(first, end, role, behind);
        if (scene.Mentions[last] is { Country: { } named } mention)
            return State(first, end, named, mention);
        if (word == "secretary" && last == first + 1 && scene.Tokens[first].Lower == "the"
            && !(end < scene.Tokens.Count && scene.Tokens[end].Lower is "of" or "for"))
            return offices.Secretary() is { } secretary ? Party.One(first, end, secretary, "office", 0.08) : null;
        if (OrganWords.Realms.Contains(word) && behind.Count == 1 && scene.Tokens[last].Capital)
            return Party.One(first, end, new Actor(behind[0], null, null, ActorKind.Country), "country", 0.02);
        if (word is "guest" or "visitor" && Guest(first, end, last) is { } guest)
            return guest;
        if (word is "leader" or "representative" or "delegate" && Unnamed(first, end, last, word, behind) is { } unnamed)
            return unnamed;
        if (OrganWords.Groups.Contains(word) && (word is not ("officials" or "diplomats") || groups.Countries(first, last, behind).Count > 1))
            return groups.Read(first, end, last, behind,
                word is "leaders" or "presidents" or "premiers"
                    ? "leader"
                    : word is "ministers" or "diplomats" or "secretaries"
                    ? "minister"
                    : null);
        if (word == "bloc" && organs.Union(first, end, last) is { } union)
            return union;
        if (OrganWords.Heads.Contains(word))
            return organs.Read(first, end, last, word, behind);
        // "the paper recalled": one that is printed, but a state's own.
        if (word == "paper" && !(last > first && scene.Tokens[last - 1].Lower is "white" or "position" or "concept" or "discussion" or "policy" or "green"))
            return null;
        return OrganWords.Papers.Contains(word) ? papers.Read(first, end, last, behind) : null;
    }

    /// <summary>"Vietnamese Party General Secretary": where one party is the state.</summary>
    private bool Ruling(int i) =>
        scene.Tokens[i].Lower == "party" && scene.Tokens[i].Capital && i + 2 < scene.Tokens.Count
            && (scene.Tokens[i + 1].Lower == "general" || scene.Tokens[i + 1].Lower is "chief" or "secretary" && scene.Tokens[i + 1].Capital);

    /// <summary>Whether the phrase is a bare title that a name in apposition fills: "the country's top envoy".</summary>
    public bool IsTitle(int first, int end) =>
        scene.Roles[end - 1] is { Plural: false, Rank: "leader" }
        || scene.Tags[end - 1] == Tag.Noun
            && scene.Tokens[end - 1].Lower is "envoy" or "diplomat" or "negotiator" or "chief" or "head" or "counterpart" or "official"
                or "minister" or "leader" or "secretary" or "host" or "guest" or "visitor" or "colleague"
        || scene.Tokens[first].Lower is "member" or "chairman" or "chairperson" or "chairwoman" or "director" or "head" or "commissioner"
            or "coordinator" or "secretary" or "representative"
            && scene.Tokens[first].Capital
        || end == first + 2 && scene.Tokens[first].Lower is "the" or "his" or "her" or "its" or "their"
            && scene.Tokens[end - 1].Lower is "guest" or "visitor" or "host" or "chair" or "mediator" or "organizer" or "organiser";

    /// <summary>"the Qatari leader", "the representative of Mozambique": whoever leads or speaks for the country.</summary>
    private Party? Unnamed(int first, int end, int last, string word, IReadOnlyList<string> behind)
    {
        var own =
            last > first
                && (scene.Mentions[last - 1]
                    ?? (last > first + 1 && scene.Tokens[last - 1].Kind == TokenKind.Possessive
                        ? scene.Mentions[last - 2]
                        : null)) is { Country: { } named,
                    Kind: MentionKind.Adjective or MentionKind.Country or MentionKind.Capital }
                ? named
                : null;
        if ((own ?? (behind.Count == 1 && word != "leader" ? behind[0] : null)) is not { } country)
            return null;
        var rank = word == "leader" ? "leader" : "envoy";
        var known = scene.Cast.Where(x => x.Country == country && x.Rank == rank && !x.Private && x.FirstToken < first).ToList();
        return Party.One(first, end,
            known.Count == 1
                ? new Actor(country, known[0], known[0].Role, ActorKind.Person)
                : new Actor(country, null, null, ActorKind.Office),
            "office", 0.08);
    }

    /// <summary>"the American guest": the one of that country of whom the article told first.</summary>
    private Party? Guest(int first, int end, int last) =>
        scene.CountryIn(first, last) is { } country
            && scene.Cast.Where(x => x.Country == country && !x.Private && x.FirstToken < first
                && x.Rank is "leader" or "minister" or "envoy")
                .MinBy(x => x.FirstToken) is { } known
            ? Party.One(first, end, new Actor(country, known, known.Role, ActorKind.Person), "office", 0.12) : null;

    private Party? Pronoun(int at, string word)
    {
        if (word is "we" or "i" or "us" or "me" && focus.Voice is { } voice && scene.Document.QuoteOf[at] < 0)
            return voice with { First = at, End = at + 1 };
        var actor = word switch
        {
            "he" or "him" => focus.He("m"),
            "she" or "her" => focus.He("f"),
            "it" => focus.It(),
            _ => null,
        };
        if (actor is not null)
            return Party.One(at, at + 1, actor, "pronoun", 0.1);
        // "Turkish leaders say they want": whoever several of one country are.
        if (word is "they" or "them" && focus.Last is { Plural: true } several)
            return several with { First = at, End = at + 1, Ground = "pronoun", Penalty = several.Penalty + 0.06 };
        if (word is "they" or "them" && focus.Both(null, null, at) is { } both)
            return new Party(both, at, at + 1, "pronoun", 0.1) { Points = 0 };
        return word is "both" && focus.Both(2, null, at) is { } two ? new Party(two, at, at + 1, "group", 0.08) { Points = 2 } : null;
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
            MentionKind.People => Party.One(first, end, new Actor(country, null, null, ActorKind.Country), "people", 0.2),
            MentionKind.Adjective when first == mention.First => Party.One(first, end, new Actor(country, null, null, ActorKind.Country), "adjective", 0.1),
            MentionKind.Adjective => Party.One(first, end, new Actor(country, null, null, ActorKind.Country), "people", 0.2),
            MentionKind.Capital => Party.One(first, end, new Actor(country, null, null, ActorKind.Country), "capital", 0.06),
            _ => Party.One(first, end, new Actor(country, null, null, kind), kind == ActorKind.Organ ? "organ" : "country",
                kind == ActorKind.Organ ? 0.03 : 0.06),
        };
    }
}
