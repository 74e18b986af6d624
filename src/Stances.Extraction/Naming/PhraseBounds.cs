using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Tells where the noun phrases of a clause end, and what to step over between them.</summary>
internal sealed class PhraseBounds(Scene scene)
{
    public bool IsTime(int i, int stop) =>
        stop == i + 1 && scene.Tokens[i].Kind == TokenKind.Number
            || OrganWords.Times.Contains(scene.Tokens[stop - 1].Lower) && scene.Mentions[stop - 1] is null;

    public bool Begins(int i, int end) => i < end && scene.Tags[i] is Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Number or Tag.Pron or Tag.ObjPron;

    /// <summary>Where the noun phrase that begins here ends.</summary>
    public int PhraseEnd(int i, int end)
    {
        if (scene.Tags[i] is Tag.Pron or Tag.ObjPron)
            return i + 1;
        var at = i;
        while (at < end)
        {
            // "On the same day Lavrov met": a time is done where a name or an office begins.
            if (at > i && OrganWords.Times.Contains(scene.Tokens[at - 1].Lower)
                && (scene.Mentions[at] is { Kind: MentionKind.Person or MentionKind.Country or MentionKind.Adjective }
                    || scene.Roles[at] is not null))
                return at;
            // "The two leaders last met": when they did is no part of who.
            if (at > i && at + 1 == end && scene.Tokens[at].Lower is "last" or "first" && scene.Tags[at - 1] is Tag.Noun or Tag.Name or Tag.Number)
                return at;
            // "Before the talks Ms Omamo met": so is a bare noun before a title.
            if (at > i && scene.Tags[at - 1] == Tag.Noun && scene.Roles[at - 1] is null && scene.Tokens[at].Capital
                && scene.Tokens[at].Lower is "mr" or "ms" or "mrs" or "dr" && Prepositional(i))
                return at;
            // "In Friday's conversation Kenyan President Ruto": and what takes place before an office or whose it is.
            if (at > i && OrganWords.Occasions.Contains(scene.Tokens[at - 1].Lower) && scene.Roles[at - 1] is null
                && scene.Mentions[at - 1] is null && scene.Tokens[at].Capital
                && (scene.Roles[at] is not null || scene.Mentions[at] is not null)
                && Enumerable.Range(Math.Max(0, i - 3), Math.Min(i, 3)).Any(k => scene.Tags[k] == Tag.Prep))
                return at;
            if (scene.Mentions[at] is { Kind: MentionKind.Person } person)
            {
                at = Math.Min(end, person.End);
                // "Kang's ministry", "the Erdogan government"
                if (at < end
                    && (scene.Tokens[at].Kind is TokenKind.Possessive
                        || scene.Tags[at] == Tag.Noun && OrganWords.Heads.Contains(scene.Tokens[at].Lower)))
                {
                    at++;
                    continue;
                }

                return at;
            }

            // "In Tokyo Foreign Minister Kono": a place is done where an office begins.
            if (at > i && scene.Mentions[at - 1] is { Kind: MentionKind.Capital or MentionKind.City } && scene.Roles[at] is { } role
                && role.First == at && scene.Tags[i] == Tag.Name && Prepositional(i))
                return at;
            // "Before the vote Russia's Nebenzya urged": a new phrase behind a bare noun.
            if (at > i && (scene.Tags[at - 1] == Tag.Noun || scene.Mentions[at - 1] is { Kind: MentionKind.Organ })
                && scene.Mentions[at] is { Kind: MentionKind.Country or MentionKind.Capital } owner && owner.First == at && owner.End < end
                && scene.Tokens[owner.End].Kind == TokenKind.Possessive)
                return at;
            // "Kenya last week urged": a time set in is no part of who.
            if (at > i && at + 1 < end && scene.Tokens[at].Lower is "last" or "this" or "earlier" or "late" or "early"
                && OrganWords.Times.Contains(scene.Tokens[at + 1].Lower))
                return at;
            var inside = scene.Tags[at] switch
            {
                Tag.Noun or Tag.Name or Tag.Poss or Tag.Number => true,
                Tag.Det => at == i || scene.Tags[at - 1] is Tag.Det or Tag.Number,
                Tag.Mark =>
                    scene.Tokens[at].Kind is TokenKind.Possessive or TokenKind.Hyphen && at > i || scene.Title(at)
                        || (scene.Tokens[at].Kind is TokenKind.QuoteOpen or TokenKind.QuoteClose && at > i && at + 1 < end
                            && scene.Tags[at + 1] is Tag.Noun or Tag.Name),
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
        and > first && and + 2 < end && scene.Tokens[and].Lower == "and" && OrganWords.Groups.Contains(scene.Tokens[and - 1].Lower)
            && OrganWords.Groups.Contains(scene.Tokens[and + 1].Lower) && scene.Tokens[and + 2].Lower is "of" or "from"
        || and > first && and + 2 < end && scene.Roles[and - 1] is null && scene.Mentions[and - 1] is null
            && scene.Roles[and + 1] is { Plural: true } role && role.First == and + 1
        && scene.Tokens[and - 1].Lower is "foreign" or "defense" or "defence" or "finance" or "trade" or "interior" or "energy" or "economy"
            or "security" or "justice" or "transport";

    private bool Prepositional(int i) => i > 0 && scene.Tags[i - 1] == Tag.Prep;

    public int SkipPrepositional(int i, int end)
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
        return Math.Max(Places(stop, end), i + 1);
    }

    /// <summary>"to Dublin, Madrid and Oslo", "in Kampala, Uganda, ...": further places behind one.</summary>
    public int Places(int stop, int end)
    {
        if (stop < 1 || !Place(stop - 1))
            return stop;
        var at = stop;
        while (at + 1 < end && scene.Tokens[at].Kind == TokenKind.Comma && Place(at + 1))
            at = scene.Mentions[at + 1]!.End;
        if (at > stop && at + 1 < end && scene.Tags[at] == Tag.Conj && Place(at + 1))
            return scene.Mentions[at + 1]!.End;
        // One more place, closed by a comma: the country of the town before it.
        return at > stop && at < end && scene.Tokens[at].Kind == TokenKind.Comma
            && scene.Mentions[stop - 1]!.Country == scene.Mentions[at - 1]!.Country
            ? at
            : stop;
    }

    private bool Place(int i) => scene.Mentions[i] is { Kind: MentionKind.Capital or MentionKind.City or MentionKind.Country };

    public int Skip(int i, int end, TokenKind kind)
    {
        while (i < end && scene.Tokens[i].Kind != kind)
            i++;
        return i;
    }
}
