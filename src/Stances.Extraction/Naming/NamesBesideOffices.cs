using System.Collections.Frozen;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>Takes in whoever is named beside an office, with the country and the office the words tell.</summary>
internal static class NamesBesideOffices
{
    /// <summary>Before an office: somebody who holds it no more, or not yet.</summary>
    private static readonly FrozenSet<string> Past =
        English.Set("former ex late then ousted deposed opposition candidate shadow exiled rebel rebels militia guerrilla");

    public static void Find(Scene scene, RoleMention role, int first, int end)
    {
        var from = scene.PhraseStart(role.First, first);
        var former = Former(scene, from, role);
        // "UN envoy Volker Perthes": whose he is, where a UN ambassador is one at the UN.
        var country =
            scene.CountryIn(from, role.First) ?? role.Country
                ?? (scene.Tokens[role.End - 1].Lower is "envoy" or "mediator" ? scene.CountryIn(role.First, role.End) : null);
        var rule = "modifier";
        var after = Joined(scene, role.End, end);
        // "China's special envoy for the Pacific": what an envoy is sent for is not whose he is.
        if (after < end && (scene.Tokens[after].Lower is "of" or "at" or "from" || scene.Tokens[after].Lower == "for" && role.Rank != "envoy"))
        {
            var (of, stop) = Of(scene, after + 1, end);
            if (country is null || scene.CountryIn(from, role.First) is null && of is not null)
                country = of ?? country;
            if (of is not null)
                after = stop;
            // "of the Republic of Korea (ROK) Mr. Kim"
            if (of is not null && after + 2 < end && scene.Tokens[after].Kind == TokenKind.Open && scene.Tokens[after + 2].Kind == TokenKind.Close)
                after += 3;
        }

        // "the Danish ambassador to Kenya, Ole Jensen,": where somebody is posted is not whose he is.
        if (after < end && scene.Tokens[after].Lower is "in" or "to" or "for" or "on" && Posted(scene, after + 1, end) is { } post)
        {
            // "a foreign ministry spokesman in Vienna, Karl Huber,"
            country ??= scene.Tokens[after].Lower == "in" && role.Rank is not "envoy" ? scene.CountryIn(after, post) : null;
            after = post;
        }
        else if (after > role.End && after < end && role.Rank == "spokesperson" && scene.Tokens[after].Kind != TokenKind.Comma
            && Posted(scene, after, end) is { } behind)
        {
            // "a spokesman for Zambian President Hichilema, Mwape Banda,"
            after = behind;
        }

        if (country is null && scene.Tokens[from].Lower == "its")
            country = Antecedents.Of(scene, from, first);
        var stateless =
            country is null
                && (role.Rank == "spokesperson" && role.End < end && scene.Tokens[role.End].Lower is "of" or "for"
                    && Antecedents.Private(scene, role.End + 1, end)
                    || scene.Tokens[from].Lower == "their" || Antecedents.Other(scene, from, after));

        if (role.Plural)
        {
            PluralOffices.Find(scene, role, from, first, end);
            return;
        }

        // "counterpart, Taro Kono," and "Foreign Minister Taro Kono"
        var apposed = after < end && scene.Tokens[after].Kind == TokenKind.Comma;
        // "Zhang Jun, Permanent Representative of China, Richard Mills, ...": whoever stands before the office holds it.
        if (apposed && from - 2 >= first && scene.Tokens[from - 1].Kind == TokenKind.Comma
            && PersonalNames.To(scene, from - 1, first) is { } before
            && (before == first || !scene.Tokens[before - 1].IsWord || scene.Tags[before - 1] == Tag.Conj))
        {
            Join(scene, before, from - 1, role, country, rule, former || stateless, pronoun: "");
            return;
        }

        var at = scene.BehindHonorifics(apposed ? after + 1 : after, end);
        if (PersonalNames.From(scene, at, end) is { } name
            && (!apposed
                || after > role.First
                    && (PersonalNames.Closed(scene, name, end) || role.Role.Contains("counterpart", StringComparison.Ordinal))))
        {
            Join(scene, at, name, role, country, rule, former || stateless, pronoun: scene.Tokens[from].Lower);
            return;
        }

        // "Taro Kono, Japan's foreign minister,"
        if (from - 2 >= first && scene.Tokens[from - 1].Kind == TokenKind.Comma && PersonalNames.To(scene, from - 1, first) is { } start)
            Join(scene, start, from - 1, role, country, rule, former || stateless, pronoun: "");
    }

