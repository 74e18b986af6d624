using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>A noun phrase among those before a verb: how it is joined to the one before, and whom it stands for.</summary>
internal sealed record PartyItem(int First, int End, bool Comma, bool And, Party? Party, bool IsTitle);

/// <summary>Lists the noun phrases of a stretch of a clause that stand outside prepositional phrases and clauses of their own.</summary>
internal sealed class PartyItems(Scene scene, Focus focus)
{
    private readonly PhraseReader phrases = new(scene, focus);
    private readonly CountriesBehind countries = new(scene, focus);
    private readonly PhraseBounds bounds = new(scene);

    /// <summary>The phrases from first to last.</summary>
    public List<PartyItem> Read(int first, int end)
    {
        var items = new List<PartyItem>();
        var (comma, and) = (false, false);
        var own = 0;
        for (var i = first; i < end;)
        {
            var token = scene.Tokens[i];
            switch (scene.Tags[i])
            {
                case Tag.Mark when token.Kind == TokenKind.Comma:
                    (comma, i) = (true, i + 1);
                    break;
                // "Mogadishu, SONNA - The minister": what stands before a dash is set off.
                case Tag.Mark when token.Kind == TokenKind.Dash:
                    items.Clear();
                    (comma, and, i) = (false, false, i + 1);
                    break;
                case Tag.Mark when token.Kind == TokenKind.Open:
                    i = bounds.Skip(i, end, TokenKind.Close) + 1;
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
                    i = bounds.SkipPrepositional(i, end);
                    // "Raisi, in talks with the prime minister, Sudani, called": the name tells who was met.
                    if (i + 1 < end && scene.RoleAt(i - 1) is not null && scene.Tokens[i].Kind == TokenKind.Comma
                        && scene.Mentions[i + 1] is { Kind: MentionKind.Person } named && named.End < end
                        && scene.Tokens[named.End].Kind == TokenKind.Comma)
                        i = named.End;
                    break;
                case Tag.Ing or Tag.Sub or Tag.Rel or Tag.That or Tag.Finite or Tag.Passive or Tag.Perfect or Tag.Infinitive:
                    // "Shoukry, speaking with Maas, Le Drian and Safadi, said": whom the clause set in names does nothing in this one.
                    if (comma && items is [{ Party: not null }, ..] && scene.Tags[i] is Tag.Ing or Tag.Rel)
                        own = items.Count;
                    i = bounds.Places(bounds.Skip(i + 1, end, TokenKind.Comma), end);
                    break;
                default:
                    var stop = bounds.PhraseEnd(i, end);
                    if (stop <= i)
                    {
                        i++;
                        break;
                    }

                    // "Foreign and defence ministers of the three countries": one phrase.
                    if (stop + 1 < end && scene.Tags[stop] == Tag.Conj && scene.Roles[stop - 1] is null
                        && scene.Tokens[stop - 1].Lower is "foreign" or "defense" or "defence" or "finance" or "trade" or "interior"
                        && bounds.PhraseEnd(stop + 1, end) is var whole && whole > stop + 1
                        && OrganWords.Groups.Contains(scene.Tokens[whole - 1].Lower))
                    {
                        (i, stop) = (scene.Tags[i] == Tag.Det ? i : stop + 1, whole);
                    }

                    // "host and guest": the two.
                    if (stop + 1 < end && scene.Tokens[stop - 1].Lower is "host" or "hosts" && scene.Tags[stop] == Tag.Conj
                        && scene.Tokens[stop + 1].Lower is "guest" or "guests")
                        stop += 2;
                    if (!bounds.IsTime(i, stop))
                    {
                        var behind = countries.Behind(stop, end, out var after);
                        items.Add(new PartyItem(i, stop, comma, and, phrases.Read(i, stop, behind), phrases.IsTitle(i, stop)));
                        stop = after;
                    }

                    (comma, and, i) = (false, false, stop);
                    break;
            }
        }

        return own > 0 && items.Count > own && !(items.Count == own + 1 && items[own].And) ? items[..own] : items;
    }
}
