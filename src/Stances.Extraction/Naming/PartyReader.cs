using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads who stands in a stretch of a clause: noun phrases outside prepositional phrases, appositions, lists.</summary>
internal sealed class PartyReader(Scene scene, Focus focus)
{
    private readonly PhraseReader phrases = new(scene, focus);
    private readonly CountriesBehind countries = new(scene, focus);
    private readonly PhraseBounds bounds = new(scene);
    private readonly PartyItems lister = new(scene, focus);
    private readonly Possession possession = new(scene, focus);

    /// <summary>The party that a stretch before a verb names; null where it names none that speaks for a state.</summary>
    public Party? Subject(int first, int end)
    {
        var items = lister.Read(first, end);
        // "A new war, he said, would ...": what stands before a pronoun set off by a comma is another clause's.
        if (items.FindLastIndex(x => x.Comma && (x.And ? x.Party?.Points is not null : scene.Tags[x.First] == Tag.Pron)) is > 0 and var own)
            items = items[own..];
        // "would help the two to find an agreement, she told": so does one right before the verb that nothing joins to them.
        if (items.Count > 1 && items[^1] is { And: false } pronoun && scene.Tags[pronoun.First] == Tag.Pron && pronoun.End == end)
            items = [pronoun];
        // "China, the spokesperson added, often makes promises": who tells it, not both.
        if (items is [{ Party.Actors: [var told] }, { Comma: true, And: false, Party.Actors: [{ Kind: ActorKind.Office or ActorKind.Organ } telling] }]
            && told.Country != telling.Country && scene.Tokens[items[1].First].Lower == "the" && items[1].End == end)
            items = [items[1]];
        if (items.Count == 0)
            return null;
        // "The two foreign ministers, Leyva and Faria, had met": the names tell who the two are.
        if (items.Count > 2 && scene.Mentions[items[0].End - 1] is null && OrganWords.Groups.Contains(scene.Tokens[items[0].End - 1].Lower)
            && items[1] is { Comma: true, And: false } && items.Skip(1).All(x => x.Party is { Actors: [{ Kind: ActorKind.Country }] })
            && items[^1].And)
            return new Party([.. items.Skip(1).Select(x => x.Party!.Head)], items[0].First, items[^1].Party!.End, "group", 0.03);
        if (items.Count > 2 && scene.Roles[Math.Max(items[0].First, items[0].End - 1)] is { Plural: true }
            && items[1] is { Comma: true, And: false } && items.Count > (items[0].Party?.Countries.Count ?? 1)
            && items.Skip(1).All(x => x.Party is { Actors: [{ Kind: ActorKind.Person }] }))
            return new Party([.. items.Skip(1).Select(x => x.Party!.Head)], items[0].First, items[^1].Party!.End, "group", 0.03);
        // An apposition or a list: the phrases that are parted by commas or "and".
        var actors = new List<Actor>();
        var (from, to) = (items[0].First, items[0].First);
        var (ground, penalty) = ("", 0.0);
        for (var k = 0; k < items.Count; k++)
        {
            var item = items[k];
            if (item.Party is null)
            {
                if (item.IsTitle && k + 1 < items.Count && items[k + 1] is { Party: { Actors.Count: 1, Head.Kind: ActorKind.Person } } named
                    && named.Comma != named.And)
                    continue;
                // "Speaking to a local channel, a private one, Foreign Minister Shoukry ..."
                if (k == 0 && item is { Comma: true, And: false } && k + 1 < items.Count
                    && items[k + 1] is { Comma: true, And: false, Party: { Actors.Count: 1, Head.Kind: ActorKind.Person } })
                {
                    from = items[k + 1].First;
                    continue;
                }

                // "the ministers of Egypt, Jordan and Qatar and the Arab League": who speaks for no state takes nothing from them.
                if (k == 0)
                    return null;
                continue;
            }

            if (actors.Count > 0 && !item.And && !item.Comma)
                continue;
            // "with his colleague, Hayashi, Amir-Abdollahian described": set off by a comma alone, another person begins the clause.
            if (actors.Count > 0 && item is { Comma: true, And: false, Party.Actors: [{ Person: { } person }] } && !Untold(item.Party)
                && actors[^1].Person is { } other && other != person && !items.Skip(k).Any(x => x.And))
            {
                actors.Clear();
                (from, ground, penalty) = (item.First, "", 0);
            }

            if (actors.Count > 0
                && (item.Comma && !item.And || !item.Comma && item.And && SecondOffice(actors[^1], item.Party, items[k - 1].Party))
                && Apposition(actors[^1], item.Party))
            {
                if (item.Party.Head.Person is not null && actors[^1].Person is null)
                    actors[^1] = item.Party.Head;
                to = item.Party.End;
                continue;
            }

            if (actors.Count > 0 && item.Party.Ground == "time")
                continue;
            foreach (var actor in item.Party.Actors)
            {
                if (!actors.Contains(actor))
                    actors.Add(actor);
            }

            to = item.Party.End;
            if (item.Party.Penalty >= penalty)
                (ground, penalty) = (item.Party.Ground, item.Party.Penalty);
        }

        var only = items.Count(x => x.Party is not null) == 1 ? items.First(x => x.Party is not null).Party : null;
        return actors.Count == 0
            ? null
            : new Party(actors, from, to, ground.Length == 0 ? "direct" : ground,
                penalty) { Points = only?.Points, Plural = only is { Plural: true } };
    }

