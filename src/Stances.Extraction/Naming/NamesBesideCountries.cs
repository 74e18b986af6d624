using System.Collections.Frozen;
using Stances.Extraction.Text;
using Stances.Extraction.Words;

namespace Stances.Extraction.Naming;

/// <summary>
/// Takes in whoever is told by a country alone: "Nigeria's Yusuf Maitama Tuggar", "Timothy Kabba of Sierra Leone", "Poland's, Radoslaw
/// Sikorski,".
/// </summary>
internal static class NamesBesideCountries
{
    /// <summary>Words of names that are nobody's: "the Reserve Bank of India", "Lebanon's Litani River".</summary>
    private static readonly FrozenSet<string> Things = English.Set(
        """
        bank court council assembly party congress senate parliament house chamber university institute academy college school church mosque hospital museum association society club foundation fund
        union league federation confederation organization organisation committee board authority bureau service services centre center ministry department embassy office government republic kingdom
        state states emirate sultanate commonwealth people peoples army navy force forces corps guard guards command brigade brigades front movement group holding company corporation airlines airways
        air base press times post news agency radio television broadcasting tribune herald river sea lake bay gulf strait straits island islands peninsula mountain mountains valley desert coast north
        south east west northern southern eastern western central border region province district city port airport palace square street road railway highway canal dam plant field project initiative
        plan agreement treaty accord pact declaration statement law act constitution convention conference summit meeting session forum festival cup games day week month year spring war battle
        revolution crisis talks process dialogue partnership stock exchange market industry industries energy oil gas nuclear atomic space
        minister president premier secretary chancellor king queen prince princess emir sultan ambassador general admiral
        """.ReplaceLineEndings(" "));

    private static readonly FrozenSet<string> Leads =
        English.Set(
            "with and to by between from alongside opposite including beside hosted hosting received receiving colleague colleagues "
            + "counterpart counterparts");

    public static void Find(Scene scene)
    {
        foreach (var (first, end) in scene.Document.Ranges)
        {
            for (var i = first; i < end; i++)
            {
                if (scene.Mentions[i] is not { Country: { } country, Kind: MentionKind.Country } mention || mention.First != i)
                    continue;
                if (mention.End < end && scene.Tokens[mention.End].Kind == TokenKind.Possessive)
                    Owned(scene, mention.End + 1, end, country);
                else
                    Behind(scene, mention, first, end, country);
            }
        }
    }

    private static void Owned(Scene scene, int at, int end, string country)
    {
        // "Argentina's foreign minister, Diana Mondino, and Poland's, Radoslaw Sikorski": the office told before.
        var apposed = at < end && scene.Tokens[at].Kind == TokenKind.Comma;
        if (apposed)
            at++;
        if (PersonalNames.From(scene, at, end) is { } stop && stop > at + 1 && (!apposed || PersonalNames.Closed(scene, stop, end)))
            Take(scene, at, stop, country);
    }

    private static void Behind(Scene scene, Mention mention, int first, int end, string country)
    {
        var of = mention.First - 1;
        if (of > first && scene.Tokens[of].Lower == "the")
            of--;
        // "of Japan Airlines": the country's name is part of another.
        if (of <= first || scene.Tokens[of].Lower != "of" || mention.End < end && scene.MayBeName(mention.End)
            || PersonalNames.To(scene, of, first) is not { } start || start == first)
            return;
        var office = scene.Roles[start - 1];
        // "the World Sikh Organization of Canada": a name behind an article is a thing's.
        if (office is { Plural: false } ? scene.Mentions[start] is { Kind: MentionKind.Person, Person.Country: null }
            : office is not null || scene.Tokens[start - 1].Kind == TokenKind.Comma
                || scene.Tags[start - 1] is Tag.Finite or Tag.Ing or Tag.Perfect or Tag.Infinitive
                || Leads.Contains(scene.Tokens[start - 1].Lower))
            Take(scene, start, of, country);
    }

    private static void Take(Scene scene, int first, int end, string country)
    {
        for (var i = first; i < end; i++)
        {
            if (Things.Contains(scene.Tokens[i].Lower) || scene.Tokens[i].AllCaps && scene.Tokens[i].Name.Length > 1 || scene.Roles[i] is not null)
                return;
        }

        var words = Enumerable.Range(first, end - first).Select(i => scene.Tokens[i]).ToList();
        var name = scene.Document.Text[words[0].Start..words[^1].End];
        var member = scene.Mentions[first]?.Person ?? NamesBesideOffices.Same(scene, words) ?? new CastMember(name, null);
        if (!scene.Cast.Contains(member))
            scene.Cast.Add(member);
        if (member.Known is null && words.Count > member.Name.Split(' ').Length)
            member.Name = name;
        member.FirstToken = Math.Min(member.FirstToken, first);
        if (member.Country is null)
            (member.Country, member.Rule) = (country, "modifier");
        if (scene.Mentions[first] is not { Person: not null } marked || marked.End < end)
            scene.Mark(new Mention(first, end, MentionKind.Person, null, member));
    }
}
