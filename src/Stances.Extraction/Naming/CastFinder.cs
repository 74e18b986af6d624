using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Finds who appears: people of the catalogue, and every name that stands beside an office; then settles whose country each speaks for.</summary>
internal static class CastFinder
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Particles = English.Set("al el bin ibn de da dos do di del der den van von la le ul ur und y");

    public static void Find(Scene scene)
    {
        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end; i++)
            {
                if (scene.Roles[i] is { } role && role.First == i)
                    BesideOffice(scene, role, first, end);
            }
        }

        Titled(scene);
        Possessed(scene);
        foreach (var member in scene.Cast)
            Settle(scene, member);
        ShortNames.Find(scene);
    }

    /// <summary>"Secretary Blinken", "Mr Wang": a title and a name that no office told yet.</summary>
    private static void Titled(Scene scene)
    {
        for (var i = 1; i < scene.Tokens.Count; i++)
        {
            var title = scene.Tokens[i - 1].Name == "." && i > 1 ? i - 2 : i - 1;
            if (scene.Tokens[title].Lower is not ("secretary" or "mr" or "ms" or "mrs" or "minister" or "president" or "premier" or "chancellor" or "ambassador" or "councilor" or "councillor") || !scene.Tokens[title].Capital
                || scene.Mentions[i] is not null || !scene.MayBeName(i) || (i + 1 < scene.Tokens.Count && scene.MayBeName(i + 1)))
                continue;
            var name = scene.Tokens[i].Name;
            if (scene.Cast.Any(x => x.Name.Split(' ').Any(y => PlainName.Of(y) == name)))
                continue;
            var member = new CastMember(name, null) { FirstToken = i };
            if (InFile(scene, member) is not { } known || scene.Cast.Any(x => x.Known == known))
                continue;
            (member.Known, member.Name, member.Gender) = (known, known.Name, known.Gender);
            scene.Cast.Add(member);
        }
    }

    /// <summary>"Turkey's Erdogan": a country and the short name of one who holds an office there.</summary>
    private static void Possessed(Scene scene)
    {
        if (scene.Day is not { } day)
            return;
        for (var i = 2; i < scene.Tokens.Count; i++)
        {
            if (scene.Tokens[i - 1].Kind != TokenKind.Possessive || !scene.Tokens[i].Capital || scene.Mentions[i] is not null || scene.Roles[i] is not null
                || scene.Mentions[i - 2] is not { Country: { } country, Kind: MentionKind.Country or MentionKind.Capital } || i + 1 < scene.Tokens.Count && scene.MayBeName(i + 1))
                continue;
            if (scene.Gazetteer.Holder(scene.Tokens[i].Name, country, day) is { } holder && !scene.Cast.Exists(x => x.Known == holder))
                scene.Cast.Add(new CastMember(holder.Name, holder) { FirstToken = i });
        }
    }

    private static void BesideOffice(Scene scene, RoleMention role, int first, int end)
    {
        var from = scene.PhraseStart(role.First, first);
        var former = Former(scene, from, role.First);
        var country = scene.CountryIn(from, role.First) ?? role.Country;
        var rule = "modifier";
        var after = role.End;
        if (after < end && scene.Tokens[after].Lower is "of" or "for" or "at" or "from")
        {
            var (of, stop) = Of(scene, after + 1, end);
            if (country is null || scene.CountryIn(from, role.First) is null && of is not null)
                country = of ?? country;
            if (of is not null)
                after = stop;
        }

        if (role.Plural)
        {
            PluralOffice(scene, role, role.End, end);
            return;
        }

        // "counterpart, Taro Kono," and "Foreign Minister Taro Kono"
        var at = after < end && scene.Tokens[after].Kind == TokenKind.Comma ? after + 1 : after;
        if (NameFrom(scene, at, end) is { } name && (at == after || after > role.First && (Closed(scene, name, end) || role.Role.Contains("counterpart", StringComparison.Ordinal))))
        {
            Join(scene, at, name, role, country, rule, former, pronoun: scene.Tokens[from].Lower);
            return;
        }

        // "Taro Kono, Japan's foreign minister,"
        if (from - 2 >= first && scene.Tokens[from - 1].Kind == TokenKind.Comma && NameTo(scene, from - 1, first) is { } start)
            Join(scene, start, from - 1, role, country, rule, former, pronoun: "");
    }

    /// <summary>"Foreign Ministers Kang Kyung-wha and Taro Kono": the office goes to both.</summary>
    private static void PluralOffice(Scene scene, RoleMention role, int at, int end)
    {
        while (NameFrom(scene, at, end) is { } stop)
        {
            Join(scene, at, stop, role, null, "role", false, "");
            at = stop;
            if (at < end && scene.Tokens[at].Kind == TokenKind.Comma)
                at++;
            if (at < end && scene.Tokens[at].Lower == "and")
                at++;
        }
    }

    private static (string? Country, int End) Of(Scene scene, int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 7); i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: MentionKind.Country or MentionKind.Adjective or MentionKind.Organ } mention)
                return (country, mention.End);
            if (scene.Tags[i] is not (Tag.Noun or Tag.Name or Tag.Det or Tag.Conj) && scene.Tokens[i].Lower is not ("of" or "'s"))
                break;
        }

        return (null, at);
    }

    private static bool Former(Scene scene, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (scene.Tokens[i].Lower is "former" or "ex" or "late" or "then" or "ousted" or "deposed" or "opposition" or "candidate")
                return true;
        }

        return false;
    }

    /// <summary>Whether a name set off by a comma is closed by another mark or a verb, as an apposition is.</summary>
    private static bool Closed(Scene scene, int end, int limit) =>
        end >= limit || scene.Tokens[end].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Open || scene.Tags[end] is Tag.Finite or Tag.Perfect or Tag.Have;

    /// <summary>The end of the personal name that begins here.</summary>
    public static int? NameFrom(Scene scene, int at, int end)
    {
        if (at >= end)
            return null;
        if (scene.Mentions[at] is { Kind: MentionKind.Person } person && person.First == at)
            return person.End;
        var i = at;
        var names = 0;
        while (i < end && names < 6)
        {
            if (scene.MayBeName(i) || (names == 0 && NamedLikeCapital(scene, i, end)))
                names++;
            else if (!(Particles.Contains(scene.Tokens[i].Lower) && names > 0 && i + 1 < end && scene.MayBeName(i + 1)) && !(scene.Tokens[i].Kind == TokenKind.Hyphen && names > 0 && i + 1 < end && scene.MayBeName(i + 1)))
                break;
            i++;
        }

        return names > 0 ? i : null;
    }

    /// <summary>"Santiago Cafiero": a capital that is somebody's first name.</summary>
    private static bool NamedLikeCapital(Scene scene, int i, int end) =>
        scene.Mentions[i] is { Kind: MentionKind.Capital or MentionKind.City } && scene.Mentions[i]!.End == i + 1 && i + 1 < end && scene.MayBeName(i + 1);

    private static int? NameTo(Scene scene, int end, int first)
    {
        if (scene.Mentions[end - 1] is { Kind: MentionKind.Person } person)
            return person.First;
        var i = end;
        while (i > first && end - i < 4 && (scene.MayBeName(i - 1) || (Particles.Contains(scene.Tokens[i - 1].Lower) && i - 1 > first && scene.MayBeName(i - 2)) || (scene.Tokens[i - 1].Kind == TokenKind.Hyphen && i - 1 > first && i < end && scene.MayBeName(i - 2))))
            i--;
        return end - i >= 2 ? i : null;
    }

    private static void Join(Scene scene, int first, int end, RoleMention role, string? country, string rule, bool former, string pronoun)
    {
        var words = Enumerable.Range(first, end - first).Select(i => scene.Tokens[i]).ToList();
        var name = scene.Document.Text[words[0].Start..words[^1].End];
        var member = scene.Mentions[first]?.Person ?? Same(scene, words) ?? new CastMember(name, null);
        if (!scene.Cast.Contains(member))
            scene.Cast.Add(member);
        if (member.Known is null && words.Count > member.Name.Split(' ').Length)
            member.Name = name;
        member.FirstToken = Math.Min(member.FirstToken, first);
        if (former)
        {
            member.Private = true;
        }
        else
        {
            if (country is not null && member.Country is null)
                (member.Country, member.Rule) = (country, rule);
            if (member.Role is null || role.Rank is "leader" or "minister")
            {
                member.Role = role.Role.Contains("counterpart", StringComparison.Ordinal) ? member.Role ?? null : role.Role;
                member.Rank = role.Rank;
            }
        }

        if (pronoun is "his" or "her" && role.Role.Contains("counterpart", StringComparison.Ordinal))
            scene.CounterpartOf(role.First, pronoun == "her" ? "f" : "m");
        if (scene.Mentions[first]?.Person is null)
            scene.Mark(new Mention(first, end, MentionKind.Person, null, member));
    }

    /// <summary>"Minister Kono" with no first name: whoever of that name held such an office that day, of a country the article names.</summary>
    private static Stances.Domain.Catalogue.Person? InFile(Scene scene, CastMember member)
    {
        if (scene.Day is not { } day)
            return null;
        var fitting = scene.Gazetteer.Catalogue.People.Where(x => (x.Short.Contains(member.Name) || x.Short.Count == 0 && x.Name.EndsWith(" " + member.Name, StringComparison.Ordinal))
            && x.Offices.Any(y => y.HeldOn(day) && (scene.Countries.ContainsKey(y.Country) || y.Country == scene.Home))).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static CastMember? Same(Scene scene, List<Token> words)
    {
        if (words.Count == 1)
            return scene.Cast.Find(x => x.Name.Split(' ').Contains(words[0].Name));
        var name = string.Join(' ', words.Select(x => x.Name));
        return scene.Cast.Find(x => x.Known is null && (PlainName.Of(x.Name) == name || x.Name == words[^1].Name || x.Name == words[0].Name));
    }

    private static void Settle(Scene scene, CastMember member)
    {
        if (member.Known is null && !member.Name.Contains(' ', StringComparison.Ordinal) && InFile(scene, member) is { } match)
            (member.Known, member.Name, member.Gender) = (match, match.Name, match.Gender);
        if (member.Known is { } known)
        {
            var held = known.Offices.Where(x => scene.Day is not { } day || x.HeldOn(day)).OrderByDescending(x => x.From).ToList();
            var office = held.Count > 0 ? held[0] : null;
            if (office is null && known.Offices.Count > 0 && scene.Day is { } on)
            {
                // Near the change of offices a file may be some days off.
                office = known.Offices.OrderBy(x => x.From > on ? x.From.DayNumber - on.DayNumber : on.DayNumber - (x.To ?? on).DayNumber).First();
                var apart = office.From > on ? office.From.DayNumber - on.DayNumber : on.DayNumber - (office.To ?? on).DayNumber;
                if (apart > 45 && member.Role is null)
                    member.Private = true;
            }

            if (office is not null)
            {
                if (held.Count > 0)
                    member.Private = false;
                member.Role ??= office.Role;
                member.Rank ??= scene.Gazetteer.Catalogue.Roles.FirstOrDefault(x => x.Id == office.Role)?.Rank;
                if (member.Country is null || member.Rule != "modifier" || held.Count > 0)
                    (member.Country, member.Rule) = (office.Country, "people-file");
            }
        }
        else if (member.Country is null && member.Role is not null && scene.Home is { } home && !member.Private)
        {
            (member.Country, member.Rule) = (home, "source");
        }
    }
}
