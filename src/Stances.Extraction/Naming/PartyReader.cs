using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Reads who stands in a stretch of a clause: noun phrases outside prepositional phrases, appositions, lists.</summary>
internal sealed class PartyReader(Scene scene, Focus focus)
{
    private readonly PhraseReader phrases = new(scene, focus);
    private readonly CountriesBehind countries = new(scene, focus);

    /// <summary>The party that a stretch before a verb names; null where it names none that speaks for a state.</summary>
    public Party? Subject(int first, int end)
    {
        var items = Items(first, end);
        if (items.Count == 0)
            return null;
        // An apposition or a list: the phrases that are parted by commas or "and".
        var actors = new List<Actor>();
        var (from, to) = (items[0].First, items[0].First);
        var (ground, penalty) = ("", 0.0);
        for (var k = 0; k < items.Count; k++)
        {
            var item = items[k];
            if (item.Party is null)
            {
                if (item.IsTitle && k + 1 < items.Count && items[k + 1] is { Party: { Actors.Count: 1, Head.Kind: ActorKind.Person } } named && named.Comma != named.And)
                    continue;
                // "Speaking to a local channel, a private one, Foreign Minister Shoukry ..."
                if (k == 0 && item is { Comma: true, And: false } && k + 1 < items.Count && items[k + 1] is { Comma: true, And: false, Party: { Actors.Count: 1, Head.Kind: ActorKind.Person } })
                {
                    from = items[k + 1].First;
                    continue;
                }

                // "the ministers of Egypt, Jordan and Qatar and the Arab League": who speaks for no state takes nothing from them.
                if (k == 0 || item.And && actors.Count < 2)
                    return null;
                continue;
            }

            if (actors.Count > 0 && !item.And && !item.Comma)
                continue;
            if (actors.Count > 0 && (item.Comma && !item.And || !item.Comma && item.And && SecondOffice(actors[^1], item.Party)) && Apposition(actors[^1], item.Party))
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

        return actors.Count == 0 ? null : new Party(actors, from, to, ground.Length == 0 ? "direct" : ground, penalty);
    }

    /// <summary>Those met: the object, and those behind "with" or "and"; places and topics behind other prepositions are left out.</summary>
    public List<Actor> With(int first, int end) => Everyone(first, end, "with", "and", "between", "among", "by", "involving", "alongside");

    /// <summary>Those behind "between" or "of".</summary>
    public List<Actor> Between(int first, int end) => Everyone(first, end, "with", "and", "between", "among", "by", "of", "involving");

    private List<Actor> Everyone(int first, int end, params string[] open)
    {
        var actors = new List<Actor>();
        var closed = false;
        for (var i = first; i < end;)
        {
            if (scene.Tags[i] is Tag.Prep or Tag.To)
                closed = !open.Contains(scene.Tokens[i].Lower);
            if (scene.Tokens[i].Kind == TokenKind.Comma)
                closed = closed && !(i + 1 < end && scene.Roles[i + 1] is not null);
            if (!Begins(i, end))
            {
                i++;
                continue;
            }

            var stop = PhraseEnd(i, end);
            var behind = countries.Behind(stop, end, out var after);
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
    private static bool SecondOffice(Actor before, Party after) => before is { Kind: ActorKind.Office, Person: null } && after is { Actors.Count: 1, Head.Person: not null };

    private static bool Apposition(Actor before, Party after) =>
        after.Actors.Count == 1 && (after.Head.Country == before.Country || before.Person is not null && after.Ground is "office:source" or "organ:focus" || before.Person is null && before.Kind == ActorKind.Office)
        && !(before.Person is not null && after.Head.Person is not null && before.Person != after.Head.Person);

    private List<Item> Items(int first, int end)
    {
        var items = new List<Item>();
        var (comma, and) = (false, false);
        for (var i = first; i < end;)
        {
            var token = scene.Tokens[i];
            switch (scene.Tags[i])
            {
                case Tag.Mark when token.Kind == TokenKind.Comma:
                    (comma, i) = (true, i + 1);
                    break;
                case Tag.Mark when token.Kind == TokenKind.Open:
                    i = Skip(i, end, TokenKind.Close) + 1;
                    break;
                case Tag.Mark or Tag.Adv or Tag.Time or Tag.Not or Tag.Modal or Tag.Have or Tag.Do or Tag.Be:
                    i++;
                    break;
                case Tag.Conj:
                    (and, i) = (true, i + 1);
                    break;
                // "On March 18 the ministry": the day is no part of who.
                case Tag.Number when i > 0 && scene.Tags[i - 1] == Tag.Time:
                    i++;
                    break;
                case Tag.Prep or Tag.To:
                    i = SkipPrepositional(i, end);
                    break;
                case Tag.Ing or Tag.Sub or Tag.Rel or Tag.That or Tag.Finite or Tag.Passive or Tag.Perfect or Tag.Infinitive:
                    i = Skip(i + 1, end, TokenKind.Comma);
                    break;
                default:
                    var stop = PhraseEnd(i, end);
                    if (stop <= i)
                    {
                        i++;
                        break;
                    }

                    if (!IsTime(i, stop))
                    {
                        var behind = countries.Behind(stop, end, out var after);
                        items.Add(new Item(i, comma, and, phrases.Read(i, stop, behind), phrases.IsTitle(i, stop)));
                        stop = after;
                    }

                    (comma, and, i) = (false, false, stop);
                    break;
            }
        }

        return items;
    }

    private bool IsTime(int i, int stop) => stop == i + 1 && scene.Tokens[i].Kind == TokenKind.Number || OrganWords.Times.Contains(scene.Tokens[stop - 1].Lower) && scene.Mentions[stop - 1] is null;

    private bool Begins(int i, int end) => i < end && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Number or Tag.Pron or Tag.ObjPron;

    /// <summary>Where the noun phrase that begins here ends.</summary>
    private int PhraseEnd(int i, int end)
    {
        if (scene.Tags[i] is Tag.Pron or Tag.ObjPron)
            return i + 1;
        var at = i;
        while (at < end)
        {
            if (scene.Mentions[at] is { Kind: MentionKind.Person } person)
            {
                at = Math.Min(end, person.End);
                if (at < end && scene.Tokens[at].Kind is TokenKind.Possessive)
                {
                    at++;
                    continue;
                }

                return at;
            }

            // "In Tokyo Foreign Minister Kono": a place is done where an office begins.
            if (at > i && scene.Mentions[at - 1] is { Kind: MentionKind.Capital or MentionKind.City } && scene.Roles[at] is { } role && role.First == at && scene.Tags[i] == Tag.Name && Prepositional(i))
                return at;
            // "Kenya last week urged": a time set in is no part of who.
            if (at > i && at + 1 < end && scene.Tokens[at].Lower is "last" or "this" or "earlier" or "late" or "early" && OrganWords.Times.Contains(scene.Tokens[at + 1].Lower))
                return at;
            var inside = scene.Tags[at] switch
            {
                Tag.Noun or Tag.Name or Tag.Poss or Tag.Number => true,
                Tag.Det => at == i || scene.Tags[at - 1] is Tag.Det or Tag.Number,
                Tag.Mark => scene.Tokens[at].Kind is TokenKind.Possessive or TokenKind.Hyphen && at > i || (scene.Tokens[at].Kind is TokenKind.QuoteOpen or TokenKind.QuoteClose && at > i && at + 1 < end && scene.Tags[at + 1] is Tag.Noun or Tag.Name),
                Tag.Prep or Tag.To => scene.Roles[at] is { } r && r.First < at || scene.Mentions[at] is { } m && m.First < at,
                Tag.Conj => scene.Roles[at] is { } r && r.First < at || scene.Mentions[at] is { } m && m.First < at || Portfolios(i, at, end),
                Tag.Adv => at > i && at + 1 < end && scene.Tags[at + 1] == Tag.Noun && scene.Tags[at - 1] is Tag.Det,
                _ => scene.Roles[at] is { } r && r.First < at,
            };
            if (!inside)
                break;
            at++;
        }

        return at;
    }

    /// <summary>"Foreign and irrigation ministers": one phrase, two portfolios; "ministers and officials from Egypt and Jordan": one company.</summary>
    private bool Portfolios(int first, int and, int end) =>
        and > first && and + 2 < end && scene.Tokens[and].Lower == "and" && OrganWords.Groups.Contains(scene.Tokens[and - 1].Lower) && OrganWords.Groups.Contains(scene.Tokens[and + 1].Lower) && scene.Tokens[and + 2].Lower is "of" or "from"
        || and > first && and + 2 < end && scene.Roles[and - 1] is null && scene.Mentions[and - 1] is null && scene.Roles[and + 1] is { Plural: true } role && role.First == and + 1
        && scene.Tokens[and - 1].Lower is "foreign" or "defense" or "defence" or "finance" or "trade" or "interior" or "energy" or "economy" or "security" or "justice" or "transport";

    private bool Prepositional(int i) => i > 0 && scene.Tags[i - 1] == Tag.Prep;

    private int SkipPrepositional(int i, int end)
    {
        i++;
        while (i < end && scene.Tags[i] is Tag.Prep or Tag.Adv)
            i++;
        if (i < end && scene.Tags[i] is Tag.Ing or Tag.Infinitive or Tag.Rel)
            return Skip(i, end, TokenKind.Comma);
        while (i < end && scene.Tags[i] == Tag.Time)
            i++;
        if (i < end && scene.Tokens[i].Kind == TokenKind.Possessive)
            i++;
        else if (i > 0 && scene.Tags[i - 1] == Tag.Time)
            return i;
        if (!Begins(i, end))
            return i;
        var stop = PhraseEnd(i, end);
        // "between Kang and Kono": what is joined to a phrase behind a preposition belongs to it, unless a comma ended it.
        while (stop + 1 < end && scene.Tags[stop] == Tag.Conj && Begins(stop + 1, end))
            stop = PhraseEnd(stop + 1, end);
        return Math.Max(stop, i + 1);
    }

    private int Skip(int i, int end, TokenKind kind)
    {
        while (i < end && scene.Tokens[i].Kind != kind)
            i++;
        return i;
    }

    private sealed record Item(int First, bool Comma, bool And, Party? Party, bool IsTitle);
}
