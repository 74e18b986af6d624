using Stances.Extraction.Grammar;
using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells who sat together by the words around a meeting's verb or noun: hosts, the countries in its name, those named of many.</summary>
internal sealed class Company(Scene scene, PartyReader parties)
{
    private readonly MeetingBounds bounds = new(scene);

    /// <summary>"..., hosted by President Lourenco", "in the presence of": who brought them together sat there too.</summary>
    public List<Actor> Hosts(int first, int end, Sentence sentence)
    {
        for (var i = first; i + 2 < Math.Min(sentence.End, end + 12); i++)
        {
            // "spoke with Aliyev before their talks hosted by Michel": who hosted another meeting.
            if (scene.Tokens[i].Lower == "their" && MeetingWords.Nouns.Contains(scene.Tokens[i + 1].Lower))
                return [];
            var brought =
                (MeetingWords.Brings.Contains(scene.Tokens[i].Lower)
                    || scene.Tokens[i].Lower is "brokered" or "mediated" or "facilitated" or "convened" or "arranged")
                    && scene.Tokens[i + 1].Lower == "by";
            // "met in Munich with Olaf Scholz as host"
            if (scene.Tokens[i].Lower == "with"
                && Enumerable.Range(i + 1, Math.Min(sentence.End, i + 7) - i - 1)
                    .Any(k => scene.Tokens[k].Lower == "as" && k + 1 < sentence.End
                        && scene.Tokens[k + 1].Lower is "host" or "hosts" or "mediator" or "mediators" or "chair"))
                return [.. parties.With(i, Enumerable.Range(i, sentence.End - i).First(k => scene.Tokens[k].Lower == "as"))];
            // "under Turkish mediation"
            if (scene.Tokens[i].Lower == "under"
                && Enumerable.Range(i + 1, Math.Min(4, sentence.End - i - 1))
                    .FirstOrDefault(k => scene.Tokens[k].Lower is "mediation" or "auspices" or "chairmanship") is > 0
                    and var mediation
                && scene.CountryIn(i + 1, mediation) is { } mediator)
                return [new Actor(mediator, null, null, ActorKind.Country)];
            if (brought || scene.Tokens[i].Lower is "presence" or "invitation" or "chairmanship" or "auspices" && scene.Tokens[i + 1].Lower == "of")
                return [.. parties.With(i + 2, bounds.ClauseEnd(i + 2, sentence, false)).Where(x => x.Kind is ActorKind.Person or ActorKind.Office)];
        }

        return [];
    }

    /// <summary>"With Kenya's Ruto he discussed trade": who stands before the subject behind "with".</summary>
    public List<Actor> Fronted(Predicate p, Sentence sentence)
    {
        if (p.Subject is not { } subject || p.Inherited || subject.First > p.First || subject.First <= sentence.First + 1)
            return [];
        for (var i = subject.First - 1; i >= sentence.First; i--)
        {
            // "With Putin in Beijing, Xi met ...": how things stand.
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tags[i] is Tag.Finite or Tag.Ing or Tag.Passive or Tag.Be or Tag.Rel or Tag.Sub
                || scene.Tags[i] == Tag.Prep && scene.Tokens[i].Lower is not ("with" or "of"))
                return [];
            if (scene.Tokens[i].Lower == "with" && (i == sentence.First || !scene.Tokens[i - 1].IsWord || scene.Tags[i - 1] is Tag.Conj or Tag.Adv))
                return [.. parties.With(i, subject.First).Where(x => x.Kind is ActorKind.Person or ActorKind.Office)];
        }