    /// <summary>Those met: the object, and those behind "with" or "and"; places and topics behind other prepositions are left out.</summary>
    public List<Actor> With(int first, int end) => Everyone(first, end, "with", "and", "between", "among", "by", "involving", "alongside");

    /// <summary>Who the noun phrase stands for that begins at a token, with what tells whose he is behind it.</summary>
    public Party? Phrase(int first)
    {
        var end = scene.Document.SentenceOf(first) is >= 0 and var sentence ? scene.Document.Sentences[sentence].End : scene.Tokens.Count;
        if (!bounds.Begins(first, end))
            return null;
        var stop = bounds.PhraseEnd(first, end);
        var behind = countries.Behind(stop, end, out var after);
        return phrases.Read(first, stop, behind) is { } party ? party with { End = after } : null;
    }

    /// <summary>Whose something is, by the words before it.</summary>
    public IEnumerable<Actor> Owner(int first, int noun) => possession.Owner(first, noun) is { } owner ? [owner] : [];

    /// <summary>Those behind "between" or "of".</summary>
    public List<Actor> Between(int first, int end) => Everyone(first, end, "with", "and", "between", "among", "by", "of", "involving");

    private List<Actor> Everyone(int first, int end, params string[] open)
    {
        var actors = new List<Actor>();
        var closed = false;
        var named = -1;
        for (var i = first; i < end;)
        {
            if (scene.Tags[i] is Tag.Prep or Tag.To)
                closed = !open.Contains(scene.Tokens[i].Lower);
            // "received in Madrid on Tuesday his counterpart": behind the day it is open again.
            if (scene.Tags[i] == Tag.Time && i > first && scene.Tokens[i - 1].Lower == "on")
                closed = false;
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                closed = closed && !(i + 1 < end && scene.Roles[i + 1] is not null);
            if (!bounds.Begins(i, end))
            {
                i++;
                continue;
            }

            var stop = bounds.PhraseEnd(i, end);
            var behind = countries.Behind(stop, end, out var after);
            // "Mark Brown, Prime Minister and Minister for Foreign Affairs": what he is, and nobody else.
            var his =
                named >= 0 && i == named + 1 && scene.Tokens[named].Kind == TokenKind.Comma && behind.Count == 0
                    && scene.Roles[stop - 1] is { Country: null, Plural: false } && scene.CountryIn(i, stop) is null
                    && scene.Mentions[stop - 1] is null;
            if (his)
            {
                named = -1;
                i = scene.Tags[Math.Min(stop, end - 1)] == Tag.Conj && stop + 1 < end && scene.Roles[stop + 1] is { Plural: false } second ? second.End : stop;
                continue;
            }

            named = scene.Mentions[stop - 1] is { Kind: MentionKind.Person } && stop < end ? stop : -1;
            if (!closed && phrases.Read(i, stop, behind) is { } party)
            {
                foreach (var actor in party.Actors)
                {
                    if (!actors.Contains(actor))
                        actors.Add(actor);
                }

                stop = after;
            }

            // What a place or a matter closed is open again behind it: "received at the palace the minister of ..."
            closed = closed && stop < end && (scene.Tags[stop] == Tag.Conj || scene.Tokens[stop].Kind == TokenKind.Comma || scene.Tokens[stop].Lower == "of");
            i = Math.Max(stop, i + 1);
        }

        return actors;
    }

    /// <summary>"Deputy Prime Minister and Foreign Minister Ishaq Dar": one man, two offices.</summary>
    private static bool SecondOffice(Actor before, Party after, Party? told) =>
        before is { Kind: ActorKind.Office, Person: null } && after is { Actors.Count: 1, Head.Person: not null }
            && (before.Country == after.Head.Country || told?.Ground == "office:source");

    private static bool Apposition(Actor before, Party after) =>
        after.Actors.Count == 1
            && (after.Head.Country == before.Country || before.Person is not null && after.Ground is "office:source" or "organ:focus"
                || before.Person is null && before.Kind == ActorKind.Office)
        && !(before.Person is not null && after.Head.Person is not null && before.Person != after.Head.Person && !Untold(after));

    /// <summary>"Banda, a spokesman for the ministry,": an office without a name, behind a name, tells what he is.</summary>
    private static bool Untold(Party party) => party.Ground.StartsWith("office", StringComparison.Ordinal);
}