    /// <summary>
    /// "Prime Minister and Minister for Foreign Affairs of the Cook Islands": what stands behind the second office belongs to the first as
    /// well.
    /// </summary>
    private static int Joined(Scene scene, int at, int end)
    {
        if (at + 1 >= end || scene.Tokens[at].Lower != "and")
            return at;
        for (var i = at + 1; i < Math.Min(end, at + 4); i++)
        {
            if (scene.Roles[i] is { Plural: false } second)
                return second.End < end && scene.Tokens[second.End].Lower is "of" or "for" ? second.End : at;
            if (!scene.Tokens[i].Capital)
                return at;
        }

        return at;
    }

    private static (string? Country, int End) Of(Scene scene, int at, int end)
    {
        for (var i = at; i < Math.Min(end, at + 7); i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: MentionKind.Country or MentionKind.Adjective or MentionKind.Organ } mention)
                return (country, mention.End);
            // "a spokeswoman for President Hichilema"
            if (scene.Mentions[i] is { Kind: MentionKind.Person, Person.Known: { } known } person)
                return (known.Offices.Where(x => scene.Day is not { } day || x.HeldOn(day)).Select(x => x.Country).FirstOrDefault(), person.End);
            if (scene.Tags[i] is not (Tag.Noun or Tag.Name or Tag.Det or Tag.Conj) && scene.Tokens[i].Lower is not ("of" or "'s"))
                break;
        }

        return (null, at);
    }

    /// <summary>Where the phrase of a post ends that a comma or a name closes: "to the United Nations,", "in Brasilia,", "to the UN Ole Jensen".</summary>
    private static int? Posted(Scene scene, int at, int end)
    {
        var i = at;
        while (i < Math.Min(end, at + 8)
            && (scene.Mentions[i] is not null || scene.Tags[i] is Tag.Name or Tag.Noun or Tag.Det
                || scene.Tokens[i].Kind == TokenKind.Possessive))
        {
            if (i > at && scene.Mentions[i - 1] is { Kind: MentionKind.Country or MentionKind.Organ } place && place.End == i
                && scene.MayBeName(i) && PersonalNames.From(scene, i, end) > i + 1)
                return i;
            i++;
        }

        return i > at && i < end && scene.Tokens[i].Kind == TokenKind.Comma ? i : null;
    }

    private static bool Former(Scene scene, int from, RoleMention role)
    {
        // "the rights envoy", "the Business Secretary": what they are charged with.
        var charged = scene.Tokens[role.End - 1].Lower is "minister" or "secretary" or "commissioner" or "envoy" or "ambassador";
        for (var i = from; i < role.First; i++)
        {
            if (scene.Mentions[i] is null && (!charged && OrganWords.Unofficial.Contains(scene.Tokens[i].Lower) || Past.Contains(scene.Tokens[i].Lower)))
                return true;
        }

        return false;
    }

    internal static void Join(Scene scene, int first, int end, RoleMention role, string? country, string rule, bool former, string pronoun)
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
            // "Ambassador Abu Zeid, the official spokesman": an envoy by title, a spokesman by office.
            // "Minister Shoukry" further on is still the foreign minister.
            if (member.Role?.EndsWith(" " + role.Role, StringComparison.Ordinal) == true)
                member.Rank ??= role.Rank;
            else if (member.Role is null || role.Rank is "leader" or "minister" || role.Rank == "spokesperson" && member.Rank == "envoy")
            {
                member.Role = role.Role.Contains("counterpart", StringComparison.Ordinal) ? member.Role ?? null : role.Role;
                member.Rank = role.Rank;
            }
        }

        if (pronoun is "his" or "her" && role.Role.Contains("counterpart", StringComparison.Ordinal))
            scene.CounterpartOf(role.First, pronoun == "her" ? "f" : "m");
        if (scene.Mentions[first] is not { Person: not null } marked || marked.End < end)
            scene.Mark(new Mention(first, end, MentionKind.Person, null, member));
    }

    /// <summary>Whoever of the cast bears this name, or has so far been told by a part of it.</summary>
    public static CastMember? Same(Scene scene, List<Token> words)
    {
        if (words.Count == 1)
            return scene.Cast.Find(x => x.Name.Split(' ').Contains(words[0].Name));
        var name = string.Join(' ', words.Select(x => x.Name));
        return scene.Cast.Find(x => x.Known is null && (PlainName.Of(x.Name) == name || x.Name == words[^1].Name || x.Name == words[0].Name));
    }
}