        return [];
    }

    /// <summary>"the India-Bangladesh commission's meeting": the countries named within a phrase.</summary>
    public List<Actor> Paired(int start, int noun)
    {
        var countries = new List<string>();
        for (var i = start; i < noun; i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: MentionKind.Country or MentionKind.Adjective } && !countries.Contains(country))
                countries.Add(country);
        }

        return [.. countries.Select(x => new Actor(x, null, null, ActorKind.Country))];
    }

    /// <summary>"the meeting held by A and B", "the summit that brought together A, B and C": whom the words behind the noun seat there.</summary>
    public (List<Actor> Actors, int End)? Gathered(int noun, Sentence sentence)
    {
        if (noun + 2 < sentence.End && scene.Tokens[noun + 1].Lower is "held" or "hosted" or "chaired"
            && scene.Tokens[noun + 2].Lower is "by" or "between" or "with")
            return (parties.With(noun + 2, bounds.ClauseEnd(noun + 2, sentence, false)), bounds.ClauseEnd(noun + 2, sentence, false));
        for (var i = noun + 1; i < Math.Min(sentence.End - 2, noun + 5); i++)
        {
            if (scene.Tokens[i].Lower is "brought" or "gathered" or "brings" or "gathers" && scene.Tags[i] is not Tag.Passive)
            {
                var from = scene.Tokens[i + 1].Lower == "together" ? i + 2 : i + 1;
                return (parties.With(from, bounds.ClauseEnd(from, sentence, true)), bounds.ClauseEnd(from, sentence, true));
            }

            if (scene.Tags[i] is Tag.Finite or Tag.Modal || scene.Tokens[i].Kind == TokenKind.Stop)
                return null;
        }

        return null;
    }

    /// <summary>A list whose items may carry clauses of their own: "Tshisekedi, Ndayishimiye, who chairs the community, and Biruta".</summary>
    public (List<Actor> Actors, int End) Listed(int from, Sentence sentence)
    {
        var actors = new List<Actor>();
        var end = from;
        for (var at = from; at < sentence.End;)
        {
            end = bounds.ClauseEnd(at, sentence, true);
            parties.With(at, end).ForEach(x => Seated.Add(actors, x));
            if (end >= sentence.End || scene.Tags[end] != Tag.Rel || Behind(end, sentence) is not { } next)
                break;
            at = next;
        }

        return (actors, end);
    }

    /// <summary>Where the list goes on behind a relative clause: behind the comma that closes it, where somebody and no other clause follows.</summary>
    private int? Behind(int relative, Sentence sentence)
    {
        for (var i = relative + 1; i < sentence.End - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Kind is TokenKind.Semicolon or TokenKind.Stop && !scene.Title(i))
                return null;
            if (scene.Tokens[i].Kind != TokenKind.Comma || !bounds.GoesOn(i + 1, sentence.End))
                continue;
            var stop = bounds.ClauseEnd(i + 1, sentence, true);
            return stop < sentence.End && scene.Tags[stop] is Tag.Finite or Tag.Perfect or Tag.Modal or Tag.Be or Tag.Have ? null : i + 1;
        }

        return null;
    }

    /// <summary>
    /// "several delegates on the sidelines, including A, B and C", "eleven bilaterals with counterparts that included A and B": those named
    /// of many.
    /// </summary>
    public List<Actor> Among(int verb, int from, Sentence sentence)
    {
        var many = false;
        for (var i = Math.Max(sentence.First + 1, verb + 1); i < Math.Min(sentence.End - 1, from + 24); i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Kind is TokenKind.Stop or TokenKind.Semicolon && !scene.Title(i))
                return [];
            var word = scene.Tokens[i].Lower;
            many |= word is "several" or "many" or "various" or "numerous" or "others" or "other" or "some"
                || word is "number" or "series" or "range"
                || scene.Tags[i] == Tag.Number && i + 2 < sentence.End && MeetingWords.Several.Contains(scene.Tokens[i + 2].Lower);
            if (many && (word == "including" || word is "included" or "include" && scene.Tokens[i - 1].Lower is "that" or "which" or "who"))
                return parties.With(i + 1, bounds.ClauseEnd(i + 1, sentence, true));
        }

        return [];
    }

    /// <summary>The two people of different countries named between two tokens; null where there are more or fewer.</summary>
    public List<Actor>? Pair(int first, int end)
    {
        var people = new List<Actor>();
        for (var i = first; i < end; i++)
        {
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { Country: { } country, Private: false } person } mention
                && mention.First == i && !people.Exists(x => x.Person == person))
                people.Add(new Actor(country, person, person.Role, ActorKind.Person));
        }

        return people.Count == 2 && people[0].Country != people[1].Country ? people : null;
    }
}
