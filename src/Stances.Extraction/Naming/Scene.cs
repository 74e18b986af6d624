using System.Collections.Frozen;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>A document with everything named in it: countries, people, offices, each at its tokens.</summary>
internal sealed class Scene(Document document, Gazetteer gazetteer, DateOnly? day)
{
    public Document Document => document;

    public Gazetteer Gazetteer => gazetteer;

    public IReadOnlyList<Token> Tokens => document.Tokens;

    public Tag[] Tags => document.Tags;

    /// <summary>The day offices are looked up by.</summary>
    public DateOnly? Day => day;

    /// <summary>The country of whoever publishes: whose "the foreign minister" is.</summary>
    public string? Home { get; set; }

    /// <summary>Whether a state's own office publishes: what it tells, it tells of itself.</summary>
    public bool Official { get; set; }

    /// <summary>For each token the mention it belongs to.</summary>
    public Mention?[] Mentions { get; } = new Mention?[document.Tokens.Count];

    public RoleMention?[] Roles { get; } = new RoleMention?[document.Tokens.Count];

    public List<CastMember> Cast { get; } = [];

    /// <summary>How often each country is named, its adjectives and capital included.</summary>
    public Dictionary<string, int> Countries { get; } = new(StringComparer.Ordinal);

    public Mention? At(int token) => token >= 0 && token < Mentions.Length ? Mentions[token] : null;

    public RoleMention? RoleAt(int token) => token >= 0 && token < Roles.Length ? Roles[token] : null;

    public void Mark(Mention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
            Mentions[i] = mention;
    }

    /// <summary>"her Japanese counterpart": the person named last before it is a woman.</summary>
    public void CounterpartOf(int token, string gender)
    {
        for (var i = token; i >= 0 && token - i < 40; i--)
        {
            if (Mentions[i] is { Kind: MentionKind.Person, Person: { } person } mention && mention.End <= token)
            {
                person.Gender ??= gender;
                return;
            }
        }
    }

    /// <summary>Whether the token may be part of a personal name.</summary>
    public bool MayBeName(int i) =>
        Tokens[i].Kind == TokenKind.Word && (Tokens[i].Capital || Tokens[i].Articled) && Tags[i] is Tag.Name or Tag.Noun && Roles[i] is null
        && !English.IsFunctionWord(Tokens[i].Lower) && (Mentions[i] is null || Mentions[i]!.Kind is MentionKind.Person or MentionKind.City)
        && !(Tokens[i].AllCaps && Tokens[i].Name.Length is > 1 and < 4) && !OrganWords.Heads.Contains(Tokens[i].Lower);

    /// <summary>The point of "Mr.", "H.E.", "Hon." before a name.</summary>
    public bool Title(int i) =>
        i > 0 && Tokens[i].Kind == TokenKind.Stop && Honorifics.Contains(Tokens[i - 1].Lower) && i + 1 < Tokens.Count
            && Tokens[i + 1].Capital;

    /// <summary>The first token behind the honorifics that begin here: "H.E. Mr.", "the Hon.", "Shri".</summary>
    public int BehindHonorifics(int i, int end)
    {
        var at = i;
        while (at < end
            && (Honorifics.Contains(Tokens[at].Lower) && Tokens[at].Capital
                || Tokens[at].Lower == "the" && at + 1 < end && Honorifics.Contains(Tokens[at + 1].Lower)
                || Ranks.Contains(Tokens[at].Lower) && Mentions[at] is null && Known(at + 1, end)
                || Tokens[at].Lower is "his" or "her" && at + 1 < end && Dignities.Contains(Tokens[at + 1].Lower)
                || at > i && Dignities.Contains(Tokens[at].Lower)
                || at > i && Tokens[at].Kind == TokenKind.Stop))
            at++;
        return at < end && Tokens[at].Capital ? at : i;
    }

    /// <summary>Where the noun phrase that holds <paramref name="i"/> begins.</summary>
    public int PhraseStart(int i, int floor)
    {
        while (i > floor && InPhrase(i - 1))
            i--;
        return i;
    }

    /// <summary>Whether a name that is known begins here, further titles aside.</summary>
    private bool Known(int i, int end) =>
        i < end && (Mentions[i] is { Kind: MentionKind.Person } || Ranks.Contains(Tokens[i].Lower) && Mentions[i] is null && Known(i + 1, end));

    /// <summary>Titles before a name that is known without them.</summary>
    private static readonly FrozenSet<string> Ranks =
        English.Set("sheikh sheikha prince princess emir sir lord colonel captain lieutenant marshal general admiral brigadier major comrade");

    private static readonly FrozenSet<string> Dignities = English.Set("excellency highness majesty royal serene eminence honour honor");

    private static readonly FrozenSet<string> Honorifics =
        English.Set("mr mrs ms miss dr he hon honourable honorable rt shri smt senator sayyid amb ambassador gen prof engineer eng colonel captain brigadier "
            + "admiral datuk seri dato tun");

    private bool InPhrase(int i) => Tags[i] switch
    {
        Tag.Noun or Tag.Name or Tag.Det or Tag.Poss or Tag.Number => true,
        Tag.Mark => Tokens[i].Kind is TokenKind.Possessive or TokenKind.Hyphen || Title(i),
        _ => false,
    };

    /// <summary>The country named between two tokens as a modifier: adjective, possessive or plain.</summary>
    public string? CountryIn(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (Mentions[i] is { Country: { } country, Kind: not (MentionKind.City or MentionKind.People) })
                return country;
        }

        return null;
    }
}
