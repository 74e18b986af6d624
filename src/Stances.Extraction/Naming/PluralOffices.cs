using Stances.Extraction.Text;

namespace Stances.Extraction.Naming;

/// <summary>
/// Takes in whoever is named beside an office that several hold: "Foreign Ministers Kang Kyung-wha and Taro Kono", "the presidents of Peru
/// and Chile, A and B,".
/// </summary>
internal static class PluralOffices
{
    public static void Find(Scene scene, RoleMention role, int from, int first, int end)
    {
        var countries = Before(scene, role, from, first);
        var at = role.End;
        if (countries.Count < 2 && at < end && scene.Tokens[at].Lower == "of")
            (countries, at) = Behind(scene, at + 1, end);
        // A comma sets off the names of those whose countries were told, and of nobody else.
        var apposed = at < end && scene.Tokens[at].Kind == TokenKind.Comma;
        if (at > role.End || apposed)
        {
            var told = Names(scene, apposed ? at + 1 : at, end);
            if (told.Count == countries.Count && told.Count > 1)
                Share(scene, role, told, countries);
            return;
        }

        var names = Names(scene, at, end);
        Share(scene, role, names, names.Count == countries.Count ? countries : []);
    }

    /// <summary>Each of them is of the country told in the same place.</summary>
    private static void Share(Scene scene, RoleMention role, List<(int First, int End)> names, List<string> countries)
    {
        for (var i = 0; i < names.Count; i++)
            NamesBesideOffices.Join(scene, names[i].First, names[i].End, role, countries.Count > 1 ? countries[i] : null,
                countries.Count > 1 ? "modifier" : "role", false, "");
    }

    private static List<(int First, int End)> Names(Scene scene, int at, int end)
    {
        var names = new List<(int, int)>();
        while (PersonalNames.From(scene, at, end) is { } stop)
        {
            names.Add((at, stop));
            at = stop;
            if (at < end && scene.Tokens[at].Kind == TokenKind.Comma)
                at++;
            if (at < end && scene.Tokens[at].Lower == "and")
                at++;
        }

        return names;
    }

    /// <summary>"the Lithuanian, Latvian and Estonian foreign ministers"</summary>
    private static List<string> Before(Scene scene, RoleMention role, int from, int first)
    {
        var countries = new List<string>();
        for (var i = role.First - 1;
            i >= Math.Min(from, role.First - 1) && i >= first
                || i >= first
                    && (scene.Tokens[i].Lower == "and" || scene.Tokens[i].Kind == TokenKind.Comma
                        || scene.Mentions[i] is { Kind: MentionKind.Adjective });
            i--)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: MentionKind.Adjective or MentionKind.Country } mention && mention.First == i)
                countries.Insert(0, country);
        }

        return countries.Count == countries.Distinct().Count() ? countries : [];
    }

    /// <summary>"of Peru, Chile and the United States"</summary>
    private static (List<string> Countries, int End) Behind(Scene scene, int at, int end)
    {
        var countries = new List<string>();
        var stop = at;
        for (var i = at; i < end; i++)
        {
            if (scene.Mentions[i] is { Country: { } country, Kind: MentionKind.Country } mention)
            {
                countries.Add(country);
                i = mention.End - 1;
                stop = mention.End;
            }
            else if (scene.Tokens[i].Kind != TokenKind.Comma && scene.Tokens[i].Lower is not ("and" or "the"))
            {
                break;
            }
        }

        return (countries, stop);
    }
}
