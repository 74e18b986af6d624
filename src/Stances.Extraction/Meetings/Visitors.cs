using Stances.Extraction.Naming;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Meetings;

/// <summary>Tells who "his guest", "her visitor" and "his host" are.</summary>
internal sealed class Visitors(Scene scene)
{
    /// <summary>How far back whoever visits may have been named last.</summary>
    private const int Recent = 160;

    private Dictionary<CastMember, int>? named;

    public static bool Is(string word) => word is "guest" or "visitor" or "host";

    /// <summary>Whom of another country than this one's the words "his guest" or "his host" between two tokens mean; null where none stand there.</summary>
    public Actor? Of(Actor whose, int first, int end)
    {
        for (var i = first; i < end - 1; i++)
        {
            if (scene.Document.QuoteOf[i] >= 0 || scene.Tokens[i].Lower is not ("his" or "her"))
                continue;
            for (var at = i + 1; at < Math.Min(end, i + 4); at++)
            {
                if (Is(scene.Tokens[at].Lower))
                    return Apposed(at, end, whose.Country)
                        ?? (scene.Tokens[at].Lower == "host" ? Last(i, [whose.Country]) : Foremost(i, whose.Country));
                if (scene.Tags[at] is not (Tag.Noun or Tag.Name or Tag.Number))
                    break;
            }
        }

        return null;
    }

    /// <summary>"with his host, Russia's Vladimir Putin"</summary>
    private Actor? Apposed(int at, int end, string country)
    {
        for (var i = at + 1; i < Math.Min(end, at + 7) && scene.Tokens[at + 1].Kind == TokenKind.Comma; i++)
        {
            if (scene.Mentions[i]?.Person is { Country: { } other, Private: false } person && other != country)
                return new Actor(other, person, person.Role, ActorKind.Person);
        }

        return null;
    }

    /// <summary>The last one named before a token, of another country than these, who comes and is received.</summary>
    public Actor? Last(int before, IReadOnlyList<string> countries)
    {
        for (var i = before - 1; i >= Math.Max(0, before - Recent); i--)
        {
            if (scene.Mentions[i]?.Person is { Country: { } country, Private: false, Rank: "leader" or "minister" or "envoy" } person
                && !countries.Contains(country))
                return new Actor(country, person, person.Role, ActorKind.Person);
        }

        return null;
    }

    /// <summary>Whom of another country the article speaks of most, as it does of whoever is on a visit or a tour.</summary>
    private Actor? Foremost(int before, string host)
    {
        if (named is null)
        {
            named = [];
            for (var i = 0; i < scene.Tokens.Count; i++)
            {
                if (scene.Mentions[i] is { Kind: MentionKind.Person, Person: { } person } mention && mention.First == i)
                    named[person] = named.GetValueOrDefault(person) + 1;
            }
        }

        return named
            .Where(x => x.Key is { Country: { } country, Private: false, Rank: "leader" or "minister" or "envoy" } && country != host
                && x.Key.FirstToken < before)
            .OrderByDescending(x => x.Value).ThenBy(x => x.Key.FirstToken)
            .Select(x => new Actor(x.Key.Country!, x.Key, x.Key.Role, ActorKind.Person)).FirstOrDefault();
    }
}
